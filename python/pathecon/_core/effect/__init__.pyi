# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
from pathecon._core.effect._verbs import Scale as Scale, Insert as Insert, Bypass as Bypass, Transfer as Transfer, UrgentBooking as UrgentBooking, Prioritise as Prioritise, Detect as Detect, Reconcile as Reconcile
from pathecon._core.effect._more import Adopt as Adopt, Burden as Burden, Cost as Cost, AddCapacity as AddCapacity, Shorten as Shorten, CustomEffect as CustomEffect, ToolCost as ToolCost, Tool as Tool, Portfolio as Portfolio, Applied as Applied, apply as apply, explain as explain
