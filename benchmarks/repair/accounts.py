"""What became of each word: a ledger for each piece of a document, and their sums."""

import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import NamedTuple

from aligning import Group, applied, groups, is_comparable, is_nearer, word_errors
from rapidfuzz.distance import Levenshtein
from rendering import Look

from protokoll.model.text import Edit, Span

__all__ = ["Ledger", "Mender", "Piece", "measured", "total"]

Mender = Callable[[str], list[Edit]]


class Piece(NamedTuple):
    """A page or a few lines: what is printed, and what was read there."""

    truth: str
    seen: str
    look: Look
    kind: str


@dataclass
class Ledger:
    """Counts of words, letters and edits."""

    words: int = 0
    errors_before: int = 0
    errors_after: int = 0
    letters: int = 0
    wrong_letters_before: int = 0
    wrong_letters_after: int = 0
    damaged: int = 0
    mended: int = 0
    healthy: int = 0
    broken: int = 0
    edited: int = 0
    right: int = 0
    untold: int = 0
    """Edits where what is printed cannot be told, as lines are lost or swapped."""
    lacking: float = 0.0
    """What the edits lack in confidence: how many of them should be wrong."""
    digits: int = 0
    characters: int = 0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)

    def share(self, part: str, whole: str) -> float:
        """Return one count as a share of another.

        >>> Ledger(damaged=4, mended=3).share("mended", "damaged")
        0.75
        """
        count: float = getattr(self, part)
        return count / max(1, int(getattr(self, whole)))


def total(ledgers: Iterable[Ledger]) -> Ledger:
    """Return the sum of some ledgers.

    >>> total([Ledger(words=2), Ledger(words=3)]).words
    5
    """
    result = Ledger()
    for each in ledgers:
        for name in fields(Ledger):
            setattr(result, name.name, getattr(result, name.name) + getattr(each, name.name))
    return result


def measured(pieces: Sequence[Piece], mender: Mender, between: str = "\f") -> list[Ledger]:
    """Return a ledger for each piece of one document, which is mended as a whole."""
    whole = between.join(piece.seen for piece in pieces)
    started = time.perf_counter()
    edits = sorted(mender(whole), key=lambda edit: edit.span)
    seconds = time.perf_counter() - started
    ledgers, at = [], 0
    for piece in pieces:
        end = at + len(piece.seen)
        own = [_moved(edit, at) for edit in edits if at <= edit.span.start < end]
        ledger = _account(piece.truth, piece.seen, own)
        ledger.characters, ledger.seconds = len(piece.seen), seconds * len(piece.seen) / max(1, len(whole))
        ledgers.append(ledger)
        at = end + len(between)
    return ledgers


def _moved(edit: Edit, at: int) -> Edit:
    return Edit(Span(edit.span.start - at, edit.span.end - at), edit.text, edit.confidence, edit.evidence)


def _account(truth: str, seen: str, edits: Sequence[Edit]) -> Ledger:
    mended = applied(seen, edits, 0, len(seen))
    before, words = word_errors(truth, seen)
    ledger = Ledger(words=words, errors_before=before, errors_after=word_errors(truth, mended)[0], letters=len(truth))
    ledger.wrong_letters_before = Levenshtein.distance(truth, seen)
    ledger.wrong_letters_after = Levenshtein.distance(truth, mended)
    for group in groups(truth, seen):
        own = [edit for edit in edits if group.start <= edit.span.start < group.end]
        after = " ".join(applied(seen, own, group.start, group.end).split()) if own else group.seen
        _enter(ledger, group, own, after)
    return ledger


def _enter(ledger: Ledger, group: Group, own: Sequence[Edit], after: str) -> None:
    right = after == group.truth
    if group.truth == group.seen:
        ledger.healthy += 1
        ledger.broken += not right
    else:
        ledger.damaged += 1
        ledger.mended += right
    if own and is_comparable(group):
        ledger.edited += 1
        ledger.right += is_nearer(group, after)
        ledger.lacking += max(1 - (edit.confidence or 0.0) for edit in own)
        ledger.digits += _figures(group.seen) != _figures(after) and _figures(group.seen) == _figures(group.truth)
    ledger.untold += bool(own) and not is_comparable(group)
    if not right:
        ledger.faults.append(f"  {group.truth!r} read {group.seen!r} became {after!r}")


def _figures(words: str) -> str:
    return re.sub(r"\D", "", words)
