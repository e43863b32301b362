# SPDX-License-Identifier: MIT
"""Tables of the library as pandas DataFrames: numbers are views of the library's own memory, texts are categories."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from pathecon._core.base import Table


def frame_of(table: Table) -> pd.DataFrame:
    """Lays a table out without copying its numbers; the frame keeps the library's memory alive and cannot write to it."""
    import pandas as pd

    def column(name: str) -> pd.Series:
        if not table.is_text(name):
            return pd.Series(table.column(name), name=name, copy=False)
        codes, texts = table.column(name)
        return pd.Series(pd.Categorical.from_codes(codes, categories=pd.Index(texts, dtype=object)), name=name)

    return pd.DataFrame({name: column(name) for name in table.columns}, copy=False)
