# SPDX-License-Identifier: MIT
"""Tuples whose elements can be had by name: `pathway.activity["read"]`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, SupportsIndex, TypeVar, overload

if TYPE_CHECKING:
    from inspect import Signature as Made

    from pathecon._core.pathway import Pathway
    from pathecon._core.random import Input
    from pathecon._core.study import Arm, Study

T = TypeVar("T")


def name_of(noun: Any) -> str:
    """What a noun is called: its name, or the step or resource that it is about."""
    for key in ("name", "from_", "to", "resource", "item", "interval"):
        if isinstance(name := getattr(noun, key, None), str):
            return name
    return ""


class Nouns(tuple[T, ...]):
    """The nouns of one kind, in their order."""

    @overload
    def __getitem__(self, key: SupportsIndex | str) -> T: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[T, ...]: ...
    def __getitem__(self, key: Any) -> Any:
        if not isinstance(key, str):
            return super().__getitem__(key)
        for noun in self:
            if name_of(noun) == key:
                return noun
        raise KeyError(f"no '{key}' among {', '.join(self.names()) or 'none'}")

    def names(self) -> list[str]:
        return [name_of(noun) for noun in self]

    def __contains__(self, key: object) -> bool:
        return key in self.names() if isinstance(key, str) else super().__contains__(key)

    def __iter__(self) -> Iterator[T]:
        return super().__iter__()

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (tuple(self),))


def noun_of(kind: type[T], content: Any) -> T:
    """Makes a noun of what a file says."""
    return kind.from_dict(content)  # type: ignore[attr-defined, no-any-return]


def input_of(content: dict[str, Any]) -> Input:
    """Makes an input of what a file says."""
    from pathecon._core.random import Input

    return Input(**{"as_" if key == "as" else key: value for key, value in content.items()})


def study_of(pathway: Pathway, arms: list[Arm], fields: dict[str, Any]) -> Study:
    """Makes a study of its parts."""
    from pathecon._core.study import Study

    return Study(pathway, arms, **fields)


class Signature:
    """The signature of a class as editors and notebooks ask for it; it is made when it is asked for."""

    def __init__(self, parameters: str) -> None:
        self.parameters = parameters

    def __get__(self, instance: object, owner: type) -> Made:
        import inspect

        return inspect.signature(eval(f"lambda {self.parameters}: None"))
