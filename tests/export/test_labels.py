"""Labels: every value of every enum has a word in each language."""

import tomllib
from enum import Enum
from importlib.resources import files
from pathlib import Path
from string import Formatter

import pytest

from protokoll.export.labels import LANGUAGES, load_labels
from protokoll.model import document
from protokoll.model.remark import RemarkCode

PACKAGE = Path(__file__).parents[2] / "src" / "protokoll"
ENUMS = [
    each
    for each in (*(getattr(document, name) for name in document.__all__), RemarkCode)
    if isinstance(each, type) and issubclass(each, Enum)
]
TABLE = tomllib.loads((files("protokoll.export") / "labels.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("enum", ENUMS)
def test_every_value_has_a_word(enum: type[Enum], language: str) -> None:
    """A new value of an enum needs its words before it can be shown."""
    labels = load_labels(language)
    assert all(labels.of(member) for member in enum)


def test_no_word_without_a_value() -> None:
    """A value that went away takes its words along."""
    values = {label.name: {member.value for member in label.enum} for label in map(_Label, ENUMS)}
    for group, entries in TABLE.items():
        if group not in ("heading", "phrase"):
            assert set(entries) == values[group]


def test_both_languages_are_complete_and_fill_the_same_blanks() -> None:
    """Each entry has exactly the two languages, with the same blanks in both."""
    for entries in TABLE.values():
        for words in entries.values():
            assert tuple(words) == LANGUAGES
            blanks = [{name for _, name, _, _ in Formatter().parse(each) if name} for each in words.values()]
            assert blanks[0] == blanks[1]


def test_every_heading_and_phrase_is_used() -> None:
    """Words that nothing shows any more are taken out."""
    code = "".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py")).replace("'", '"')
    unused = [key for group in ("heading", "phrase") for key in TABLE[group] if f'"{key}"' not in code]
    assert unused == ["rank_1", "rank_2", "rank_3"]  # composed from the number


class _Label:
    """An enum and the name of its group in the table."""

    def __init__(self, enum: type[Enum]) -> None:
        self.enum = enum
        name = enum.__name__
        self.name = "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")
