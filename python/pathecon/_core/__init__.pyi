# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
from pathecon._core import base as base
from pathecon._core import econ as econ
from pathecon._core import effect as effect
from pathecon._core import health as health
from pathecon._core import io as io
from pathecon._core import ledger as ledger
from pathecon._core import pathway as pathway
from pathecon._core import random as random
from pathecon._core import report as report
from pathecon._core import study as study
from pathecon._core import units as units

__version__: str
