"""Outline an invented document, for the tests of the segmenters."""

from protokoll import pipeline
from protokoll.grammar import load
from protokoll.model.document import DocumentKind
from protokoll.model.outline import Block, Outline
from protokoll.model.text import CleanText
from protokoll.segmenting.matter import segment_matter

__all__ = ["blocks", "clean", "outline", "tiles"]


def clean(words: str) -> CleanText:
    """Return `words` as a cleaned text."""
    return pipeline.clean(pipeline.read("paper.txt", data=words.encode()), load())


def outline(words: str, kind: DocumentKind) -> tuple[CleanText, Outline]:
    """Return the text and its outline as a document of `kind`."""
    text = clean(words)
    return text, segment_matter(text, kind, load())


def blocks(words: str, kind: DocumentKind) -> list[tuple[str, str, str | None]]:
    """Return kind, heading and body of each block."""
    text, found = outline(words, kind)
    return [(block.kind.value, _heading(text, block), block.body) for block in found.blocks]


def tiles(text: CleanText, found: Outline) -> bool:
    """Tell whether the blocks, joined, are the text."""
    return "".join(block.span.of(text.text) for block in found.blocks) == text.text


def _heading(text: CleanText, block: Block) -> str:
    return " ".join(block.heading.of(text.text).split()) if block.heading else ""
