"""Whose a paper is that a party gave in: by its letterhead, by what the report says of it, or by what is left."""

import pytest

from protokoll.model.document import StatementKind
from protokoll.model.remark import RemarkCode
from tests.parsing.matters.reading import read, read_item

FRONT = """Kommunfullmäktige

Handling 2023 nr 7

Motion av Eva Ek (V) om bänkar i stadsparken

Till Alvby kommunfullmäktige

Kommunstyrelsens förslag Kommunstyrelsen tillstyrker motionen och föreslår att kommunfullmäktige beslutar:

Motionen bifalls.

----

Vid behandling av ärendet i kommunstyrelsen förekom skiljaktiga meningar:

Bo Ask (M) yrkade bifall till yrkande från M den 2 maj 2023.

Ulf Alm (SD) yrkade bifall till yrkande från SD den 2 maj 2023.

Siv Ek (KD) antecknade följande till protokollet: Om jag hade haft rätt att rösta hade jag röstat för bifall.

Alvby den 4 maj 2023 Alvby kommunstyrelse

Liv Alm

"""
SUBJECT = """Yrkande angående motion av Eva Ek (V) om bänkar i stadsparken Förslag till beslut I kommunstyrelsen:

1. Motionen avslås.

Yrkandet Bänkar finns redan.

"""
HEADS = {
    "a name that is no paper's": "Kommunstyrelsen\n\nInitiativ Miljöpartiet, Vänsterpartiet\n\n2023-05-01\n\n",
    "body, name and parties on one line": "Kommunstyrelsen Yrkande (Miljöpartiet, Vänsterpartiet) 2023-05-01\n\n",
    "parties on the line of the name": "Kommunstyrelsen\n\nReviderat yrkande MP, V\n\nÄrende nr\n\n",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_parties_stand_in_the_letterhead(head: str) -> None:
    """What stands between the body's name and the subject line tells whose paper it is."""
    item = read_item(f"{FRONT}{head}{SUBJECT}")
    papers = [each for each in item.proposals if each.source == "paper" and not each.by.body]
    assert [each.by.parties for each in papers] == [("MP", "V")]


def test_unsigned_paper_is_of_those_left() -> None:
    """Two papers have the same date; the one that is signed leaves the other to the other party."""
    signed = "Kommunstyrelsen\n\nYrkande Moderaterna\n\n2023-05-02\n\n"
    bare = "Kommunstyrelsen\n\nYrkande\n\n2023-05-02\n\n"
    other = SUBJECT.replace("Motionen avslås", "Motionen anses besvarad")
    item = read_item(f"{FRONT}{signed}{SUBJECT}{bare}{other}")
    papers = [each for each in item.proposals if each.source == "paper" and not each.by.body]
    assert [each.by.parties for each in papers] == [("M",), ("SD",)]


def test_paper_of_nobody_is_told() -> None:
    """What a paper wants is kept, and that nobody is named is a remark."""
    document = read(f"{FRONT}Parknämnden\n\nYrkande\n\n2023-04-07\n\n{SUBJECT}")
    assert [each.code for each in document.remarks].count(RemarkCode.AUTHOR_MISSING) == 1


def test_conditional_note_in_the_board() -> None:
    """'Om jag hade haft rätt att rösta' is a substitute's statement, also where the board's treatment is told."""
    item = read_item(FRONT)
    assert [each.kind for each in item.statements] == [StatementKind.SUBSTITUTE_STATEMENT]


def test_views_end_where_an_annex_has_its_contents() -> None:
    """The office's view ends before the title and table of contents of what is annexed."""
    report = (
        "Parkkontoret\n\nTjänsteutlåtande Handläggare Utfärdat 2023-02-01\n\nMotion av Eva Ek (V) om bänkar\n\n"
        "Förslag till beslut 1. Motionen avslås.\n\nSammanfattning Frågan är utredd.\n\n"
        "Förvaltningens bedömning Bänkar kostar.\n\n"
        "Lägesrapport om bänkar\n\nInnehåll 1 Inledning .............. 3 2 Bänkar ............ 4\n\n"
        "Förvaltningens bedömning Läget är gott.\n"
    )
    item = read_item(f"{FRONT}{report}")
    statements = [each.statement.text for each in item.proposals if each.by.body and each.statement]
    assert statements == ["Bänkar kostar."]


def test_note_of_an_extract_ends_before_it_is_signed() -> None:
    """Page head, day of verification and names under a § are no part of the statement above them."""
    extract = (
        "Parknämnden\n\nUtdrag ur protokoll Sammanträdesdatum: 2023-03-01\n\n"
        "§ 12 Motion av Eva Ek (V) om bänkar i stadsparken\n\nBeslut Parknämnden avstyrker motionen.\n\n"
        "Protokollsanteckning Ulla Rask (C) inkommer med ett yttrande. Se bilaga 3 till protokollet.\n\n"
        "Parknämnden\n\nUtdrag ur protokoll Sammanträdesdatum: 2023-03-01\n\nDag för justering 2023-03-08\n\n"
        "Vid protokollet Sekreterare Ann Berg\n\nOrdförande Justerande Jon Broman (V) Nils Alm (M)\n"
    )
    item = read_item(f"{FRONT}{extract}")
    notes = [each.text.text for each in item.statements if each.by.parties == ("C",)]
    assert notes == ["Ulla Rask (C) inkommer med ett yttrande. Se bilaga 3 till protokollet."]


def test_proposal_whose_heading_stands_inside_the_subject() -> None:
    """'… Förslag till beslut Parknämnden avstyrker …' proposes, though its heading opens no line."""
    report = (
        "Parkförvaltningen\n\nTjänsteutlåtande Handläggare Utfärdat 2023-02-01\n\n"
        "Svar på remiss – Motion av Eva Ek (V) om bänkar Förslag till beslut Parknämnden avstyrker motionen.\n\n"
        "Sammanfattning Parknämnden har att yttra sig.\n\nFörvaltningens bedömning Bänkar kostar.\n"
    )
    item = read_item(f"{FRONT}{report}")
    points = [point.text for each in item.proposals if each.by.body for point in each.points]
    assert points == ["Motionen bifalls.", "Parknämnden avstyrker motionen."]


def test_decision_whose_lead_in_stands_on_the_line_of_its_heading() -> None:
    """'Beslut Enligt återremissyrkande från S och V:' tells what is followed, and is no point."""
    extract = (
        "Parknämnden\n\nUtdrag ur protokoll Sammanträdesdatum: 2023-03-01\n\n"
        "§ 12 Motion av Eva Ek (V) om bänkar i stadsparken\n\n"
        "Beslut Enligt återremissyrkande från S och V:\n\nMotionen återremitteras till förvaltningen.\n"
    )
    item = read_item(f"{FRONT}{extract}")
    decision = item.decisions[-1]
    assert decision.follows and decision.follows.text == "återremissyrkande från S och V"
    assert [point.text for point in decision.points] == ["Motionen återremitteras till förvaltningen."]


def test_statement_in_the_head_of_a_demand() -> None:
    """'Särskilt yttrande Centerpartiet' in a letterhead opens no paper, and names no maker of the demand."""
    head = "Kommunstyrelsen\n\nReviderat yrkande MP, V\n\nSärskilt yttrande Centerpartiet\n\n2023-05-01\n\n"
    item = read_item(f"{FRONT}{head}{SUBJECT}")
    papers = [each for each in item.proposals if each.source == "paper" and not each.by.body]
    assert [each.by.parties for each in papers] == [("MP", "V")]
