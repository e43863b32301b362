# SPDX-License-Identifier: MIT
"""Arms, studies, and the verbs that run and value them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pathecon._core import study as _study
from pathecon._core.econ import Appraisal, Terms
from pathecon._core.effect import explain as _explain_tools
from pathecon._core.io import Scenario
from pathecon._core.ledger import Tariff
from pathecon._core.pathway import Pathway
from pathecon._core.study import Arm, Goal, Interrupted, Occupied, Precision, SteadyState, Study, StudyResult, ledger_of

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "Arm",
    "Goal",
    "Interrupted",
    "Occupied",
    "Precision",
    "SteadyState",
    "Study",
    "StudyResult",
    "appraise",
    "bottlenecks",
    "event_log",
    "explain",
    "ledger_of",
    "occupancy",
    "run",
    "steady_state",
    "verify",
]


def _study_of(study: Study | Scenario) -> Study:
    if isinstance(study, Scenario):
        return study.study
    if isinstance(study, Study):
        return study
    made = "pe.Study(pathway, arms={'usual care': []})"
    raise TypeError(f"expected a Study or a Scenario, found a {type(study).__name__}" + (f": make a study of it, {made}" if isinstance(study, Pathway) else ""))


def run(study: Study | Scenario, *, threads: int = 0, progress: Callable[[int, int], object] | bool | None = None) -> StudyResult:
    """Simulates every arm of a study under the same luck.

    Other Python threads go on meanwhile. Ctrl-C raises `Interrupted` within half a second; its `result` holds what was finished.
    `threads=0` takes all there are; the result is the same for any number. `progress` is a function of (done, total), or True
    for a bar.
    """
    if threads < 0:
        raise ValueError(f"threads is 0 for all, or a number of them, not {threads}")
    what = _study_of(study)
    if progress is True:
        from pathecon.progress import Bar

        with Bar() as bar:
            return _study.run(what, threads=threads, progress=bar.show)
    return _study.run(what, threads=threads, progress=progress or None)


def event_log(study: Study | Scenario, arm: str = "", *, draw: int = 0, replication: int = 0, format: str = "vidigi") -> pd.DataFrame:
    """Every patient's way through one replication of an arm (the first when left out), simulated again with the same luck.

    `format` names whose columns it has: "vidigi", "bupar" (an activity log) or "pm4py". vidigi's times are hours; "bupar" and
    "pm4py" have timestamps of pandas, counted from the pathway's start date, or from Monday 1970-01-05 where it has none.
    """
    import pandas as pd

    from pathecon.frames import frame_of

    log = frame_of(_study.event_log(_study_of(study), arm, draw=draw, replication=replication, format=format))
    for column in ("timestamp", "time:timestamp"):
        if column in log:
            log[column] = pd.to_datetime(log[column].astype(object), format="ISO8601")
    return log


def occupancy(study: Study | Scenario, arm: str = "", *, draw: int = 0) -> Occupied:
    """How busy everybody was at each hour of the week, and how long queues were for how much of the time."""
    return _study.occupancy_of(_study_of(study), arm, draw=draw)


def verify(study: Study | Scenario, tariff: Tariff | None = None, *, replications: int = 4) -> pd.DataFrame:
    """Puts questions to a study whose answers are known whatever it is about: a tool that changes nothing must change nothing,
    doubled prices must double costs, and so on. Columns: claim, verdict (holds, fails, skipped), found.
    """
    import pandas as pd

    prices = tariff if tariff is not None else study.tariff if isinstance(study, Scenario) else Tariff()
    return pd.DataFrame(_study.verify(_study_of(study), prices, replications), columns=["claim", "verdict", "found"])


def appraise(result: StudyResult, tariff: Tariff, terms: Terms | None = None, **changes: Any) -> Appraisal:
    """Prices what happened and values it; never simulates. Keywords are those of `Terms`: `horizon=5 * years`."""
    valued = terms if terms is not None else Terms()
    return _study.appraise(result, tariff, valued.replace(**changes) if changes else valued)


def explain(what: Study | Scenario | StudyResult | Pathway, tools: Any = None) -> pd.DataFrame:
    """Lists what tools change: field, before, after, which tool, by which effect, on whose word.

    Takes a study, a scenario or a result, or a pathway with the tools to try on it.
    """
    if isinstance(what, Pathway):
        return _explain_tools(what, [] if tools is None else tools)
    if isinstance(what, StudyResult):
        return what.explain()
    return _study.explain(_study_of(what))


def bottlenecks(result: StudyResult, arm: str) -> pd.DataFrame:
    """Ranks what is limited in an arm, the busiest first."""
    return result.bottlenecks(arm)


def steady_state(study: Study | Scenario, arm: str, interval: str, *, threads: int = 0) -> SteadyState:
    """Simulates one arm from empty, finds how long it takes to settle (MSER-5), and gives an interval's mean after that.

    It means something where rates do not vary over the week, and of patients who come from one source.
    """
    return _study.steady_state(_study_of(study), arm, interval, threads=threads)
