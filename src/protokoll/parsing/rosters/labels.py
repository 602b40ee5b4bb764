"""The labels of a front page: 'Beslutande', 'Övriga närvarande', 'Utses att justera'."""

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from protokoll.grammar import Grammar, fold
from protokoll.model.text import Span
from protokoll.parsing.rosters.phrases import LabelKind, beginnings, cut_beginnings, label_phrases

__all__ = ["Label", "LabelKind", "find_labels"]

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\S+")
_LONGEST = 8  # words in a label
_WRAPS = 3  # lines that a label may take
# What shows that a single word is a label and no word in a sentence: the end of its cell or line, a colon, or
# something that opens a list.
_ENDS_CELL = re.compile(r"[ \t]*(?:$|\n|\f|[ \t]{2}|\t)")
_OPENS_LIST = re.compile(r"[ \t]*(?:[A-ZÅÄÖÉ(*\d§._…–-]|(?:se|enligt|ordf|vice|1:e|2:e|kl)\b)")
_NAME_FOLLOWS = re.compile(
    r"[ \t]+\*?(?:[A-ZÅÄÖ]{1,3}[ ]|[A-ZÅÄÖ]\.[ ]?)?[A-ZÅÄÖÉ][\w'’-]+[ ,]+(?:(?:von|af|de|du|la)[ ])?[A-ZÅÄÖÉ]"
    r"|[ \t]+Närv\b"
)
_CAPITAL_FOLLOWS = re.compile(r"[ \t]+\*?[A-ZÅÄÖÉ]")
_SITS_IN = re.compile(r"[ ,]+(?:ej|icke|inte)[ ]+tj", re.IGNORECASE)
_TWO_LABELS = re.compile(r"Beslutande[ ]+Ersättare")
_IN_SENTENCE = re.compile(r"[ \t]*(?:för|istf|i|som|av|till|på|den|från|samt|och|är|har)\b")

_NEVER_INSIDE = (LabelKind.CHAIR, LabelKind.VICE_CHAIR, LabelKind.SECRETARY, LabelKind.BODY)


class Label(NamedTuple):
    """A label, by offsets in the clean text."""

    kind: LabelKind
    start: int
    end: int
    alone: bool
    """True where its cell holds nothing else, or a colon follows."""


class _Word(NamedTuple):
    folded: str
    start: int
    end: int


def find_labels(words: str, span: Span, grammar: Grammar) -> list[Label]:
    r"""Return the labels between the ends of `span`, in order.

    A label opens a line or, where columns were flattened, stands within one; it may break over lines whose
    other cells come between: 'Ej tjänstgörande   Eva Ek (S)⏎ersättare   Bo Ask (M)'.

    >>> from protokoll.grammar import load
    >>> words = "Beslutande  Eva Ek (S)\nUtses att\njustera  Bo Ask (M)"
    >>> [label.kind.value for label in find_labels(words, Span(0, len(words)), load())]
    ['members', 'verification', 'more']
    """
    return list(_labels(words, span, grammar))


@lru_cache(maxsize=4)  # head, attendance and doubts all ask for the labels of one front page
def _labels(words: str, span: Span, grammar: Grammar) -> tuple[Label, ...]:
    labels: list[Label] = []
    lines = [match.span() for match in _LINE.finditer(words, span.start, span.end)]
    begins = [match.start() for match in beginnings(grammar).finditer(words, span.start, span.end)]
    for index, (start, end) in enumerate(lines):
        place = bisect_left(begins, start)
        if place == len(begins) or begins[place] >= end:
            continue  # no word of this line can begin a label
        if labels and labels[-1].start >= start:
            continue  # the rest of a label from the line before opens this line
        opening = _opening(words, lines[index : index + _WRAPS], grammar)
        inside = _inside(words, opening[0].end if opening else start, end, grammar)
        labels += [*opening[:1], *inside, *opening[1:]]
    return tuple(_apart(labels))


def _opening(words: str, lines: list[tuple[int, int]], grammar: Grammar) -> list[Label]:
    """Return the label that opens the first of `lines`, with its rest on the lines after it."""
    phrases, prefixes = label_phrases(grammar)
    best: list[Label] = []
    said: tuple[str, ...] = ()
    parts: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(lines):
        cell = _cell(words, start, end)
        if not cell or (index == 0) != words[cell[0].start].isupper():
            break
        partial: tuple[int, tuple[str, ...]] | None = None
        for count in range(1, len(cell) + 1):
            if count < len(cell) and cell[count].start == cell[count - 1].start:
                continue
            whole = (*said, *(word.folded for word in cell[:count]))
            stop = cell[count - 1].end
            kind = phrases.get(whole)
            if kind and _ends(words, stop, whole) and not _goes_on(words, (cell[0].start, stop), kind):
                best = _joined(words, kind, [*parts, (cell[0].start, stop)])
            if whole in prefixes and _opens(words, stop):
                partial = stop, whole
        if partial is None:
            break
        parts.append((cell[0].start, partial[0]))
        said = partial[1]
    return best


def _cell(words: str, start: int, end: int) -> list[_Word]:
    """Return the folded words of the first cell of a line; two spaces end a cell."""
    cell: list[_Word] = []
    for match in _WORD.finditer(words, start, end):
        if cell and match.start() - cell[-1].end > 1:
            break
        cell += [_Word(each, *match.span()) for each in fold(match[0]).split()]
        if len(cell) >= _LONGEST or match[0][-1] in ":;":
            break
    return cell


def _joined(words: str, kind: LabelKind, parts: list[tuple[int, int]]) -> list[Label]:
    alone = bool(_ENDS_CELL.match(words, parts[-1][1])) or words[parts[-1][1] - 1] in ":;"
    first = Label(kind, *parts[0], alone)
    return [first, *(Label(LabelKind.MORE, *part, alone) for part in parts[1:])]


def _ends(words: str, stop: int, phrase: tuple[str, ...]) -> bool:
    """Tell whether a phrase that ends at `stop` can be a label by what follows it."""
    if _opens(words, stop):
        return True
    return len(phrase) > 1 and not _IN_SENTENCE.match(words, stop)


def _goes_on(words: str, label: tuple[int, int], kind: LabelKind) -> bool:
    """Tell 'Beslutande Ersättare', two labels, from one, and 'Eva Ek (S), Ersättare' from a label."""
    start, end = label
    if kind is LabelKind.SERVING and (_SITS_IN.match(words, end) or _TWO_LABELS.match(words, start, end)):
        return True
    return kind in (LabelKind.SERVING, LabelKind.SUBSTITUTES) and words[max(0, start - 3) : start] == "), "


def _opens(words: str, stop: int) -> bool:
    return words[stop - 1] in ":;" or bool(_ENDS_CELL.match(words, stop)) or bool(_OPENS_LIST.match(words, stop))


def _inside(words: str, start: int, end: int, grammar: Grammar) -> list[Label]:
    """Return the labels within a line: those of several words, and single ones before a name, a colon or a label."""
    tokens = [
        _Word(folded, *match.span()) for match in _WORD.finditer(words, start, end) for folded in fold(match[0]).split()
    ]
    found: list[Label] = []
    index = len(tokens) - 1
    while index >= 0:  # from the end, so that a label knows whether another one follows
        if words[tokens[index].start].isupper() or tokens[index].folded in cut_beginnings(grammar):
            label = _longest(words, tokens[index : index + _LONGEST], (start, end), found[-1:], grammar)
            label = label or _behind_place(tokens, index, grammar)
            if label:
                while found and found[-1].start < label.end:
                    found.pop()
                found.append(label)
        index -= 1
    return found[::-1]


def _behind_place(tokens: list[_Word], index: int, grammar: Grammar) -> Label | None:
    """Return the label of one word that stands right behind that of place and time: 'Plats och tid Beslutande'."""
    phrases, _ = label_phrases(grammar)
    token = tokens[index]
    kind = phrases.get((token.folded,))
    if kind is not LabelKind.MEMBERS:
        return None
    before = [tuple(each.folded for each in tokens[index - size : index]) for size in range(2, min(index, 5) + 1)]
    placed = any(phrases.get(each) is LabelKind.PLACE for each in before)
    return Label(kind, token.start, token.end, alone=False) if placed else None


def _longest(
    words: str, tokens: list[_Word], line: tuple[int, int], after: list[Label], grammar: Grammar
) -> Label | None:
    """Return the longest label that begins with the first of `tokens`; `after` holds the label that follows."""
    phrases, prefixes = label_phrases(grammar)
    whole: tuple[str, ...] = ()
    best = None
    for size, token in enumerate(tokens, 1):
        whole = (*whole, token.folded)
        kind = phrases.get(whole)
        if kind is None and whole not in prefixes:
            break
        if (
            kind is None
            or _goes_on(words, (tokens[0].start, token.end), kind)
            or _fills_cell(words, line[0], (tokens[0].start, token.end), line[1])
        ):
            continue
        beside = not words[line[0] : tokens[0].start].strip() and _ENDS_CELL.match(words, token.end)
        leads = bool(after) and not words[token.end : after[0].start].strip() and kind not in _NEVER_INSIDE
        if beside or leads or _stands_inside(words, (tokens[0].start, token.end), size, kind):
            best = Label(kind, tokens[0].start, token.end, words[token.end - 1] in ":;")
    return best


def _fills_cell(words: str, begin: int, label: tuple[int, int], stop: int) -> bool:
    """Tell a cell of a row, in which 'Tjänstgörande ersättare' is what the person of the row was."""
    start, end = label
    if not words[begin:start].strip():
        return False
    if not words[end:stop].strip():
        named = _NAME_FOLLOWS.match(" " + words[begin:start].lstrip())
        return bool(named) and words[max(0, start - 2) : start] in ("  ", ") ", ", ")
    return words[max(0, start - 2) : start] == "  " == words[end : end + 2]


def _stands_inside(words: str, label: tuple[int, int], size: int, kind: LabelKind) -> bool:
    start, end = label
    if kind in _NEVER_INSIDE:
        return words[end - 1] == ":"
    if kind is LabelKind.MEMBERS and words[end - 1].islower() and words[start].islower():
        return bool(_CAPITAL_FOLLOWS.match(words, end))
    if size > 1:
        return not _IN_SENTENCE.match(words, end)
    if kind in (LabelKind.PLACE, LabelKind.DATE):
        return words[end - 1] == ":"
    if kind in (LabelKind.RANGE, LabelKind.SIGNATURES):
        return True
    return words[end - 1] in ":;" or bool(_NAME_FOLLOWS.match(words, end))


def _apart(labels: list[Label]) -> list[Label]:
    """Drop a label that lies within the one before it."""
    kept = sorted(labels, key=lambda label: label.start)
    return [*kept[:1], *(after for before, after in pairwise(kept) if after.start >= before.end)]
