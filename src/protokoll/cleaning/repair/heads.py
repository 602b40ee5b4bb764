"""Page heads and feet of a damaged text, which are taken out before words are mended: told as they must have read."""

from collections.abc import Sequence

from msgspec.structs import replace

from protokoll.model.text import Pass, Passage, Span

__all__ = ["mended_heads"]

_FEWEST = 5
_LONGEST = 4000


def mended_heads(heads: Sequence[Passage], passes: Sequence[Pass]) -> tuple[Passage, ...]:
    """Return page heads with their misread words mended, where the text lost its å, ä and ö; what is printed stays.

    Args:
        heads: lines of page heads and feet.
        passes: what the rules did to the text, that of `repair` among them.
    """
    edits = [edit for each in passes if each.rule == "repair" for edit in each.edits]
    if sum(not edit.evidence.startswith("worn") for edit in edits) < _FEWEST:
        return tuple(heads)
    from protokoll.cleaning.repair.mender import find_mendings

    lines = list(dict.fromkeys(head.text for head in heads))
    text = "\n".join(lines)[:_LONGEST]
    mended = text
    for each in reversed(find_mendings(text, spans=[Span(0, len(text))])):
        if each.applied:
            mended = mended[: each.span.start] + each.text + mended[each.span.end :]
    words = dict(zip(lines, mended.split("\n"), strict=False))
    return tuple(replace(head, text=words.get(head.text, head.text)) for head in heads)
