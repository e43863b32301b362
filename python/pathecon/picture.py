# SPDX-License-Identifier: MIT
"""A picture of a pathway as SVG, drawn without any other program."""

from __future__ import annotations

import itertools
from html import escape
from typing import TYPE_CHECKING, Any

from pathecon.layout import Edge, Layout, lay_out

if TYPE_CHECKING:
    from pathecon._core.pathway import Pathway

BOX = 172, 46  # Width and height of a step.
CELL = 196, 84  # Room of a step.
MARGIN = 16
FONT = "font-family='system-ui, -apple-system, Segoe UI, Helvetica, Arial, sans-serif'"
# Fill and line by kind of step; ink is dark on all of them.
COLOURS = {"arrivals": ("#eef2f6", "#5b6b7b"), "backlog": ("#eef2f6", "#5b6b7b"), "activity": ("#ffffff", "#1f5f8b"), "delay": ("#f7f3e8", "#a07a1f"),
           "fork": ("#eef2f6", "#5b6b7b"), "join": ("#eef2f6", "#5b6b7b")}
TOOL = "#b3450b"  # What a tool made or changed.


def short(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def percent(p: float) -> str:
    return f"{100 * p:.3g} %"


def quantity(value: Any) -> str:
    """An amount as it was written where that is short; an input with evidence says its value or mean."""
    if not hasattr(value, "human"):
        return str(value.value if value.value is not None else value.mean)
    exact = str(value)
    return exact if len(exact) <= 9 else str(value.human())


def branch_label(branch: Any) -> str:
    """How many take a way: a probability, a condition, or nothing for everybody who is left."""
    chance = branch.p
    parts = []
    if chance is not None:
        p = chance.p
        value = p if isinstance(p, float) else p.value if p.value is not None else p.mean
        by_case = len(chance.cases) > 0
        parts.append("by case" if by_case else percent(value) if isinstance(value, float) else str(value))
    if branch.where:
        parts.append(branch.where)
    if branch.elapsed is not None:
        for word, time in (("after", branch.elapsed.at_least), ("within", branch.elapsed.at_most)):
            if time is not None:
                parts.append(f"{word} {quantity(time)}")
    if len(branch.open.shifts):
        parts.append("at times")
    if branch.most:
        parts.append(f"at most {branch.most} times")
    return ", ".join(parts)


def time_label(time: Any) -> str:
    """The middle of a time: its mean or median."""
    for name in ("mean", "median", "mode"):
        value = getattr(time, name)
        if value:
            return quantity(value)
    return ""


def who_of(use: Any) -> str:
    return use.skill or " or ".join((use.resource, *(other.resource for other in use.instead)))


def subtitle(step: Any, kind: str) -> str:
    if kind == "arrivals":
        if step.between is not None:
            return f"every {time_label(step.between)}"
        return "by appointment" if step.appointments is not None else f"{len(step.trace)} traced" if step.trace else quantity(step.rate)
    if kind == "backlog":
        return f"{step.count or len(step.waited)} waiting"
    if kind == "delay":
        return time_label(step.takes)
    if kind != "activity":
        return kind
    who = ", ".join(filter(None, [step.session, *(who_of(use) for use in step.uses), f"{step.batch.days} meeting" if step.batch else ""]))
    together = f"up to {step.bulk.most} together" if step.bulk else ""
    return " · ".join(part for part in (who, together, time_label(step.takes)) if part)


def graph_of(pathway: Pathway) -> tuple[dict[str, tuple[str, Any]], dict[Edge, str], dict[str, list[str]]]:
    """The nodes with their kinds, the ways with their labels, and the ways out of each step."""
    nodes: dict[str, tuple[str, Any]] = {}
    for arrivals in pathway.arrivals:
        nodes[f"arrivals/{arrivals.name}"] = ("arrivals", arrivals)
    for backlog in pathway.backlog:
        nodes[f"backlog/{backlog.name}"] = ("backlog", backlog)
    for kind in ("activity", "delay", "fork", "join"):
        for step in getattr(pathway, kind):
            nodes.setdefault(step.name, (kind, step))
    edges: dict[Edge, str] = {}
    leaving: dict[str, list[str]] = {}

    def way(source: str, target: str, label: str) -> None:
        if target == "exit":
            leaving.setdefault(source, []).append(label)
        elif source in nodes and target in nodes:
            edges[source, target] = " or ".join(part for part in (edges.get((source, target), ""), label) if part)

    first = pathway.first or (pathway.activity[0].name if len(pathway.activity) else "")
    for arrivals in pathway.arrivals:
        way(f"arrivals/{arrivals.name}", arrivals.to or first, "")
    for fork in pathway.fork:
        for step in fork.branches:
            way(fork.name, step, "")
    for route in pathway.route:
        for branch in route.to:
            way(route.from_, branch.to, branch_label(branch))
    going = {source for source, _ in edges} | set(leaving)
    for name, (kind, _) in nodes.items():
        if name not in going and kind not in ("arrivals", "backlog"):
            leaving[name] = [""]
    for backlog in pathway.backlog:
        way(f"backlog/{backlog.name}", backlog.at, "")
    for activity in pathway.activity:
        if activity.patience is not None:
            way(activity.name, activity.patience.to, f"after {time_label(activity.patience.after)} in the queue")
        for rule in activity.balk:
            way(activity.name, rule.to, f"{rule.length} wait")
        if activity.no_show is not None:
            way(activity.name, activity.no_show.to, "who do not come")
    for event in pathway.event:
        start = event.from_.removesuffix(".arrive").removesuffix(".start")
        for source in (f"arrivals/{stream.name}" for stream in pathway.arrivals) if start == "arrival" else (start,):
            way(source, event.to, event.name)
    return nodes, edges, leaving


class Canvas:
    """Collects shapes and knows how large they are together."""

    def __init__(self, layout: Layout) -> None:
        left = min(layout.x.values(), default=0.0)
        self.offset = left - 0.5
        self.layout = layout
        self.width = (max(layout.x.values(), default=0.0) - left + 1) * CELL[0] + 2 * MARGIN
        self.height = len(layout.rows) * CELL[1] + 2 * MARGIN
        self.shapes: list[str] = []

    def place(self, node: object) -> tuple[float, float]:
        """The centre of a node."""
        x = (self.layout.x[node] - self.offset) * CELL[0] + MARGIN
        y = (self.layout.row_of[node] + 0.5) * CELL[1] + MARGIN
        return x, y

    def text(self, x: float, y: float, content: str, size: int, fill: str, full: str = "", weight: str = "normal",
             anchor: str = "middle", halo: bool = False) -> None:
        title = f"<title>{escape(full)}</title>" if full and full != content else ""
        around = " stroke='#ffffff' stroke-width='4' stroke-linejoin='round' paint-order='stroke'" if halo else ""
        self.shapes.append(f"<text x='{x:.1f}' y='{y:.1f}' font-size='{size}' font-weight='{weight}' fill='{fill}' "
                           f"text-anchor='{anchor}'{around}>{title}{escape(content)}</text>")

    def line(self, points: list[tuple[float, float]], dashed: bool) -> None:
        path = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
        for (x0, y0), (x1, y1) in itertools.pairwise(points):
            bend = (y1 - y0) / 2
            path += f" C{x0:.1f} {y0 + bend:.1f} {x1:.1f} {y1 - bend:.1f} {x1:.1f} {y1:.1f}"
        style = " stroke-dasharray='5 4'" if dashed else ""
        self.shapes.append(f"<path d='{path}' fill='none' stroke='#7a8794' stroke-width='1.4'{style}/>")
        x, y = points[-1]
        down = 1 if points[-1][1] > points[-2][1] else -1
        self.shapes.append(f"<path d='M{x:.1f} {y:.1f} l-4 {-7 * down} h8 z' fill='#7a8794'/>")

    def box(self, node: str, kind: str, step: Any, leaving: list[str]) -> None:
        x, y = self.place(node)
        fill, stroke = COLOURS[kind]
        made = bool(getattr(step, "tool", "")) or len(getattr(step, "adjustments", ())) > 0
        stroke = TOOL if made else stroke
        round_by = 23 if kind in ("arrivals", "backlog") else 6
        self.shapes.append(f"<rect x='{x - BOX[0] / 2:.1f}' y='{y - BOX[1] / 2:.1f}' width='{BOX[0]}' height='{BOX[1]}' rx='{round_by}' "
                           f"fill='{fill}' stroke='{stroke}' stroke-width='{2 if made else 1.4}'/>")
        name, below = step.name, subtitle(step, kind)
        self.text(x, y - 3 if below else y + 5, short(name, 24), 13, "#16202a", name, "600")
        if below:
            self.text(x, y + 14, short(below, 30), 11, "#4a5763", below)
        if leaving:
            label = " or ".join(part for part in leaving if part)
            self.text(x + BOX[0] / 2 - 4, y + BOX[1] / 2 + 13, short(f"{label} leave".strip(), 28), 11, "#5b6b7b",
                      f"{label} leave the pathway", anchor="end", halo=True)


def svg_of(pathway: Pathway) -> str:
    """Draws a pathway from the top down: arrivals, steps, and the ways between them."""
    nodes, edges, leaving = graph_of(pathway)
    layout = lay_out(list(nodes), list(edges))
    canvas = Canvas(layout)
    labels = []
    for (source, target), label in edges.items():
        if source == target:
            x, y = canvas.place(source)
            canvas.text(x + BOX[0] / 2 + 5, y + 4, short(f"↻ {label}".strip(), 20), 11, "#33404c", f"again: {label}", anchor="start", halo=True)
            continue
        points = [canvas.place(node) for node in layout.ways[source, target]]
        down = 1 if points[-1][1] > points[0][1] else -1
        points[0] = (points[0][0], points[0][1] + down * BOX[1] / 2)
        points[-1] = (points[-1][0], points[-1][1] - down * BOX[1] / 2)
        canvas.line(points, (source, target) in layout.turned)
        if label:
            (x0, y0), (x1, y1) = points[0], points[1]
            labels.append((x0 + (x1 - x0) * 0.88, y0 + (y1 - y0) * 0.7 + 3, label))
    for node, (kind, step) in nodes.items():
        canvas.box(node, kind, step, leaving.get(node, []))
    for x, y, label in labels:
        canvas.text(x, y, short(label, 30), 11, "#33404c", label, halo=True)
    title = escape(f"Pathway {pathway.name}: {len(nodes)} boxes, {len(edges)} ways")
    return (f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {canvas.width:.0f} {canvas.height:.0f}' role='img' "
            f"width='{canvas.width:.0f}' height='{canvas.height:.0f}' style='max-width:100%;height:auto' {FONT}>"
            f"<title>{title}</title>{''.join(canvas.shapes)}</svg>")


def text_of(pathway: Pathway) -> str:
    """Says in one line what a pathway holds."""
    counts = ((getattr(pathway, kind), kind) for kind in ("arrivals", "attribute", "test", "resource", "session", "activity",
                                                          "delay", "stay", "event", "downtime", "backlog", "route", "interval", "outcome", "budget_line"))
    parts = [f"{len(nouns)} {kind.replace('_', ' ')}" for nouns, kind in counts if len(nouns)]
    return f"<Pathway {pathway.name!r}: {', '.join(parts) or 'empty'}>"


def html_of(pathway: Pathway) -> str:
    """What a notebook shows."""
    return f"<div><p>{escape(text_of(pathway)[1:-1])}</p>{svg_of(pathway)}</div>"
