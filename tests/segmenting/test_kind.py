"""The kind of a record is told by its cues, and by none of the false friends that share its words."""

import pytest

from protokoll.grammar import load
from protokoll.segmenting.kind import find_kind
from tests.segmenting.outlining import clean

_KINDS = {
    "motion": """Motion om fler bänkar

Det saknas bänkar i parken. Därför yrkar jag att kommunen ställer ut tio bänkar.

Eva Ek (V)
""",
    "official_report": """TJÄNSTESKRIVELSE
Handläggare Bo Ask

Svar på motion om fler bänkar

Förslag till beslut
Motionen avslås.

Sammanfattning
Eva Ek (V) föreslår i en motion att tio bänkar ställs ut.

Bo Ask
Förvaltningschef
""",
    "council_report": """Utlåtande 2019:7 RI (Dnr KS 2018/55)

Fler bänkar
Motion av Eva Ek (V)

Kommunstyrelsen föreslår att kommunfullmäktige beslutar följande.

Motionen avslås.

Föredragande borgarrådet Liv Alm anför följande.
""",
    "interpellation": """Interpellation till tekniska nämndens ordförande Bo Ask (M)

Parken är mörk om kvällarna.

Med anledning av detta vill jag fråga:
1. När tänds lamporna?

Eva Ek (V)
""",
    "question": """Enkel fråga till kommunstyrelsens ordförande

Min fråga är: när öppnar badet?

Eva Ek (V)
""",
    "letter": """Skrivelse om fler bänkar

Vänsterpartiet vill ge förvaltningen i uppdrag
att ställa ut tio bänkar i parken.
""",
    "citizen_proposal": """Medborgarförslag

Jag föreslår att kommunen ställer ut fler bänkar i parken.
""",
    "consultation_response": """Yttrande över förslag till kollektivtrafikplan

Kommunen har beretts tillfälle att lämna synpunkter på förslaget. Er beteckning: RT 2019-4.
Kommunen har inget att erinra.
""",
    "agenda": """KALLELSE
Tekniska nämnden kallas till sammanträde den 4 maj 2021.

1. Upprop
2. Val av justerare
3. Svar på motion om bänkar
""",
    "party_programme": """Vårt program för mandatperioden
Det här vill vi i kommunen.

Skolan

Varje skola ska ha en kurator.

Vården

Äldre ska få bestämma mer.
""",
    "protocol": """SAMMANTRÄDESPROTOKOLL
Tekniska nämnden
Utses att justera Eva Ek

§ 1
Val av justerare
Beslut
Eva Ek utses.

§ 2
Budget
Beslut
Budgeten godkänns.
""",
    "protocol_extract": """Utdrag ur protokoll
Tekniska nämnden 2021-05-04

§ 14
Svar på motion om bänkar
Beslut
Nämnden avslår motionen.
""",
    "other": """Rapport om parkens träd

Träden i parken är friska. Ek och ask dominerar.
""",
}


@pytest.mark.parametrize("kind", list(_KINDS))
def test_each_kind(kind: str) -> None:
    """A small document of each kind is recognised."""
    assert find_kind(clean(_KINDS[kind]), load())[0] == kind


def test_report_on_a_motion_is_no_motion() -> None:
    """A report that answers a motion, and quotes its demand, is the officials'."""
    words = (
        _KINDS["official_report"].replace("Bakgrund", "") + "\nBakgrund\nEva Ek yrkar att kommunfullmäktige beslutar.\n"
    )
    assert find_kind(clean(words), load())[0] == "official_report"


def test_bundle_with_minutes_inside_is_a_report() -> None:
    """Extracts with §§ bound into a report to the council do not make it minutes."""
    extract = "".join(f"\n§ {number}\nÄrende\nBeslut\nNämnden avslår motionen.\n" for number in range(3, 9))
    words = "Till kommunfullmäktige\n\n" + _KINDS["council_report"] + "Skäl och grunder. " * 500 + extract
    assert find_kind(clean(words), load())[0] == "council_report"


def test_regulations_are_no_minutes() -> None:
    """A run of §§ that decide nothing is a set of rules."""
    words = "Reglemente för nämnden\n\n" + "".join(
        f"§ {number}\nNämnden ansvarar för parker, torg och gator.\n\n" for number in range(1, 9)
    )
    assert find_kind(clean(words), load())[0] == "other"


def test_damaged_report() -> None:
    """A report whose letters were misread is known by its headings, which were mended."""
    words = """Fdrvaltningens fdrslag till beslut

Namnden godkénner tjansteutldtandet som svar pa skrivelsen och lagger den till handlingarna.

Sammanfattning

Forvaltningen anser att skribenten lyfter en viktig fraga. Forslaget bor utredas vidare 1 samband med
forvaltningens 6vriga arbete. Kostnaden ryms inom namndens ram enligt forvaltningens ber4kning.

Arendets beredning

Arendet har beretts inom forvaltningen.
"""
    assert find_kind(clean(words), load())[0] == "official_report"


def test_sureness_falls_where_cues_disagree() -> None:
    """A document with the marks of two kinds is less sure than one with the marks of one."""
    plain = find_kind(clean(_KINDS["motion"]), load())[1]
    mixed = find_kind(clean("Skrivelse om bänkar\n\n" + _KINDS["motion"]), load())[1]
    assert plain > mixed


def test_nothing_known_is_other() -> None:
    """Without any cue the kind is other, and not sure at all."""
    assert find_kind(clean("Solen skiner över kommunen."), load()) == ("other", 0.0)


_FLAT = """1 (12) Plats och tid Stora salen, kl 14.00 Beslutande Ledamöter Eva Ek (C), Ordförande Bo Ask (S)
Övriga närvarande Ersättare Liv Alm (M) Tjänstepersoner Tore Blank, kultur- och bibliotekschef Ida Rönn,
handläggare fritid 2 Justering Justerade paragrafer 7-9 Sekreterare Ida Rönn 3 Bevis om anslag"""


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (_FLAT.replace("\n", " "), "protocol"),
        (
            "1 KALLELSE (32) Plats och tid Stora salen kl 18:00 Kallade ledamöter Eva Ek (M) Föredragningslista",
            "agenda",
        ),
        ("Protokollsutdrag\nEva Ek\n§ 3 Bänkar\nBeslut\nTio bänkar ställs ut.\nJusterandes sign\n", "protocol_extract"),
    ],
)
def test_pages_on_one_line(words: str, kind: str) -> None:
    """The labels of a front page tell minutes also where a whole page was run into one line."""
    assert find_kind(clean(words), load())[0].value == kind


def test_one_item_behind_a_front_page() -> None:
    """Minutes of which one § is left are minutes still, where their front page is there."""
    words = _FLAT.replace("\n", " ") + "\n\n§ 7 Bänkar\nBeslut\nTio bänkar ställs ut.\n"
    assert find_kind(clean(words), load())[0].value == "protocol"
