"""Dates and diary numbers, in the many shapes that clerks give them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from protokoll.model.text import CleanText, Passage

__all__ = ["find_dates", "find_diary_numbers", "find_diary_spans", "match_date"]

_MONTHS = (
    ("jan", "januari"),
    ("feb", "febr", "februari"),
    ("mars", "mar"),
    ("apr", "april"),
    ("maj",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("aug", "augusti"),
    ("sept", "sep", "september"),
    ("okt", "oktober"),
    ("nov", "november"),
    ("dec", "december"),
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_MONTH = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
# 13 december 2016 · 12–13 mars 2024 · 2016-12-13 · 2016.12.13 · 12.5.2015 · 27/3 2024.
# Hyphens come in several forms.
_DATE = re.compile(
    rf"""(?<![\w/:.-])(?:
        (?P<day>\d{{1,2}})(?:\s*(?:-|–|och)\s*\d{{1,2}})?[.:]?(?:e|a)?\s+(?P<month>{_MONTH})\.?\s+(?P<year>(?:19|20)\d\d)
      | (?P<iso_year>(?:19|20)\d\d)(?P<mark>[-‐‑–.])(?P<iso_month>\d\d)(?P=mark)(?P<iso_day>\d\d)
      | (?P<dot_day>\d{{1,2}})\.(?P<dot_month>\d{{1,2}})\.(?P<dot_year>(?:19|20)\d\d)
      | (?P<bar_day>\d{{1,2}})/(?P<bar_month>\d{{1,2}})[\s-]\s*(?P<bar_year>(?:19|20)\d\d)
    )(?![\w/]|[-.:]\d)""",
    re.VERBOSE | re.IGNORECASE,
)
# 161213 and 20161213: too like other numbers to be read as a date in running text.
_BARE = re.compile(r"(?:(?:19|20)?\d\d)(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])")
_OLDEST_SHORT_YEAR = 70

_LABEL = re.compile(
    r"""[DdÄäVv](?<!\w.)(?i:(?<!\bert\s.)(?<!\ber\s.)(?<!\beras\s.)
        (?:(?<=d)(?:nr(?:/dpl)?|iarie(?:nummer|nr|beteckning))|(?<=ä)rende(?:nummer|nr|beteckning)|(?<=v)år\s+beteckning)
        (?:\s+(?:ks|kf|nr)(?=\s*:))?)\s*[.:]{0,2}\s*""",
    re.VERBOSE,
)
# After a label almost any run of digits joined by marks will do: letters before (KS 2023/551-1, KU.2017.91),
# inside (2011/KS 0206 001, 04/KS0321, 15KS233), glued to the year (Ks2016/0312 053), after (2017/0150 KS-2), a
# plan code behind a space (97/1155 253) or glued on (00123/20212.6.), a full stop for the bar (98.0231, SN 2008.45).
_LABELLED = re.compile(
    r"""\d{5}/20\d\d(?=\d\.\d)
      | (?:[A-ZÅÄÖ](?:[A-Za-zÅÄÖåäö]{0,5}\d{0,3}[\s./-]\s?)?)?
        \d+(?:[./:–-]\d+)*
        (?:/[A-ZÅÄÖ]{2,6}[\s-]\d{2,6}(?:\s{1,4}\d{3}|[ ]\d\d(?=[ \t]*(?:$|\n)))?|[/:–-]\d+(?:\.\d{3}(?=\s|$))?
          |(?<=[A-ZÅÄÖ]\.\d{4})\.\d+)
        (?:\s[A-ZÅÄÖ]{2,4}-\d{1,3}|[ ]\d{3}(?=[\s,.;)]*(?:$|\n|[,;)])))?
      | [A-ZÅÄÖ]{2,6}-\d{2,6}
      | (?:(?:19|20)\d\d[/-]|\d\d[/-]?)[A-ZÅÄÖ]{2,6}\d{2,6}(?:\s\d{3})?
      | (?:[A-ZÅÄÖ]{1,4}[ ]?)?(?:(?:19|20)\d\d\.\d{1,5}|\d\d\.\d{3,5})(?:[ .]\d{3}(?!\d))?(?!\.?\d)
      | [A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,5}(?:(?:19|20)\d\d|\d\d)/\d{1,6}(?:[ ]\d{3}(?!\d))?""",
    re.VERBOSE,
)
_ANOTHER = re.compile(r"\s*(?:,|;|\boch\b|\bsamt\b|&)\s*")
# Without a label only shapes that nothing else has: a body's letters with a year, a class number,
# serial/year, year.serial-class of about 2000 (98.235-622 Ks).
_UNLABELLED = re.compile(
    r"""(?<![\w§/:.-])(?:
        (?!(?:SOU|SFS|PBL|Lag|EU|EG|ISO|COM|Sida|Sid|DS|SOL|Den|Per|Prop|Skr|Dir|Bet)[\s./\d-])
        (?:[A-ZÅÄÖ]{2,6}\d{0,3}|[A-ZÅÄÖ]\d{3}|[A-ZÅÄÖ][a-zåäö]{1,3})
        (?:[/.-](?:19|20)\d\d[/:.-]|\s?(?:19|20)\d\d/|\s(?:19|20)\d\d-(?!(?:19|20)\d\d\b)(?=\d{3}))
        \d{1,6}(?:[-:]\d{1,4}|\.\d{3}(?!\d)|[ ]\d{3}(?=[ \t]*(?:$|\n)))?
      | (?:19|20)\d\d/\d{1,5}\.\d{3}
      | \d{4}/[A-ZÅÄÖ]{2,6}\s?\d{3,5}(?:\s{1,4}\d{3})?
      | [A-ZÅÄÖ]{2,5}\s(?:\d\d/\d{3,5}|(?:19|20)\d\d\.\d{2,5}(?![.\d])|(?:19|20)\d\d:\d{1,4}/\d{3})
      | \d(?:\.\d{1,3}){1,3}\.?-\d{1,5}/(?:19|20)\d\d
      | \d{3}-\d{2,5}/(?:(?:19|20)?\d\d)
      | (?:[6-9]\d\.\d{1,4}-\d{3}(?:[ ][A-ZÅÄÖ][A-Za-zåäö]{1,3}(?=[ \t]*(?:$|\n)))?
          |0\d\.\d{1,4}-\d{3}[ ][A-ZÅÄÖ][A-Za-zåäö]{1,3}(?=[ \t]*(?:$|\n)))
      | [A-ZÅÄÖ]\d{3}-\d{4}/\d\d
      | (?<=\()[A-ZÅÄÖ]{2,5}\s(?:19|20)\d\d-\d{1,4}(?=\))
      | (?<!§\s)(?<![A-ZÅÄÖ]{2}\s)\d{4}/[0129]\d
    )(?![\w/]|[-:]\d)""",
    re.VERBOSE,
)


def match_date(words: str) -> str | None:
    """Return the first date in `words` in ISO form, or None if there is none.

    >>> match_date("Tisdagen den 13 december 2016"), match_date("27/3 2024"), match_date("161213")
    ('2016-12-13', '2024-03-27', '2016-12-13')
    >>> match_date("den 31 februari 2020") is None
    True
    """
    for _, _, iso in _dates(words, 0, len(words)):
        return iso
    bare = words.strip()
    if not _BARE.fullmatch(bare):
        return None
    year, month, day = int(bare[:-4]), int(bare[-4:-2]), int(bare[-2:])
    if year < 100:
        year += 1900 if year >= _OLDEST_SHORT_YEAR else 2000
    return _iso(year, month, day)


def find_dates(text: CleanText, start: int, end: int) -> tuple[Passage, ...]:
    """Return the dates between `start` and `end` of the clean text, in order, `text` of each in ISO form."""
    return tuple(text.passage(left, right, iso) for left, right, iso in _dates(text.text, start, end))


def find_diary_numbers(text: CleanText, start: int, end: int, *, labelled: bool) -> tuple[Passage, ...]:
    """Return the diary numbers between `start` and `end` of the clean text, each once, in order.

    The text of each is as printed, white space folded and without its label.

    Args:
        text: the record.
        start: the first character, in the clean text.
        end: the character after the last.
        labelled: True for only those behind a label (Dnr, Diarienummer, Ärendenummer); False for also
            bare ones of shapes that nothing else has: `SLK-2024-00074`, `1339/22`, `KS 2023/551-1`.
    """
    found: dict[str, Passage] = {}
    for left, right in find_diary_spans(text.text, start, end, labelled=labelled):
        passage = text.passage(left, right)
        found.setdefault(passage.text, passage)
    return tuple(found.values())


def find_diary_spans(words: str, start: int, end: int, *, labelled: bool) -> list[tuple[int, int]]:
    """Return where the diary numbers of `find_diary_numbers` stand in `words`, in order."""
    spans = dict.fromkeys(_labelled(words, start, end))
    if not labelled:
        inside = sorted(spans)
        for match in _UNLABELLED.finditer(words, start, end):
            before = bisect_left(inside, (match.end(),)) - 1
            if (
                not match_date(match[0][-10:])
                and not _is_two_years(match[0])
                and (before < 0 or inside[before][1] <= match.start())
            ):
                spans[match.span()] = None
    return sorted(spans)


def _is_two_years(words: str) -> bool:
    """Tell '1992/93', a school year, from serial and year."""
    first, _, second = words.partition("/")
    return first.isdigit() and len(second) == 2 and first[:2] in ("19", "20") and (int(first) + 1) % 100 == int(second)


def _labelled(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of numbers behind a label; one label may govern several."""
    for label in _LABEL.finditer(words, start, end):
        position = label.end()
        while match := _LABELLED.match(words, position, end):
            if not match_date(match[0]):
                yield match.span()
            more = _ANOTHER.match(words, match.end(), end)
            if not more:
                break
            position = more.end()


def _dates(words: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for match in _DATE.finditer(words, start, end):
        day, month, year, iso_year, _, iso_month, iso_day, *rest = match.groups()
        if month:
            iso = _iso(int(year), _MONTH_OF[month.lower()], int(day))
        elif iso_year:
            iso = _iso(int(iso_year), int(iso_month), int(iso_day))
        else:
            dot_or_bar = [part for part in rest if part]
            iso = _iso(int(dot_or_bar[2]), int(dot_or_bar[1]), int(dot_or_bar[0]))
        if iso:
            yield match.start(), match.end(), iso


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
