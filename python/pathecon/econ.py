# SPDX-License-Identifier: MIT
"""Terms, estimates and appraisals."""

from pathecon._core.econ import *
