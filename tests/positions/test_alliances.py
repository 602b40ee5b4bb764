"""What a coalition did, where the text names nobody else."""

from protokoll.model.position import Basis, Stance
from protokoll.positions.acts import find_acts
from tests.positions.meetings import acts_of, minutes, parsed

OLD = "Almunda kommun\nKommunstyrelsen\nSammanträdesprotokoll\nSammanträdesdatum {}\n\n"
PARK = (
    "§ 13 Park\n\nBeslut\nFörslaget bifalls.\n\nYrkanden\nAlliansen yrkar avslag på förslaget.\n"
    "Allianspartierna yrkar att parken ska bli mindre.\n\nReservation\nAlliansen reserverar sig mot beslutet.\n"
)


def test_a_coalition_acts_for_its_members() -> None:
    """Each member of that day has the proposal and the reservation, with the caveat that the name is a coalition's."""
    found = acts_of(PARK, front=OLD.format("2012-03-06"))
    assert {(each.basis, each.stance, each.claim) for each in found} == {
        (Basis.PROPOSAL, Stance.AGAINST, "förslaget"),
        (Basis.PROPOSAL, Stance.FOR, "att parken ska bli mindre"),
        (Basis.RESERVATION, Stance.AGAINST, "Förslaget bifalls."),
    }
    for basis in (Basis.PROPOSAL, Basis.RESERVATION):
        assert {each.party for each in found if each.basis is basis} == {"M", "C", "FP", "KD"}
    assert all("coalition" in each.caveats for each in found)


def test_on_another_day_the_same_words_are_nobody() -> None:
    """What Alliansen was in a municipality after 2019 is not known, so nobody has a position."""
    assert acts_of(PARK, front=OLD.format("2021-03-06")) == []


def test_a_member_who_acts_for_a_coalition_brings_the_others() -> None:
    """The party in the bracket is printed; the others are read from the coalition's name."""
    found = acts_of(
        "§ 13 Park\n\nBeslut\nFörslaget bifalls.\n\nYrkanden\nPer Blom (M) för Alliansen yrkar avslag på förslaget.\n",
        front=OLD.format("2012-03-06"),
    )
    assert {each.party: "coalition" in each.caveats for each in found} == {
        "M": False,
        "C": True,
        "FP": True,
        "KD": True,
    }
    assert {each.party: each.persons for each in found}["C"] == ()


def test_quotes_of_coalitions_stand_in_the_source() -> None:
    """With the source and without it the quote is the source at its span."""
    text = minutes(PARK, front=OLD.format("2012-03-06"))
    for source in (None, text):
        found = find_acts(parsed(text), source=source)
        assert found
        assert all(each.quote == each.span.of(text) for each in found)
