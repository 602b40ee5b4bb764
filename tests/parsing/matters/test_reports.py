"""Official reports: what officials propose, what they retell, and what they do not decide."""

from tests.parsing.matters.reading import read, read_item

_REPORT = """TJÄNSTESKRIVELSE                                        1 (2)
Datum            Vår beteckning        Er beteckning
2018-05-03       SN 18/0098

                                         Socialnämnden

Svar på medborgarförslag om träffpunkt för äldre i Norrtuna

Förslag till beslut
Socialnämnden beslutar att

1. medborgarförslaget avslås, samt

2. kommunledningskontoret informerar förslagsställaren.

Sammanfattning
Elsa Brink föreslår i ett medborgarförslag att kommunen öppnar en träffpunkt
i gamla stationshuset. Socialkontoret konstaterar att huset saknar hiss.

Beslutsunderlag
• Tjänsteskrivelse 2018-05-03
• Medborgarförslag 2017-11-20

Barnperspektiv
Beslutet rör inte barn.

Socialkontorets bedömning
Kontoret delar bilden av att fler mötesplatser behövs men föreslår att
befintliga lokaler används.

Socialkontoret

Per Lindgren                         Mia Sand
Socialchef                           Utredare

Bilagor
1. Medborgarförslag

Beslut sänds till
Förslagsställaren
Akten
"""


def test_head_of_a_form() -> None:
    """Labels in columns, the board on a line of its own, a title among them."""
    head = read(_REPORT).head
    assert head.title and head.title.text == "Svar på medborgarförslag om träffpunkt för äldre i Norrtuna"
    assert head.date and head.date.text == "2018-05-03"
    assert [number.text for number in head.diary_numbers] == ["SN 18/0098"]
    assert head.addressee and head.addressee.text == "Socialnämnden"
    assert head.body and head.body.text == "Socialkontoret"


def test_officials_propose_and_do_not_decide() -> None:
    """The list under 'Förslag till beslut' is a proposal with the office's views, without the signature."""
    item = read_item(_REPORT)
    assert item.decisions == ()
    own = item.proposals[0]
    assert [point.text for point in own.points] == [
        "medborgarförslaget avslås, samt",
        "kommunledningskontoret informerar förslagsställaren.",
    ]
    assert own.statement and own.statement.text.endswith("befintliga lokaler används.")
    assert own.by.parties == ()


def test_retold_demand() -> None:
    """What the report retells is the citizen's, once, in the report's words."""
    retold = read_item(_REPORT).proposals[1]
    assert (retold.source, retold.by.persons[0].name, retold.by.persons[0].party) == ("retold", "Elsa Brink", None)
    assert [point.text for point in retold.points] == ["kommunen öppnar en träffpunkt i gamla stationshuset"]


def test_papers_and_recipients() -> None:
    """Lists of papers and of those who are to have the decision."""
    item = read_item(_REPORT)
    assert [entry.text for entry in item.recipients] == ["Förslagsställaren", "Akten"]
    assert "Medborgarförslag" in [entry.text for entry in item.attachments]


_ANSWER = """Tjänsteutlåtande
Dnr 1.2-45/2020

Skrivelse om lekplatsen

Svar på skrivelse från Eva Ek (M)

Förvaltningens förslag till beslut

Nämnden godkänner tjänsteutlåtandet som svar på skrivelsen.

Sammanfattning

Skribenten vill att lekplatsen rustas.

Bakgrund

Östhamra stadsdelsnämnd gav den 21 november 2019 förvaltningen i uppdrag att svara på skrivelsen. Lekplatsen
byggdes den 1 maj 1975 och nämnden beslutade då om staket.

Ärendet

Skribenten vill ge förvaltningen i uppdrag att rusta lekplatsen. Skribenten anser att den är sliten.
"""


def test_letter_handed_to_the_office() -> None:
    """The board's handing over is a decision with its date; other dates of the story are none."""
    (decision,) = read_item(_ANSWER).decisions
    assert decision.body and decision.body.text == "Östhamra stadsdelsnämnd"
    assert decision.date and decision.date.text == "2019-11-21"


def test_retold_once_and_a_view_is_no_demand() -> None:
    """A demand told twice is one proposal, of the writer named in the title; 'anser' is no demand."""
    retold = [proposal for proposal in read_item(_ANSWER).proposals if proposal.source == "retold"]
    assert [(each.by.persons[0].name, [point.text for point in each.points]) for each in retold] == [
        ("Eva Ek", ["Skribenten vill ge förvaltningen i uppdrag att rusta lekplatsen."])
    ]


def test_points_for_two_bodies() -> None:
    """Lists for the board and for the council are all points of one proposal."""
    words = """Tjänsteutlåtande

Taxa för parkering

Förslag till beslut
I kommunstyrelsen:

1. Uppdraget förklaras fullgjort.

I kommunfullmäktige:

1. Taxan antas.
2. Taxan gäller från den 1 maj 2022.

Sammanfattning
Taxan höjs.
"""
    assert [point.text for point in read_item(words).proposals[0].points] == [
        "Uppdraget förklaras fullgjort.",
        "Taxan antas.",
        "Taxan gäller från den 1 maj 2022.",
    ]
