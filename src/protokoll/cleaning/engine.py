"""The engine: asks each rule for edits, checks them, applies them and writes them down."""

from collections.abc import Iterable, Sequence

from protokoll.cleaning.pages import find_pages
from protokoll.cleaning.repair.heads import mended_heads
from protokoll.cleaning.replaying import apply
from protokoll.cleaning.rule import Rule
from protokoll.cleaning.rules import RULES
from protokoll.grammar import Grammar
from protokoll.model.text import CleanText, Doubt, Edit, Pass, SourceText, Span

__all__ = ["clean"]


def clean(source: SourceText, grammar: Grammar, rules: Sequence[Rule] = RULES) -> CleanText:
    r"""Return the text of `source`, cleaned by `rules` in their order, with every change on record.

    Args:
        source: the record as found.
        grammar: the words of pages and headings.
        rules: the steps, in order.

    Raises:
        ValueError: a rule proposed edits that overlap or lie outside the text.

    >>> from protokoll.grammar import load
    >>> source = SourceText(path="-", sha256="", size=0, reader="text", encoding=None, text="ut\u00adom-\nordentlig")
    >>> clean(source, load()).text
    'utomordentlig'
    """
    text = source.text
    passes: list[Pass] = []
    for rule in rules:
        proposed = list(rule.propose(text, grammar))
        doubts = tuple(each for each in proposed if isinstance(each, Doubt))
        each = Pass(rule.name, checked(text, (each for each in proposed if isinstance(each, Edit))), doubts)
        text = apply(text, each.edits)
        passes.append(each)
    pages, heads = find_pages(source, passes, grammar)
    return CleanText(source, tuple(passes), text, pages, mended_heads(heads, passes), _unreadable(source.text))


def _unreadable(text: str) -> tuple[Span, ...]:
    from protokoll.cleaning.repair.unreadable import unreadable_spans

    return tuple(unreadable_spans(text))


def checked(text: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return `edits` in rising order, without those that change nothing.

    Raises:
        ValueError: edits overlap or lie outside `text`.

    >>> from protokoll.model.text import Span
    >>> checked("a  b", [Edit(Span(1, 3), " "), Edit(Span(0, 1), "a")])
    (Edit(span=Span(start=1, end=3), text=' '),)
    """
    kept = sorted((edit for edit in edits if edit.span.of(text) != edit.text), key=lambda edit: edit.span)
    end = 0
    for edit in kept:
        if edit.span.start < end or not edit.span.start <= edit.span.end <= len(text):
            raise ValueError(f"an edit at {edit.span} overlaps the one before it or lies outside the text")
        end = edit.span.end
    return tuple(kept)
