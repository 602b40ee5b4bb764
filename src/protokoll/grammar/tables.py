"""The tables of words: one TOML file each, read when it is first asked for."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

__all__ = ["DATA", "Tables"]

DATA = files("protokoll.grammar") / "data"


class Tables(Mapping[str, dict[str, Any]]):
    """The tables by name, each with what the layers of a profile add to it.

    >>> sorted(Tables([{"acts": {"reserve": ["säger nej"]}}], {})["acts"]["reserve"])[-1]
    'säger nej'
    """

    def __init__(self, layers: list[dict[str, Any]], read: dict[str, dict[str, Any]]) -> None:
        self._layers, self._read = layers, read

    def __getitem__(self, name: str) -> dict[str, Any]:
        try:
            return self._read[name]
        except KeyError:
            if name not in _table_names():
                raise
        table: dict[str, Any] = tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))
        for layer in self._layers:
            table = _merge(table, layer.get(name, {}))
        self._read[name] = table
        return table

    def __iter__(self) -> Iterator[str]:
        return iter(_table_names())

    def __len__(self) -> int:
        return len(_table_names())

    def with_table(self, name: str, table: dict[str, Any]) -> Tables:
        """Return the same tables but for one."""
        return Tables(self._layers, {**self._read, name: table})


@lru_cache(maxsize=1)
def _table_names() -> tuple[str, ...]:
    return tuple(sorted(each.name.removesuffix(".toml") for each in DATA.iterdir() if each.name.endswith(".toml")))


def _merge(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Lay `above` over `below`: tables are merged, lists are lengthened, single values replaced."""
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            merged[key] = _merge(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            merged[key] = [*old, *(each for each in value if each not in old)]
        else:
            merged[key] = value
    return merged
