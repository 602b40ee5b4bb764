"""Which way Ja and Nej point, by the words of the ballot and of the floor."""

import pytest

from protokoll.grammar import load
from protokoll.model.document import Ballot
from protokoll.model.position import Stance
from protokoll.model.text import Passage, Span
from protokoll.positions.directions import Direction, direction_of
from tests.positions.meetings import minutes, parsed

FOR, AGAINST, REMIT, DEFER = Stance.FOR, Stance.AGAINST, Stance.REMIT, Stance.DEFER


def _direction(yes: str, no: str, *floor: str) -> Direction:
    """Return the direction of a ballot with these sides, after what was said on the floor."""
    yrkanden = "\n".join(floor) or "Maj Grön (MP) yrkar bifall till kontorets förslag."
    document = parsed(minutes(f"§ 7 Skolmat\n\nYrkanden\n{yrkanden}\n\nBeslut\nÄrendet avgörs.\n"))
    sides = (Passage(words, Span(0, len(words)), 1, words) for words in (yes, no))
    return direction_of(Ballot(*sides), document.items[0], load())


@pytest.mark.parametrize(
    ("yes", "no", "claim", "stances"),
    [
        ("bifall till motionen", "avslag på motionen", "motionen", (FOR, AGAINST)),
        ("avslag på motionen", "bifall till motionen", "motionen", (AGAINST, FOR)),
        (
            "avslag på tilläggsyrkandet från V",
            "bifall till tilläggsyrkandet från V",
            "tilläggsyrkandet från V",
            (AGAINST, FOR),
        ),
        ("att avslå motionen", "att bifalla motionen", "motionen", (AGAINST, FOR)),
        ("att avstyrka motionen", "att tillstyrka motionen", "motionen", (AGAINST, FOR)),
        ("tillstyrka medborgarförslaget", "avstyrka medborgarförslaget", "medborgarförslaget", (FOR, AGAINST)),
        (
            "att kommunstyrelsen avslår ansökan",
            "att kommunstyrelsen bifaller ansökan",
            "att kommunstyrelsen bifaller ansökan",
            (AGAINST, FOR),
        ),
        ("bifall till yrkande om avslag från S", "bifall till motionen", "motionen", (AGAINST, FOR)),
        ("att frågan inte ska få ställas", "att frågan ska få ställas", "att frågan ska få ställas", (AGAINST, FOR)),
        (
            "att förslaget ska beredas vidare",
            "att förslaget inte ska beredas vidare",
            "att förslaget ska beredas vidare",
            (FOR, AGAINST),
        ),
        ("godkänna planen", "avslag på planen", "planen", (FOR, AGAINST)),
        (
            "bifall till motionen om att skolan inte ska stängas",
            "avslag på motionen",
            "motionen om att skolan inte ska stängas",
            (FOR, AGAINST),
        ),
        ("kommunstyrelsens förslag om avslag", "bifall till motionen", "motionen", (AGAINST, FOR)),
        (
            "bifall till kommunstyrelsens förslag om avslag på motionen",
            "bifall till motionen",
            "motionen",
            (AGAINST, FOR),
        ),
    ],
)
def test_one_side_turns_down_what_the_other_adopts(
    yes: str, no: str, claim: str, stances: tuple[Stance, Stance]
) -> None:
    """The proposal is what is adopted, whichever of Ja and Nej adopts it."""
    found = _direction(yes, no)
    assert (found.claim, (found.yes, found.no), found.contested) == (claim, stances, False)


@pytest.mark.parametrize(
    ("yes", "no", "stances"),
    [
        ("ärendets avgörande idag", "ärendets återremiss", (AGAINST, REMIT)),
        ("att ärendet ska återremitteras", "att ärendet avgörs i dag", (REMIT, AGAINST)),
        ("avslag på återremissyrkandet från C", "bifall till återremissyrkandet från C", (AGAINST, REMIT)),
        ("bifall till återremiss", "avslag på återremiss", (REMIT, AGAINST)),
        ("bordläggning", "ärendets avgörande vid dagens sammanträde", (DEFER, AGAINST)),
        ("att avgöra ärendet i dag", "att bordlägga ärendet", (AGAINST, DEFER)),
        ("bifall till yrkande om återremiss", "att ärendet avgörs idag", (REMIT, AGAINST)),
    ],
)
def test_sending_back_is_no_yes_and_no_no(yes: str, no: str, stances: tuple[Stance, Stance]) -> None:
    """A vote on deciding today is about the remit or the tabling, in either polarity."""
    found = _direction(yes, no)
    assert (found.yes, found.no) == stances
    assert found.other_claim is None


@pytest.mark.parametrize(
    ("yes", "no", "claim", "stances"),
    [
        ("bifall till kommunstyrelsens förslag", "bifall till motionen", "motionen", (AGAINST, FOR)),
        ("bifall till yrkandet från V", "bifall till arbetsutskottets förslag", "yrkandet från V", (FOR, AGAINST)),
        ("bifall till förvaltningens förslag", "bifall till yrkandet från KD", "yrkandet från KD", (AGAINST, FOR)),
        ("bifall till liggande förslag", "bifall till ändringsyrkandet", "ändringsyrkandet", (AGAINST, FOR)),
        ("ordförandens förslag", "Per Bloms förslag", "Per Bloms förslag", (AGAINST, FOR)),
        ("arbetsutskottets förslag", "(M):s ändringsyrkande", "(M):s ändringsyrkande", (AGAINST, FOR)),
    ],
)
def test_the_standing_text_is_not_at_issue(yes: str, no: str, claim: str, stances: tuple[Stance, Stance]) -> None:
    """Against what the leadership or the officials put forward, the other proposal is the one to be for or against."""
    found = _direction(yes, no)
    assert (found.claim, (found.yes, found.no), found.contested) == (claim, stances, True)


def test_a_motion_declared_answered_is_neither_yes_nor_no() -> None:
    """'Besvarad' against 'tillstyrka' is a vote on the motion, and it says so."""
    found = _direction("att anse motionen besvarad", "att tillstyrka motionen")
    assert (found.claim, found.yes, found.no) == ("motionen", AGAINST, FOR)
    assert found.answered
    assert found.contested


def test_the_floor_tells_what_somebodys_proposal_is() -> None:
    """'Per Bloms yrkande' is what he asked for; who backs the officials stands for the standing text."""
    found = _direction(
        "bifall till Maj Gröns yrkande",
        "bifall till Per Bloms yrkande",
        "Maj Grön (MP) yrkar bifall till kontorets förslag.",
        "Per Blom (M) yrkar bifall till yrkande från M och L den 2 mars 2024.",
    )
    assert (found.claim, found.yes, found.no) == ("yrkande från M och L den 2 mars 2024", AGAINST, FOR)


def test_two_proposals_of_parties_have_each_their_own_side() -> None:
    """Where neither is the standing text, each side is for its own and nobody is said to be against."""
    found = _direction(
        "bifall till Maj Gröns yrkande",
        "bifall till Per Bloms yrkande",
        "Maj Grön (MP) yrkar bifall till yrkande från MP den 1 mars 2024.",
        "Per Blom (M) yrkar bifall till yrkande från M den 2 mars 2024.",
    )
    assert (found.claim, found.yes) == ("yrkande från MP den 1 mars 2024", FOR)
    assert (found.other_claim, found.no) == ("yrkande från M den 2 mars 2024", FOR)


def test_who_only_turns_the_standing_text_down_is_against_it() -> None:
    """'Per Bloms yrkande' that was 'avslag på kontorets förslag' makes the vote one on that text."""
    found = _direction(
        "bifall till Maj Gröns yrkande",
        "bifall till Per Bloms yrkande",
        "Maj Grön (MP) yrkar bifall till kontorets förslag.",
        "Per Blom (M) yrkar avslag på kontorets förslag.",
    )
    assert (found.claim, found.yes, found.no) == ("kontorets förslag", FOR, AGAINST)


def test_turning_the_ballot_round_turns_the_stances_round() -> None:
    """The same question with Ja and Nej exchanged puts each party where it was."""
    sides = ("avslag på motionen", "bifall till motionen")
    one, other = _direction(*sides), _direction(*reversed(sides))
    assert (one.yes, one.no, one.claim) == (other.no, other.yes, other.claim)


def test_sending_back_against_tabling_is_two_wishes() -> None:
    """Neither side wants a decision today, and each has its own wish."""
    found = _direction("återremiss till nämnden", "bordläggning av ärendet")
    assert (found.yes, found.no) == (REMIT, DEFER)
    assert found.other_claim == "bordläggning av ärendet"
