# SPDX-License-Identifier: MIT
"""What waiting costs in survival."""

from pathecon._core.health import *
