# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
from pathecon._core import base as base, units as units, random as random, pathway as pathway, effect as effect, ledger as ledger, health as health, econ as econ, study as study, io as io, report as report

__version__: str
