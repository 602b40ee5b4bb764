"""A report with the papers bound in: every fact once, under the body and party whose it is."""

from tests.parsing.matters.reading import read, read_item

_BUNDLE = """Kommunfullmäktige

Handling 2023 nr 7

Yttrande över motion av Eva Ek (V) om bänkar i stadsparken

Till Alvby kommunfullmäktige

Kommunstyrelsens förslag Kommunstyrelsen tillstyrker yrkande från S och föreslår att kommunfullmäktige beslutar:

Den av Eva Ek väckta motionen avslås.

----

Vid behandling av ärendet i kommunstyrelsen förekom skiljaktiga meningar:

Ordföranden Liv Alm (S) yrkade bifall till yrkande från S den 2 maj 2023.

Bo Ask (M) yrkade bifall till motionen och avslag på yrkande från S den 2 maj 2023.

Vid omröstning röstade Per Lind (S) och ordföranden Liv Alm (S) för bifall till Liv Alms yrkande.

Bo Ask (M) röstade för bifall till Bo Asks yrkande.

Kommunstyrelsen beslutade med två röster mot en att bifalla Liv Alms yrkande.

Bo Ask (M) reserverade sig mot beslutet till förmån för det egna yrkandet.

Representanterna från C antecknade som yttrande en skrivelse från den 3 maj 2023.

Alvby den 4 maj 2023 Alvby kommunstyrelse

Liv Alm

Kommunstyrelsen

Yttrande Centerpartiet

2023-05-03

Yttrande angående motion om bänkar i stadsparken

Yttrandet Vi gillar bänkar men inte överallt.

Kommunstyrelsen

Återremissyrkande

2023-05-02

Yrkande angående motion om bänkar i stadsparken Förslag till beslut I kommunstyrelsen:

Ärendet återremitteras.

Yrkandet Ärendet är för dåligt berett.

Kommunledningskontoret

Tjänsteutlåtande Handläggare Utfärdat 2023-02-01 Bo Ek Diarienummer KS 2023/12

Motion av Eva Ek (V) om bänkar i stadsparken

Remissinstanser Motionen har remitterats till parknämnden.

Stadsledningskontorets bedömning Bänkar kostar.

Kommunfullmäktige

Handling 2022 nr 99

Motion av Eva Ek (V) om bänkar i stadsparken Många äldre vill kunna sitta ner.

Kommunfullmäktige föreslås besluta: 1. Kommunen ställer ut tio bänkar. 2. Bänkarna målas gröna.

Eva Ek (V)

Parknämnden

Utdrag ur protokoll Sammanträdesdatum: 2023-03-01

§ 11 Val av justerare

Beslut
Ola Rask väljs.

§ 12 Svar på motion om bänkar i stadsparken

Beslut
Parknämnden avstyrker motionen.

Yrkanden
Siv Ros (C) yrkar bifall till motionen.

Reservation
Siv Ros (C) reserverar sig mot beslutet.

Parkförvaltningen

Tjänsteutlåtande Handläggare Utfärdat 2023-02-20 Ann Lö Diarienummer PN 2023/4

Bänkar i stadsparken Förslag till beslut I parknämnden:

Parknämnden avstyrker motionen.

Förvaltningens bedömning Det finns redan bänkar i parken.
"""


def test_head() -> None:
    """Number, body and date are those of the report and not of a paper in it."""
    head = read(_BUNDLE).head
    assert head.body and head.body.text == "Kommunstyrelsen"
    assert head.date and head.date.text == "2023-05-04"
    assert [number.text for number in head.diary_numbers] == ["KS 2023/12"]
    assert head.title and head.title.text == "Yttrande över motion av Eva Ek (V) om bänkar i stadsparken"


def test_decisions_of_both_bodies() -> None:
    """The board's own decision, and the consulted board's of another day; its other §§ are other matters."""
    assert [
        (each.body and each.body.text, each.date and each.date.text, each.outcome)
        for each in read_item(_BUNDLE).decisions
    ] == [("Kommunstyrelsen", None, "approve"), ("Parknämnden", "2023-03-01", "reject")]


def test_vote_told_in_words() -> None:
    """Who voted for what, and the tally in number words."""
    (vote,) = read_item(_BUNDLE).votes
    assert (vote.yes, vote.no, len(vote.roll)) == (2, 1, 3)
    assert vote.ballot and vote.ballot.yes.text == "bifall till Liv Alms yrkande"
    assert [(voter.name, voter.vote.value) for voter in vote.roll] == [
        ("Per Lind", "yes"),
        ("Liv Alm", "yes"),
        ("Bo Ask", "no"),
    ]


def test_note_takes_the_words_of_its_paper() -> None:
    """'antecknade som yttrande en skrivelse' and the paper are one statement."""
    notes = [each for each in read_item(_BUNDLE).statements if each.kind == "record_note"]
    assert [(each.by.parties, each.text.text) for each in notes] == [(("C",), "Vi gillar bänkar men inte överallt.")]
    assert notes[0].pointer and notes[0].pointer.target == "/items/0/statements/0"


def test_unsigned_paper_is_known_by_its_date() -> None:
    """A paper whose letterhead is a picture is that of the party the report names with its date."""
    (remit,) = [each for each in read_item(_BUNDLE).proposals if each.action == "remit"]
    assert remit.by.parties == ("S",)
    assert [point.text for point in remit.points] == ["Ärendet återremitteras."]
    assert remit.statement and remit.statement.text == "Ärendet är för dåligt berett."


def test_motion_in_the_bundle() -> None:
    """The motion's own words go before a retelling."""
    (motion,) = [each for each in read_item(_BUNDLE).proposals if [p.name for p in each.by.persons] == ["Eva Ek"]]
    assert [point.text for point in motion.points] == ["Kommunen ställer ut tio bänkar.", "Bänkarna målas gröna."]
    assert motion.source == "paper"


def test_reservation_favours_own_proposal() -> None:
    """'till förmån för det egna yrkandet' leads to what the same person proposed, and not to a rejection."""
    item = read_item(_BUNDLE)
    board = item.reservations[0]
    assert [item.proposals[int(each.rsplit("/", 1)[1])].object for each in board.favours] == [
        proposal.object for proposal in item.proposals if proposal.object and proposal.object.text == "motionen"
    ][:1]


def test_office_of_the_consulted_board() -> None:
    """The consulted office's proposal and views are its own, and the board's asked by the report's body."""
    item = read_item(_BUNDLE)
    assert [each.by.body.text for each in item.proposals if each.by.body] == ["Kommunstyrelsen", "Parkförvaltningen"]
    answers = [each for each in item.statements if each.kind == "consultation_statement"]
    assert [(each.by.body and each.by.body.text, each.body and each.body.text) for each in answers] == [
        ("Parkförvaltningen", "Kommunstyrelsen")
    ]
