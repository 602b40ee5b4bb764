"""What each party did at an invented meeting, act by act."""

from pathlib import Path

import pytest

from protokoll.model.document import Fate
from protokoll.model.position import RANKS, Basis, Position, Stance
from protokoll.pipeline import parse_source, read
from protokoll.positions.acts import find_acts
from tests.positions.meetings import acts_of, minutes, parsed

SAMPLES = sorted(
    each for each in (Path(__file__).parents[2] / "data" / "samples").iterdir() if each.suffix in (".txt", ".pdf")
)

MOTION = """§ 7 Motion av Eva Ek (M) om längre öppettider
Dnr KS 2024/17

Beslut
Motionen avslås.

Yrkanden
Per Blom (M) yrkar bifall till motionen.
Maj Grön (MP) yrkar avslag på motionen.

Omröstning
Godkänd voteringsproposition: ”Ja för avslag på motionen och Nej för bifall till motionen.”
Maj Grön (MP), Ove Röd (S), Siv Ros (S) och Ulf Ohlsson (-) röstar Ja (4).
Per Blom (M), Eva Ek (M) och Liv Alm (L) röstar Nej (3).
Bo Ask (SD) avstår från att rösta (1).

Reservation
Per Blom (M) och Eva Ek (M) reserverar sig mot beslutet till förmån för det egna yrkandet.
Liv Alm (L) reserverar sig mot beslutet.
"""


def _of(found: list[Position], basis: Basis) -> dict[str, Position]:
    return {each.party: each for each in found if each.basis is basis}


def test_a_vote_is_for_or_against_the_proposal() -> None:
    """Ja was for turning the motion down: who said Ja is against it, and who said Nej is for it."""
    votes = _of(acts_of(MOTION), Basis.VOTE)
    assert {party: each.stance for party, each in votes.items()} == {
        "MP": Stance.AGAINST,
        "S": Stance.AGAINST,
        "M": Stance.FOR,
        "L": Stance.FOR,
        "SD": Stance.ABSTAIN,
    }
    assert {each.claim for each in votes.values()} == {"motionen"}
    assert votes["S"].persons == ("Ove Röd", "Siv Ros")
    assert votes["S"].rank == 1


def test_a_member_without_a_party_gives_no_party_a_position() -> None:
    """Ulf Ohlsson (-) voted, and nobody's party is said to have voted as he did."""
    assert not [each for each in acts_of(MOTION) if "Ulf Ohlsson" in each.persons]


def test_a_motion_is_its_authors_and_not_the_vote_of_their_party() -> None:
    """The title tells who wrote it and what about; that alone is no vote."""
    written = _of(acts_of(MOTION), Basis.AUTHORSHIP)["M"]
    assert (written.stance, written.claim, written.persons) == (Stance.FOR, "längre öppettider", ("Eva Ek",))
    assert written.caveats == ("title_only",)


def test_backing_ones_own_motion_outranks_turning_down_anothers() -> None:
    """A party that asks for its own motion wants exactly that; one that opposes it takes a side."""
    proposals = _of(acts_of(MOTION), Basis.PROPOSAL)
    assert (proposals["M"].stance, proposals["M"].rank) == (Stance.FOR, RANKS[Basis.PROPOSAL])
    assert (proposals["MP"].stance, proposals["MP"].rank) == (Stance.AGAINST, 4)


def test_a_reservation_for_ones_own_proposal_stands_where_that_stood() -> None:
    """M reserved itself in favour of granting the motion; L against the decision, without a word why."""
    reserved = _of(acts_of(MOTION), Basis.RESERVATION)
    assert (reserved["M"].stance, reserved["M"].claim, reserved["M"].caveats) == (Stance.FOR, "motionen", ())
    assert (reserved["L"].stance, reserved["L"].claim) == (Stance.AGAINST, "Motionen avslås.")
    assert reserved["L"].caveats == ("blank",)


def test_a_position_tells_where_it_comes_from() -> None:
    """Body, day, §, title, diary number and the record in the document stand with each position."""
    vote = _of(acts_of(MOTION), Basis.VOTE)["L"]
    assert (vote.municipality, vote.body, vote.date) == ("Almunda", "Kommunstyrelsen", "2024-03-06")
    assert (vote.item, vote.title) == ("7", "Motion av Eva Ek (M) om längre öppettider")
    assert vote.diary_numbers == ("KS 2024/17",)
    assert (vote.document, vote.pointer) == ("ks.txt", "/items/0/votes/0")


def test_a_party_that_splits_stands_with_most_of_its_members() -> None:
    """Two of three S members vote Ja: S is against, and the numbers are told; one against one takes no side."""
    found = _of(
        acts_of(
            "§ 8 Cykelväg\n\nBeslut\nFörslaget avslås.\n\nOmröstning\n"
            "Ja för avslag på förslaget och Nej för bifall till förslaget.\n"
            "Ove Röd (S), Siv Ros (S), Per Blom (M) och Maj Grön (MP) röstar Ja (4).\n"
            "Tor Vik (S), Eva Ek (M) och Liv Alm (L) röstar Nej (3).\n"
        ),
        Basis.VOTE,
    )
    assert (found["S"].stance, found["S"].caveats) == (Stance.AGAINST, ("split:2-1-0",))
    assert found["S"].persons == ("Ove Röd", "Siv Ros")
    assert (found["M"].stance, found["M"].caveats) == (Stance.NONE, ("tie", "split:1-1-0"))


def test_without_a_ballot_a_roll_tells_no_direction() -> None:
    """Nobody knows what Ja stood for, so nobody is said to be for or against."""
    found = acts_of(
        "§ 9 Lokaler\n\nBeslut\nÄrendet avslutas.\n\nOmröstning\nMaj Grön (MP) och Ove Röd (S) röstar Ja (2).\n"
        "Per Blom (M) röstar Nej (1).\n"
    )
    assert not _of(found, Basis.VOTE)


def test_numbers_without_names_give_no_position() -> None:
    """'43 Ja mot 38 Nej' says nothing about any party."""
    found = acts_of(
        "§ 10 Taxa\n\nBeslut\nTaxan antas.\n\nOmröstning\nJa för bifall till taxan och Nej för avslag på taxan.\n"
        "Omröstningen utfaller med 43 Ja mot 38 Nej.\n"
    )
    assert found == []


def test_silence_makes_no_position() -> None:
    """A decision without proposals, votes or dissent gives nobody a position."""
    assert acts_of("§ 11 Taxa för vatten\n\nBeslut\n1. Taxan antas.\n2. Paragrafen justeras omedelbart.\n") == []


def test_a_remit_is_neither_for_nor_against() -> None:
    """Who wants the matter sent back wants that; who decides today is against sending back, no more."""
    found = acts_of(
        "§ 12 Bad\n\nBeslut\nÄrendet avgörs i dag.\n\nYrkanden\n"
        "Per Blom (M) yrkar att ärendet ska återremitteras.\n\nOmröstning\n"
        "Ja för ärendets avgörande idag och Nej för ärendets återremiss.\n"
        "Maj Grön (MP) och Ove Röd (S) röstar Ja (2).\nPer Blom (M) röstar Nej (1).\n"
    )
    votes = _of(found, Basis.VOTE)
    assert (votes["S"].stance, votes["M"].stance) == (Stance.AGAINST, Stance.REMIT)
    assert _of(found, Basis.PROPOSAL)["M"].stance is Stance.REMIT


def test_a_second_choice_says_so() -> None:
    """What is asked for only if the first demand falls bears a caveat."""
    found = acts_of(
        "§ 13 Park\n\nBeslut\nFörslaget bifalls.\n\nYrkanden\n"
        "Per Blom (M) yrkar i första hand återremiss och i andra hand avslag på förslaget.\n"
    )
    assert {each.stance: each.caveats for each in found} == {Stance.REMIT: (), Stance.AGAINST: ("second_hand",)}


def test_a_joint_proposal_belongs_to_each_of_its_parties() -> None:
    """Two parties with one proposal have a position each, which names the other."""
    found = acts_of(
        "§ 14 Skolor\n\nBeslut\nFörslaget bifalls.\n\nYrkanden\n"
        "Per Blom (M) och Liv Alm (L) yrkar att skolmaten ska lagas på plats.\n"
    )
    assert [(each.party, each.jointly, each.persons) for each in found] == [
        ("M", ("L",), ("Per Blom",)),
        ("L", ("M",), ("Liv Alm",)),
    ]
    assert all("joint" in each.caveats for each in found)


@pytest.mark.parametrize(
    ("words", "stance", "claim"),
    [
        ("Om jag hade fått rösta hade jag bifallit motionen.", Stance.FOR, "motionen"),
        ("Om jag hade kunnat rösta hade jag yrkat avslag på motionen.", Stance.AGAINST, "motionen"),
        ("Hade jag haft yrkanderätt hade jag delvis yrkat bifall till motionen.", Stance.AMEND, "motionen"),
        ("Om jag hade haft rösträtt hade jag röstat för återremiss.", Stance.REMIT, None),
        ("Om vi hade fått rösta hade vi avstått.", Stance.ABSTAIN, None),
    ],
)
def test_a_substitute_without_a_vote_takes_a_side_that_is_no_vote(
    words: str, stance: Stance, claim: str | None
) -> None:
    """What a substitute would have done is for or against, and its basis says that it is hypothetical."""
    found = acts_of(
        f"§ 15 Motion om bussar\n\nBeslut\nMotionen avslås.\n\nProtokollsanteckning\n"
        f"Ida Berg (C) antecknar följande till protokollet: {words}\n"
    )
    position = _of(found, Basis.HYPOTHETICAL)["C"]
    assert (position.stance, position.rank) == (stance, RANKS[Basis.HYPOTHETICAL])
    assert claim is None or position.claim == claim
    assert not _of(found, Basis.VOTE)


def test_a_statement_beside_a_decision_takes_no_side() -> None:
    """A special statement is a view: neither support nor opposition."""
    found = acts_of(
        "§ 16 Budget\n\nBeslut\nBudgeten antas.\n\nSärskilt yttrande\n"
        "Liv Alm (L) lämnar följande särskilda yttrande: Budgeten borde ha kommit tidigare i år.\n"
    )
    stated = _of(found, Basis.STATEMENT)["L"]
    assert (stated.stance, stated.claim) == (Stance.NONE, "Budgeten borde ha kommit tidigare i år.")


def test_stepping_out_of_a_decision_is_no_side_either() -> None:
    """Who takes no part declines to choose, and has not abstained in a vote."""
    found = acts_of("§ 17 Bokslut\n\nBeslut\nBokslutet godkänns.\n\nPer Blom (M) deltar inte i beslutet.\n")
    stepped = _of(found, Basis.NOT_PARTICIPATING)["M"]
    assert (stepped.stance, stepped.rank, stepped.claim) == (Stance.ABSTAIN, 8, "Bokslutet godkänns.")


def test_disqualification_is_no_position() -> None:
    """Who leaves the room for jäv has not declined anything."""
    found = acts_of(
        "§ 18 Avtal\n\nBeslut\nAvtalet godkänns.\n\nJäv\n"
        "Per Blom (M) anmäler jäv och deltar inte i handläggningen av ärendet på grund av jäv.\n"
    )
    assert not found


def test_an_officials_proposal_is_no_partys() -> None:
    """What the administration proposes gives no party a position."""
    found = acts_of("§ 19 Taxor\n\nFörvaltningens förslag till beslut\nTaxan antas.\n\nBeslut\nTaxan antas.\n")
    assert found == []


def test_what_became_of_a_proposal_goes_with_it() -> None:
    """The fate that the text tells stands with the proposal, and with nothing else."""
    found = acts_of(
        "§ 20 Gator\n\nBeslut\nKommunstyrelsen beslutar enligt Maj Gröns yrkande:\nGatan stängs av.\n\nYrkanden\n"
        "Maj Grön (MP) yrkar att gatan ska stängas av.\n\nPropositionsordning\n"
        "Ordföranden ställer proposition på Maj Gröns yrkande och finner att det bifallits.\n"
    )
    fates = {each.basis: each.fate for each in found if each.party == "MP"}
    assert fates[Basis.PROPOSAL] is Fate.ADOPTED


def test_old_names_stay_as_printed() -> None:
    """Folkpartiet is FP in a record of its time; who it is today is another question."""
    found = acts_of(
        "§ 21 Vård\n\nBeslut\nÄrendet avgörs.\n\nYrkanden\nGun Dal (FP) yrkar att köerna ska kortas.\n",
        front="Almunda kommun\nKommunstyrelsen\nSammanträdesprotokoll\nSammanträdesdatum 2012-03-06\n\n",
    )
    assert [each.party for each in found] == ["FP"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("with_source", [False, True])
def test_every_quote_stands_in_the_source(path: Path, with_source: bool) -> None:
    """The quote of each position is the source at its span, letter for letter, and each has a claim and a pointer."""
    source = read(path)
    document = parse_source(source, force=True)
    for each in find_acts(document, source=source.text if with_source else None):
        assert each.quote == each.span.of(source.text)
        assert each.quote.strip() == each.quote != ""
        assert each.claim
        assert each.pointer.startswith(("/items/", "/document/"))


def test_the_samples_have_positions() -> None:
    """The samples of minutes hold acts of several parties, so that the test before this one tests something."""
    found = [each for path in SAMPLES for each in find_acts(parse_source(read(path), force=True))]
    assert {each.basis for each in found} >= {Basis.VOTE, Basis.PROPOSAL, Basis.RESERVATION, Basis.AUTHORSHIP}


def test_with_the_source_a_quote_is_the_whole_sentence() -> None:
    """The words of the record prove little by themselves; the source gives who asked for what."""
    text = minutes(MOTION)
    found = find_acts(parsed(text), source=text)
    quotes = {(each.party, each.basis): each.quote for each in found}
    assert quotes["MP", Basis.PROPOSAL] == "Maj Grön (MP) yrkar avslag på motionen"
    assert quotes["MP", Basis.VOTE] == "Ja för avslag på motionen och Nej för bifall till motionen"


def test_what_somebody_is_going_to_do_is_not_done() -> None:
    """An announcement is for or against, as a statement, with the sentence that says it as its quote."""
    text = minutes(
        "§ 22 Motion om bussar\n\nBeslut\nMotionen avslås.\n\nProtokollsanteckning\n"
        "Ida Berg (C) antecknar följande till protokollet: Bussarna är få. Centerpartiet kommer att yrka avslag på "
        "motionen i kommunfullmäktige. Mer finns att säga.\n"
    )
    found = [each for each in find_acts(parsed(text)) if each.party == "C"]
    assert [(each.stance, each.basis, each.caveats) for each in found] == [
        (Stance.AGAINST, Basis.STATEMENT, ("announced",))
    ]
    assert found[0].claim == "motionen i kommunfullmäktige"
    assert found[0].quote == "Centerpartiet kommer att yrka avslag på motionen i kommunfullmäktige."
    assert found[0].span.of(text) == found[0].quote


def test_a_vote_against_a_proposal_in_ones_own_name_says_so() -> None:
    """It happens, and it happens that the ballot is misprinted: a reader is told to look."""
    found = acts_of(
        "§ 23 Torg\n\nBeslut\nTilläggsyrkandet avslås.\n\nOmröstning\n"
        "Ja för bifall och Nej för avslag på tilläggsyrkandet från SD.\n"
        "Maj Grön (MP) och Ove Röd (S) röstar Ja (2).\nBo Ask (SD) röstar Nej (1).\n"
    )
    assert {each.party: each.caveats for each in found} == {"MP": (), "S": (), "SD": ("against_own",)}
