"""The numbers of a vote."""

import re
from typing import NamedTuple

from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.numbers import NUMBER_WORDS, read_number

__all__ = ["Tally", "find_tally"]

# "Ja 12⏎Nej 31": the 12 is no number of Nej.
_N = rf"(?<![\w-])(?:(?<!ja\s)(?<!nej\s)(?<!röster\s)(?<!avstår\s)|(?!\d+\s*\n))(?P<n>\d{{1,3}}|{NUMBER_WORDS})"
_M = r"[ \t]*[:=]\s*(?P<m>\d{1,3})(?![\d-])"
_ARE = r"(?:är\s+|var\s+|har\s+|hade\s+|förklara(?:r|de)\s+sig\s+)?"
_MEMBERS = rf"\s+(?:(?:st\.?(?=[ \t])|ledam(?:ot|öter)|personer|röst(?:er)?)\s+)?(?:som\s+)?{_ARE}(?:[\"”“])?"
_VOTED = r"""\s*(?!(?:ja|nej)-?röst[ ]*:)(?:st\.?(?:[ \t]+|\s+(?!ja\b|nej\b)))?["”“]?
    (?:(?:avgivna\s+)?röst(?:er)?\s+(?:för\s+)?|för\s+
    |(?:ledam(?:ot|öter)\s+)?(?:som\s+)?röst(?:ar|ade|at)\s+(?:för\s+)?|ledam(?:ot|öter)\s+)?["”“]?"""
# "40 Ja mot 28 Nej", "5 Ja-röster", "Antal Ja: 39", "Ja-röster 31", "12 ledamöter avstår", "En ledamot är frånvarande".
_THEN = r"(?=\s*(?:,|;|\.|\(|och|mot|st|$))"
_NO_COLON = r"(?![- ]?(?:röst\w*)?\s*[:=]\s*\d)"
_LAID = r"(?:nedlagd\w*|nedl(?:ägger|ade|agt)|(?:lägger|lade|lagt)\s+ner?d?)"
_SIDES = {
    side: rf"""{_N}{_VOTED}(?:{side}\b|{side}röst){_NO_COLON}
        |\b{side}(?:-?[ ]?röst(?:er)?)?(?:{_M}|\s+(?!\d{{1,3}}[.)][ ])(?P<o>\d{{1,3}}){_THEN})"""
    for side in ("ja", "nej")
} | {
    "abstain": rf"""{_N}{_MEMBERS}(?:avst(?:å\w*|o\w+)|{_LAID}\b|blank\w*)\b{_NO_COLON}
        |\bavst(?:år|ående|ått|od)?\.?(?:{_M}|\s+(?P<o>\d{{1,3}}){_THEN})""",
    "absent": rf"{_N}{_MEMBERS}frånvarande{_NO_COLON}|\bfrånv(?:arande)?\.?(?:{_M}|\s+(?P<o>\d{{1,3}}){_THEN})",
}
_STEMS = {"ja": ("ja",), "nej": ("nej",), "abstain": ("avst", " ned", "blank"), "absent": ("frånv",)}
_PATTERNS = {side: re.compile(pattern, re.IGNORECASE | re.VERBOSE | re.MULTILINE) for side, pattern in _SIDES.items()}
# A side and its number on a line of their own, so that "41⏎Nej-röster 17" is not forty-one Nej.
_LINES = {
    side: re.compile(
        rf"""^[ \t]*(?:antal[ \t]+)?{words}(?:-?[ ]?röst(?:er)?)?[ \t]*[:=]?[ \t]+(?P<n>\d{{1,3}})(?P<m>)(?P<o>)
            (?:[ \t]*(?:st\.?|röst(?:er)?|ledam(?:ot|öter)))?[ \t]*[.,;]?[ \t]*$""",
        re.IGNORECASE | re.MULTILINE | re.VERBOSE,
    )
    for side, words in {
        "ja": "ja",
        "nej": "nej",
        "abstain": r"(?:avst(?:år|ående|ått|od)?\.?|nedlagda|blanka)",
        "absent": r"(?:frånv(?:arande)?\.?)",
    }.items()
}
# "Ja 3 Nej 2 Avstår 1": each number after its side; in "5 ja 3 nej" it stands before.
_LABELLED = re.compile(
    r"""(?<!\d\s)(?<!\w)ja(?:-?röster)?[ :=\t]+(?P<ja>\d{1,3})[ \t,;.]+(?:och[ ])?nej(?:-?röster)?[ :=\t]+
        (?P<nej>\d{1,3})\b(?![ ]+(?:(?:ja|nej)\b|avst\w*(?![\w .:=\t]*\d)))
        (?:[ \t,;.]+(?:och[ ])?avst\w*\.?[ :=\t]+(?P<abstain>\d{1,3})\b)?
        (?:[ \t,;.]+(?:och[ ])?frånv\w*\.?[ :=\t]+(?P<absent>\d{1,3})\b)?""",
    re.IGNORECASE | re.VERBOSE,
)
# "Resultat: 3 J, 1 N, 1 A".
_LETTERS = re.compile(r"\b(?P<yes>\d{1,3})[ ]?J\b[ ,;]+(?P<no>\d{1,3})[ ]?N\b(?:[ ,;]+(?P<abstain>\d{1,3})[ ]?A\b)?")
# The last row of a table: "Summa   7   1   4", under a head that tells which column is which.
_SUM = re.compile(
    r"""^[ \t]*(?:(?:summa|s:a|totalt|resultat|antal(?:[ ]röster)?|röster)[ \t:]+
        )?(?P<numbers>\d{1,3}(?:[ \t]+(?:\d{1,3}|[–-])){1,4})[ \t]*$""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_HEAD = re.compile(r"^(?=[^\n]*\bja\b)(?=[^\n]*\bnej\b)(?![^\n]*röst)[^\n:]*$", re.IGNORECASE | re.MULTILINE)
# The same where the table became one line: "Ledamot Ja Nej Avstår Eva Ek (S) X … Summa 7 1 4".
_FLAT = re.compile(
    r"\bJa\s+Nej(?P<abstain>\s+Avst\w*\.?)?(?P<absent>\s+Frånv\w*\.?)?\s+(?=[A-ZÅÄÖ0-9])(?s:.{0,6000}?)"
    r"\b(?:Summa|Resultat|Totalt|S:a)[\s:]+(?P<numbers>\d{1,3}(?:\s+\d{1,3}){1,3})\b",
    re.IGNORECASE,
)
_COLUMN = re.compile(
    r"\b(?:(?P<yes>ja)|(?P<no>nej)|(?P<abstain>avst(?:år|od)?)|(?P<absent>frånv(?:arande)?))\b", re.IGNORECASE
)
# "med röstsiffrorna 23-21", "med sju röster mot en": the winning side first, so which is Ja is not said here.
# "Med sex röster för A och fem röster för B": what the first is for stands between the numbers.
_SCORE = re.compile(
    rf"""(?:\bsiffrorna\s+(?P<sure>\d{{1,3}})\s*(?:-|–|mot)\s*(?P<rest>\d{{1,3}})
        |röst(?:siffrorna|etalen|erna|etal|siffror)\s+(?:(?:är|blev)\s+)?(?P<won>\d{{1,3}})\s*(?:-|–|mot)\s*(?P<lost>\d{{1,3}})
        |\b(?P<for>\d{{1,3}}|{NUMBER_WORDS})\s+röst(?:er)?\s+(?:för|på)\s+(?P<aim>(?!ja\b|nej\b)[^.\n]{{3,200}}?)(?:,\s+|,?\s+
          (?:och|mot|medan|samt)\s+)(?P<against>\d{{1,3}}|{NUMBER_WORDS})\s+(?:röst(?:er)?\s+)?(?:för|på)\s
        |med\s+(?P<more>\d{{1,3}}|{NUMBER_WORDS})(?:\s+röst(?:er)?)?\s*(?:-|–|mot)\s*(?P<less>\d{{1,3}}|{NUMBER_WORDS})\b(?:\s+röst(?:er)?)?)""",
    re.IGNORECASE | re.VERBOSE,
)
# What follows the numbers of a vote tells what has won: "med sju röster mot en enligt förvaltningens förslag".
_AFTER_SCORE = 200
_STOPS = re.compile(r"(?<!fl)\.\s|\n[ \t]*\n")


class Tally(NamedTuple):
    """The printed numbers of a vote, each None where it is not printed, and the words that print them."""

    yes: int | None
    no: int | None
    abstain: int | None
    absent: int | None
    words: Passage | None
    score: tuple[int, int] | None = None
    """Numbers of the winning and the losing side, where the text tells only these."""
    told: Span | None = None
    """Where the clean text tells what the first of them is for."""
    before: Span | None = None
    """The same where it may stand before the numbers: 'Förslaget bifalls med 4 röster mot 3'."""


def find_tally(text: CleanText, span: Span) -> Tally:
    """Return the numbers that stand inside `span` of the clean text: 'utfaller med 40 Ja mot 28 Nej'."""
    labelled = _LABELLED.search(text.text, span.start, span.end)
    if labelled:
        yes, no, abstain, absent = (int(number) if number else None for number in labelled.groups())
        return Tally(yes, no, abstain, absent, text.passage(*labelled.span()))
    said = span.of(text.text).lower()
    found = {
        side: pattern.search(text.text, span.start, span.end) if any(stem in said for stem in _STEMS[side]) else None
        for side, pattern in _PATTERNS.items()
    }
    if found["ja"] and found["nej"]:
        found |= _on_lines(text, span)
    if found["ja"] is None and found["nej"] is None:
        other = _summed(text, span) or _lettered(text, span) or _scored(text, span)
        if other:
            abstain, absent = (_read(found[side]) for side in ("abstain", "absent"))
            return other._replace(
                abstain=abstain if other.abstain is None else other.abstain,
                absent=absent if other.absent is None else other.absent,
            )
    numbers = {side: _read(match) for side, match in found.items()}
    places = [match.span() for match in found.values() if match]
    if not places:
        return Tally(None, None, None, None, None)
    words = text.passage(min(start for start, _ in places), max(end for _, end in places))
    tally = Tally(numbers["ja"], numbers["nej"], numbers["abstain"], numbers["absent"], words)
    return _with_sums(tally, _summed(text, span)) if tally.abstain is None and "avst" in said else tally


def _with_sums(tally: Tally, sums: Tally | None) -> Tally:
    """Give a tally what the sentence leaves out and the last row of the table has."""
    if sums is None or (sums.yes, sums.no) != (tally.yes, tally.no):
        return tally
    return tally._replace(abstain=sums.abstain, absent=sums.absent if tally.absent is None else tally.absent)


def _on_lines(text: CleanText, span: Span) -> dict[str, re.Match[str] | None]:
    """Read the numbers where each stands on the line of its side; nothing where not both of Ja and Nej do."""
    found = {side: pattern.search(text.text, span.start, span.end) for side, pattern in _LINES.items()}
    if found["ja"] is None or found["nej"] is None:
        return {}
    return {side: match for side, match in found.items() if match}


def _summed(text: CleanText, span: Span) -> Tally | None:
    """Read the sums under the columns of a table."""
    head = _HEAD.search(text.text, span.start, span.end)
    row = _SUM.search(text.text, head.end(), span.end) if head else None
    if head is None or row is None:
        return _flat_sum(text, span)
    columns = [column.lastgroup or "" for column in _COLUMN.finditer(head[0])]
    sums = {side: int(cell) for side, cell in zip(columns, row["numbers"].split(), strict=False) if cell.isdigit()}
    yes, no, abstain, absent = (sums.get(side) for side in ("yes", "no", "abstain", "absent"))
    return Tally(yes, no, abstain, absent, text.passage(*row.span()))


def _flat_sum(text: CleanText, span: Span) -> Tally | None:
    match = _FLAT.search(text.text, span.start, span.end)
    if match is None:
        return None
    named = ["yes", "no", *(side for side in ("abstain", "absent") if match[side])]
    sums = dict(zip(named, map(int, match["numbers"].split()), strict=False))
    words = text.passage(*match.span("numbers"))
    return Tally(sums["yes"], sums["no"], sums.get("abstain"), sums.get("absent"), words)


def _lettered(text: CleanText, span: Span) -> Tally | None:
    match = _LETTERS.search(text.text, span.start, span.end)
    if match is None:
        return None
    abstain = int(match["abstain"]) if match["abstain"] else None
    return Tally(int(match["yes"]), int(match["no"]), abstain, None, text.passage(*match.span()))


def _scored(text: CleanText, span: Span) -> Tally | None:
    match = _SCORE.search(text.text, span.start, span.end)
    if match is None:
        return None
    score = (
        read_number(match["won"] or match["more"] or match["sure"] or match["for"]),
        read_number(match["lost"] or match["less"] or match["rest"] or match["against"]),
    )
    told = Span(*match.span("aim")) if match["aim"] else Span(match.end(), match.end() + _AFTER_SCORE)
    opens = max(span.start, match.start() - _AFTER_SCORE)
    stops = [each.end() for each in _STOPS.finditer(text.text, opens, match.start())]
    before = Span(stops[-1] if stops else opens, match.start())
    return Tally(None, None, None, None, text.passage(*match.span()), score, told, before)


def _read(match: re.Match[str] | None) -> int | None:
    return read_number(match["n"] or match["m"] or match["o"]) if match else None
