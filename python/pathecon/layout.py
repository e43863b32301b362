# SPDX-License-Identifier: MIT
"""A layered layout of a directed graph: who stands in which row, in which order, and where the lines bend.

The steps are those of Sugiyama, Tagawa and Toda (IEEE Transactions on Systems, Man, and Cybernetics 11 (1981), 109-125): turn
round the edges that close a cycle, put each node below its predecessors, give long edges a bend in every row they cross, order
each row by the mean position of the neighbours, and keep the order with the fewest crossings.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Edge = tuple[str, str]
SWEEPS = 12
ROUNDS = 200  # A long chain straightens slowly.


@dataclass
class Layout:
    """Rows of nodes from the top; a node is a name or a bend of an edge. `x` is in units of one node's width."""

    rows: list[list[object]]
    x: dict[object, float]
    row_of: dict[object, int]
    ways: dict[Edge, list[object]]  # From source to target, with the bends between.
    turned: set[Edge] = field(default_factory=set)  # Edges that run upwards.


def back_edges(nodes: Sequence[str], following: dict[str, list[str]]) -> set[Edge]:
    """The edges that close a cycle, found in depth-first order from the first node on."""
    found: set[Edge] = set()
    state: dict[str, int] = {}
    for root in nodes:
        stack: list[tuple[str, Iterable[str]]] = []
        if root not in state:
            state[root] = 1
            stack.append((root, iter(following[root])))
        while stack:
            node, rest = stack[-1]
            for after in rest:
                if state.get(after) == 1:
                    found.add((node, after))
                elif after not in state:
                    state[after] = 1
                    stack.append((after, iter(following[after])))
                    break
            else:
                state[node] = 2
                stack.pop()
    return found


def rows_of(nodes: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    """The longest way from any first node to each node; the edges hold no cycle."""
    row = dict.fromkeys(nodes, 0)
    for _ in nodes:
        changed = False
        for source, target in edges:
            if row[target] <= row[source]:
                row[target] = row[source] + 1
                changed = True
        if not changed:
            break
    # A node without predecessors stands right above the first of those that follow it.
    entered = {target for _, target in edges}
    for node in nodes:
        following = [row[target] for source, target in edges if source == node]
        if node not in entered and following:
            row[node] = min(following) - 1
    return row


def crossings(rows: list[list[object]], lines: set[tuple[object, object]]) -> int:
    count = 0
    for upper, lower in itertools.pairwise(rows):
        place = {node: i for i, node in enumerate(lower)}
        ends = [place[b] for a in upper for b in sorted((b for s, b in lines if s == a and b in place), key=place.__getitem__)]
        count += sum(1 for i, left in enumerate(ends) for right in ends[i + 1:] if right < left)
    return count


def ordered(rows: list[list[object]], lines: set[tuple[object, object]]) -> list[list[object]]:
    """Orders every row by the mean place of its neighbours in the row before, down and up, and keeps the best."""
    above: dict[object, list[object]] = {}
    below: dict[object, list[object]] = {}
    for a, b in sorted(lines, key=repr):
        below.setdefault(a, []).append(b)
        above.setdefault(b, []).append(a)
    best, fewest = [list(row) for row in rows], crossings(rows, lines)
    rows = [list(row) for row in rows]
    for sweep in range(SWEEPS):
        downwards = sweep % 2 == 0
        indices = range(1, len(rows)) if downwards else range(len(rows) - 2, -1, -1)
        for i in indices:
            place = {node: j for j, node in enumerate(rows[i - 1 if downwards else i + 1])}
            neighbours = above if downwards else below
            own = {node: j for j, node in enumerate(rows[i])}

            def mean(node: object, neighbours: dict[object, list[object]] = neighbours, place: dict[object, int] = place,
                     own: dict[object, int] = own) -> float:
                known = [place[n] for n in neighbours.get(node, []) if n in place]
                return sum(known) / len(known) if known else own[node]

            rows[i].sort(key=mean)
        if (count := crossings(rows, lines)) < fewest:
            best, fewest = [list(row) for row in rows], count
    return best


def apart(wished: list[float], weights: list[float], widths: list[float]) -> list[float]:
    """The places nearest to those wished, by weighted squares, at which neighbours do not overlap: isotonic regression by
    pooling adjacent violators."""
    offsets = [0.0] * bool(widths)
    for left, right in itertools.pairwise(widths):
        offsets.append(offsets[-1] + (left + right) / 2)
    blocks: list[tuple[float, float, int]] = []  # Mean, weight, members.
    for wish, weight, offset in zip(wished, weights, offsets, strict=True):
        mean, members = wish - offset, 1
        while blocks and blocks[-1][0] >= mean:
            before, heavy, count = blocks.pop()
            mean, weight, members = (before * heavy + mean * weight) / (heavy + weight), heavy + weight, members + count
        blocks.append((mean, weight, members))
    places = [mean for mean, _, members in blocks for _ in range(members)]
    return [place + offset for place, offset in zip(places, offsets, strict=True)]


def spread(rows: list[list[object]], lines: set[tuple[object, object]], width: dict[object, float]) -> dict[object, float]:
    """Shortens the lines as springs would, by squares, while nodes of a row keep their order and their distance."""
    neighbours: dict[object, list[object]] = {}
    for a, b in lines:
        neighbours.setdefault(a, []).append(b)
        neighbours.setdefault(b, []).append(a)
    x = {node: float(i) for row in rows for i, node in enumerate(row)}
    for _ in range(ROUNDS):
        for row in rows:
            wished = [sum(x[n] for n in neighbours[v]) / len(neighbours[v]) if v in neighbours else x[v] for v in row]
            weights = [float(len(neighbours.get(v, ())) or 1) for v in row]
            x.update(zip(row, apart(wished, weights, [width[v] for v in row]), strict=True))
    return x


def lay_out(nodes: Sequence[str], edges: Sequence[Edge], bend_width: float = 0.4) -> Layout:
    """Places the nodes, each one unit wide; a bend needs `bend_width`."""
    known = [(a, b) for a, b in dict.fromkeys(edges) if a != b]
    following: dict[str, list[str]] = {node: [] for node in nodes}
    for a, b in known:
        following[a].append(b)
    turned = back_edges(nodes, following)
    forward = list(dict.fromkeys((b, a) if (a, b) in turned else (a, b) for a, b in known))
    found = rows_of(nodes, forward)
    lowest = min(found.values(), default=0)
    row_of: dict[object, int] = {node: row - lowest for node, row in found.items()}
    rows: list[list[object]] = [[] for _ in range(max(row_of.values(), default=0) + 1)]
    for node in nodes:
        rows[row_of[node]].append(node)
    width: dict[object, float] = dict.fromkeys(nodes, 1.0)
    ways: dict[Edge, list[object]] = {}
    lines: set[tuple[object, object]] = set()
    for a, b in forward:
        bends: list[object] = [(a, b, row) for row in range(row_of[a] + 1, row_of[b])]
        for bend, row in zip(bends, range(row_of[a] + 1, row_of[b]), strict=True):
            rows[row].append(bend)
            row_of[bend] = row
            width[bend] = bend_width
        way: list[object] = [a, *bends, b]
        ways[(a, b)] = way
        lines.update(itertools.pairwise(way))
    rows = ordered(rows, lines)
    x = spread(rows, lines, width)
    drawn = {(a, b): ways[(b, a)][::-1] if (a, b) in turned else ways[(a, b)] for a, b in known}
    return Layout(rows, x, row_of, drawn, turned)
