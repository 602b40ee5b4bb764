"""A report to the council: each body's own acts, texts and dissents, each once, and pointers that lead somewhere."""

from protokoll.model.document import Item
from protokoll.model.text import Passage
from tests.parsing.matters.reading import read, read_item

_REPORT = """Utlåtande 2009:41 RV (Dnr 327-1204/2008)

Fler simhallar i ytterstaden
Motion av Per Rask (s)

Kommunstyrelsen föreslår att kommunfullmäktige beslutar följande

Motion (2008:12) av Per Rask (s) anses besvarad med vad som anförs i utlåtandet.

Föredragande borgarrådet Klara Viberg anför följande.

Ärendet

Per Rask (s) föreslår i en motion (2008:12) att staden bygger tre simhallar i ytterstaden.

Beredning

Ärendet har remitterats till stadsledningskontoret, idrottsnämnden och Östhamra stadsdelsnämnd.

Idrottsnämnden tillstyrker motionen delvis.

Mina synpunkter

Simning är viktigt. Jag anser dock att motionen är tillgodosedd.

Bilaga
Reservationer m.m.

Borgarrådsberedningen tillstyrker föredragande borgarrådets förslag.

Reservation anfördes av borgarråden Ulla Mård och Nils Rön (båda s) enligt följande.

Vi föreslår att borgarrådsberedningen föreslår kommunstyrelsen att föreslå kommunfullmäktige besluta följande

1. Motionen bifalls
2. Därutöver anförs följande

Barn i ytterstaden lär sig inte simma. Det är orimligt.

Särskilt uttalande gjordes av borgarrådet Eva Sund (v) enligt följande.

Alla barn ska kunna simma. Vi återkommer i budgeten.

Kommunstyrelsen delar borgarrådsberedningens uppfattning och föreslår kommunfullmäktige besluta följande

Motion (2008:12) av Per Rask (s) anses besvarad med vad som anförs i utlåtandet.

Östhamra den 14 januari 2009

Klara Viberg

Reservation anfördes av Ulla Mård och Bo Ehn (båda s) med hänvisning till Socialdemokraternas reservation i
borgarrådsberedningen.

REMISSER

Stadsledningskontoret

Stadsledningskontorets tjänsteutlåtande daterat den 3 oktober 2008 har i huvudsak följande lydelse.

Behovet av simhallar bör prövas i budgetarbetet.

Stadsledningskontoret föreslår att motionen besvaras.

Idrottsnämnden

Idrottsnämnden beslutade vid sitt sammanträde den 18 november 2008 följande.

1. Nämnden godkänner förvaltningens tjänsteutlåtande som svar på remissen.
2. Ärendet justeras omedelbart.

Reservation anfördes av vice ordföranden Inga Sjö m.fl. (s), bilaga 1.

Idrottsförvaltningens tjänsteutlåtande daterat den 20 oktober 2008 har i huvudsak följande lydelse.

Förvaltningen ser ett behov av en simhall i nordväst.

Östhamra stadsdelsnämnd

Östhamra stadsdelsnämnd beslutade vid sitt sammanträde den 20 november 2008 att överlämna tjänsteutlåtandet.

Särskilt uttalande gjordes av Tor Alm (mp), bilaga 1.

Bilaga 1

RESERVATIONER M.M.

Idrottsnämnden

Reservation anfördes av vice ordföranden Inga Sjö m.fl. (s) enligt följande.

att föreslå kommunfullmäktige att bifalla motionen

Simhallar behövs.

Östhamra stadsdelsnämnd

Särskilt uttalande gjordes av Tor Alm (mp) enligt följande.

Vi vill se ett bad i Östhamra.
"""


def _bodies(item: Item) -> list[tuple[str | None, str | None]]:
    return [(_text(each.body), _text(each.date)) for each in item.decisions]


def _text(passage: Passage | None) -> str | None:
    return passage.text if passage else None


def test_head() -> None:
    """Body, council, date of the signature, the report's own number."""
    head = read(_REPORT).head
    assert head.body and head.body.text == "Kommunstyrelsen"
    assert head.addressee and head.addressee.text == "kommunfullmäktige"
    assert head.date and head.date.text == "2009-01-14"
    assert head.title and head.title.text == "Fler simhallar i ytterstaden"
    assert [number.text for number in head.diary_numbers] == ["327-1204/2008"]


def test_each_body_decides_on_its_own() -> None:
    """Two bodies on the way and two consulted ones; a summary under 'Beredning' is no decision."""
    assert _bodies(read_item(_REPORT)) == [
        ("Borgarrådsberedningen", None),
        ("Kommunstyrelsen", None),
        ("Idrottsnämnden", "2008-11-18"),
        ("Östhamra stadsdelsnämnd", "2008-11-20"),
    ]


def test_board_and_rapporteur_propose_the_same() -> None:
    """The proposal to the council is given once for the board and once, with views, for the rapporteur."""
    board, rapporteur = read_item(_REPORT).proposals[:2]
    assert board.by.body and board.by.body.text == "Kommunstyrelsen"
    assert [person.name for person in rapporteur.by.persons] == ["Klara Viberg"]
    assert [point.text for point in board.points] == [point.text for point in rapporteur.points]
    assert rapporteur.statement and rapporteur.statement.text.startswith("Simning är viktigt.")


def test_movers_demand() -> None:
    """What the motion wants is the mover's, in the report's words."""
    (retold,) = [each for each in read_item(_REPORT).proposals if each.source == "retold"]
    assert [person.name for person in retold.by.persons] == ["Per Rask"]
    assert [point.text for point in retold.points] == ["staden bygger tre simhallar i ytterstaden"]


def test_dissents() -> None:
    """Each dissent stands once, in its body; a pointer leads to the text that it means."""
    found = read_item(_REPORT).reservations
    assert [(each.body and each.body.text, each.by.parties) for each in found] == [
        ("Borgarrådsberedningen", ("S",)),
        ("Kommunstyrelsen", ("S",)),
        ("Idrottsnämnden", ("S",)),
    ]
    assert found[1].pointer and found[1].pointer.target == "/items/0/reservations/0"
    assert found[2].pointer and found[2].pointer.target == "/items/0/reservations/2"
    assert found[2].text.text.startswith("att föreslå kommunfullmäktige")


def test_counter_proposals() -> None:
    """A dissent's own proposal is a proposal, tied to it, with its reasons as statement."""
    item = read_item(_REPORT)
    first, third = item.reservations[0], item.reservations[2]
    counter = item.proposals[int(first.favours[0].rsplit("/", 1)[1])]
    assert counter.action == "approve"
    assert counter.statement and counter.statement.text == "Barn i ytterstaden lär sig inte simma. Det är orimligt."
    other = item.proposals[int(third.favours[0].rsplit("/", 1)[1])]
    assert [point.text for point in other.points] == ["att föreslå kommunfullmäktige att bifalla motionen"]
    assert other.statement and other.statement.text == "Simhallar behövs."


def test_statements() -> None:
    """Special statements under their bodies, and one answer for each that was consulted and answered."""
    found = read_item(_REPORT).statements
    assert [(each.kind.value, each.body and each.body.text) for each in found] == [
        ("special_statement", "Borgarrådsberedningen"),
        ("consultation_statement", "Kommunstyrelsen"),
        ("consultation_statement", "Kommunstyrelsen"),
        ("special_statement", "Östhamra stadsdelsnämnd"),
    ]
    assert found[2].by.body and found[2].by.body.text == "Idrottsnämnden"


def test_office_proposes_in_its_answer() -> None:
    """The last paragraph of an office's text is its proposal."""
    offices = [each.by.body.text for each in read_item(_REPORT).proposals if each.by.body]
    assert offices == ["Kommunstyrelsen", "Stadsledningskontoret"]


def test_pointer_to_nothing_is_a_remark() -> None:
    """A pointer whose text is not in the file is kept, and a remark says so."""
    document = read(_REPORT[: _REPORT.index("Bilaga 1\n\nRESERVATIONER")])
    assert [remark.code.value for remark in document.remarks] == ["target_missing", "cue_unaccounted"]
    pointer = document.items[0].reservations[2].pointer
    assert pointer and pointer.target is None
