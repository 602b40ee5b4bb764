"""The first lines of a document: which are its letterhead, and which its title."""

import re
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import Grammar, fold
from protokoll.model.text import Span
from protokoll.parsing.actors import is_body
from protokoll.parsing.references import match_date

__all__ = ["find_title", "front_lines"]

_LINE = re.compile(r"[^\n]+")
_MOST_LINES = 60
_LONGEST_LABEL = 70
# A text that runs on from the title does so within this many characters.
_REACH = 1_000
_LONGEST_TITLE = 260
_LONGEST_SENTENCE = 140
_SHORTEST_TITLE = 25
_PAGE = re.compile(
    r"^(?:sida?n?\s*)?\d{1,3}\s*[(/\[]\s*\d{1,3}\s*[)\]]?$|^\d+$|^[^a-zåäö]*\d{2,}[^a-zåäö]*$", re.IGNORECASE
)
_CONTACT = re.compile(r"@|\bwww\.|\b\d{2,4}[-/ ]\d{2,3} ?\d{2} ?\d{2}\b")
# "Interpellation till nämndens ordförande Eva Ek (V)": the address, where no subject follows.
_TO_SOMEBODY = re.compile(r"\w+\s+till\s+(?!.*\b(?:om|angående|ang|gällande|med)\b)")
# "Utlåtande 2023:7 Dnr …", "Motion nr 14": the paper's own number.
_NUMBERED = re.compile(r"\w+\s+(?:nr\s+)?\d")
_PLACE = re.compile(r"^[A-ZÅÄÖ][\wåäöÅÄÖ-]+s?\s+(?:kommun|stad|KOMMUN|STAD|Stad|Kommun)s?$|^kommun$|^stad$")
_ADDRESS = re.compile(r"^\d{3} ?\d{2}\s+[A-ZÅÄÖ]|^[A-ZÅÄÖ][a-zåäö]+(?:departementet|verket|myndigheten)$")
_NAME = re.compile(r"^(?:[A-ZÅÄÖÉ][a-zåäöéü'’-]+\s+){1,3}[A-ZÅÄÖÉ][a-zåäöéü'’-]+$")
# A body's name in a title: "Reglemente för kommunstyrelsen", "Svar till socialnämnden".
_OF_TITLE = re.compile(r"\b(?:av|om|till|Till|från|angående|gällande|till|över)\b|\d|\w för \w+s? [A-ZÅÄÖ]")
_SUBJECT = re.compile(r"\s+Till\s+(?:[A-ZÅÄÖ]\w+\s+)?kommunfullmäktige\s*$")
# A preposition or article: a capital after one of these is a name and no new sentence.
_JOINS = re.compile(
    r"\b(?:i|på|av|till|från|om|mot|för|och|kring|vid|med|hos|samt|de|den|det|angående|över|inom|under|per|nr|à)$"
)


class FrontLine(NamedTuple):
    """A line of a front."""

    start: int
    end: int
    free: bool
    """True for words of the author's own, False for a label, an address, a date, a name."""
    after_gap: bool


def find_title(words: str, front: Span, grammar: Grammar, *, last: bool) -> Span | None:
    r"""Return where the title stands in a front, or None.

    Args:
        words: the clean text.
        front: where the front stands, in the clean text.
        grammar: the wordings.
        last: True to look just above the first heading (a report), False to take the first words that are no
            letterhead (a motion, whose front holds its argument as well).

    >>> from protokoll.grammar import load
    >>> words = "Alvby kommun\n2021-05-04\n\nMotion\n\nFler bänkar i parken\n\nDet saknas bänkar."
    >>> find_title(words, Span(0, len(words)), load(), last=False).of(words)
    'Fler bänkar i parken'
    """
    labelled = _labelled(words, front, grammar)
    if labelled:
        return labelled
    paragraphs = _paragraphs(words, front_lines(words, front, grammar), grammar)
    if not paragraphs:
        return None
    for span in dict.fromkeys((paragraphs[-1][0], paragraphs[0][0]) if last else (paragraphs[0][0],)):
        title = _cut(words, span, grammar)
        if not (title.of(words).endswith((".", ":")) and title.end - title.start > _LONGEST_SENTENCE):
            return title
    return None


def front_lines(words: str, front: Span, grammar: Grammar) -> list[FrontLine]:
    r"""Return the lines of a front, each told letterhead or the author's own words.

    >>> from protokoll.grammar import load
    >>> words = "Dnr KS 2021/7\nFler bänkar i parken"
    >>> [line.free for line in front_lines(words, Span(0, len(words)), load())]
    [False, True]
    """
    lines: list[FrontLine] = []
    reach = front.start
    for match in _LINE.finditer(words, front.start, front.end):
        said = match[0].strip()
        if not said:
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        gap = not lines or words[reach:start].count("\n") > 1
        reach = match.end()
        free = not _is_letterhead(" ".join(said.split()), grammar)
        lines.append(FrontLine(start, start + len(said), free, gap))
        if len(lines) >= _MOST_LINES:
            break
    return lines


def _paragraphs(words: str, lines: list[FrontLine], grammar: Grammar) -> list[list[Span]]:
    """Group free lines into paragraphs, and paragraphs into runs that no letterhead interrupts."""
    subtitles = tuple(grammar.words["matters"]["front"]["subtitles"])
    runs: list[list[Span]] = []
    interrupted = True
    for line in lines:
        if not line.free:
            interrupted = True
            continue
        if interrupted:
            runs.append([Span(line.start, line.end)])
        elif line.after_gap or words[line.start : line.end].startswith(subtitles):
            runs[-1].append(Span(line.start, line.end))
        else:
            runs[-1][-1] = Span(runs[-1][-1].start, line.end)
        interrupted = False
    return runs


def _labelled(words: str, front: Span, grammar: Grammar) -> Span | None:
    """Return what stands behind a label for the title: 'Rubrik: Belysning vid backen'."""
    match = _title_label(grammar).search(words, front.start, min(front.end, front.start + 1500))
    return Span(*match.span("title")) if match else None


def _cut(words: str, span: Span, grammar: Grammar) -> Span:
    """Cut what is run into a title: the address of the council, or the first sentence of the text."""
    said = span.of(words)
    address = _SUBJECT.search(said)
    if address:
        return Span(span.start, span.start + address.start())
    if len(said) <= _LONGEST_TITLE and not re.search(r"[a-zåäö)]\.\s+[A-ZÅÄÖ]", said):
        return span
    openers = frozenset(grammar.words["matters"]["sentence"]["openers"])
    fallback = None
    for match in re.finditer(r"(?<=[a-zåäö)”\d])\s+(?=([A-ZÅÄÖ][\wåäö]*))", said[:_REACH]):
        before = said[: match.start()]
        if match.start() < _SHORTEST_TITLE or _JOINS.search(before):
            continue
        if match[1] in openers:
            return Span(span.start, span.start + match.start())
        if before.split()[-1][0].islower():
            fallback = fallback or match.start()
    first = re.match(r"[^\n]+", said)
    if "\n" in said and first:
        return Span(span.start, span.start + len(first[0]))
    return Span(span.start, span.start + (fallback or len(said)))


def _is_letterhead(said: str, grammar: Grammar) -> bool:
    folded = fold(said)
    labels, kinds = _labels(grammar)
    if folded in kinds or _PAGE.match(said) or _PLACE.match(said):
        return True
    if len(said) > _LONGEST_LABEL:
        return False
    first = folded.split()[0] if folded else ""
    if folded.startswith(labels) or len(folded) < 4 or (len(folded) < 15 and said[0].islower()):
        return True
    if first in kinds and (_NUMBERED.match(said) or _TO_SOMEBODY.match(said)):
        return True
    if match_date(said) and len(said.split()) <= 8:
        return True
    if is_body(said, grammar) and not _OF_TITLE.search(said):
        return True
    return bool(_CONTACT.search(said) or _NAME.match(said) or _ADDRESS.match(said)) or _is_party(said, grammar)


def _is_party(said: str, grammar: Grammar) -> bool:
    """Tell the letterhead of a party: 'Liberalerna i Älvinge', 'ÄLVINGEPARTIET (ÄP)', 'Moderaterna'."""
    tokens = said.split()
    if len(tokens) > 5:
        return False
    named = grammar.party_names.get(fold(tokens[0])) or re.match(
        r"^[A-ZÅÄÖ][\wåäöÅÄÖ]+(?:partiet|PARTIET|listan)\b", said
    )
    return bool(named) and (len(tokens) == 1 or tokens[1] in ("i", "I", "–", "-") or tokens[1].startswith("("))


@lru_cache(maxsize=8)
def _labels(grammar: Grammar) -> tuple[tuple[str, ...], frozenset[str]]:
    table = grammar.words["matters"]["front"]
    return tuple(f"{fold(label)} " for label in table["labels"]) + tuple(
        fold(label) for label in table["labels"] if len(label) > 6
    ), frozenset(fold(kind) for kind in table["kinds"])


@lru_cache(maxsize=8)
def _title_label(grammar: Grammar) -> re.Pattern[str]:
    labels = "|".join(re.escape(label) for label in grammar.words["matters"]["front"]["title_labels"])
    return re.compile(rf"^[ \t]*(?:{labels})[ \t]*:[ \t]*(?P<title>\S[^\n]{{5,200}})$", re.MULTILINE | re.IGNORECASE)
