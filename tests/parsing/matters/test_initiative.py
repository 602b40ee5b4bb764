"""Motions, letters, questions and citizens' proposals: who wants what, why, and of whom."""

import pytest

from tests.parsing.matters.reading import read, read_item

_OLD_MOTION = """Till kommunfullmäktige i Norrtuna kommun

Motion angående gång- och cykelväg längs Byavägen

Trafiken på Byavägen har ökat kraftigt under senare år. Många barn går och
cyklar till skolan. Vägen saknar trottoar och belysning.

Vi har tidigare påtalat detta i nämnden utan resultat.

Undertecknade yrkar därför

att gång- och cykelväg anläggs längs Byavägen från skolan till affären,

att medel anvisas i 1999 års budget samt

att tekniska nämnden får i uppdrag att snarast påbörja projekteringen.

Norrtuna 1998-09-14

Karl-Erik Holm (c)      Siv Broman (c)
"""
_HEADED_MOTION = """Sverigedemokraterna Norrtuna
2021-03-15

Motion till kommunfullmäktige

Motion om trygghetsvakter i centrum

Bakgrund
Under kvällstid upplevs centrum som otryggt. Polisen har begränsade resurser.

Förslag till beslut
Kommunfullmäktige föreslås besluta

• att kommunen anställer trygghetsvakter under ett prövoår
• att kostnaden finansieras inom kommunstyrelsens ram

Jörgen Palm (SD), gruppledare
Anita Kvist (SD)
"""
_SENTENCE_MOTION = """MOTION

Inför valfrihet i skolmaten

I dag får elever med särskilda önskemål vänta länge på besked.

Kostchefen har sagt att det går att lösa. Därför yrkar jag att kommunstyrelsen ges i uppdrag att utreda hur
valfrihet i skolmaten kan införas.

För Kristdemokraterna
Lena Ström
"""


def test_motion_of_the_nineties() -> None:
    """Lower-case parties, a place and date without 'den', att-satser as printed."""
    document = read(_OLD_MOTION)
    head, (item,) = document.head, document.items
    assert head.date and head.date.text == "1998-09-14"
    assert head.addressee and head.addressee.text == "kommunfullmäktige i Norrtuna kommun"
    assert [(person.name, person.party) for person in head.authors.persons] == [
        ("Karl-Erik Holm", "C"),
        ("Siv Broman", "C"),
    ]
    (proposal,) = item.proposals
    assert [point.text for point in proposal.points] == [
        "att gång- och cykelväg anläggs längs Byavägen från skolan till affären,",
        "att medel anvisas i 1999 års budget samt",
        "att tekniska nämnden får i uppdrag att snarast påbörja projekteringen.",
    ]
    assert proposal.statement and proposal.statement.text.startswith("Trafiken på Byavägen")
    assert proposal.statement.text.endswith("utan resultat.")


def test_motion_with_headings() -> None:
    """The demand stands under a heading, after a lead-in of its own; titles of the signers are no names."""
    document = read(_HEADED_MOTION)
    assert document.head.title and document.head.title.text == "Motion om trygghetsvakter i centrum"
    assert [person.name for person in document.head.authors.persons] == ["Jörgen Palm", "Anita Kvist"]
    (proposal,) = document.items[0].proposals
    assert [point.text for point in proposal.points] == [
        "att kommunen anställer trygghetsvakter under ett prövoår",
        "att kostnaden finansieras inom kommunstyrelsens ram",
    ]
    assert proposal.statement and proposal.statement.text.startswith("Under kvällstid")


def test_motion_in_a_sentence() -> None:
    """A demand in running text is the clause after 'att'; the party stands above the name."""
    document = read(_SENTENCE_MOTION)
    (proposal,) = document.items[0].proposals
    assert [point.text for point in proposal.points] == [
        "att kommunstyrelsen ges i uppdrag att utreda hur valfrihet i skolmaten kan införas."
    ]
    assert document.head.authors.parties == ("KD",)
    assert document.head.title and document.head.title.text == "Inför valfrihet i skolmaten"


def test_letter_names_its_party_and_board() -> None:
    """A letter without a signature is the party's that speaks in it; the board that is to act is addressed."""
    words = """Bänkar i parken

Det saknas bänkar i parken, säger många äldre.

Mot bakgrund av detta vill Vänsterpartiet att tekniska nämnden ger förvaltningen i uppdrag

att ställa ut tio bänkar
"""
    document = read(words)
    assert document.head.kind == "letter"
    assert document.head.authors.parties == ("V",)
    assert document.head.addressee and document.head.addressee.text == "tekniska nämnden"
    assert [point.text for point in document.items[0].proposals[0].points] == ["att ställa ut tio bänkar"]


def test_interpellation_proposes_nothing() -> None:
    """Questions are no proposals; who asks and who is asked is told, whatever the party was called then."""
    words = """INTERPELLATION
Till Kommunstyrelsens Ordförande Stina Ask

Angående försäljningen av Åkerskolan

I somras sålde kommunen Åkerskolan. Priset var lågt enligt flera mäklare.

Mina frågor till dig är:
1. Hur gick värderingen till?
2. Varför lades inget bud ut på öppna marknaden?

Norrtuna den 21 oktober 2009
För Folkpartiet liberalerna
Ola Berg
"""
    document = read(words)
    assert document.items[0].proposals == ()
    assert document.head.authors.parties == ("FP",)
    assert document.head.addressee and document.head.addressee.text == "Kommunstyrelsens Ordförande Stina Ask"
    assert document.head.date and document.head.date.text == "2009-10-21"


def test_asked_in_the_title() -> None:
    """The chair who is asked may stand in the title."""
    words = """Interpellation av Eva Ek (V) till ordföranden i nämnden för teknik om bänkar

Vill du ställa ut bänkar?

Därför vill jag fråga:
1. När?

Eva Ek (V)
"""
    addressee = read(words).head.addressee
    assert addressee and addressee.text == "ordföranden i nämnden för teknik"


def test_citizen_has_no_party() -> None:
    """A citizen's proposal has an author without a party, even where a party is named in its text."""
    words = """Medborgarförslag

Rubrik: Bänkar i parken

Jag föreslår att kommunen ställer ut bänkar i parken.

Motivering:
Moderaterna lovade bänkar.

Namn: Elsa Brink
"""
    document = read(words)
    assert [(person.name, person.party) for person in document.head.authors.persons] == [("Elsa Brink", None)]
    assert document.head.authors.parties == ()
    (proposal,) = document.items[0].proposals
    assert [point.text for point in proposal.points] == ["att kommunen ställer ut bänkar i parken."]
    assert proposal.statement and proposal.statement.text == "Moderaterna lovade bänkar."


@pytest.mark.parametrize("words", [_OLD_MOTION, _HEADED_MOTION, _SENTENCE_MOTION])
def test_every_leaf_leads_back(words: str) -> None:
    """The words as printed stand where the span says, in the source."""
    item = read_item(words)
    for point in item.proposals[0].points:
        assert words[point.span.start : point.span.end] == point.printed
