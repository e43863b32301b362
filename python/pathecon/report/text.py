# SPDX-License-Identifier: MIT
"""Figures as people read them: no digit beyond the Monte Carlo error, and three at most."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

Figure = Mapping[str, Any]  # mean, low, high, standard_error, over, n
MOST_DIGITS = 3
NONE = "–"


def decimals_of(number: float, error: float | None) -> int:
    """How many decimals are known: those before the first that the error blurs, and one significant digit at least."""
    if number == 0 and not error:
        return 0
    leading = math.floor(math.log10(abs(number))) if number else -math.inf
    most = MOST_DIGITS - 1 - leading
    if not error or not math.isfinite(error):
        return int(most) if math.isfinite(most) else 0
    blurred = -math.floor(math.log10(error))
    return int(min(max(blurred, -leading), most)) if math.isfinite(leading) else blurred


def plain(number: float, error: float | None = None, scale: float = 1.0) -> str:
    """Writes `12,300` or `0.046`; `scale` is the unit it is written in."""
    size = number / scale
    scaled = error / scale if error else None
    decimals = decimals_of(size, scaled)
    decimals = decimals_of(round(size, decimals), scaled)  # 0.9997 is 1.00, not 1.000.
    shown = round(size, decimals)
    written = f"{0.0 if shown == 0 else shown:,.{max(decimals, 0)}f}".replace("-", "−")
    # Zeros at the end say how much is known; of a number without an error they say nothing.
    return written.rstrip("0").rstrip(".") if not error and "." in written else written


def pounds(number: float | None, error: float | None = None) -> str:
    """Writes `£12,300`, `−£1.23m`."""
    if number is None:
        return NONE
    sign = "−" if number < 0 else ""
    size = abs(number)
    text = f"£{plain(size, error, 1e6)}m" if size >= 999_500 else f"£{plain(size, error)}"
    return text if text.strip("£0.,m") == "" else sign + text


def duration(hours: float | None, error: float | None = None, per: float | None = None) -> str:
    """Writes `14 min`, `45.8 h` or `16.0 d`; `per` is the time that decides which."""
    if hours is None:
        return NONE
    size = abs(hours if per is None else per)
    unit, scale = ("min", 1 / 60) if size < 2 else ("h", 1.0) if size < 72 else ("d", 24.0)
    return f"{plain(hours, error, scale)} {unit}"


def rough_duration(hours: float | None) -> str:
    """Writes two digits of a time whose error is not known."""
    return duration(hours, abs(hours) / 10 if hours else None)


def money(figure: Figure | None) -> str:
    return NONE if figure is None else pounds(figure["mean"], figure["standard_error"])


def _range(figure: Figure | None, write: Any) -> str:
    if figure is None or figure["low"] is None or figure["high"] is None:
        return ""
    error = figure["standard_error"]
    low, high = write(figure["low"], error), write(figure["high"], error)
    return "" if low == high else f"{low} to {high}"


def money_range(figure: Figure | None) -> str:
    return _range(figure, pounds)


def number(figure: Figure | None, none: str = NONE) -> str:
    return none if figure is None or figure["mean"] is None else plain(figure["mean"], figure["standard_error"])


def number_range(figure: Figure | None) -> str:
    return _range(figure, plain)


def percent(figure: Figure | None, none: str = NONE) -> str:
    if figure is None or figure["mean"] is None:
        return none
    return f"{plain(figure['mean'], figure['standard_error'], 0.01)} %"


def percent_range(figure: Figure | None) -> str:
    return _range(figure, lambda value, error: f"{plain(value, error, 0.01)} %")


def years(figure: Figure | None, none: str = "never") -> str:
    if figure is None or figure["mean"] is None:
        return none
    return f"{plain(figure['mean'], figure['standard_error'])} years"


def years_range(figure: Figure | None) -> str:
    return _range(figure, plain)


def time(figure: Figure | None) -> str:
    return NONE if figure is None else duration(figure["mean"], figure["standard_error"])


def size_of(figure: Figure) -> float:
    """The size that decides the unit of a difference: a small one is in the unit of its error."""
    return max(abs(float(figure["mean"] or 0.0)), float(figure["standard_error"] or 0.0))


def signed_time(figure: Figure) -> str:
    """Writes a difference of times with its sign: `+12 min`."""
    if figure["mean"] is None:
        return NONE
    return ("+" if figure["mean"] > 0 else "") + duration(figure["mean"], figure["standard_error"], size_of(figure))


def time_range(figure: Figure | None) -> str:
    if figure is None or figure["mean"] is None:
        return ""
    return _range(figure, lambda value, error: duration(value, error, figure["mean"]))
