"""What the authors of a motion, letter or interpellation want: theirs, not yet what their party voted for."""

from collections.abc import Iterator

from protokoll.model.document import Document, DocumentKind
from protokoll.model.position import Position, Stance
from protokoll.positions.authors import Authors, authors_in_title
from protokoll.positions.evidence import Holder, Stand, position_of
from protokoll.positions.holders import find_holders
from protokoll.positions.scenes import Scene, asked_in

__all__ = ["positions_of_authors", "positions_of_title"]

_ASKING = (DocumentKind.INTERPELLATION, DocumentKind.QUESTION)
_PAPERS = (DocumentKind.MOTION, DocumentKind.LETTER, *_ASKING)
_LETTER_RANK = 5


def positions_of_title(scene: Scene) -> Iterator[Position]:
    """Yield what the title of a § says that somebody's paper wants (caveat `title_only`)."""
    title = scene.item.title
    if title is None or scene.document.head.kind in _PAPERS:
        return
    authors = authors_in_title(title.text, scene.roster.grammar)
    if authors is None:
        return
    stand = Stand(
        stance=Stance.NONE if authors.asks else Stance.FOR,
        claim=authors.about,
        rank=_LETTER_RANK if authors.asks else 1,
        caveats=("title_only", "question") if authors.asks else ("title_only",),
    )
    for party in authors.parties:
        proof = scene.proof("/title", title)
        yield position_of(scene.item, scene.setting(), _holder(authors, party), stand, proof)


def positions_of_authors(document: Document, scene: Scene) -> Iterator[Position]:
    """Yield what the authors of a motion, letter or interpellation want, where no demands tell it: its title."""
    head = document.head
    title = head.title or scene.item.title
    if head.kind not in _PAPERS or title is None:
        return
    if any(proposal.by.parties and asked_in(proposal) for proposal in scene.item.proposals):
        return  # Its demands are positions already.
    named = authors_in_title(title.text, scene.roster.grammar)
    stand = Stand(
        stance=Stance.NONE if head.kind in _ASKING else Stance.FOR,
        claim=named.about if named else title.text,
        rank=_LETTER_RANK if head.kind is not DocumentKind.MOTION else 1,
        caveats=("title_only", "question") if head.kind in _ASKING else ("title_only",),
    )
    for holder in find_holders(head.authors, scene.roster):
        proof = scene.proof("", head.authors.printed or title)
        yield position_of(head, scene.setting(), holder, stand, proof)


def _holder(authors: Authors, party: str) -> Holder:
    return Holder(
        party=party,
        printed=authors.printed,
        persons=tuple(name for name, code in authors.persons if code == party),
        jointly=tuple(each for each in authors.parties if each != party),
    )
