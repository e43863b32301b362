# SPDX-License-Identifier: MIT
"""Diagnostics, faults and tables."""

from pathecon._core.base import *
