"""A party that only the attendance prints is given to the person who acts, and to nobody who may be another."""

import pytest

from protokoll.model.document import (
    Action,
    Actors,
    Attendance,
    Fate,
    Item,
    Person,
    Proposal,
    Role,
    Vote,
    VoteKind,
    Voter,
    Voting,
)
from protokoll.model.text import Span
from protokoll.parsing.membership import matched, with_membership

_PLACE = Span(0, 1)


def _present(name: str, party: str | None, role: Role = Role.MEMBER) -> Attendance:
    return Attendance(name, party, role, None, None, _PLACE, 1, name)


def _person(name: str | None, party: str | None = None) -> Person:
    return Person(name, party, None, _PLACE, 1, name or "")


_HERE = (
    _present("Anna-Karin Bergfalk", "S"),
    _present("Kristina Hedmark", "M"),
    _present("Per Olsson", "C"),
    _present("Per Olsson", "V"),
    _present("Ek Ylva", "KD"),
)


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Anna-Karin Bergfalk", "S"),
        ("Anna Karin Bergfalk", "S"),
        ("Christina Hedmark", "M"),
        ("Ylva Ek", "KD"),
        ("Hedmark", "M"),
    ],
)
def test_spellings_of_one_person(name: str, party: str) -> None:
    """A hyphen, a letter, the order of the names or a surname alone do not make another person."""
    found = matched(_person(name), _HERE)
    assert found is not None
    assert found.party == party


@pytest.mark.parametrize("name", ["Per Olsson", "Karin Bergfalk", "Anna-Karin Bergström", "Olsson", None])
def test_nobody_where_it_is_not_sure(name: str | None) -> None:
    """Two of one name, another given name or another surname match nobody."""
    assert matched(_person(name), _HERE) is None


def _item() -> Item:
    by = Actors(persons=(_person("Kristina Hedmark"), _person("Bo Ask", "L")), parties=("L",))
    proposal = Proposal(by, Action.REJECT, None, (), None, None, "floor", Fate.UNKNOWN, _PLACE, 1)
    roll = (
        Voter("Anna-Karin Bergfalk", None, Voting.YES, _PLACE, 1, ""),
        Voter("Per Olsson", None, Voting.NO, _PLACE, 1, ""),
    )
    vote = Vote(VoteKind.MAIN, None, 1, 1, None, None, None, roll, None, False, _PLACE, 1)
    recused = (_person("Anna-Karin Bergfalk", "SD"),)
    return Item(None, None, (), proposals=(proposal,), votes=(vote,), recusals=recused)


def test_acts_are_completed() -> None:
    """Only what is missing is filled in: names and parties that are printed stay."""
    (item,) = with_membership((_item(),), _HERE)
    assert [(each.name, each.party) for each in item.proposals[0].by.persons] == [
        ("Kristina Hedmark", "M"),
        ("Bo Ask", "L"),
    ]
    assert item.proposals[0].by.parties == ("L", "M")
    assert [each.party for each in item.votes[0].roll] == ["S", None]
    assert item.recusals[0].party == "SD"


def test_officials_give_no_party() -> None:
    """A list of officials leaves the acts as they are."""
    (item,) = with_membership((_item(),), (_present("Kristina Hedmark", "M", Role.OTHER),))
    assert item.proposals[0].by == _item().proposals[0].by


def test_other_items_tell() -> None:
    """Who is printed with a party in one item has it in the others, and a voter's surname becomes the name."""
    roll = (Voter("Ask", None, Voting.YES, _PLACE, 1, "Ask"), Voter("Bo Ask", None, Voting.YES, _PLACE, 1, "Bo Ask"))
    vote = Vote(VoteKind.MAIN, None, 2, 0, None, None, None, roll, None, False, _PLACE, 1)
    _, voted = with_membership((_item(), Item(None, None, (), votes=(vote,))), ())
    assert [(each.name, each.party) for each in voted.votes[0].roll] == [("Bo Ask", "L"), ("Bo Ask", "L")]
