"""What the labels of a front page tell of the meeting: its date, and the §§ of the minutes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from protokoll.grammar import Grammar
from protokoll.model.document import Item
from protokoll.model.remark import Remark, RemarkCode
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.references import find_dates, match_date
from protokoll.parsing.rosters.labels import Label, LabelKind, find_labels

__all__ = ["find_meeting_date", "printed_range", "range_doubts"]

_LONGEST_FRONT = 40_000
_NEAR = 160  # letters after a label in which its date stands
_OF_MEETING = re.compile(r"sammantr|möte", re.IGNORECASE)
# Dates of other days: of a form's version, of the approval, of the notice, of printing.
_OTHER_DAY = re.compile(
    r"\bv\.?\s?\d|\bver|blankett|mall|UBK|juster|anslag|utskri|skriv|uppsatt|nedtag|överklag", re.IGNORECASE
)
_CLOSED = (LabelKind.VERIFICATION, LabelKind.SIGNATURES, LabelKind.NOTICE, LabelKind.CONTENTS)
# 980323 and 98-03-23: only behind a label that says that a date comes.
_SHORT = re.compile(r"(?<![\d-])(?P<date>\d\d-?(?:0[1-9]|1[0-2])-?(?:[0-2]\d|3[01]))(?![\d-])")
# "84–93", "§§ 63 - 73", "107/16–119/16".
_RANGE = re.compile(
    r"(?P<first>\d{1,4})(?:/\d{2,4})?\s*(?:[-–—‑]|t\.?o\.?m\.?|till)\s*(?:§\s*)?(?P<last>\d{1,4})(?:/\d{2,4})?(?![\d-])"
)
_ONE = re.compile(r"§?\s*(?P<first>\d{1,4})(?:/\d{2,4})?(?!\d|-\d)")
_AFTER_RANGE = 200
_SIGNS = re.compile(r"^[ \t]*§§[ \t]*(?=\d)", re.MULTILINE)
_MOST_ITEMS = 2_000


def find_meeting_date(text: CleanText, front: Span, grammar: Grammar) -> Passage | None:
    """Return the date of the meeting in ISO form.

    It stands in the page heads, behind 'Sammanträdesdatum' or 'Plats och tid', or above the first label. The dates of
    approval and notice are of other days.

    Args:
        text: the record.
        front: the front page in the clean text, empty where there is none.
        grammar: the wordings.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import SourceText
    >>> words = "Justeringsdatum  2016-02-08  Sammanträdesdatum: 2016-02-01"
    >>> text = CleanText(SourceText("-", "", 0, "text", None, words), (), words)
    >>> find_meeting_date(text, Span(0, len(words)), load()).text
    '2016-02-01'
    """
    front = Span(front.start, min(front.end, front.start + _LONGEST_FRONT))
    labels = find_labels(text.text, front, grammar)
    zones = list(_zones(labels, front))
    heads = _in_heads(text)
    for wanted in (_labelled, _placed):
        for zone in wanted(text.text, zones):
            if found := _first_date(text, zone):
                return found
        if heads:
            return heads
    opening = Span(front.start, labels[0].start if labels else front.end)
    open_zones = [opening, *(zone for label, zone in zones if label.kind not in _CLOSED)]
    return next((found for zone in open_zones if (found := _first_date(text, zone, short=False))), None)


def printed_range(text: CleanText, span: Span, grammar: Grammar) -> tuple[int, int] | None:
    """Return the first and the last § that a front page says the minutes hold, or None where it does not say.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import SourceText
    >>> words = "Underskrifter      Paragrafer  84–93"
    >>> source = SourceText(path="-", sha256="", size=0, reader="text", encoding=None, text=words)
    >>> printed_range(CleanText(source, (), words), Span(0, len(words)), load())
    (84, 93)
    """
    words = text.text
    span = Span(span.start, min(span.end, span.start + _LONGEST_FRONT))
    places = [label.end for label in find_labels(words, span, grammar) if label.kind is LabelKind.RANGE]
    for place in [*places, *(match.end() for match in _SIGNS.finditer(words, span.start, span.end))]:
        stop = min(span.end, place + _AFTER_RANGE)
        for match in _RANGE.finditer(words, place, stop):
            first, last = int(match["first"]), int(match["last"])
            if first <= last < first + _MOST_ITEMS and not match_date(match[0]):
                return first, last
        only = _ONE.match(words, place + len(words[place:stop]) - len(words[place:stop].lstrip(" \t:")), stop)
        if only and place in places:
            return int(only["first"]), int(only["first"])
    return None


def range_doubts(text: CleanText, front: Span, items: Sequence[Item], grammar: Grammar) -> list[Remark]:
    """Return a remark where the §§ found do not reach from the first to the last that the front page prints.

    Gaps between the §§ found are told elsewhere.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import SourceText
    >>> words = "Paragrafer  1–2  § 1"
    >>> text = CleanText(SourceText("-", "", 0, "text", None, words), (), words)
    >>> items = [Item(text.passage(19, 20), None, ())]
    >>> [doubt.message for doubt in range_doubts(text, Span(0, 17), items, load())]
    ['§ 2 printed on the front page and not found']
    """
    printed = printed_range(text, front, grammar)
    numbers = [int(match[0]) for item in items if item.number and (match := re.match(r"\d+", item.number.text))]
    if printed is None or not numbers:
        return []
    lost = [(printed[0], min(numbers) - 1), (max(numbers) + 1, printed[1])]
    return [
        Remark(
            RemarkCode.ITEM_GAP,
            f"{f'§ {first}' if first == last else f'§§ {first}–{last}'} printed on the front page and not found",
        )
        for first, last in lost
        if first <= last and printed[0] <= first
    ]


def _zones(labels: list[Label], front: Span) -> Iterator[tuple[Label, Span]]:
    """Yield each label with the text after it, up to the next one."""
    for index, label in enumerate(labels):
        stop = labels[index + 1].start if index + 1 < len(labels) else front.end
        yield label, Span(label.end, max(label.end, min(stop, label.end + _NEAR)))


def _labelled(words: str, zones: list[tuple[Label, Span]]) -> Iterator[Span]:
    for label, zone in zones:
        if label.kind is LabelKind.DATE and _OF_MEETING.search(words, label.start, label.end):
            yield zone


def _placed(words: str, zones: list[tuple[Label, Span]]) -> Iterator[Span]:
    places = [zone for label, zone in zones if label.kind is LabelKind.PLACE]
    checked = [label.start for label, _ in zones if label.kind is LabelKind.VERIFICATION]
    # Behind 'Att justera utses' a place and a day are those of the approval.
    yield from [zone for zone in places if not checked or zone.start < checked[0]] or places
    for label, zone in zones:
        if label.kind is LabelKind.DATE and not _OTHER_DAY.search(words, label.start, zone.end):
            yield zone


def _first_date(text: CleanText, zone: Span, *, short: bool = True) -> Passage | None:
    found = find_dates(text, zone.start, zone.end)
    if found:
        return found[0]
    bare = _SHORT.search(text.text, zone.start, zone.end) if short else None
    iso = match_date(bare["date"].replace("-", "")) if bare else None
    return text.passage(*bare.span("date"), iso) if bare and iso else None


# The heads and feet of this many pages are enough to tell the day of the meeting.
_HEADS = 100


def _in_heads(text: CleanText) -> Passage | None:
    """Return the date that page heads and feet give most often."""
    dated = [
        (iso, passage)
        for passage in text.furniture[:_HEADS]
        if not _OTHER_DAY.search(passage.printed) and (iso := match_date(passage.printed))
    ]
    if not dated:
        return None
    counts = Counter(iso for iso, _ in dated)
    best = max(counts, key=lambda iso: counts[iso])
    passage = next(passage for iso, passage in dated if iso == best)
    return Passage(best, passage.span, passage.page, passage.printed)
