# SPDX-License-Identifier: MIT
# Written by python/stubs.py from the extension's docstrings.
import os
import typing

import pathecon._core.base
import pathecon._core.econ
import pathecon._core.effect
import pathecon._core.ledger
import pathecon._core.pathway
import pathecon._core.study
import pathecon.nouns

class Scenario:
    """A whole case: pathway, tools, arms, prices and terms."""
    def __init__(self, *, title: str, study: pathecon._core.study.Study, tariff: pathecon._core.ledger.Tariff, terms: pathecon._core.econ.Terms) -> None: ...
    def replace(self, **parts: typing.Any) -> Scenario: """Returns a copy with title, study, tariff or terms changed."""
    @property
    def title(self) -> str: ...
    @property
    def study(self) -> pathecon._core.study.Study: ...
    @property
    def tariff(self) -> pathecon._core.ledger.Tariff: ...
    @property
    def terms(self) -> pathecon._core.econ.Terms: ...
    @property
    def pathway(self) -> pathecon._core.pathway.Pathway: ...
    @property
    def tools(self) -> pathecon.nouns.Nouns[pathecon._core.effect.Tool]: """All that the file defines, used by an arm or not."""
    @property
    def warnings(self) -> list[pathecon._core.base.Diagnostic]: ...
    @property
    def hash(self) -> str: """Of what the scenario says: comments and layout make no difference."""
    def as_dict(self) -> dict[str, typing.Any]: ...
    def _repr_html_(self) -> str: ...

def load_scenario(path: str | os.PathLike[str]) -> Scenario: """Reads a scenario file; raises InvalidInput with every fault, each at its line."""

def parse_scenario(text: str, name: str = 'scenario.toml', folder: str | os.PathLike[str] | None = None) -> Scenario: """Reads a scenario from TOML text; the files that it names are in the folder."""

def decode_scenario(content: dict[str, typing.Any], folder: str | os.PathLike[str] | None = None) -> Scenario: """Reads a scenario from a dictionary; the files that it names are in the folder."""

def load_trace(path: str | os.PathLike[str], pathway: pathecon._core.pathway.Pathway) -> pathecon.nouns.Nouns[pathecon._core.pathway.TracePatient]: """Reads a CSV file of past arrivals: a column of times, 'at', 'minutes', 'hours' or 'days', and attributes of the pathway."""

def parse_trace(text: str, pathway: pathecon._core.pathway.Pathway, name: str = 'trace.csv') -> pathecon.nouns.Nouns[pathecon._core.pathway.TracePatient]: """Reads CSV text of past arrivals."""
