# SPDX-License-Identifier: MIT
"""Results on a terminal: the answer first, then the arms."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pathecon.report import periods, precision, text, view

if TYPE_CHECKING:
    import pandas as pd

SENTENCES = (("What to buy", "what_to_buy"), ("What it returns", "what_it_returns"), ("How sure", "how_sure"),
             ("What is cash", "what_is_cash"), ("What is not", "what_is_not_cash"))
PLAIN_WIDTH = 132


def console() -> Console:
    return Console() if sys.stdout.isatty() else Console(width=PLAIN_WIDTH)


def answer(results: view.Results) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold")
    grid.add_column()
    decision = results["decision"]
    for name, key in SENTENCES if decision else ():
        if decision[key]:
            grid.add_row(name, escape(decision[key]))
    best = view.shown_arm(results)
    if best is not None:
        changes = list(view.interval_changes(results, best))
        for way in ("shorter", "longer"):
            grid.add_row(f"Who waits {way}", escape(view.sentence_of(changes, way) or "nobody beyond the error of the simulation"))
    return grid


def arms(results: view.Results) -> Table:
    table = Table(title=f"Against '{escape(results['arms'][0]['name'])}', present values", title_justify="left", show_edge=False, pad_edge=False)
    table.add_column("Arm")
    for name in ("Outlay", "NPV, cash", "95 % range", "+ capacity", "+ health", "Net ROI, cash", "Payback, cash"):
        table.add_column(name, justify="right")
    best = view.shown_arm(results)
    for one in results["comparisons"]:
        levels = one["levels"]
        table.add_row(escape(one["arm"]), text.money(one["outlay"]), text.money(levels["cash"]["npv"]), text.money_range(levels["cash"]["npv"]),
                      text.money(levels["capacity"]["npv"]), text.money(levels["health"]["npv"]),
                      text.percent(levels["cash"]["net_roi"]), text.years(levels["cash"]["payback_years"]),
                      style="bold" if one["arm"] == best else "")
    return table


def waits(results: view.Results) -> Table:
    table = Table(title="Median waits", title_justify="left", show_edge=False, pad_edge=False)
    table.add_column("Arm")
    intervals = [one["name"] for one in results["arms"][0]["intervals"] if one["patients"]]
    for name in intervals:
        table.add_column(escape(name), justify="right", max_width=16)
    for arm in results["arms"]:
        known = {one["name"]: text.time(one["median_hours"]) for one in arm["intervals"]}
        table.add_row(escape(arm["name"]), *(known.get(name, text.NONE) for name in intervals))
    return table


def lost(results: view.Results) -> Table:
    table = Table(title="Who did not get through", title_justify="left", show_edge=False, pad_edge=False)
    table.add_column("Arm")
    table.add_column("At")
    for _, name in view.LOST:
        table.add_column(name, justify="right", max_width=12)
    for arm, step, counts in view.lost_rows(results):
        table.add_row(escape(arm), escape(step), *counts)
    return table


def differences(results: view.Results, known: list[precision.Known]) -> Table:
    """How closely the differences are known."""
    table = Table(title=escape(precision.sentence(results, known)), title_justify="left", show_edge=False, pad_edge=False)
    headings = precision.headings(results, known)
    asked = any(one.goal for one in known)
    table.add_column("Arm")
    if headings.what:
        table.add_column(headings.what)
    for heading in (headings.answer, headings.range, headings.error, headings.runs, headings.worth):
        table.add_column(escape(heading), justify="right", max_width=24)
    if asked:
        table.add_column("Asked for")
    for one in known:
        whats, goals = [one.what] if headings.what else [], [one.asked] if asked else []
        table.add_row(*map(escape, [one.name, *whats, one.answer, one.range, one.error, precision.runs_of(results), one.worth, *goals]))
    return table


def by_period(told: periods.Periods) -> Table:
    """Period by period: who came, what they waited, who was busy."""
    table = Table(title=told.title, title_justify="left", show_edge=False, pad_edge=False, caption=escape(told.note), caption_justify="left")
    table.add_column("Arm")
    for name, days in told.headings:
        table.add_column(f"{name}, {days}" if days else name, justify="right")
    for block in told.blocks:
        table.add_row(f"[bold]{escape(block.name)}[/]")
        for row in block.rows:
            table.add_row(f"  {escape(row.name)}", *(escape(said) for said, _ in row.cells))
    return table


def show(results: view.Results) -> None:
    """Prints the answer, the arms, the waits, also by period, how closely they are known and what deserves a second look."""
    screen = console()
    screen.print(f"[bold]{escape(results['title'])}[/bold]\n")
    screen.print(answer(results))
    if results["comparisons"]:
        screen.print("", arms(results))
    screen.print("", waits(results))
    if (told := periods.of(results)) is not None:
        screen.print("", by_period(told))
    if view.lost_rows(results):
        screen.print("", lost(results))
    known = precision.known(results)
    if known:
        screen.print("", differences(results, known))
    study = results["study"]
    screen.print(f"\n{study['draws']} draw{'s' * (study['draws'] != 1)} × {study['replications']} replication{'s' * (study['replications'] != 1)}, seed {results['seed']}, inputs {results['inputs_hash']}, "
                 f"runs {results['runs_hash']}, status {results['status']}", style="dim")
    for one in results["warnings"]:
        screen.print(f"{one['severity']} {one['code']}: {one['path']}: {one['message']}", style="yellow", markup=False, highlight=False)


def show_changes(changes: pd.DataFrame) -> None:
    """Prints what the tools change, arm by arm."""
    screen = console()
    if changes.empty:
        screen.print("No arm has a tool that changes the pathway.")
        return
    rows: list[dict[str, Any]] = changes.to_dict(orient="records")
    for arm in dict.fromkeys(row["arm"] for row in rows):
        table = Table(title=escape(str(arm)), title_justify="left", title_style="bold", show_edge=False, pad_edge=False)
        for name in ("path", "before", "after", "tool", "effect", "source"):
            table.add_column(name, overflow="fold")
        for row in rows:
            if row["arm"] == arm:
                table.add_row(*(escape(str(row[name])) for name in ("path", "before", "after", "tool", "effect", "source")))
        screen.print(table, "")


VERDICTS = {"holds": "[green]holds[/]", "fails": "[bold red]fails[/]", "skipped": "[dim]not asked[/]"}


def show_verified(title: str, found: pd.DataFrame) -> None:
    """One row a claim; the sentence that sums them up comes first."""
    fails = int((found["verdict"] == "fails").sum())
    asked = int((found["verdict"] != "skipped").sum())
    out = console()
    out.print(f"[bold]{escape(title)}[/]: " + (f"all {asked} claims that could be put to it hold" if fails == 0 else f"{fails} of {asked} claims fail"))
    table = Table(box=None, padding=(0, 2), header_style="bold")
    table.add_column("claim")
    table.add_column("verdict")
    table.add_column("found", overflow="fold")
    for row in found.itertuples():
        table.add_row(escape(str(row.claim)), VERDICTS[str(row.verdict)], escape(str(row.found)))
    out.print(table)
