"""Reservations: who dissents, in what words, in favour of what."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import Grammar, words_pattern
from protokoll.model.document import Actors, Pointer, Reservation
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.actors import NOBODY, find_actors
from protokoll.parsing.sentences import opens_paragraph, sentences

__all__ = ["find_pointer", "find_reservations"]

_BY = re.compile(
    r"""^reservation(?:er)?\s+(?:\(?till\s+protokollet\)?\s+)?(?:av|från)\s+(?P<who>[^\n]+?)
        (?=,?\s+(?:enligt\s+följande|se\s|som\s+är|mot\s|till\s+förmån|med\s)|[.:]?\s*$|\.\s)""",
    re.VERBOSE | re.IGNORECASE,
)
_POINTING = re.compile(
    r"(?:är\s+)?likalydande\s+med[^.]*|som\s+redovisas\s+(?:nedan|ovan)|se\s+reservation(?:er)?\s*[^.\n]*(?:m\.m\.?)?|(?:se\s+|enligt\s+|,\s*)bilaga\s*\w*|skriftlig\s+reservation[^.\n]*|i\s+enlighet\s+med\s+vad\s+som\s+framgår\s+av[^.]*",
    re.IGNORECASE,
)


class _Head(NamedTuple):
    by: Actors
    start: int


def find_reservations(
    text: CleanText, content: Span, body: Passage | None, grammar: Grammar
) -> tuple[list[Reservation], list[Span]]:
    """Return the reservations in a block and the text that they account for.

    A reservation runs from the sentence in which somebody reserves to the next such sentence or the block's end,
    so that reasons of several pages stay whole.
    """
    heads = list(_heads(text, content, grammar))
    reservations, used = [], []
    for index, head in enumerate(heads):
        stop = heads[index + 1].start if index + 1 < len(heads) else content.end
        passage = text.passage(head.start, stop)
        pointer = find_pointer(text, Span(head.start, stop))
        reservations.append(Reservation(head.by, body, passage, (), pointer, passage.span, passage.page))
        used.append(Span(head.start, stop))
    return reservations, used


def find_pointer(text: CleanText, span: Span) -> Pointer | None:
    """Return the words that send the reader elsewhere, in a passage of a sentence or two; the target is set later."""
    match = _POINTING.search(text.text, span.start, min(span.end, span.start + 600))
    return Pointer(text.passage(*match.span()), None) if match else None


def _heads(text: CleanText, content: Span, grammar: Grammar) -> Iterator[_Head]:
    words = text.text
    verbs = _verbs(grammar)
    long_text = False
    for span in sentences(words, content.start, content.end):
        opens = span.start == content.start or opens_paragraph(words, span.start)
        if long_text and not opens:
            continue
        named = _BY.match(words, span.start, span.end)
        verb = None if named else verbs.search(words, span.start, span.end)
        if named:
            by = find_actors(text, *named.span("who"), grammar)
        elif verb:
            by = find_actors(text, span.start, verb.start(), grammar)
            if by == NOBODY:
                by = find_actors(text, verb.end(), span.end, grammar)
        else:
            continue
        if by == NOBODY:
            continue
        yield _Head(by, span.start)
        long_text = words[span.end - 1] == ":" or bool(re.search(r"följande\W*$", span.of(words)))


@lru_cache(maxsize=8)
def _verbs(grammar: Grammar) -> re.Pattern[str]:
    return words_pattern(grammar.phrases("acts", "reserve"))
