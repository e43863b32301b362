# SPDX-License-Identifier: MIT
"""Prices, tariffs and dated lines of money."""

from pathecon._core.ledger import *
