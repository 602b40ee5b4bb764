"""The date of the meeting is told from all other dates of a front page, and the §§ are read."""

import pytest

from protokoll.cleaning import clean
from protokoll.grammar import load
from protokoll.model.document import Item
from protokoll.model.text import CleanText, SourceText, Span
from protokoll.parsing.fronts import find_meeting_date, printed_range, range_doubts

_NOTICE = """
Justeringens plats och tid   Kommunhuset 2016-02-08
ANSLAG/BEVIS
Datum för anslags uppsättande   2016-02-09    Datum för anslags nedtagande   2016-03-02
Sista dag för överklagande   2016-03-01
"""


def _clean(words: str) -> CleanText:
    source = SourceText(path="-", sha256="", size=0, reader="text", encoding="utf-8", text=words)
    return clean(source, load())


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("Sammanträdesdatum\n2016-02-01\nPlats och tid  Kommunhuset kl 18", "2016-02-01"),
        ("Plats och tid      Stora salen, måndagen den 1 februari 2016, kl. 18.00", "2016-02-01"),
        ("Datum:  2016-02-01\nKlockan:  09:00", "2016-02-01"),
        ("Mötesdag   1/2 2016", "2016-02-01"),
        (
            "Protokoll fört vid sammanträde med Gröndals kommunfullmäktige den 1 februari 2016.\n\nNärvarande: X",
            "2016-02-01",
        ),
        ("Sammanträdesdatum   980323", "1998-03-23"),
        ("Sammanträdesdatum   98-03-23", "1998-03-23"),
        ("GRÖNDALS KOMMUN\nSocialnämnden   2016-02-01\n\nPlats   Kommunhuset", "2016-02-01"),
        ("Organ   Socialnämnden\nSammanträdesdatum   2016-02-01", "2016-02-01"),
    ],
)
def test_the_date_of_the_meeting(words: str, iso: str) -> None:
    """Each template gives the meeting's own date, with the dates of approval and notice below it."""
    text = _clean(words + _NOTICE)
    date = find_meeting_date(text, Span(0, len(text.text)), load())
    assert date is not None
    assert date.text == iso
    assert date.printed == date.span.of(text.source.text)


def test_no_date_but_that_of_the_notice() -> None:
    """The dates of approval and notice are none of the meeting's, even if there is no other."""
    text = _clean("Plats och tid   Kommunhuset, kl. 18" + _NOTICE)
    assert find_meeting_date(text, Span(0, len(text.text)), load()) is None


def test_page_heads_give_the_date() -> None:
    """Without a front page the date is the one that the page heads give; the date of a form is not it."""
    head, foot = "\fGröndals kommun\nSocialnämnden   Protokoll   2019-04-02\n\n", "\nBlankett v2.0 2014-11-03\n"
    text = _clean("".join(f"{head}§ {number} Val\nBeslut\nEva Ek väljs.\n{foot}" for number in range(1, 6)))
    date = find_meeting_date(text, Span(0, 0), load())
    assert date is not None
    assert date.text == "2019-04-02"


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Underskrifter                 Paragrafer 84–93\nSekreterare  ....", (84, 93)),
        ("Paragrafer:  102 - 119", (102, 119)),
        ("Justerade paragrafer   §§ 7-12, 14-20", (7, 12)),
        ("Paragraf 16", (16, 16)),
        ("Paragrafer    107/16–119/16", (107, 119)),
        ("Protokollet omfattar    §§ 57–80", (57, 80)),
        ("Sekreterare ......... Paragrafer\n   Eva Ek         210-238", (210, 238)),
        ("Plats och tid  Salen\n§§ 85-97\n", (85, 97)),
        ("Paragrafer\nSekreterare   Eva Ek", None),
        ("Plats och tid  Salen 2-4, kl 10-12", None),
    ],
)
def test_the_printed_paragraphs(words: str, numbers: tuple[int, int] | None) -> None:
    """The first and the last § are read behind their label and nowhere else."""
    text = _clean(words)
    assert printed_range(text, Span(0, len(text.text)), load()) == numbers


def _items(text: CleanText, *numbers: str) -> list[Item]:
    at = text.text.index("§")
    passage = text.passage(at, at + 1)
    return [Item(text.passage(at, at + 1, number) if passage else None, None, ()) for number in numbers]


@pytest.mark.parametrize(
    ("numbers", "messages"),
    [
        (("5", "6", "8"), []),
        (("6", "7"), ["§ 5 printed on the front page and not found", "§ 8 printed on the front page and not found"]),
        (("5",), ["§§ 6–8 printed on the front page and not found"]),
        ((), []),
    ],
)
def test_paragraphs_that_are_missing_at_the_ends(numbers: tuple[str, ...], messages: list[str]) -> None:
    """What the front page promises and the text does not hold is told; gaps inside are told elsewhere."""
    text = _clean("Paragrafer §§ 5–8\n")
    doubts = range_doubts(text, Span(0, len(text.text)), _items(text, *numbers), load())
    assert [doubt.message for doubt in doubts] == messages
