"""Read an invented document the whole way, for the tests of the readers."""

from protokoll import pipeline
from protokoll.grammar import load
from protokoll.model.document import Document, Item
from protokoll.model.text import CleanText

__all__ = ["clean", "read", "read_item"]


def clean(words: str) -> CleanText:
    """Return `words` as a cleaned text."""
    return pipeline.clean(pipeline.read("paper.txt", data=words.encode()), load())


def read(words: str) -> Document:
    """Return the document that `words` are, with the habits that most municipalities share."""
    text = clean(words)
    return pipeline.parse(text, pipeline.segment(text, load()), load())


def read_item(words: str) -> Item:
    """Return the one item of the document that `words` are."""
    (item,) = read(words).items
    return item
