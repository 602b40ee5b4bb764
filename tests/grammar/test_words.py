"""The words of the grammar hold together: one phrase one meaning, none twice, and names that the code knows."""

import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from protokoll.grammar import fold, load, profiles
from protokoll.model.document import DocumentKind, Outcome, Point, Role
from protokoll.model.outline import BlockKind
from protokoll.model.text import Span
from protokoll.parsing import outcomes
from protokoll.parsing.rosters.labels import LabelKind

_DATA = files("protokoll.grammar") / "data"
_TABLES = sorted(each.name.removesuffix(".toml") for each in _DATA.iterdir() if each.name.endswith(".toml"))
# Tables in which a phrase has one meaning, by the entries among which it must not occur twice.
_ONE_MEANING = (
    ("headings", ""),
    ("matters", "headings"),
    ("attendance", "labels"),
    ("actors", "titles"),
    ("cues", ""),
)
# Tables whose phrases are compared folded, so that two that fold to one are one.
_FOLDED = (("headings", ""), ("matters", "headings"), ("attendance", "labels"), ("sections", ""))
# Words in which a space at the end means the end of a word.
_SPACED = ("matters/programme/statutes", "profiles/goteborg/marks", "profiles/stockholm/marks")


def _lists(value: Any, path: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each list of phrases with its path."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _lists(each, f"{path}/{key}")
    elif isinstance(value, list) and all(isinstance(each, str) for each in value):
        yield path, value
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _lists(each, f"{path}/{place}")


def _tables() -> dict[str, Any]:
    """Return each file of words, the profiles among them."""
    places = [each for folder in (_DATA, _DATA / "profiles") for each in folder.iterdir()]
    return {
        ("profiles/" if (_DATA / "profiles" / each.name).is_file() else "") + each.name.removesuffix(".toml"): (
            tomllib.loads(each.read_text("utf-8"))
        )
        for each in places
        if each.name.endswith(".toml")
    }


LISTS = dict(entry for name, table in _tables().items() for entry in _lists(table, name))


def _entries(table: str, part: str) -> dict[str, list[str]]:
    words = load().words[table]
    entries: dict[str, list[str]] = words[part] if part else words
    return entries


@pytest.mark.parametrize("path", LISTS)
def test_no_phrase_twice(path: str) -> None:
    """A list has phrases, and none twice."""
    assert LISTS[path]
    assert [phrase for phrase, times in Counter(LISTS[path]).items() if times > 1] == []


@pytest.mark.parametrize("path", LISTS)
def test_phrases_are_well_formed(path: str) -> None:
    """A phrase has one space between words, none around them, and letters that are one character each."""
    ill = [each for each in LISTS[path] if " ".join(each.split()) != each.strip(" ") or not each.strip()]
    assert ill == []
    assert [each for each in LISTS[path] if unicodedata.normalize("NFC", each) != each] == []
    if path not in _SPACED:
        assert [each for each in LISTS[path] if each != each.strip()] == []


@pytest.mark.parametrize(("table", "part"), _FOLDED)
def test_no_phrase_twice_after_folding(table: str, part: str) -> None:
    """Where phrases are compared folded, two that fold to one are one too many."""
    for entry, phrases in _entries(table, part).items():
        twice = [phrase for phrase, times in Counter(map(fold, phrases)).items() if times > 1]
        assert twice == [], entry


@pytest.mark.parametrize(("table", "part"), _ONE_MEANING)
def test_one_phrase_one_meaning(table: str, part: str) -> None:
    """No phrase stands under two entries of a table."""
    meanings: dict[str, set[str]] = {}
    for entry, phrases in _entries(table, part).items():
        for phrase in phrases:
            meanings.setdefault(fold(phrase), set()).add(entry)
    assert {phrase: entries for phrase, entries in meanings.items() if len(entries) > 1} == {}


def test_one_phrase_one_outcome() -> None:
    """No phrase does two things to a matter, and each outcome that the order names has phrases."""
    table = load().words["outcomes"]
    meanings: dict[str, set[Outcome]] = {}
    for entry in table["order"]:
        for phrase in table[entry]:
            meanings.setdefault(phrase.lower(), set()).add(outcomes._SPECIAL.get(entry) or Outcome(entry))
    assert {phrase: found for phrase, found in meanings.items() if len(found) > 1} == {}
    assert all(table[entry] for entry in table["order"])


@pytest.mark.parametrize("profile", profiles())
def test_labels_and_names_of_parties_are_unique(profile: str) -> None:
    """No letters and no name stand for two parties of one municipality."""
    parties = load(profile).parties
    labels = Counter(label.lower() for party in parties for label in (party.code, *party.labels))
    assert [label for label, times in labels.items() if times > 1] == []
    owners: dict[str, set[str]] = {}
    for party in parties:
        for name in party.names:
            owners.setdefault(fold(name), set()).add(party.code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


def test_names_are_those_of_the_code() -> None:
    """Entries that the code turns into members of an enumeration are members."""
    words = load().words
    assert set(words["headings"]) <= {kind.value for kind in BlockKind}
    assert set(words["matters"]["headings"]) <= {kind.value for kind in BlockKind}
    assert set(words["actors"]["titles"]) <= {role.value for role in Role}
    assert set(words["kinds"]["cues"]) <= {kind.value for kind in DocumentKind}
    assert set(words["attendance"]["labels"]) <= {kind.value for kind in LabelKind}
    places = {cue["where"] for cues in words["kinds"]["cues"].values() for cue in cues}
    assert places <= {"line", "opens", "head", "tail", "any"}


def test_every_outcome_has_words() -> None:
    """Each outcome of the output can come out, and each entry of the order leads to one."""
    table = load().words["outcomes"]
    assert {outcome.value for outcome in Outcome} <= set(table["order"])
    for entry in table["order"]:
        words = table[entry][0].replace("…", "ärendet")
        assert outcomes.outcome_of((Point(None, words, Span(0, 0), 1, words),), "", load()), entry


def test_weak_headings_are_headings() -> None:
    """Only what opens a section elsewhere can be kept from opening one inside somebody's text."""
    headings = load().headings
    weak = [phrase for phrase in load().words["sections"]["weak"] if fold(phrase) not in headings]
    assert set(weak) <= {"Yttranden"}


@pytest.mark.parametrize("profile", profiles())
def test_profiles_fit_the_tables(profile: str) -> None:
    """A profile has only what the tables have, and what it says of itself."""
    layer = _tables()[f"profiles/{profile}"]
    own = {key for key, value in layer.items() if not isinstance(value, dict)}
    assert own <= {"name", "extends", "municipality", "marks"}
    assert set(layer) - own <= set(_TABLES)
    assert profile == "default" or layer["marks"]
