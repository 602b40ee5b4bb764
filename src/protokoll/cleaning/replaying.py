"""Doing recorded changes again, and taking them back."""

from collections.abc import Iterable, Sequence

from protokoll.model.text import Edit, Pass, Span

__all__ = ["apply", "replay", "undo"]


def apply(text: str, edits: Iterable[Edit]) -> str:
    r"""Return `text` with `edits` made, which come in rising order.

    >>> apply("bi-\nfall", [Edit(Span(2, 4), "")])
    'bifall'
    """
    pieces: list[str] = []
    end = 0
    for edit in edits:
        pieces += (text[end : edit.span.start], edit.text)
        end = edit.span.end
    pieces.append(text[end:])
    return "".join(pieces)


def replay(text: str, passes: Sequence[Pass]) -> str:
    r"""Return what `passes` make of `text`: replayed on the source they give the clean text, to the letter.

    >>> replay("bi-\nfall ", [Pass("hyphens", (Edit(Span(2, 4), ""),)), Pass("spacing", (Edit(Span(6, 7), ""),))])
    'bifall'
    """
    for each in passes:
        text = apply(text, each.edits)
    return text


def undo(text: str, each: Pass) -> Pass:
    r"""Return the pass that takes back what `each` does to `text`.

    >>> hyphens = Pass("hyphens", (Edit(Span(2, 4), ""),))
    >>> replay("bifall", [undo("bi-\nfall", hyphens)])
    'bi-\nfall'
    """
    shift, edits = 0, []
    for edit in each.edits:
        start = edit.span.start + shift
        edits.append(Edit(Span(start, start + len(edit.text)), edit.span.of(text)))
        shift += len(edit.text) - (edit.span.end - edit.span.start)
    return Pass(f"undo {each.rule}", tuple(edits))
