"""Short phrases: who acts, what is proposed, how votes fell."""

import pytest
from msgspec.structs import replace

from protokoll.export.labels import load_labels
from protokoll.export.phrases import (
    by_party,
    counts,
    describe_decision,
    describe_proposal,
    item_heading,
    name_actors,
    name_person,
)
from protokoll.model.document import Action, Actors, Fate, Outcome, Voting
from tests.invented import make_document

ITEM = make_document().items[0]
SV, EN = load_labels("sv"), load_labels("en")


def test_persons_come_before_parties_and_no_party_is_named_twice() -> None:
    """A party that is named by its member is not named again."""
    by = replace(ITEM.proposals[0].by, parties=("MP", "V"))
    assert name_actors(by) == "Maj Grön (MP), V"


def test_actors_without_a_name_are_given_as_printed() -> None:
    """The words of the record are better than nothing."""
    assert name_actors(Actors(printed=ITEM.title)) == "Motion om cykelställ vid Åskolan"
    assert name_actors(Actors()) == ""


def test_group_is_named_by_its_party_else_as_printed() -> None:
    """Where no name is printed the party stands for the person."""
    group = ITEM.not_participating[0]
    assert name_person(group) == "SD"
    assert name_person(replace(group, party=None)) == "Sverigedemokraterna"


def test_decision_says_nothing_of_an_unclear_outcome() -> None:
    """`other` is no word for a reader."""
    decision = replace(ITEM.decisions[0], outcome=Outcome.OTHER, follows=None)
    assert describe_decision(decision, SV) == "Kommunstyrelsen"


@pytest.mark.parametrize(
    ("action", "swedish", "english"),
    [
        (Action.APPROVE, "bifall till motionen", "approval of motionen"),
        (Action.REJECT, "avslag på motionen", "rejection of motionen"),
        (Action.REMIT, "återremiss: motionen", "remittal: motionen"),
    ],
)
def test_each_action_has_its_preposition(action: Action, swedish: str, english: str) -> None:
    """The phrase reads as a clerk would write it."""
    proposal = replace(ITEM.proposals[0], action=action, fate=Fate.UNKNOWN)
    assert describe_proposal(proposal, SV) == swedish
    assert describe_proposal(proposal, EN) == english


def test_rank_and_fate_stand_around_the_action() -> None:
    """'In the first place' comes before, what became of it after."""
    proposal = replace(ITEM.proposals[0], rank=2, fate=Fate.REJECTED, object=None)
    assert describe_proposal(proposal, SV) == "i andra hand · avslag · avslaget"


def test_counts_are_as_printed_even_where_the_roll_says_otherwise() -> None:
    """The printed tally is shown; that the roll differs is a remark's business."""
    vote = replace(ITEM.votes[0], yes=20)
    assert counts(vote) == {Voting.YES: 20, Voting.NO: 1, Voting.ABSTAIN: 0}


def test_counts_come_from_the_roll_where_none_are_printed() -> None:
    """A roll without a tally is counted."""
    vote = replace(ITEM.votes[0], yes=None, no=None, abstain=None)
    assert counts(vote) == {Voting.YES: 2, Voting.NO: 1}


def test_voters_without_a_party_are_a_row_of_their_own() -> None:
    """They are not lost among the parties."""
    vote = ITEM.votes[0]
    roll = (*vote.roll, replace(vote.roll[0], party=None))
    assert by_party(replace(vote, roll=roll))["–"] == {Voting.YES: 1}


def test_item_without_title_says_so() -> None:
    """There is always something to read."""
    assert item_heading(replace(ITEM, title=None), SV) == "§ 11 utan rubrik"
