"""What was searched before anything was said: the documents of a comparison, and what could not be read.

Nobody can tell from a list of positions what the list lacks; the coverage says it first.
"""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from protokoll.model.document import DocumentKind

__all__ = ["Coverage", "Dated", "Paper", "Unread"]


class Dated(StrEnum):
    """Where the date of a document comes from."""

    TEXT = "text"
    """It is printed in the document."""
    SIDECAR = "sidecar"
    """It stands in the file that the user has put beside the document."""
    OPTION = "option"
    """The user gave it for all documents without one."""
    NONE = "none"
    """The document has no date."""


class Paper(Struct, frozen=True, kw_only=True):
    """One document that was searched."""

    document: str
    """The path of the source."""
    sha256: str
    kind: DocumentKind
    municipality: str | None = None
    body: str | None = None
    date: str | None = None
    dated: Dated = Dated.TEXT
    title: str | None = None
    parties: tuple[str, ...] = ()
    """The codes of all parties that have a position in it."""


class Unread(Struct, frozen=True):
    """A file that gave no document."""

    document: str
    reason: str


class Coverage(Struct, frozen=True, kw_only=True):
    """What one side of a comparison rests on.

    >>> paper = Paper(document="ks", sha256="", kind=DocumentKind.PROTOCOL, body="Kommunstyrelsen", date="2024-03-06")
    >>> coverage = Coverage(papers=(paper,))
    >>> coverage.years, coverage.bodies
    ({2024: 1}, {'Kommunstyrelsen': 1})
    """

    papers: tuple[Paper, ...]
    unread: tuple[Unread, ...] = ()

    @property
    def years(self) -> dict[int, int]:
        """Year → number of documents, in order of time."""
        return dict(sorted(Counter(int(paper.date[:4]) for paper in self.papers if paper.date).items()))

    @property
    def bodies(self) -> dict[str, int]:
        """Body → number of documents, the most frequent first."""
        return _count(paper.body for paper in self.papers)

    @property
    def municipalities(self) -> dict[str, int]:
        """Municipality → number of documents, the most frequent first."""
        return _count(paper.municipality for paper in self.papers)

    @property
    def undated(self) -> tuple[Paper, ...]:
        """The documents without a date: they are in no year."""
        return tuple(paper for paper in self.papers if not paper.date)

    @property
    def missing_years(self) -> tuple[int, ...]:
        """The years between the first and the last one of which there is no document."""
        years = self.years
        return tuple(each for each in range(min(years), max(years)) if each not in years) if years else ()


def _count(names: Iterable[str | None]) -> dict[str, int]:
    return dict(Counter(name for name in names if name).most_common())
