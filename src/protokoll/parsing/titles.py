"""The title and diary numbers of an item, from the lines under its number."""

import re
from itertools import pairwise
from typing import NamedTuple

from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.references import find_diary_spans

__all__ = ["item_heading"]

_BLANKS = re.compile(r"\s+")
# No title is longer than this many characters, nor set on more lines.
_LONGEST = 1200
_MOST_LINES = 14
_NUMBER_LINES = 8
_DIGIT = re.compile(r"\d")
_LABELS = (
    r"(?<!\w)(?:dnr/dpl|dnr|diarien(?:umme)?r|[äa]renden(?:umme)?r|[äa]rende\s?nr|(?:vår\s+)?beteckning)"
    r"\s*[.:]{0,2}\s*"
)
_LABEL = re.compile(rf"(?:{_LABELS}|^D\.?\s)$", re.IGNORECASE)
# "D 91/0058", alone on its line.
_SHORT_LABEL = re.compile(r"D\.?[ ](?P<number>(?:\d\d|\d{4})[/-]\d{1,5})")
# "Dnr KS" at the end of a line: the number goes on in the next one.
_UNFINISHED = re.compile(rf"{_LABELS}(?:[A-ZÅÄÖ]{{1,5}}\s*)?$", re.IGNORECASE)
# Lines that are neither title nor number, and the reference to an earlier step that closes some titles.
_CODE = re.compile(
    r"(?:diariekod|dpl|handläggare|paragraf|diarienummer|diarienr|dnr)(?![a-zåäö])\W*(?:[\w/.:-]+\s?){0,4}"
    r"|(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,6}\s?§+\s?\d+(?:/\d+)?[\s,;/]*)+",
    re.IGNORECASE,
)
# The number of a page, or that of the matter without a label: "12.KS125 042".
_BARE_CODE = re.compile(r"\d{1,3}|\d{2,4}\.[A-ZÅÄÖ]{1,4}\d+(?:\s\d{2,4})?")
_REFERENCE = re.compile(r"\s*\((?:[A-Za-zÅÄÖåäö]{2,6}\s+)?\d{4}-\d\d-\d\d,?\s*§\s*\d+\)")
# "Kommunfullmäktige beslutar" under a title opens the decision.
_DECIDES = re.compile(r"^[A-ZÅÄÖ][\wåäö -]{3,60}\sbeslut(?:ar|ade)\b")
# "Ordföranden ställer …", "Eva Ek (S) yrkar …", "Socialnämnden har …": the story begins.
_TELLS = re.compile(
    r"(?:Ordföranden|[A-ZÅÄÖ][\w-]+\s[A-ZÅÄÖ][\w-]+(?:\s\([^()\n]{1,20}\))?"
    r"|[A-ZÅÄÖ][\wåäö, -]*(?:nämnden|styrelsen|fullmäktige|utskottet|kontoret|förvaltningen))"
    r"\s+(?:ställer|yrka(?:r|de)|fråga(?:r|de)|har|föres(?:lår|log)|lämna(?:r|de)|redogör|informera(?:r|de)"
    r"|hemställ(?:er|de)|begär(?:de)?|överlämna(?:r|de))\b"
)
# "HBTQI-råd", "Norra Berga": not a sentence, nor who reports.
_LAST_WORDS = re.compile(r"[A-ZÅÄÖ][\wåäö-]{2,25}(?: [A-ZÅÄÖa-zåäö][\w-]{2,12})?")
# The midst of a sentence: "att förvärva mark", "2025-06-18, § 372 om budget", "Eva Ek (M) och Bo Ask (M) om bad".
_MIDST = re.compile(
    r"[a-zåäö]{2}|\d[\d-]*(?:[ ,§]{1,3}\d+)?\s[a-zåäö]{2}"
    r"|(?:[A-ZÅÄÖ][\w-]+\s){2,3}\(\w{1,4}\)\s(?:och|om|angående)\s"
)
_LONGEST_REST = 200
# The second half of a name that a blank line cut, as reading an image puts them: "Berglund (M) till ny ledamot".
_RESUMES = re.compile(r"[A-ZÅÄÖ][\w-]+\s\([A-Za-zÅÄÖåäö]{1,4}\)\s[a-zåäö]")
_LOWER = re.compile(r"[a-zåäö]{4}")
_EMPTY = re.compile(r"\s*\([\s,;]*\)")
_SENTENCE = re.compile(r"[a-zåäö)\d][.?](?:\s|$)")
_MARKS = re.compile(r"[\s.,:;()–-]*")
# Titles may break as loosely as this many characters short of the longest line.
_SLACK = 2
# No title is set narrower than this many characters.
_NARROWEST = 45


class _Line(NamedTuple):
    """A line as printed, and its words without diary number and label."""

    span: Span
    bare: str


def item_heading(text: CleanText, number_end: int, end: int) -> tuple[Passage | None, tuple[Passage, ...], Span | None]:
    """Return the title of an item, its diary numbers, and the span of what follows the title in its head block.

    The title is what stands on the line of the number (diary number taken away) and on the lines below, up to
    a blank line; where running text follows without a blank line, up to the line that was not filled.
    """
    words = text.text
    spans = _lines(text, number_end, end)
    numbers = _number_spans(words, spans, end)
    title: list[_Line] = []
    story: int | None = None
    after = number_end
    for span in spans:
        if title and "\n\n" in words[after : span.start].replace(" ", "") and not _resumes(title, words, span, end):
            break
        if title and story is None and _TELLS.match(words, span.start, span.end):
            story = len(title)
        if title and (_DECIDES.search(words, span.start, span.end) or _leaves_capitals(title, words, span)):
            break
        after = span.end
        bare = _without(words, span, numbers)
        if _MARKS.fullmatch(bare) or _CODE.fullmatch(bare) or (not title and _BARE_CODE.fullmatch(bare)):
            continue
        title.append(_Line(span, bare))
    whole = title
    title = _filled(whole)[:story]
    passages = tuple(text.passage(start, stop) for start, stop in numbers)
    if not title:
        return None, passages, Span(after, end) if words[after:end].strip() else None
    rest = Span(after if title == whole else title[-1].span.end, end)
    said = _EMPTY.sub("", _REFERENCE.sub("", " ".join(line.bare for line in title))).strip(" .,;:–-")
    passage = text.passage(title[0].span.start, title[-1].span.end, said)
    return passage, passages, rest if rest.of(words).strip() else None


def _resumes(title: list[_Line], words: str, span: Span, end: int) -> bool:
    """Tell whether a title goes on over a blank line: with the rest of a name, or with the last words of its block."""
    if _RESUMES.match(words, span.start, span.end):
        return True
    last, rest = title[-1].bare, words[span.start : end].strip()
    if len(last) < _NARROWEST or last[-1] in ".:" or "\n\n" in rest or len(rest) > _LONGEST_REST or rest[-1] in ".:;,":
        return False
    return _LAST_WORDS.fullmatch(rest) is not None or _MIDST.match(rest) is not None


def _leaves_capitals(title: list[_Line], words: str, span: Span) -> bool:
    """Tell whether a title in capitals is over: the line has lower-case words."""
    return all(line.bare.isupper() for line in title) and bool(_LOWER.search(words, span.start, span.end))


def _lines(text: CleanText, start: int, end: int) -> list[Span]:
    """Return the lines as printed: where cleaning joined lines, the source still tells where each ended."""
    found: list[Span] = []
    begin, stop = start, min(end, start + _LONGEST)
    joined = {at for at, place in text.put_in(Span(start, stop)).items() if text.source.text[place : place + 1] == "\n"}
    for match in _BLANKS.finditer(text.text, start, stop):
        if "\n" not in match[0] and match.start() not in joined:
            continue
        if text.text[begin : match.start()].strip():
            found.append(Span(begin, match.start()))
        begin = match.end()
        # Below the title and its diary number no line is of interest any more.
        if len(found) > _MOST_LINES:
            return found
    if text.text[begin:end].strip():
        found.append(Span(begin, min(end, len(text.text))))
    return found


def _number_spans(words: str, lines: list[Span], end: int) -> list[tuple[int, int]]:
    """Find diary numbers on the number's own line, on lines that hold nothing else, and after a label anywhere."""
    found: dict[tuple[int, int], None] = {}
    for index, line in enumerate(lines[:_NUMBER_LINES]):
        if _UNFINISHED.search(words, line.start, line.end):
            found |= dict.fromkeys(find_diary_spans(words, line.start, min(end, line.end + 40), labelled=True))
        if not _DIGIT.search(words, line.start, line.end):
            continue
        if short := _SHORT_LABEL.fullmatch(words, line.start, line.end):
            found[short.span("number")] = None
            continue
        found |= dict.fromkeys(find_diary_spans(words, line.start, line.end, labelled=True))
        bare = list(find_diary_spans(words, line.start, line.end, labelled=False))
        alone = bare and _MARKS.fullmatch(_without(words, line, bare))
        if index == 0 or alone:
            found |= dict.fromkeys(bare)
    return sorted(found)


def _without(words: str, line: Span, numbers: list[tuple[int, int]]) -> str:
    """Return the words of a line with its diary numbers and their labels taken out, white space folded."""
    pieces, begin = [], line.start
    for start, stop in numbers:
        if start >= line.end or stop <= line.start:
            continue
        pieces.append(_LABEL.sub("", words[begin : max(begin, start)]))
        begin = max(begin, stop)
    pieces.append(words[begin : max(begin, line.end)])
    return " ".join(" ".join(pieces).split()).strip(" ,;:")


def _filled(lines: list[_Line]) -> list[_Line]:
    """Keep the lines of the title; running text after it begins where a line was left unfilled."""
    if len(lines) < 2 or not any(_SENTENCE.search(line.bare) for line in lines[1:]):
        return lines
    body = _body_from(lines)
    width = max(_NARROWEST, *(len(line.bare) for line in lines[: max(1, body)]))
    for place, (line, following) in enumerate(pairwise(lines)):
        word = following.bare.split(" ", 1)[0]
        fits = len(line.bare) + 1 + len(word) <= width - _SLACK
        longer = len(following.bare) > width * 1.15 and place + 1 >= body
        if (fits or longer) and word[:1].isupper():
            return lines[: place + 1]
    return lines


def _body_from(lines: list[_Line]) -> int:
    """Return the index of the first line that is much longer than those before it: the running text is set wider."""
    longest = 0
    for index, line in enumerate(lines):
        if index and len(line.bare) > longest * 1.2:
            return index
        longest = max(longest, len(line.bare))
    return len(lines)
