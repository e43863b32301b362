# SPDX-License-Identifier: MIT
"""The plain-data language of a pathway."""

from pathecon._core.pathway import *
