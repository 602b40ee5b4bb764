"""Persons, parties and bodies are read as they are named, and nobody else is."""

import pytest

from protokoll.grammar import load
from protokoll.parsing.actors import NOBODY, find_actors, find_parties, find_persons, joined_actors, party_of
from tests.tables import Case, find_cases, uncleaned


@pytest.mark.parametrize("case", find_cases(__file__))
def test_actors(case: Case) -> None:
    """Each form gives its persons, parties or body, and no others."""
    actors = find_actors(case.text, 0, len(case.words), case.grammar)
    found = {
        "actors": actors,
        "roles": [person.role.value if person.role else "" for person in actors.persons],
        "named": list(find_parties(case.words, case.grammar)),
    }
    assert case.shaped(found) == case.expect


def test_each_person_leads_back() -> None:
    """The words of a person hold title, name and bracket, and stand where the span says."""
    text = uncleaned("Därefter yrkar ordföranden Eva\nEk m.fl. (V) bifall.")
    (person,) = find_persons(text, 0, len(text.text), load())
    assert person.printed == person.span.of(text.text) == "ordföranden Eva\nEk m.fl. (V)"
    assert person.name == "Eva Ek"


def test_supporters_are_joined() -> None:
    """Parties are counted once, in the order of the text."""
    text = uncleaned("Eva Ek (V) Bo Ask (M) och Liv Alm (V)")
    first, others = find_actors(text, 0, 10, load()), find_actors(text, 11, 37, load())
    assert joined_actors(first, others).parties == ("V", "M")
    assert joined_actors(NOBODY, first).persons == first.persons


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("fp", "FP"),
        ("Moderaternas", "M"),
        ("miljöpartiet", "MP"),
        ("F!", "Fi"),
        ("SOU", None),
        ("kf", None),
        ("", None),
    ],
)
def test_party_of_a_label(label: str, code: str | None) -> None:
    """Letters and names lead to the code, other words to nothing."""
    assert party_of(label, load()) == code
