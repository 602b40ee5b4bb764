"""A report to the council: the board's own part, the hearing of other bodies, the papers bound in."""

from protokoll.model.document import DocumentKind
from tests.segmenting.outlining import blocks, outline, tiles

_REPORT = """Bänkar i parken
Motion av Eva Ek (V)

Kommunstyrelsen föreslår att kommunfullmäktige beslutar följande.

Motionen avslås.

Föredragande borgarrådet Liv Alm anför följande.

Beredning

Ärendet har remitterats till parknämnden, kultur- och fritidsnämnden och Bygdens hembygdsförening.

Parknämnden tillstyrker motionen.

Mina synpunkter

Jag tycker om bänkar.

Bilaga
Reservationer m.m.

Borgarrådsberedningen tillstyrker föredragande borgarrådets förslag.

Reservation av Bo Ask (M) enligt följande.

Motionen bifalls.

Kommunstyrelsen delar borgarrådsberedningens uppfattning.

Stockholm den 4 maj 2021

Remissammanställning

Parknämnden

Parknämnden beslutade vid sitt sammanträde den 2 mars 2021 följande.

Nämnden tillstyrker motionen.

Reservation av Ola Rask (C), se Reservationer m.m.

Parkförvaltningens tjänsteutlåtande daterat den 1 februari 2021 har i huvudsak följande lydelse.

Tillgänglighet

Bänkar behövs.

Bygdens hembygdsförening

Bygdens hembygdsförenings yttrande daterat den 3 februari 2021 har i huvudsak följande lydelse.

Ja tack.

Reservationer m.m.

Parknämnden

Reservation av Ola Rask (C)

Att motionen avslås.
"""


def test_own_part_and_hearing() -> None:
    """Acts of bodies on the way open blocks, summaries do not; consulted bodies stand under their names."""
    found = blocks(_REPORT, DocumentKind.COUNCIL_REPORT)
    own = [(kind, body) for kind, _, body in found if kind in ("decision", "reservation")]
    assert own == [
        ("decision", "Borgarrådsberedningen"),
        ("reservation", None),
        ("decision", "Kommunstyrelsen"),
        ("decision", "Parknämnden"),
        ("reservation", "Parknämnden"),
        ("reservation", "Parknämnden"),
    ]


def test_acts_without_a_blank_line_before_them() -> None:
    """Reading an image loses blank lines: a line after a closed sentence, or right under a name, opens a block too."""
    lines = ("Reservation av Bo Ask", "Kommunstyrelsen delar", "Parknämnden beslutade", "Reservation av Ola Rask")
    close = _REPORT
    for line in lines:
        close = close.replace(f"\n\n{line}", f"\n{line}", 1)
    kinds = ("decision", "reservation")
    acts = [(kind, body) for kind, _, body in blocks(close, DocumentKind.COUNCIL_REPORT) if kind in kinds]
    assert acts == [(kind, body) for kind, _, body in blocks(_REPORT, DocumentKind.COUNCIL_REPORT) if kind in kinds]


def test_what_is_quoted_stays_out_of_the_heading() -> None:
    """Without a blank line after it, the line that leads in is still all of the heading."""
    close = _REPORT.replace("följande lydelse.\n\nJa tack.", "följande lydelse.\nJa tack.")
    headings = [heading for kind, heading, _ in blocks(close, DocumentKind.COUNCIL_REPORT) if kind == "consultation"]
    assert any(heading.startswith("Bygdens") and heading.endswith("lydelse.") for heading in headings)


def test_consulted_names() -> None:
    """A name is known from the list of those to whom the matter was sent, also where it is no body."""
    found = blocks(_REPORT, DocumentKind.COUNCIL_REPORT)
    named = [heading for kind, heading, body in found if kind == "consultation" and heading == body]
    assert named == ["Parknämnden", "Bygdens hembygdsförening", "Parknämnden"]


def test_subject_heading_in_an_answer() -> None:
    """A heading inside a quoted answer opens no block of the report."""
    assert "Tillgänglighet" not in [heading for _, heading, _ in blocks(_REPORT, DocumentKind.COUNCIL_REPORT)]


def test_tiles() -> None:
    """The blocks are the text."""
    assert tiles(*outline(_REPORT, DocumentKind.COUNCIL_REPORT))


_BUNDLE = """Kommunfullmäktige

Handling 2023 nr 7

Yttrande över motion av Eva Ek (V) om bänkar

Till Alvby kommunfullmäktige

Kommunstyrelsens förslag Kommunstyrelsen tillstyrker förslag från S och föreslår att kommunfullmäktige beslutar:

Motionen avslås.

Vid behandling av ärendet i kommunstyrelsen förekom skiljaktiga meningar:

Bo Ask (M) yrkade bifall till motionen.

Alvby den 4 maj 2023 Alvby kommunstyrelse

Liv Alm

Kommunstyrelsen

Yrkande Socialdemokraterna

2023-05-02

Yrkande angående motion om bänkar Förslag till beslut I kommunstyrelsen och kommunfullmäktige:

1. Motionen avslås.

Yrkandet Det finns redan bänkar.

Parkförvaltningen

Tjänsteutlåtande Handläggare Utfärdat 2023-02-01 Bo Ek Diarienummer PN 2023/12

Bänkar i parken Förslag till beslut I parknämnden:

Nämnden avstyrker motionen.

Parknämnden

Utdrag ur protokoll Sammanträdesdatum: 2023-03-01

§ 12 Svar på motion om bänkar

Beslut
Parknämnden avstyrker motionen.

Parknämnden

Utdrag ur protokoll Sammanträdesdatum: 2023-03-01

Vid protokollet Ola Rask
"""


def test_papers_bound_in() -> None:
    """Each paper opens with an annex under its body; a page's head that is printed again opens none."""
    found = blocks(_BUNDLE, DocumentKind.COUNCIL_REPORT)
    assert [body for kind, _, body in found if kind == "annex"] == [
        "Kommunstyrelsen",
        "Parkförvaltningen",
        "Parknämnden",
    ]


def test_treatment_in_the_board() -> None:
    """The board's debate, told in the past tense, is a block of its own."""
    found = blocks(_BUNDLE, DocumentKind.COUNCIL_REPORT)
    heading = "Vid behandling av ärendet i kommunstyrelsen förekom skiljaktiga meningar:"
    assert ("decision", heading, "Kommunstyrelsen") in found


def test_section_of_an_extract() -> None:
    """The § of an extract and its sections bear the name of the extract's body."""
    found = blocks(_BUNDLE, DocumentKind.COUNCIL_REPORT)
    assert [(kind, heading) for kind, heading, body in found if body == "Parknämnden"][1:] == [
        ("item", "§ 12"),
        ("decision", "Beslut"),
        ("verification", ""),
    ]
