"""The running text that no act holds."""

import protokoll
from protokoll.model.document import Item

MINUTES = """Alby kommun
Kommunstyrelsen
Sammanträdesprotokoll 2021-03-09

§ 14
Belysning vid Sjövägen
Dnr KS 2021/17

Sammanfattning
Vägen är mörk mellan bryggan och skolan. Två olyckor har skett i vinter.
- tre barn har cyklat omkull

Yrkande
Eva Ek (V) yrkar bifall till förslaget.

Beslut
Kommunstyrelsen beslutar att sätta upp tolv lyktor.
"""


def _item(words: str = MINUTES) -> Item:
    return protokoll.parse_file("ks.txt", data=words.encode()).items[0]


def test_summary_is_kept_by_paragraph() -> None:
    """A summary is kept under its heading, each paragraph and bullet by itself."""
    (section,) = _item().sections
    assert (section.kind, section.heading and section.heading.text) == ("summary", "Sammanfattning")
    assert [each.text for each in section.paragraphs] == [
        "Vägen är mörk mellan bryggan och skolan. Två olyckor har skett i vinter.",
        "- tre barn har cyklat omkull",
    ]


def test_what_an_act_holds_is_not_told_twice() -> None:
    """Neither the title, nor the proposal, nor the decision stands among the running text."""
    told = " ".join(each.text for section in _item().sections for each in section.paragraphs)
    assert not any(word in told for word in ("Belysning", "yrkar", "lyktor", "Dnr"))


def test_paragraphs_lead_back() -> None:
    """Each paragraph is the words at its span."""
    for section in _item().sections:
        for each in section.paragraphs:
            assert each.printed == MINUTES[each.span.start : each.span.end]


def test_item_without_running_text_has_no_sections() -> None:
    """A § of a decision alone has nothing left."""
    words = "§ 1\nVal av justerare\n\nBeslut\nEva Ek väljs att jämte ordföranden justera protokollet.\n"
    assert _item(words).sections == ()
