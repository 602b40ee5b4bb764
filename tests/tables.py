"""Tables of cases: TOML beside the test, each case with what is expected decided from its text.

A table is a list of `[[case]]` with `label`, `why` and `text`; other keys are what the reader under test is
given besides the text. `[case.expect]` says what must come out; what it leaves out is not compared. A case with
`known_failure` is one that the reader gets wrong: it must fail, and the day it passes the mark goes.
"""

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from _pytest.mark import ParameterSet

from protokoll.grammar import Grammar, load
from protokoll.model.text import CleanText, SourceText, Span

__all__ = ["Case", "find_cases", "find_tables", "shaped", "uncleaned"]

_OWN = frozenset({"label", "why", "text", "expect", "known_failure", "profile"})


class Case(NamedTuple):
    """One row of a table."""

    label: str
    text: CleanText
    given: dict[str, Any]
    """What else the reader is given, by name."""
    expect: dict[str, Any]
    grammar: Grammar

    @property
    def words(self) -> str:
        """The text itself."""
        return self.text.text

    @property
    def whole(self) -> Span:
        """The span of the whole text."""
        return Span(0, len(self.text.text))

    def shaped(self, found: dict[str, Any]) -> Any:
        """Return of `found` what the case expects something of, in the form in which it expects it."""
        return shaped(found, self.expect)


def find_tables(folder: Path) -> list[Path]:
    """Return the tables of cases in `folder` and below, in order."""
    return sorted(folder.rglob("cases/*.toml"))


def find_cases(test: str) -> list[ParameterSet]:
    """Return the cases for the test module whose `__file__` is given: `cases/heads.toml` for `test_heads.py`."""
    place = Path(test)
    table = place.parent / "cases" / f"{place.stem.removeprefix('test_')}.toml"
    return [_param(row) for row in tomllib.loads(table.read_text("utf-8"))["case"]]


def uncleaned(words: str) -> CleanText:
    """Return `words` as a text that no rule of cleaning has touched."""
    source = SourceText(path="-", sha256="", size=0, reader="text", encoding="utf-8", text=words)
    return CleanText(source=source, passes=(), text=words)


def shaped(found: Any, expected: Any) -> Any:
    """Return `found` in the shape of `expected`: only its keys, records as words where words are expected.

    Nothing is an empty string, a passage its text, a person 'Eva Ek (V)', a voter 'Eva Ek (V) yes'.
    """
    if isinstance(found, msgspec.Struct) or (isinstance(found, tuple | list) and not isinstance(expected, list)):
        return shaped(msgspec.to_builtins(found), expected)
    if isinstance(expected, str):
        return _words(found)
    if isinstance(expected, dict) and isinstance(found, dict):
        return {key: shaped(found[key], each) for key, each in expected.items()}
    if isinstance(expected, list) and isinstance(found, tuple | list):
        if len(expected) == len(found):
            return [shaped(one, other) for one, other in zip(found, expected, strict=True)]
        return [shaped(one, expected[0] if expected else "") for one in found]
    return found


def _words(found: Any) -> Any:
    """Return a record as words."""
    if isinstance(found, msgspec.Struct):
        return _words(msgspec.to_builtins(found))
    if found is None:
        return ""
    if not isinstance(found, dict):
        return found
    if "persons" in found:
        return _actors(found)
    if "vote" in found:
        return f"{_person(found)} {found['vote']}"
    return found["text"] if "text" in found else _person(found) if "name" in found else found


def _person(found: dict[str, Any]) -> str:
    party = f"({found['party']})" if found["party"] else ""
    return f"{found['name'] or ''} {party}".strip()


def _actors(found: dict[str, Any]) -> str:
    """Return who acts: the persons, and in square brackets the parties where those are not just the persons'."""
    persons = ", ".join(_person(each) for each in found["persons"])
    own = list(dict.fromkeys(each["party"] for each in found["persons"] if each["party"]))
    parties = f"[{', '.join(found['parties'])}]" if list(found["parties"]) != own else ""
    body = found["body"]["text"] if found["body"] else ""
    return " ".join(each for each in (persons, parties, body) if each)


def _param(row: dict[str, Any]) -> ParameterSet:
    given = {key: value for key, value in row.items() if key not in _OWN}
    words = row["text"].strip("\n")
    case = Case(row["label"], uncleaned(words), given, row["expect"], load(row.get("profile", "default")))
    reason = row.get("known_failure")
    marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
    return pytest.param(case, id=row["label"], marks=marks)
