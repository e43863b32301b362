# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
import collections.abc
import datetime
import typing

import pathecon._core.pathway
import pathecon._core.random
import pathecon._core.units
import pathecon.nouns

class Scale:
    """Makes an activity, or the slots of a session, shorter or longer."""
    def __init__(self, activity: str | None = None, by: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, *, session: str | None = None, add: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None) -> None: ...
    def replace(self, *, activity: str | None = None, session: str | None = None, by: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, add: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None) -> Scale: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Scale: """Reads what a file would say."""
    @property
    def activity(self) -> str: """Activity whose time changes."""
    @property
    def session(self) -> str: """Session whose slots change, in place of an activity."""
    @property
    def by(self) -> float | pathecon._core.random.Input: """Factor on the time."""
    @property
    def add(self) -> pathecon._core.units.Duration | pathecon._core.random.Input: """Time added to it; negative when it saves time."""
    @property
    def where(self) -> str: """Patients to whom it applies; not for a session."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
    def __call__(self, pathway: pathecon._core.pathway.Pathway, tool: str = 'tool') -> pathecon._core.pathway.Pathway: """Returns the pathway after this effect alone, of a tool that every visit uses."""

class Insert:
    """Puts a new activity in the way."""
    def __init__(self, activity: pathecon._core.pathway.Activity | dict[str, typing.Any], *, after: str | None = None, before: str | None = None, where: str | None = None, luck_name: str | None = None) -> None: ...
    def replace(self, *, activity: pathecon._core.pathway.Activity | dict[str, typing.Any] | None = None, after: str | None = None, before: str | None = None, where: str | None = None, luck_name: str | None = None) -> Insert: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Insert: """Reads what a file would say."""
    @property
    def activity(self) -> pathecon._core.pathway.Activity: """The new activity."""
    @property
    def after(self) -> str: """Step that it comes after."""
    @property
    def before(self) -> str: """Step that it comes before, in place of 'after'."""
    @property
    def where(self) -> str: """Patients who need it."""
    @property
    def luck_name(self) -> str: """Activity that it stands in for, whose luck it takes."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
    def __call__(self, pathway: pathecon._core.pathway.Pathway, tool: str = 'tool') -> pathecon._core.pathway.Pathway: """Returns the pathway after this effect alone, of a tool that every visit uses."""

class Bypass:
    """Lets some patients skip an activity."""
    def __init__(self, activity: str, share: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, *, where: str | None = None, test: str | None = None, errors: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, missed: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, recall: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, activity: str | None = None, share: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None, test: str | None = None, errors: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, missed: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, recall: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None) -> Bypass: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Bypass: """Reads what a file would say."""
    @property
    def activity(self) -> str: """Activity that is skipped."""
    @property
    def share(self) -> float | pathecon._core.random.Input: """Share of the patients who meet 'where' and skip it."""
    @property
    def where(self) -> str: """Patients who may skip it."""
    @property
    def test(self) -> str: """Test of the activity that those who skip need a result of."""
    @property
    def errors(self) -> float | pathecon._core.random.Input | None: """Share of those who skip who have the test's condition."""
    @property
    def missed(self) -> float | pathecon._core.random.Input: """Share of them who are called negative."""
    @property
    def recall(self) -> float | pathecon._core.random.Input: """Share of those who skip without the condition who are called positive."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
    def __call__(self, pathway: pathecon._core.pathway.Pathway, tool: str = 'tool') -> pathecon._core.pathway.Pathway: """Returns the pathway after this effect alone, of a tool that every visit uses."""

class Transfer:
    """Moves work from those who do it to somebody else."""
    def __init__(self, activity: str, *, from_: str, to: str, time: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, share: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None, as_activity: str | None = None) -> None: ...
    def replace(self, *, activity: str | None = None, from_: str | None = None, to: str | None = None, time: pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, share: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None, as_activity: str | None = None) -> Transfer: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Transfer: """Reads what a file would say."""
    @property
    def activity(self) -> str: """Activity that the work belongs to."""
    @property
    def from_(self) -> str: """Resource that does it now."""
    @property
    def to(self) -> str: """Resource that will do it."""
    @property
    def time(self) -> pathecon._core.units.Duration | pathecon._core.random.Input | None: """Time moved on each visit."""
    @property
    def share(self) -> float | pathecon._core.random.Input | None: """Share of the time moved on each visit, in place of 'time'."""
    @property
    def where(self) -> str: """Patients to whom it applies."""
    @property
    def as_activity(self) -> str: """Name of the new activity in which patients wait for 'to'."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
    def __call__(self, pathway: pathecon._core.pathway.Pathway, tool: str = 'tool') -> pathecon._core.pathway.Pathway: """Returns the pathway after this effect alone, of a tool that every visit uses."""

class UrgentBooking:
    """A shorter booking lag for those who are flagged."""
    def __init__(self, activity: str, lag: pathecon._core.pathway.TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any]) -> None: ...
    def replace(self, *, activity: str | None = None, lag: pathecon._core.pathway.TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None) -> UrgentBooking: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> UrgentBooking: """Reads what a file would say."""
    @property
    def activity(self) -> str: """Activity with a booking lag."""
    @property
    def lag(self) -> pathecon._core.pathway.TimeDistribution: """Lag of those who are flagged."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""

class Prioritise:
    """Flags some patients and serves them first."""
    def __init__(self, activity: str, *, condition: str, sensitivity: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, auc: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, flags: float | str | pathecon._core.random.Input | dict[str, typing.Any], level: int | None = None, flag: str | None = None, where: str | None = None, urgent_booking: UrgentBooking | dict[str, typing.Any] | None = None) -> None: ...
    def replace(self, *, activity: str | None = None, condition: str | None = None, sensitivity: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, auc: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, flags: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, level: int | None = None, flag: str | None = None, where: str | None = None, urgent_booking: UrgentBooking | dict[str, typing.Any] | None = None) -> Prioritise: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Prioritise: """Reads what a file would say."""
    @property
    def activity(self) -> str: """Activity whose queue is put in order."""
    @property
    def condition(self) -> str: """What the flag looks for: a condition on attributes."""
    @property
    def sensitivity(self) -> float | pathecon._core.random.Input | None: """Share flagged of those who have the condition."""
    @property
    def auc(self) -> float | pathecon._core.random.Input | None: """Area under the ROC curve, in place of the sensitivity."""
    @property
    def flags(self) -> float | pathecon._core.random.Input: """Share flagged: of those without the condition; with 'auc', of all."""
    @property
    def level(self) -> int: """Level at which the flagged are served; lower goes first, others have 100."""
    @property
    def flag(self) -> str: """Name of the attribute that says who is flagged; '<tool>/flag' when left out."""
    @property
    def where(self) -> str: """Patients whom the tool looks at."""
    @property
    def urgent_booking(self) -> UrgentBooking | None: """A shorter booking lag for the flagged; its opportunity cost is not modelled."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
    def __call__(self, pathway: pathecon._core.pathway.Pathway, tool: str = 'tool') -> pathecon._core.pathway.Pathway: """Returns the pathway after this effect alone, of a tool that every visit uses."""

class Detect:
    """Changes how well a test finds what it looks for."""
    def __init__(self, test: str, *, sensitivity: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, specificity: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, odds_sensitivity: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, odds_specificity: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None) -> None: ...
    def replace(self, *, test: str | None = None, sensitivity: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, specificity: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, odds_sensitivity: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, odds_specificity: float | pathecon._core.random.Input | dict[str, typing.Any] | None = None, where: str | None = None) -> Detect: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Detect: """Reads what a file would say."""
    @property
    def test(self) -> str: """Test that changes."""
    @property
    def sensitivity(self) -> float | pathecon._core.random.Input | None: """Its new sensitivity."""
    @property
    def specificity(self) -> float | pathecon._core.random.Input | None: """Its new specificity."""
    @property
    def odds_sensitivity(self) -> float | pathecon._core.random.Input | None: """Odds ratio on its sensitivity, in place of a new one."""
    @property
    def odds_specificity(self) -> float | pathecon._core.random.Input | None: """Odds ratio on its specificity, in place of a new one."""
    @property
    def where(self) -> str: """Patients to whom it applies."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
    def __call__(self, pathway: pathecon._core.pathway.Pathway, tool: str = 'tool') -> pathecon._core.pathway.Pathway: """Returns the pathway after this effect alone, of a tool that every visit uses."""

class Reconcile:
    """Sends the cases on which tool and reader disagree to a second look."""
    def __init__(self, activity: str, *, test: str, flag: str | None = None, discordance: pathecon._core.pathway.Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, review: pathecon._core.pathway.TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any], uses: collections.abc.Sequence[pathecon._core.pathway.Use | dict[str, typing.Any] | str] | pathecon._core.pathway.Use | dict[str, typing.Any] | str, actionable: pathecon._core.pathway.Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any], action: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, level: int | None = None, where: str | None = None, name: str | None = None) -> None: ...
    def replace(self, *, activity: str | None = None, test: str | None = None, flag: str | None = None, discordance: pathecon._core.pathway.Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, review: pathecon._core.pathway.TimeDistribution | pathecon._core.units.Duration | str | datetime.timedelta | pathecon._core.random.Input | dict[str, typing.Any] | None = None, uses: collections.abc.Sequence[pathecon._core.pathway.Use | dict[str, typing.Any] | str] | pathecon._core.pathway.Use | dict[str, typing.Any] | str | None = None, actionable: pathecon._core.pathway.Chance | float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, action: float | str | pathecon._core.random.Input | dict[str, typing.Any] | None = None, level: int | None = None, where: str | None = None, name: str | None = None) -> Reconcile: """Returns a copy with some fields changed."""
    @staticmethod
    def from_dict(content: typing.Any) -> Reconcile: """Reads what a file would say."""
    @property
    def activity(self) -> str: """Activity in which the reader comes to a finding."""
    @property
    def test(self) -> str: """The reader's finding."""
    @property
    def flag(self) -> str: """The tool's flag: those on whom flag and finding differ are reviewed."""
    @property
    def discordance(self) -> pathecon._core.pathway.Chance | None: """Share that is reviewed, in place of 'flag'."""
    @property
    def review(self) -> pathecon._core.pathway.TimeDistribution: """How long a review takes."""
    @property
    def uses(self) -> pathecon.nouns.Nouns[pathecon._core.pathway.Use]: """Who reviews."""
    @property
    def actionable(self) -> pathecon._core.pathway.Chance: """Share of the reviewed with a finding to act on."""
    @property
    def action(self) -> float | pathecon._core.random.Input: """Share of these that are acted on, so that a negative finding turns positive."""
    @property
    def level(self) -> int: """Level of the reviews in the queue; 100 is that of everybody."""
    @property
    def where(self) -> str: """Patients whom the tool looks at."""
    @property
    def name(self) -> str: """Name of the review; '<tool>/review' when left out."""
    def as_dict(self) -> typing.Any: """Gives what a file would say, without what is left at its default."""
    def __call__(self, pathway: pathecon._core.pathway.Pathway, tool: str = 'tool') -> pathecon._core.pathway.Pathway: """Returns the pathway after this effect alone, of a tool that every visit uses."""
