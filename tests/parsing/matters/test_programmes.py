"""A programme's demands, paragraph by paragraph; what a law says and how things are is none."""

from tests.parsing.matters.reading import read, read_item


def _points(words: str) -> list[str]:
    (proposal,) = read_item(words).proposals
    return [point.text for point in proposal.points]


_HEAD = (
    "Vårt program för mandatperioden\n\nDet här vill vi i kommunen de närmaste åren.\n\n"
    "Vi bor här\n\nBygden är vacker.\n\n"
)


def test_demands_and_descriptions() -> None:
    """Modal verbs, imperatives and infinitives demand; indicative tells."""
    words = (
        _HEAD
        + "Skolan\n\nVarje skola ska ha en kurator.\n\nSkolorna är slitna.\n\nRusta skolgårdarna i hela kommunen.\n\n"
        "Säkerställa att alla kan läsa.\n\nVården\n\nDet är viktigt att äldre får välja.\n"
    )
    assert _points(words) == [
        "Varje skola ska ha en kurator.",
        "Rusta skolgårdarna i hela kommunen.",
        "Säkerställa att alla kan läsa.",
        "Det är viktigt att äldre får välja.",
    ]


def test_law_is_no_demand() -> None:
    """What a law says with 'ska' is not the party's demand, nor is a list under it."""
    words = (
        _HEAD + "Omsorgen\n\nEnligt socialtjänstlagen ska kommunen:\n\n• ge stöd till var och en\n• bygga hem\n\n"
        "Vi vill\n\n• öppna fler träffpunkter\n"
    )
    assert _points(words) == ["öppna fler träffpunkter"]


def test_only_the_demanding_part() -> None:
    """Where a paragraph first tells how things are, only what is wanted is the point."""
    words = _HEAD + "Boende\n\nMånga som söker bostad får vänta. Bygg fler hyresrätter i centrum.\n"
    assert _points(words) == ["Bygg fler hyresrätter i centrum."]


def test_background_is_left_out() -> None:
    """A topic's background is no demand, whatever its verbs."""
    words = _HEAD + "Boende\n\nBakgrund\n\nAlla ska kunna bo, sades det.\n\nNya hus\n\nBygg fler hus.\n"
    assert _points(words) == ["Bygg fler hus."]


def test_lines_with_gaps_between() -> None:
    """Where every line stands between blank lines, full lines run on into the next."""
    words = (
        _HEAD + "Skolan\n\nVarje skola i kommunen ska ha en egen kurator på plats varje dag i veckan och\n\n"
        "kunna nå skolsköterskan.\n\nRusta skolgårdarna.\n"
    )
    assert _points(words) == [
        "Varje skola i kommunen ska ha en egen kurator på plats varje dag i veckan och kunna nå skolsköterskan.",
        "Rusta skolgårdarna.",
    ]


def test_party_of_the_letterhead() -> None:
    """The party is that of the first lines, also a local one with its letters."""
    words = "BYGDEPARTIET (BP)\nProgram för mandatperioden 2022–2026\n\nSkolan\n\nVarje skola ska ha en kurator.\n"
    document = read(words)
    assert document.head.authors.parties == ("BP",)
    assert document.head.title and document.head.title.text == "Program för mandatperioden 2022–2026"
