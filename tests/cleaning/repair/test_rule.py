"""The mender as a rule of cleaning: recorded, replayable, and only where there is damage."""

from protokoll.cleaning import Repair, Rule, clean
from protokoll.cleaning.repair.rule import surest_only
from protokoll.cleaning.repairing import word_rule
from protokoll.grammar import load
from protokoll.model.text import Edit, SourceText, Span

DAMAGED = "Namnden far 1 uppdrag att se over vagarna och aterkomma nar fragan ar utredd pa nytt i varas.\n" * 3
RULES = (Rule("repair", word_rule(Repair())),)


def source(text: str) -> SourceText:
    """A text as found."""
    return SourceText(path="-", sha256="", size=0, reader="text", encoding="utf-8", text=text)


def test_every_change_leads_back_to_the_words_as_printed() -> None:
    """The clean words point at the damaged ones in the source."""
    text = clean(source(DAMAGED), load(), RULES)
    start = text.text.index("Nämnden")
    assert text.origin(Span(start, start + 7)).of(DAMAGED) == "Namnden"


def test_a_lone_one_becomes_the_word_i() -> None:
    """In damaged text, between words that go with *i*."""
    assert "får i uppdrag" in clean(source(DAMAGED), load(), RULES).text


def test_mending_twice_changes_nothing() -> None:
    """What was mended has its å, ä and ö, and is healthy."""
    once = clean(source(DAMAGED), load(), RULES).text
    assert clean(source(once), load(), RULES).text == once


def test_what_two_menders_change_is_changed_once() -> None:
    """Of edits of the same letters the surest holds; edits beside one another all hold, in the order given."""
    day, word = Edit(Span(8, 9), "1", 0.99, "figure"), Edit(Span(8, 9), "i", 0.97, "piece")
    beside, wide = Edit(Span(9, 10), ".", 0.9, "piece"), Edit(Span(4, 9), "namn", 0.98, "lexicon")
    assert surest_only([word, beside, day]) == [beside, day]
    assert surest_only([wide, word]) == [wide]
    assert surest_only([beside, wide, day]) == [beside, day]


def test_a_six_in_a_word_is_a_letter() -> None:
    """A 6 that is left inside a word of damaged text is an ö; that of a road or a house stays."""
    text = DAMAGED + "Det galler Gransj6 och Malmé6ga vid E6:an och hus A6.\n"
    assert "Gransjö och Malmöga vid E6:an och hus A6." in clean(source(text), load(), RULES).text
