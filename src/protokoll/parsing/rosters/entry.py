"""One person of a list while it is read, and what the words say of the part that he or she had."""

import re
from itertools import pairwise

from msgspec import Struct

from protokoll.model.document import Role
from protokoll.parsing.rosters.labels import LabelKind

__all__ = ["Entry", "note_of", "role_of", "without_replaced"]

_ROLES = {
    LabelKind.SERVING: Role.SERVING_SUBSTITUTE,
    LabelKind.SUBSTITUTES: Role.SUBSTITUTE,
    LabelKind.OTHERS: Role.OTHER,
    LabelKind.SECRETARY: Role.OTHER,
}
_OFFICES = (Role.CHAIR, Role.VICE_CHAIR)


class Entry(Struct):
    """One person of a list, while it is read."""

    name: str
    kind: LabelKind
    start: int
    end: int
    line: int
    party: str | None = None
    placed: bool = False
    """True once the party is known, or known to be none."""
    unsure: bool = False
    """True where the letters are of no party that is known here."""
    role: Role | None = None
    serves_for: str | None = None
    replaces: str | None = None
    """Who was replaced, where it is printed the other way round: 'Eva Ek ersätts av Bo Ask'."""
    official: bool = False
    absent: bool = False
    used: list[tuple[int, int]] = []
    """The words that the other fields account for; what is left is the note."""


def role_of(entry: Entry) -> Role:
    """Return the part that a person had, by the label over the list and the words beside the name.

    >>> role_of(Entry("Eva Ek", LabelKind.SUBSTITUTES, 0, 6, 0, role=Role.SERVING_SUBSTITUTE))
    <Role.SERVING_SUBSTITUTE: 'serving_substitute'>
    """
    if entry.kind in (LabelKind.OTHERS, LabelKind.SECRETARY):
        stands_in = entry.role in (Role.SUBSTITUTE, Role.SERVING_SUBSTITUTE) and entry.placed
        return entry.role if stands_in and entry.role else Role.OTHER
    if entry.official and not entry.placed and entry.role is None:
        return Role.OTHER
    if entry.role in (*_OFFICES, Role.SERVING_SUBSTITUTE):
        return entry.role
    if entry.kind is LabelKind.CHAIR:
        return Role.CHAIR
    if entry.kind is LabelKind.VICE_CHAIR:
        return Role.VICE_CHAIR
    if entry.kind is LabelKind.MEMBERS and entry.role is Role.SUBSTITUTE:
        return Role.SUBSTITUTE
    return _ROLES.get(entry.kind, Role.MEMBER)


def note_of(words: str, entry: Entry) -> str | None:
    """Return what stands beside the name and is in no other field: '§§ 1–14', 'kom 17:20'.

    >>> words = "Eva Ek (S), §§ 1–14"
    >>> note_of(words, Entry("Eva Ek", LabelKind.MEMBERS, 0, 19, 0, used=[(0, 6), (7, 10)]))
    '§§ 1–14'
    """
    left, at = [], entry.start
    for start, end in sorted(entry.used):
        left.append(words[at:start])
        at = max(at, end)
    parts = " ".join([*left, words[at : entry.end]]).split(",")
    return (
        ", ".join(note for part in parts if (note := " ".join(re.sub("[()*]", " ", part).split()).strip(" ;:.–-")))
        or None
    )


def without_replaced(words: str, entries: list[Entry]) -> list[Entry]:
    """Mark as absent who was replaced for the whole meeting, and not only for some §§ or hours.

    >>> words = "Eva Ek ersätts av Bo Ask"
    >>> eva = Entry("Eva Ek", LabelKind.MEMBERS, 0, 6, 0, used=[(0, 6)])
    >>> bo = Entry("Bo Ask", LabelKind.MEMBERS, 18, 24, 0, replaces="Eva Ek", used=[(18, 24)])
    >>> [entry.absent for entry in without_replaced(words, [eva, bo])]
    [True, False]
    """
    for before, entry in pairwise(entries):
        end = max(stop for _, stop in entry.used)
        if entry.replaces == before.name and not any(letter.isdigit() for letter in words[end : entry.end]):
            before.absent = True
    return entries
