# SPDX-License-Identifier: MIT
"""Scenario files."""

from pathecon._core.io import *
