"""The engine: rules propose, the engine checks, applies and records."""

import pytest

from protokoll.cleaning import RULES, Rule, clean, replay
from protokoll.cleaning.engine import checked
from protokoll.grammar import load
from protokoll.model.text import Edit, Pass, Span
from tests.cleaning.pages_of_text import make_source


def test_edits_come_in_order() -> None:
    """Edits may be proposed in any order and are recorded in that of the text."""
    edits = [Edit(Span(3, 4), "y"), Edit(Span(0, 1), "x")]
    assert [edit.span.start for edit in checked("abcd", edits)] == [0, 3]


def test_edits_that_change_nothing_are_left_out() -> None:
    """What is put where it already stands is no change."""
    assert checked("abcd", [Edit(Span(1, 3), "bc"), Edit(Span(2, 2), "")]) == ()


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(Span(0, 2), "x"), Edit(Span(1, 3), "y")],
        [Edit(Span(0, 5), "x")],
        [Edit(Span(3, 2), "x")],
    ],
    ids=["overlap", "beyond the end", "end before start"],
)
def test_impossible_edits_are_refused(edits: list[Edit]) -> None:
    """A rule that contradicts itself is a mistake in the rule, and told at once."""
    with pytest.raises(ValueError, match="edit"):
        checked("abcd", edits)


def test_rules_follow_each_other() -> None:
    """Each rule is given what the one before has left, and each is recorded under its name."""
    upper = Rule("upper", lambda text, _: [Edit(Span(0, len(text)), text.upper())])
    shout = Rule("shout", lambda text, _: [Edit(Span(len(text), len(text)), "!" if text.isupper() else "?")])
    text = clean(make_source("bifall"), load(), [upper, shout])
    assert text.text == "BIFALL!"
    assert text.passes == (
        Pass("upper", (Edit(Span(0, 6), "BIFALL"),)),
        Pass("shout", (Edit(Span(6, 6), "!"),)),
    )


def test_a_rule_without_work_is_recorded_too() -> None:
    """The record names every rule that was asked, so a reader sees that it found nothing."""
    text = clean(make_source("Motionen avslås."), load())
    assert [each.rule for each in text.passes] == [rule.name for rule in RULES]
    assert not any(each.edits for each in text.passes)


def test_words_are_mended_between_hyphens_and_paragraphs() -> None:
    """Words are whole after `hyphens`, and line ends still stand before `paragraphs`: there a mender belongs."""
    names = [rule.name for rule in RULES]
    assert names.index("hyphens") < names.index("paragraphs")
    place = names.index("paragraphs")
    seen: list[str] = []
    mend = Rule("words", lambda text, _: seen.append(text) or [])  # type: ignore[func-returns-value]
    clean(
        make_source("Nämnden avslår motionen om utom-\nordentliga cykelställ vid\nskolan."),
        load(),
        [*RULES[:place], mend, *RULES[place:]],
    )
    assert "utomordentliga" in seen[0]
    assert "\n" in seen[0]


def test_an_empty_text_stays_empty() -> None:
    """Nothing comes of nothing, with one page."""
    text = clean(make_source(""), load())
    assert (text.text, len(text.pages), text.furniture) == ("", 1, ())
    assert replay("", text.passes) == ""
