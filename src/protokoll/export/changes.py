"""What cleaning changed: each change with its place in the source, and the two texts woven into one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from protokoll.model.text import CleanText, Edit, Span

__all__ = ["Change", "Piece", "Question", "find_changes", "find_questions", "weave"]


class Change(Struct, frozen=True, omit_defaults=True):
    """One edit of one rule."""

    rule: str
    page: int
    span: Span
    """The place in the source text."""
    before: str
    """The words that the rule was given: those of the source, or what earlier rules had made of them."""
    after: str
    confidence: float | None = None
    """From a rule that may be wrong: the share of such edits that are right."""
    evidence: str = ""

    @property
    def told(self) -> str:
        """What became of the words, in one line."""
        # Cut off, not rounded: no rule is sure to 1.000.
        sure = "" if self.confidence is None else f"  ({int(self.confidence * 1000) / 1000:.3f}, {self.evidence})"
        return f"→ {self.after!r}{sure}"


class Question(Struct, frozen=True):
    """One word that looks misread and was left as it stands."""

    rule: str
    page: int
    span: Span
    """The place in the source text."""
    before: str
    candidates: tuple[tuple[str, float], ...]
    """What it may have been, with probabilities."""
    evidence: str

    @property
    def told(self) -> str:
        """What it may have been, in one line."""
        ranked = ", ".join(f"{word} {chance:.3f}" for word, chance in self.candidates)
        return f"? {ranked}  ({self.evidence})"


class Piece(NamedTuple):
    """A stretch of the two texts woven together."""

    sign: str
    """` ` stands in both, `-` only in the source, `+` only in the clean text."""
    text: str


def find_changes(text: CleanText) -> Iterator[Change]:
    r"""Yield every change, rule by rule in the order in which they were applied.

    >>> from protokoll.model.text import Pass, SourceText
    >>> source = SourceText(path="-", sha256="", size=8, reader="text", encoding="utf-8", text="bi-\nfall")
    >>> text = CleanText(source, (Pass("hyphens", (Edit(Span(2, 4), ""),)),), "bifall")
    >>> [(change.rule, change.before) for change in find_changes(text)]
    [('hyphens', '-\n')]
    """
    given = text.source.text
    for i, each in enumerate(text.passes):
        so_far = CleanText(text.source, text.passes[:i], given, text.pages)
        for edit in each.edits:
            span = so_far.origin(edit.span)
            yield Change(
                each.rule,
                text.page_at(span.start),
                span,
                edit.span.of(given),
                edit.text,
                edit.confidence,
                edit.evidence,
            )
        given = _apply(given, each.edits)


def find_questions(text: CleanText) -> Iterator[Question]:
    """Yield every word that a rule left in doubt.

    >>> from protokoll.model.text import Doubt, Pass, SourceText
    >>> source = SourceText(path="-", sha256="", size=3, reader="text", encoding="utf-8", text="har")
    >>> doubt = Doubt(Span(0, 3), "har", (("har", 0.6), ("här", 0.4)), "lexicon twin")
    >>> [each.told for each in find_questions(CleanText(source, (Pass("repair", (), (doubt,)),), "har"))]
    ['? har 0.600, här 0.400  (lexicon twin)']
    """
    for at, each in enumerate(text.passes):
        so_far = CleanText(text.source, text.passes[:at], "", text.pages)
        for doubt in each.doubts:
            span = so_far.origin(doubt.span)
            page = text.page_at(span.start)
            yield Question(each.rule, page, span, doubt.seen, doubt.candidates, doubt.evidence)


def weave(text: CleanText) -> list[Piece]:
    r"""Return source and clean text as one: without `+` it is the source, without `-` the clean text.

    >>> from protokoll.model.text import Pass, SourceText
    >>> source = SourceText(path="-", sha256="", size=8, reader="text", encoding="utf-8", text="bi-\nfall")
    >>> passes = (Pass("hyphens", (Edit(Span(2, 4), ""),)),)
    >>> [piece.sign + piece.text for piece in weave(CleanText(source, passes, "bifall"))]
    [' bi', '--\n', ' fall']
    """
    kept = [Span(0, len(text.source.text))]
    parts: list[Span | str] = list(kept)
    for each in text.passes:
        parts = list(_cut(parts, each.edits))
    return list(_merge(_pieces(parts, text.source.text)))


def _apply(text: str, edits: tuple[Edit, ...]) -> str:
    pieces, done = [], 0
    for edit in edits:
        pieces += [text[done : edit.span.start], edit.text]
        done = edit.span.end
    return "".join([*pieces, text[done:]])


def _cut(parts: list[Span | str], edits: tuple[Edit, ...]) -> Iterator[Span | str]:
    """Apply edits to a text given as parts: stretches of the source, and words put in by earlier rules."""
    waiting = iter(parts)
    part: Span | str = ""
    at = 0  # where `part` begins in the text that the edits count in
    for edit in edits:
        for stop, wanted in ((edit.span.start, True), (edit.span.end, False)):
            while at + _size(part) < stop:
                if wanted and _size(part):
                    yield part
                at += _size(part)
                part = next(waiting)
            head, part = _split(part, stop - at)
            at = stop
            if wanted and _size(head):
                yield head
        if edit.text:
            yield edit.text
    yield part
    yield from waiting


def _size(part: Span | str) -> int:
    return len(part) if isinstance(part, str) else part.end - part.start


def _split(part: Span | str, at: int) -> tuple[Span | str, Span | str]:
    if isinstance(part, str):
        return part[:at], part[at:]
    return Span(part.start, part.start + at), Span(part.start + at, part.end)


def _pieces(parts: list[Span | str], source: str) -> Iterator[Piece]:
    """Set the source words that no part holds between the parts, before what replaces them."""
    done = 0
    added: list[str] = []
    for part in [*parts, Span(len(source), len(source))]:
        if isinstance(part, str):
            added.append(part)
            continue
        if not _size(part) and part.start < len(source):
            continue
        yield from _exchange(source[done : part.start], "".join(added))
        yield Piece(" ", part.of(source))
        added, done = [], part.end


def _exchange(gone: str, come: str) -> Iterator[Piece]:
    """Set one stretch for another; what they begin and end with in common stays."""
    head = _shared(gone, come)
    tail = _shared(gone[head:][::-1], come[head:][::-1])
    yield Piece(" ", gone[:head])
    yield Piece("-", gone[head : len(gone) - tail])
    yield Piece("+", come[head : len(come) - tail])
    yield Piece(" ", gone[len(gone) - tail :])


def _shared(one: str, other: str) -> int:
    """Count the characters with which both begin."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _merge(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Leave out empty pieces and join neighbours of one sign."""
    sign, words = " ", ""
    for piece in pieces:
        if not piece.text:
            continue
        if piece.sign != sign:
            if words:
                yield Piece(sign, words)
            sign, words = piece.sign, ""
        words += piece.text
    if words:
        yield Piece(sign, words)
