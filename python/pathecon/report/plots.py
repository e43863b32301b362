# SPDX-License-Identifier: MIT
"""Plots of the results as SVG text that stands alone in a page."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.ticker import FuncFormatter

from pathecon.report import text

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from pathecon._core.study import StudyResult

WIDTH = 5.6  # Inches; narrow, so that its text can be read on a telephone.
INK, FAINT = "#16202a", "#8a96a3"
KINDS = {"cash": "#1f5f8b", "capacity": "#7fb2d3", "health": "#4f9d69", "societal": "#d0a33a"}
OUTLAY = "#a9b3bd"
STYLE: Any = {
    "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 9.0, "text.parse_math": False, "text.color": INK,
    "font.sans-serif": ["system-ui", "Segoe UI", "Helvetica", "Arial", "DejaVu Sans"], "axes.edgecolor": FAINT, "axes.labelcolor": INK,
    "axes.spines.top": False, "axes.spines.right": False, "xtick.color": INK, "ytick.color": INK, "axes.axisbelow": True,
    "axes.grid": True, "axes.grid.axis": "x", "grid.color": "#e4e9ee", "grid.linewidth": 0.8, "legend.frameon": False,
}
Comparison = Mapping[str, Any]


def svg_of(figure: Figure, name: str, label: str) -> str:
    """Writes a figure as an element of a page: it scales, says what it shows, and holds no address."""
    out = io.StringIO()
    with mpl.rc_context({**STYLE, "svg.hashsalt": name}):
        figure.savefig(out, format="svg", metadata={"Date": None})
    whole = out.getvalue()
    body = re.sub(r"<metadata>.*?</metadata>", "", whole[whole.index("<svg"):], flags=re.DOTALL)
    box = re.search(r'viewBox="([^"]+)"', body)
    inside = body[body.index(">") + 1:]
    # Identifiers of one figure must not answer for another's.
    inside = re.sub(r'(id="|#)([A-Za-z_][\w.-]*)', rf"\1{name}-\2", inside) if box else inside
    inside = re.sub(rf"#{name}-([0-9a-fA-F]{{6}})(?![\w-])", r"#\1", inside)  # Colours are no identifiers.
    title = label.replace("&", "&amp;").replace("<", "&lt;")
    return (f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="{box[1] if box else ""}" '
            f'role="img" class="plot"><title>{title}</title>{inside}')


def money_axis(axes: Axes) -> None:
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: text.pounds(round(x, 6)) if x else "£0"))
    axes.xaxis.set_major_locator(mpl.ticker.MaxNLocator(5))
    axes.axvline(0, color=INK, linewidth=1)


def new(rows: float, draw: Callable[[Axes], None], name: str, label: str) -> str:
    """Makes a figure of so many rows and lets `draw` fill it."""
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(WIDTH, 0.9 + rows), layout=ConstrainedLayoutEngine(w_pad=0.1, h_pad=0.04))
        draw(figure.subplots())
        return svg_of(figure, name, label)


def shortened(name: str, letters: int = 26) -> str:
    return name if len(name) <= letters else name[: letters - 1] + "…"


def npv(comparisons: Sequence[Comparison]) -> str:
    """Net present value of each arm, in cash and counting capacity and health, with its range."""
    def draw(axes: Axes) -> None:
        places = np.arange(len(comparisons))[::-1]
        for level, offset, kind, name in (("cash", 0.16, "cash", "cash alone"), ("health", -0.16, "health", "cash, capacity and health")):
            figures = [one["levels"][level]["npv"] for one in comparisons]
            for place, figure in zip(places, figures, strict=True):
                if figure["low"] is not None and figure["high"] is not None:
                    axes.plot([figure["low"], figure["high"]], [place + offset] * 2, color=KINDS[kind], linewidth=2.2, solid_capstyle="butt")
            axes.plot([figure["mean"] for figure in figures], places + offset, "o", markersize=5, color=KINDS[kind], label=name)
        axes.set_yticks(places, [shortened(one["arm"]) for one in comparisons])
        axes.set_ylim(-0.6, len(comparisons) - 0.4)
        axes.margins(x=0.08)
        money_axis(axes)
        axes.set_xlabel("net present value")
        axes.figure.legend(loc="outside upper left", ncols=2, handletextpad=0.2)

    return new(0.36 * len(comparisons) + 0.2, draw, "npv", "Net present value of each arm with its range")


def kinds(comparisons: Sequence[Comparison]) -> str:
    """What the benefits of each arm are made of, beside its outlay."""
    def draw(axes: Axes) -> None:
        places = np.arange(len(comparisons))[::-1]
        up, down = np.zeros(len(comparisons)), np.zeros(len(comparisons))
        outlay = np.array([-(one["outlay"]["mean"] or 0.0) for one in comparisons])
        axes.barh(places, outlay, left=down, height=0.62, color=OUTLAY, label="outlay")
        down += outlay
        for kind, colour in KINDS.items():
            values = np.array([one["by_kind"][kind]["mean"] or 0.0 for one in comparisons])
            axes.barh(places, np.maximum(values, 0), left=up, height=0.62, color=colour, label=kind)
            axes.barh(places, np.minimum(values, 0), left=down, height=0.62, color=colour)
            up, down = up + np.maximum(values, 0), down + np.minimum(values, 0)
        axes.plot([one["levels"]["health"]["npv"]["mean"] for one in comparisons], places, "D", markersize=5, color=INK,
                  markerfacecolor="white", label="NPV with health")
        axes.set_yticks(places, [shortened(one["arm"]) for one in comparisons])
        axes.set_ylim(-0.6, len(comparisons) - 0.4)
        axes.use_sticky_edges = False
        axes.margins(x=0.05)
        money_axis(axes)
        axes.figure.legend(loc="outside upper left", ncols=3, columnspacing=1.2, handlelength=1.2)

    return new(0.36 * len(comparisons) + 0.2, draw, "kinds", "Outlay and consequences of each arm by kind")


def shares(result: StudyResult, arm: str, interval: str, edges: np.ndarray) -> np.ndarray | None:
    """The share of patients in each bin; a bucket of the histogram is spread evenly over its width."""
    try:
        table = result.distribution_table(arm, interval)
    except (KeyError, IndexError):
        return None
    low, high, count = (np.asarray(table.column(name), dtype=float) for name in ("low_hours", "high_hours", "count"))
    if not count.sum():
        return None
    ends = np.empty(2 * len(low))
    ends[0::2], ends[1::2] = low, high
    below = np.zeros(2 * len(low))
    below[1::2] = np.cumsum(count)
    below[2::2] = below[1:-1:2]
    return np.diff(np.interp(edges, ends, below)) / count.sum()  # type: ignore[no-any-return]


def waits(result: StudyResult, intervals: Mapping[str, Mapping[str, Any]], interval: str) -> str:
    """Where the waits of each arm lie, one row an arm; the standard is a line, the median a tick."""
    arms = list(intervals)
    longest = max(one["p90_hours"]["mean"] or 0.0 for one in intervals.values()) * 1.25
    in_days = longest > 72
    scale = 24.0 if in_days else 1.0
    edges = np.linspace(0, longest, 81)

    def draw(axes: Axes) -> None:
        found = {arm: shares(result, arm, interval, edges) for arm in arms}
        # What happens at once would hide the rest: that bin is cut at the height of the others, and says its share.
        highest = max((density[1:].max() for density in found.values() if density is not None), default=1.0)
        for row, arm in enumerate(reversed(arms)):
            density = found[arm]
            if density is None:
                continue
            colour = FAINT if arm == arms[0] else KINDS["cash"]
            axes.stairs(row + 0.8 * np.minimum(density / highest, 1), edges / scale, baseline=row, fill=True, color=colour, alpha=0.75)
            if density[0] > highest:
                axes.annotate(f"{100 * density[0]:.0f} % at once", (edges[1] / scale, row + 0.8), xytext=(2, -7), textcoords="offset points",
                              fontsize=8, color=INK)
            median = intervals[arm]["median_hours"]["mean"]
            if median is not None:
                axes.plot([median / scale] * 2, [row, row + 0.8], color=INK, linewidth=1.6)
            share = intervals[arm]["share_within_standard"]
            if share is not None and share["mean"] is not None:
                axes.annotate(text.percent(share), (1.0, row + 0.12), xycoords=("axes fraction", "data"), xytext=(6, 0),
                              textcoords="offset points", fontsize=8.5)
        standard = intervals[arms[0]]["standard_hours"]
        if standard:
            axes.axvline(standard / scale, color="#b3450b", linewidth=1.2, linestyle=(0, (4, 3)))
            if standard < longest:
                axes.annotate(f"standard {text.duration(standard)}", (standard / scale, len(arms)), xytext=(3, 2), textcoords="offset points",
                              fontsize=8.5, color="#b3450b")
                axes.annotate("within it", (1.0, len(arms)), xycoords=("axes fraction", "data"), xytext=(6, 2), textcoords="offset points", fontsize=8.5)
        axes.set_yticks(np.arange(len(arms)) + 0.3, [shortened(arm) for arm in reversed(arms)])
        axes.tick_params(axis="y", length=0)
        axes.set_ylim(0, len(arms) + 0.35)
        axes.set_xlim(0, longest / scale)
        axes.set_xlabel(f"{interval}, {'days' if in_days else 'hours'}")

    return new(0.42 * len(arms) + 0.3, draw, "waits", f"Distribution of {interval} in each arm")


def flows(comparison: Comparison) -> str:
    """What an arm costs and brings year by year, undiscounted, and what is left so far."""
    def draw(axes: Axes) -> None:
        values = np.array(comparison["flows"], dtype=float)
        years = np.arange(len(values))
        axes.bar(years, values, width=0.6, color=[KINDS["cash"] if value >= 0 else OUTLAY for value in values], label="of the year")
        axes.plot(years, np.cumsum(values), "o-", color=INK, markersize=4, linewidth=1.2, label="so far")
        axes.axhline(0, color=INK, linewidth=1)
        axes.set_xticks(years, ["now", *(f"year {year}" for year in years[1:])])
        axes.yaxis.set_major_formatter(FuncFormatter(lambda y, _: text.pounds(round(y, 6)) if y else "£0"))
        axes.grid(axis="x", visible=False)
        axes.grid(axis="y", visible=True)
        axes.figure.legend(loc="outside upper left", ncols=2)

    return new(1.7, draw, "flows", f"Yearly flows of {comparison['arm']}")
