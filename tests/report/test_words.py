"""The words of positions, for the terminal and the page."""

import ast
import re
import tomllib
from enum import StrEnum
from pathlib import Path

import pytest

import protokoll.report
from protokoll.model.position import Basis, Relation, Stance
from protokoll.report.words import load_words

FOLDER = Path(protokoll.report.__file__).parent
TABLE = tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))


@pytest.mark.parametrize("members", [Stance, Basis, Relation])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_value_has_its_word(members: type[StrEnum], language: str) -> None:
    """A value without a word would be an error on the page."""
    words = load_words(language)
    assert all(words.of(member) for member in members)
    assert len({words.of(member) for member in members}) == len(members)


def test_no_word_is_without_its_value() -> None:
    """What the groups explain is in the enums."""
    for group, members in (("basis_about", Basis), ("relation_about", Relation), ("stance", Stance), ("basis", Basis)):
        assert set(TABLE[group]) == set(members)


def test_both_languages_have_the_same_blanks() -> None:
    """A phrase is filled the same way in both."""
    for entries in TABLE.values():
        for key, each in entries.items():
            assert set(each) == {"sv", "en"}, key
            assert sorted(re.findall(r"{\w+}", each["sv"])) == sorted(re.findall(r"{\w+}", each["en"])), key


def test_pages_use_every_word_and_no_other() -> None:
    """The words of the page are those that its templates ask for."""
    templates = "".join(path.read_text("utf-8") for path in (FOLDER / "templates").glob("*.html"))
    asked = set(re.findall(r"""_\(["'](\w+)["']""", templates))
    assert asked == set(TABLE["page"])


def test_nothing_is_called_dropped() -> None:
    """What was not found later was not given up: no text says so."""
    for entries in TABLE.values():
        for each in entries.values():
            assert not re.search(r"\b(dropped|abandoned|given up|övergivit|övergett|lagt ner)\b", f"{each}")


def test_every_reason_of_comparing_has_words() -> None:
    """What `compare` says of a link is said in Swedish on a Swedish page, whatever fills its blanks."""
    swedish, english = load_words("sv"), load_words("en")
    for key, said in english.words["reason"].items():
        filled = re.sub(r"{\w+}", "0.5", said)
        assert english.reason(filled) == filled
        assert swedish.reason(filled) == re.sub(r"{\w+}", "0.5", TABLE["reason"][key]["sv"]), key
    assert swedish.reason("another kind of evidence (vote before, report after), which by itself is no change") == (
        "annat slags belägg (röst före, styrets eget svar efter), vilket i sig inte är någon förändring"
    )


def _reasons_in(path: Path) -> list[str]:
    """Return the strings of several words in a module's code, their blanks filled; no docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    parts = {id(part) for node in joined for part in node.values}
    alone = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docs | parts]
    told = [str(node.value) for node in alone if isinstance(node.value, str)]
    told += [
        "".join(str(part.value) if isinstance(part, ast.Constant) else "0.5" for part in node.values) for node in joined
    ]
    return [each for each in told if " " in each.strip() and not each.startswith(" ")]


def test_a_new_reason_is_found_out() -> None:
    """Whatever the modules that link and compare may say has its Swedish words."""
    modules = [path for path in (FOLDER.parent / "positions").glob("*.py") if "Relation" in path.read_text("utf-8")]
    reasons = [each for path in (*modules, FOLDER.parent / "positions" / "weighing.py") for each in _reasons_in(path)]
    assert len(reasons) >= 20
    assert [each for each in reasons if load_words("sv").reason(each) == each] == []
