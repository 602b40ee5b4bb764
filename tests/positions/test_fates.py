"""What became of a proposal, where the minutes tell which other one won."""

from protokoll.model.document import Action, Fate
from protokoll.positions.fates import fate_of
from tests.positions.meetings import minutes, parsed


def fates(decision: str, *floor: str) -> dict[tuple[str, Action], Fate]:
    """Return the fates of what each party asked for on the floor, by party and action."""
    text = minutes(f"§ 7 Skolmat\n\nBeslut\n{decision}\n\nYrkanden\n" + "\n".join(floor) + "\n")
    item = parsed(text).items[0]
    return {
        (party, each.action): fate_of(each, item)
        for each in item.proposals
        if each.source == "floor"
        for party in each.by.parties
    }


FOLLOWED = "Enligt yrkande från S och V:\nSkolmaten lagas på plats."


def test_of_proposals_for_one_text_or_another_one_wins() -> None:
    """The decision follows S and V: what M wanted instead was rejected."""
    found = fates(
        FOLLOWED,
        "Ove Röd (S) yrkar bifall till yrkande från S och V den 1 mars 2024.",
        "Per Blom (M) yrkar bifall till yrkande från M den 2 mars 2024.",
    )
    assert found["M", Action.APPROVE] is Fate.REJECTED
    assert found["S", Action.APPROVE] is not Fate.REJECTED


def test_who_wanted_the_loser_rejected_got_it() -> None:
    """A refusal succeeds where what it turns down falls."""
    found = fates(
        FOLLOWED,
        "Per Blom (M) yrkar bifall till yrkande från M den 2 mars 2024.",
        "Ove Röd (S) yrkar avslag på yrkande från M den 2 mars 2024.",
    )
    assert found["S", Action.REJECT] is Fate.ADOPTED


def test_an_addition_is_tried_by_itself() -> None:
    """That the main proposal won tells nothing of what somebody wanted beside it."""
    found = fates(FOLLOWED, "Per Blom (M) yrkar bifall till tilläggsyrkande från M den 2 mars 2024.")
    assert found["M", Action.APPROVE] is Fate.UNKNOWN


def test_a_part_of_what_won_is_not_said_to_have_lost() -> None:
    """The decision follows a joint paper; one who asked for the paper of some of its makers may have got it."""
    found = fates(FOLLOWED, "Per Blom (M) yrkar bifall till yrkande från V den 2 mars 2024.")
    assert found["M", Action.APPROVE] is Fate.UNKNOWN


def test_in_a_matter_put_off_nothing_lost() -> None:
    """Tabling fells no proposal."""
    found = fates(
        "Ärendet bordläggs till nästa sammanträde.",
        "Per Blom (M) yrkar bifall till yrkande från M den 2 mars 2024.",
    )
    assert found["M", Action.APPROVE] is Fate.UNKNOWN


def test_without_a_winner_nobody_lost() -> None:
    """A decision that does not say whose proposal it follows tells nothing of the others."""
    found = fates("Skolmaten lagas på plats.", "Per Blom (M) yrkar bifall till yrkande från M den 2 mars 2024.")
    assert found["M", Action.APPROVE] is Fate.UNKNOWN
