"""The mender as a rule of cleaning: recorded, replayable, and only where there is damage."""

from protokoll.cleaning import Repair, Rule, clean
from protokoll.cleaning.repairing import word_rule
from protokoll.grammar import load
from protokoll.model.text import SourceText, Span

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
