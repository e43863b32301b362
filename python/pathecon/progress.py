# SPDX-License-Identifier: MIT
"""A bar that shows how far a run has come."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.console import Console


class Bar:
    """A bar on the terminal or in the notebook; `show` is what `run(progress=...)` takes."""

    def __init__(self, console: Console | None = None) -> None:
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        self.progress = Progress(TextColumn("simulating"), BarColumn(), TextColumn("{task.completed:.0f} of {task.total:.0f}"),
                                 TimeRemainingColumn(), console=console, transient=True)
        self.task = self.progress.add_task("simulating", total=1)

    def show(self, done: int, total: int) -> None:
        self.progress.update(self.task, completed=done, total=max(total, 1))

    def __enter__(self) -> Self:
        self.progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.progress.stop()
