# SPDX-License-Identifier: MIT
"""What tools do: one class a verb; `pathecon.effect.Scale("read", by=0.95)`."""

from pathecon._core.effect import *
