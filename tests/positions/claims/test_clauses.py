"""Whose a verb is and whether its clause is free follow from the words around it."""

import pytest

from protokoll.grammar import load
from protokoll.positions.claims.clauses import Clauses
from protokoll.positions.claims.language import pipeline
from protokoll.positions.claims.vocabulary import person_of, phrases_of, verbs_of


def _clauses(words: str) -> tuple[Clauses, list[str]]:
    doc = pipeline()(words)
    found = phrases_of(load()).find(doc)
    people = [each for cue in found if (each := person_of(cue, frozenset(["V"])))]
    return Clauses(doc[:], people, verbs_of(load())), [token.text for token in doc]


@pytest.mark.parametrize(
    ("words", "verb", "whose"),
    [
        ("Vi vill ha fler träd.", "vill", "own"),
        ("Därför vill vi ha fler träd.", "vill", "own"),
        ("Vänsterpartiet vill ha fler träd.", "vill", "own"),
        ("Kristdemokraterna vill ha fler träd.", "vill", "rivals"),
        ("Förvaltningen vill ha fler träd.", "vill", "others"),
        ("Barnen vill ha fler träd.", "vill", "unknown"),
        ("Vi uppmanar därför nämnden att vänta.", "uppmanar", "own"),
        ("Vi har läst förslaget och vill ha fler träd.", "vill", "own"),
        ("Förvaltningen, som vi uppskattar, vill ha fler träd.", "vill", "unknown"),
    ],
)
def test_the_subject_of_a_verb(words: str, verb: str, whose: str) -> None:
    """The subject stands before the verb in its clause, or right after it."""
    clauses, tokens = _clauses(words)
    at = tokens.index(verb)
    assert clauses.subject(at, at + 1).value == whose


@pytest.mark.parametrize(
    ("words", "verb", "bound"),
    [
        ("Barn ska få simma.", "ska", False),
        ("Barn som bor långt bort ska få simma.", "ska", False),
        ("Barn som ska simma kommer hit.", "ska", True),
        ("Vi bygger om för att alla ska kunna simma.", "ska", True),
        ("För att nå fler måste hallen hålla öppet.", "måste", False),
        ("När hallen är färdig ska barnen simma.", "ska", False),
        ("Vi väntar tills hallen ska öppna.", "ska", True),
        ("Vi anser att barnen ska få simma.", "ska", False),
        ("Planen visar att barnen ska få simma.", "ska", True),
        ("Det finns en modell i Norrby, som bör prövas.", "bör", False),
        ("Så snart som möjligt behövs en plan.", "behövs", False),
    ],
)
def test_whether_a_clause_is_bound(words: str, verb: str, bound: bool) -> None:
    """A clause that says what for, when or which makes no demand; one parted off by a comma may."""
    clauses, tokens = _clauses(words)
    assert clauses.is_bound(tokens.index(verb)) is bound


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ("Minska köerna.", True),
        ("Inför längre öppettider.", True),
        ("Att minska köerna.", True),
        ("Till alla nämnder: minska köerna.", True),
        ("Om pengarna räcker, bygg en ny hall.", True),
        ("Att minska köerna är svårt.", False),
        ("Köerna är långa.", False),
        ("Fler träd i parken.", False),
    ],
)
def test_a_sentence_that_opens_with_a_verb(words: str, opens: bool) -> None:
    """An infinitive or imperative at the front is the demand of a list."""
    assert _clauses(words)[0].opens_with_verb() is opens
