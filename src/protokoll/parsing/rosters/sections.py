"""The parts of a front page that list persons, each with what its label says of them."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from protokoll.grammar import Grammar
from protokoll.model.text import Span
from protokoll.parsing.rosters.labels import Label, LabelKind, find_labels
from protokoll.parsing.rosters.tables import Column, is_side_by_side, split_columns
from protokoll.parsing.rosters.vocabulary import is_title

__all__ = ["LISTS", "Section", "find_sections"]

LISTS = frozenset(
    {
        LabelKind.MEMBERS,
        LabelKind.SERVING,
        LabelKind.SUBSTITUTES,
        LabelKind.OTHERS,
        LabelKind.ABSENT,
        LabelKind.CHAIR,
        LabelKind.VICE_CHAIR,
        LabelKind.SECRETARY,
    }
)
"""The labels after which persons are listed."""

_OFFICES = frozenset({LabelKind.CHAIR, LabelKind.VICE_CHAIR, LabelKind.SECRETARY})
# After one of these an office is that of a signature.
_CLOSING = frozenset(
    {LabelKind.VERIFICATION, LabelKind.SIGNATURES, LabelKind.NOTICE, LabelKind.CONTENTS, LabelKind.RANGE}
)
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_PERSON = re.compile(r"[A-ZÅÄÖÉ][\w'’-]+[ ][^\n(,]{2,30}(?:\([A-Za-zÅÄÖåäö!-]{1,5}\)|,[ ]*[A-Za-zÅÄÖåäö]{1,3}(?![\w]))")
_NAME = re.compile(r"[A-ZÅÄÖÉ][\w'’-]+[ ][A-ZÅÄÖÉ][a-zåäöé'’-]+")
_SEATED = (LabelKind.SUBSTITUTES, LabelKind.SERVING)
_CROSS_HEAD = re.compile(r"(?i:\bnärv(?:aro)?\b)")
_NOTHING = re.compile(r"(?:[ \t\n\f:;.]|(?i:närv|närvaro)\b)*")  # between two labels
_PAGE = re.compile(r"(?:\d{1,3}[ ])?\d{1,3}(?:[ ]?\(\d+\)|/\d+)?[ ](?=[A-ZÅÄÖ])")
_MOST_VERIFIERS = 4
_MOST_NAMES = 5
_FULL = r"[A-ZÅÄÖÉ][\w'’-]+(?:[ ][A-ZÅÄÖÉ][\w'’-]+){1,2}(?:[ ]\([^()\n]{1,5}\))?"
# "Eva Ek och Bo Ask med Liv Alm som ersättare": who verifies, where the label got lost.
_VERIFIED_BY = re.compile(
    rf"(?<=[ \n]){_FULL}(?:(?:,|[ ]och)[ ]{_FULL}){{0,3}},?[ ]med[ ]{_FULL}(?:[ ]och[ ]{_FULL})?[ ]som[ ]ersättare\b"
)
_CHAIR_OPENS = re.compile(rf"\s*{_FULL},?[ ]ordf(?:örande)?\.?(?=[ ]+[A-ZÅÄÖ]|\s*\n)")
_CHAIR = re.compile(r"\bordf", re.IGNORECASE)
_TITLED = re.compile(rf"\s*{_FULL},?[ ](?P<title>[a-zåäö][\w-]+(?:[ ][\w.-]+)?)")
# A line of a table of contents, or the head of the first §; "§§ 3–5" on a line of its own is a note.
_ITEM = re.compile(
    r"""^[ \t]*(?:[A-ZÅÄÖ][A-Za-zåäö]{0,4}[ \t]*)?§[ \t]*\d+[a-z]?(?:/\d+)?[ \t]+(?=[A-ZÅÄÖ"”])
      | (?<=\n\n)[ \t]*(?:[A-ZÅÄÖ][A-Za-zåäö]{0,4}[ \t]*)?§[ \t]*\d+(?:/\d+)?\.?[ \t]*$
      | ^[^\n]*(?:\.[ ]?){5,}[ \t]*\d+[ \t]*$""",
    re.MULTILINE | re.VERBOSE,
)
# A party alone on its line: the office on the next line is a cell of the same row.
_PARTY_CELL = re.compile(r"(?:^|\n)[ \t]*\(?[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}\)?[ \t]*\s*\n[ \t]*$")


class Section(NamedTuple):
    """A list of persons: the kinds that its labels name, and where it stands."""

    kinds: tuple[LabelKind, ...]
    """More than one where the labels were printed before all their lists, as columns are when flattened."""
    spans: tuple[Span, ...]
    """The list; in several parts where the rest of the label stands in between."""
    label: Span


class _Page(NamedTuple):
    """The words and what stands between the labels: the rests of broken labels count as nothing."""

    words: str
    rests: list[Span]
    column: Column
    grammar: Grammar

    def pieces(self, start: int, end: int) -> tuple[Span, ...]:
        pieces, begin = [], start
        for rest in self.rests:
            if start <= rest.start < end:
                pieces.append(Span(begin, rest.start))
                begin = rest.end
        pieces.append(Span(begin, end))
        return tuple(piece for piece in pieces if not _NOTHING.fullmatch(piece.of(self.words)))


def find_sections(words: str, span: Span, grammar: Grammar, column: Column | None = None) -> list[Section]:
    r"""Return the lists of persons between the ends of `span`, empty ones too.

    Args:
        words: the clean text.
        span: the front page or annex.
        grammar: the wordings.
        column: tells where on its line a position was printed; without it the clean text is taken as printed.

    >>> from protokoll.grammar import load
    >>> words = "Beslutande  Eva Ek (S)\nUtses att justera  Eva Ek\nUnderskrifter\nOrdförande  Eva Ek"
    >>> [section.spans[0].of(words) for section in find_sections(words, Span(0, len(words)), load())]
    ['  Eva Ek (S)\n']
    """
    every = find_labels(words, span, grammar)
    labels = [label for label in every if label.kind is not LabelKind.MORE and not _is_cell(words, label)]
    rests = [Span(label.start, label.end) for label in every if label.kind is LabelKind.MORE]
    page = _Page(words, rests, column or (lambda place: place - words.rfind("\n", 0, place) - 1), grammar)
    sections: list[Section] = []
    closed: LabelKind | None = None
    index = 0
    while index < len(labels):
        run = _run(page, labels, index)
        index += len(run)
        closed = _closed(run, closed)
        stop = labels[index].start if index < len(labels) else span.end
        sections += _read_run(page, run, stop, closed)
    return _with_members(words, sections)


def _with_members(words: str, sections: list[Section]) -> list[Section]:
    """Give the members to their label where the list of all stands under 'Övriga deltagande': a chair opens it."""
    kept: list[Section] = []
    for section in sections:
        if section.kinds == (LabelKind.OTHERS,) and section.spans and kept and kept[-1].kinds == (LabelKind.MEMBERS,):
            chaired = _CHAIR_OPENS.match(words, section.spans[0].start, section.spans[0].end)
            if chaired and not any(_PERSON.search(words, span.start, span.end) for span in kept[-1].spans):
                kept[-1] = section._replace(kinds=(LabelKind.MEMBERS, LabelKind.OTHERS))
                continue
        kept.append(section)
    return kept


def _is_cell(words: str, label: Label) -> bool:
    """Tell the office of the person above from a label, where each cell of a table has its line."""
    if label.kind not in _OFFICES:
        return False
    return bool(_PARTY_CELL.search(words, max(0, label.start - 40), label.start))


def _run(page: _Page, labels: list[Label], index: int) -> list[Label]:
    """Return the labels from `index` on that stand together, with nothing between them."""
    run = [labels[index]]
    for after in labels[index + 1 :]:
        if page.pieces(run[-1].end, after.start):
            break
        run.append(after)
    return run


def _closed(run: list[Label], closed: LabelKind | None) -> LabelKind | None:
    """Return what closes the lists after `run`; an office opens none among the signatures."""
    for label in run:
        if label.kind in _CLOSING:
            closed = label.kind
        elif label.kind is LabelKind.PLACE or (
            label.kind in LISTS - _OFFICES and (closed is not LabelKind.CONTENTS or label.alone)
        ):
            closed = None
    return closed


def _read_run(page: _Page, run: list[Label], stop: int, closed: LabelKind | None) -> Iterator[Section]:
    lists = [label for label in run if label.kind in LISTS]
    if not lists:
        return
    spans = page.pieces(run[-1].end, stop)
    where = Span(lists[-1].start, lists[-1].end)
    beside = [label for label in lists if page.words.count("\n", label.end, lists[-1].start) == 0]
    if lists[-1] is run[-1] and is_side_by_side(page.words, beside):
        columns = split_columns(page.words, beside, _cut(page.words, spans), page.column)
        for label, column in zip(beside, columns, strict=True):
            yield Section((label.kind,), column, Span(label.start, label.end))
    elif len(run) > 1 and _is_stack(page.words, run, spans, page.grammar):
        chunks = [chunk for span in spans for chunk in _chunks(page.words, span)]
        if len(chunks) == len(run):
            for label, chunk in zip(run, chunks, strict=True):
                if label.kind in LISTS:
                    yield Section((label.kind,), (chunk,), where)
        else:
            yield Section(tuple(label.kind for label in lists), _cut(page.words, spans), where)
    elif run[-1].kind in LISTS and (
        closed is None or (run[-1].kind not in _OFFICES and closed is not LabelKind.CONTENTS)
    ):
        yield Section((run[-1].kind,), _cut(page.words, spans), where)


def _is_stack(words: str, run: list[Label], spans: tuple[Span, ...], grammar: Grammar) -> bool:
    """Tell labels printed before all their lists from a label over another, or over an empty list."""
    kinds = [label.kind for label in run]
    if LabelKind.PLACE in kinds[:-1]:
        return True
    persons = sum(1 for span in spans for _ in _PERSON.finditer(words, span.start, span.end))
    names = sum(1 for span in spans for _ in _NAME.finditer(words, span.start, span.end))
    if kinds[-1] not in LISTS:
        return (
            persons > _MOST_VERIFIERS
            or names > _MOST_NAMES
            or (LabelKind.OTHERS in kinds and _is_titled(words, spans, grammar))
        )
    if kinds[0] is LabelKind.MEMBERS and kinds[-1] in _SEATED and spans:
        # The heads of a table, or the labels of members whose chair shows that they are among those listed.
        table = any(_CROSS_HEAD.search(words, one.end, two.start) for one, two in pairwise(run)) or _is_head(words, run)
        chaired = _CHAIR.search(words, spans[0].start, spans[0].end) is not None
        return max(persons, names) > _MOST_VERIFIERS and (table or chaired)
    return kinds[-1] is LabelKind.OTHERS and kinds[0] is not LabelKind.OTHERS and persons > _MOST_VERIFIERS


def _is_head(words: str, run: list[Label]) -> bool:
    """Tell the head of a column of crosses among labels: 'Ledamöter Närvaro Ersättare'."""
    return any(_CROSS_HEAD.search(words, label.start, label.end) for label in run)


def _is_titled(words: str, spans: tuple[Span, ...], grammar: Grammar) -> bool:
    """Tell whether the first person is an official, who verifies nothing: 'Eva Ek, kommunchef'."""
    named = _TITLED.match(words, spans[0].start, spans[0].end) if spans else None
    return named is not None and any(is_title(word, grammar) for word in named["title"].split())


def _chunks(words: str, content: Span) -> Iterator[Span]:
    start = content.start
    for blank in _BLANK_LINES.finditer(words, content.start, content.end):
        if _PAGE.match(words, blank.end(), content.end):
            continue  # '2 Eva Ek (S)': the list goes on behind the number of a page
        if words[start : blank.start()].strip():
            yield Span(start, blank.start())
        start = blank.end()
    if words[start : content.end].strip():
        yield Span(start, content.end)


def _cut(words: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """End a list where a table of contents, the first § or those who verify begin."""
    kept: list[Span] = []
    for span in spans:
        ends = [
            found.start() for shape in (_ITEM, _VERIFIED_BY) if (found := shape.search(words, span.start, span.end))
        ]
        if ends:
            return (*kept, Span(span.start, min(ends)))
        kept.append(span)
    return tuple(kept)
