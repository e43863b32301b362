# SPDX-License-Identifier: MIT
"""Quantities: `14 * minutes`, `40_000 * gbp`, `9 / hours`."""

from pathecon._core.units import *
