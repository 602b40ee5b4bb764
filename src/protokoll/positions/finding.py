"""All positions of a document: from its acts and from its words, each once, with its topic."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from protokoll.model.document import Document
from protokoll.model.position import Position

if TYPE_CHECKING:
    from protokoll.positions.topics import Topics

__all__ = ["find_positions"]


def find_positions(
    document: Document, topics: Topics | None = None, *, source: str | None = None
) -> tuple[Position, ...]:
    r"""Return what each party wanted in a document, in the order of its text.

    Args:
        document: the record.
        topics: a list of topics of the user's own; it takes precedence over those that are found.
        source: its source text, where it is at hand: quotes are then whole sentences.

    >>> from protokoll import parse_file
    >>> data = "§ 1 Mat\n\nYrkanden\nEva Ek (M) yrkar bifall till motionen.\n\nBeslut\nMotionen avslås.\n".encode()
    >>> [(each.party, each.stance.value) for each in find_positions(parse_file("ks.txt", data=data))]
    [('M', 'for')]
    """
    from protokoll.positions.acts import find_acts
    from protokoll.positions.claims import find_claims
    from protokoll.positions.topics import with_topics

    found = _each_once((*find_acts(document, source=source), *find_claims(document)))
    # A long act begins on one page, and what it says may stand on a later one.
    placed = [replace(each, page=document.source.page_at(each.span.start)) for each in sorted(found, key=_order)]
    return with_topics(tuple(placed), document, topics)


def _each_once(positions: Iterable[Position]) -> list[Position]:
    """Leave out what was read twice: the same words as the same evidence of the same stance.

    The act comes first, so that it stays where words tell no more than it does.
    """
    seen: dict[tuple[object, ...], Position] = {}
    for each in positions:
        seen.setdefault((each.party, each.stance, each.basis, each.span, " ".join(each.claim.split()).casefold()), each)
    return list(seen.values())


def _order(position: Position) -> tuple[int, int, str, str]:
    return (position.span.start, position.span.end, position.party, position.stance)
