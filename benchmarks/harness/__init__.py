# SPDX-License-Identifier: MIT
"""What the engines of every problem share: the problem, the clock, the one line they print, and how they are compared."""
