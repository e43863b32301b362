# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.


