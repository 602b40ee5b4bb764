"""The sentences of the texts that somebody owns, each with its place, the paragraph it stands in and its tokens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from protokoll.model.text import Passage
from protokoll.positions.claims.alignment import Alignment
from protokoll.positions.claims.language import pipeline, set_sentences
from protokoll.positions.claims.paragraphs import Paragraph, ParagraphKind, paragraphs

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

__all__ = ["Line", "Sentence", "lines"]


class Sentence(Struct, frozen=True):
    """A sentence: its tokens, and where it stands in the reading form of its passage."""

    tokens: Tokens
    start: int
    end: int


class Line(Struct, frozen=True):
    """A paragraph, bullet or heading with its sentences."""

    kind: ParagraphKind
    alignment: Alignment
    doc: Doc
    sentences: tuple[Sentence, ...]


def lines(passage: Passage) -> Iterator[Line]:
    r"""Yield the paragraphs, bullets and headings of a passage, cut into sentences.

    >>> from protokoll.model.text import Span
    >>> words = "Parken Vi vill ha fler träd. Bänkarna är få."
    >>> parts = lines(Passage(words, Span(0, 44), 1, words.replace("Parken ", "Parken\n")))
    >>> [(part.kind.value, [sentence.tokens.text for sentence in part.sentences]) for part in parts]
    [('heading', ['Parken']), ('text', ['Vi vill ha fler träd.', 'Bänkarna är få.'])]
    """
    alignment = Alignment(passage)
    for paragraph in paragraphs(passage, alignment):
        doc = set_sentences(pipeline()(passage.text[paragraph.start : paragraph.end]))
        found = tuple(_sentences(doc, paragraph))
        if found:
            yield Line(paragraph.kind, alignment, doc, found)


def _sentences(doc: Doc, paragraph: Paragraph) -> Iterator[Sentence]:
    for tokens in doc.sents:
        words = tokens.text.strip()
        if any(letter.isalpha() for letter in words):
            start = paragraph.start + tokens.start_char
            yield Sentence(tokens, start, start + len(words))
