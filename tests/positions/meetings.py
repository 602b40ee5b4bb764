"""Invented minutes, written as minutes are written, and parsed."""

from protokoll.model.document import Document
from protokoll.model.position import Position
from protokoll.pipeline import parse_file
from protokoll.positions.acts import find_acts

__all__ = ["BOARD", "acts_of", "minutes", "parsed"]

BOARD = """\
Almunda kommun
Kommunstyrelsen
Sammanträdesprotokoll
Sammanträdesdatum 2024-03-06

Beslutande
Maj Grön (MP), ordförande
Ove Röd (S)
Siv Ros (S)
Per Blom (M)
Eva Ek (M)
Bo Ask (SD)
Liv Alm (L)
Ulf Ohlsson (-)

"""
"""A front page with a board of five parties and one member without a party."""


def minutes(*sections: str, front: str = BOARD) -> str:
    """Return the text of minutes with these §§."""
    return front + "\n\n".join(sections) + "\n"


def parsed(text: str, name: str = "ks.txt") -> Document:
    """Return a text parsed as a file of that name."""
    return parse_file(name, data=text.encode(), force=True)


def acts_of(*sections: str, front: str = BOARD) -> list[Position]:
    """Return the positions from acts in minutes with these §§."""
    return list(find_acts(parsed(minutes(*sections, front=front))))
