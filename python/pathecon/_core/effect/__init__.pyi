# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
from pathecon._core.effect._more import *
from pathecon._core.effect._verbs import *
