"""Extracts without a head, papers behind them, tables of those heard, earlier reports: each under its own name."""

from tests.parsing.matters.reading import read_item

_FRONT = """Kommunfullmäktige

Handling 2023 nr 8

Yttrande över motion av Eva Ek (V) om en badplats

Till Alvby kommunfullmäktige

Kommunstyrelsens förslag Kommunstyrelsen tillstyrker förslag från S och föreslår att kommunfullmäktige beslutar:

Den av Eva Ek väckta motionen avslås.

----

Bo Ask (M) yrkade att motionen skulle bifallas.

Vid behandlingen av ärendet i kommunstyrelsen deltog inte Siv Ros (C) i handläggningen på grund av jäv.

Alvby den 4 maj 2023 Alvby kommunstyrelse

Kommunledningskontoret

Tjänsteutlåtande Handläggare Utfärdat 2023-02-01 Bo Ek Diarienummer KS 2023/12

Yttrande över motion av Eva Ek (V) om en badplats

Remissinstanser Motionen har remitterats till två nämnder.

Parknämnden                        Avstyrker

Yrkande M, L

Stadsledningskontorets bedömning Bad kostar.

"""

_EXTRACT = """Parknämnden

Motion av Eva Ek (V) om en badplats § 88, N608-0125/23

Handling Parkförvaltningens tjänsteutlåtande. Yrkande från M och L daterat 2023-04-26

Beslut 1. Parknämnden avstyrker motionen.

Yrkanden Jan Berg (M) yrkar bifall till yrkandet från M och L.

Siv Ros (C) yrkar bifall till förvaltningens förslag.

Parknämnden

Utdrag ur protokoll Sammanträdesdatum: 2023-04-28 Omröstning begärs inte.

Vid protokollet Ola Rask

Parknämnden

Yrkande

2023-04-26

Yrkande angående motion om en badplats Förslag till beslut I parknämnden:

1. Parknämnden tillstyrker motionen.

Yrkandet Alla vill bada.

"""


def test_extract_without_a_head() -> None:
    """A § with its matter's number is an extract; the head on its next page gives it its date."""
    decisions = [
        each for each in read_item(_FRONT + _EXTRACT).decisions if each.body and each.body.text != "Kommunstyrelsen"
    ]
    assert [(each.body and each.body.text, each.date and each.date.text, each.outcome) for each in decisions] == [
        ("Parknämnden", "2023-04-28", "reject")
    ]  # fmt: skip


def test_proposals_in_it() -> None:
    """Who proposed what at that meeting, and the party's paper behind the extract with the reasons of its own."""
    proposals = read_item(_FRONT + _EXTRACT).proposals
    assert [person.name for each in proposals for person in each.by.persons if each.body] == ["Jan Berg", "Siv Ros"]
    (paper,) = [each for each in proposals if each.statement and each.statement.text == "Alla vill bada."]
    assert paper.by.parties == ("M", "L")


def test_table_of_those_heard() -> None:
    """A row of the table of those heard is no party's paper."""
    assert not [each for each in read_item(_FRONT).proposals if each.by.parties == ("M", "L")]


def test_treatment_without_its_lead() -> None:
    """The board's debate is read where no words lead it in, and so is who left the matter."""
    item = read_item(_FRONT)
    assert [person.name for each in item.proposals for person in each.by.persons if person.party == "M"] == ["Bo Ask"]
    assert [person.name for person in item.recusals] == ["Siv Ros"]


def test_earlier_report() -> None:
    """An earlier report of the board that is bound in is said to be quoted, and its debate is not counted."""
    earlier = (
        "Kommunfullmäktige\n\nHandling 2022 nr 60\n\nYttrande om en badplats Till Alvby kommunfullmäktige\n\n"
        "Kommunstyrelsen tillstyrker förslaget och föreslår att kommunfullmäktige beslutar:\n\n1. Ett bad byggs.\n\n"
        "Dan Lund (L) yrkade bifall till förslaget.\n\n"
    )
    item = read_item(_FRONT + earlier)
    assert "Dan Lund" not in [person.name for each in item.proposals for person in each.by.persons]


_VOTE = """Parknämnden

Protokollsutdrag Sammanträdesdatum: 2023-04-28

§ 88, N608-0125/23 Motion av Eva Ek (V) om en badplats

Beslut 1. Parknämnden avstyrker motionen.

Propositionsordning Ordföranden ställer proposition och finner att nämnden avstyrker motionen. Omröstning begärs.

Omröstning Ja-röst: avslag på motionen Nej-röst: bifall till motionen

Parknämnden

Protokollsutdrag Sammanträdesdatum: 2023-04-28 Ja-röster: Siv Ros (C) och Ola Ask (S)

Nej-röster: Jan Berg (M)

2 ja-röster mot 1 nej-röst.

Protokollsutdrag skickas till Kommunstyrelsen
"""


def test_next_page_inside_a_vote() -> None:
    """'Protokollsutdrag Sammanträdesdatum: …' heads a page; the ballot above it and the names below it are one vote."""
    (vote,) = read_item(_FRONT + _VOTE).votes
    assert vote.ballot and vote.ballot.no.text == "bifall till motionen"
    assert (vote.yes, vote.no) == (2, 1)
    assert [(voter.name, voter.vote.value) for voter in vote.roll] == [
        ("Siv Ros", "yes"),
        ("Ola Ask", "yes"),
        ("Jan Berg", "no"),
    ]
