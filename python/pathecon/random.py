# SPDX-License-Identifier: MIT
"""Inputs with the evidence for them."""

from pathecon._core.random import *
