"""Time grows with the text and not with its square, from cleaning to the document, whatever the text is."""

import time
from typing import NamedTuple

import pytest

from protokoll.grammar import load
from protokoll.model.document import Document, DocumentKind
from protokoll.model.text import SourceText
from protokoll.parsing import parse
from protokoll.pipeline import clean
from protokoll.segmenting import segment
from protokoll.segmenting.minutes import segment_minutes

_SIZE = 45_000
"""Characters of the longer text."""
_FLOOR = 0.1
"""Seconds of processor time below which a measurement says nothing."""
_GROWTH = 8
"""Four times the text may take at most so many times the time; with a square in it it would take sixteen times."""

_ITEM = "§ 1 Ärende om bad\n\nBeslut\nMotionen avslås.\n\n"
_FLOOR_OF_ITEM = f"{_ITEM}Yrkanden\n"
_VOTE_OF_ITEM = f"{_ITEM}Omröstning\n"


class Shape(NamedTuple):
    """A text of any length: words that are repeated, between words that are not."""

    before: str
    repeated: str
    """`{n}` is the number of the repetition, `{name}` a name that no other has."""
    after: str = ""

    def of_size(self, size: int) -> str:
        """Return the text with about so many repeated characters."""
        times = size // len(self.repeated)
        return self.before + "".join(self._repetition(n) for n in range(1, times + 1)) + self.after

    def _repetition(self, number: int) -> str:
        if "{" not in self.repeated:
            return self.repeated
        letters = "".join("abcdefghij"[int(digit)] for digit in str(number))
        return self.repeated.format(n=number, name=f"X{letters} Y{letters}")


SHAPES = {
    "prose": Shape(_ITEM, "Nämnden godkänner förvaltningens förslag till plan för baden i kommunen.\n\n"),
    "one line": Shape(_ITEM, "ord "),
    "one word": Shape(_ITEM, "x"),
    "white space": Shape(_ITEM, " ", "Slut."),
    "quotation marks": Shape(_ITEM, "”“"),
    "brackets": Shape(_ITEM, "("),
    "names": Shape(_ITEM, "Eva Ek (V), "),
    "items": Shape("", "§ {n} Ärende om bad\n\nBeslut\nMotionen avslås.\n\n"),
    "agendas": Shape("Kallelse\n\n", "1 Val av justerare\n\n2 Motion\n\n"),
    "a table of contents": Shape("", "§ {n} Val av justerare ..... {n}\n", _ITEM),
    "points in a line": Shape("§ 1 Ärende\n\nBeslut\n", "{n}. Vägen rustas. "),
    "proposals": Shape(_FLOOR_OF_ITEM, "Eva Ek (V) yrkar bifall till motionen.\n"),
    "demands": Shape(f"{_FLOOR_OF_ITEM}Eva Ek (V) yrkar ", "bifall till A och avslag på B och "),
    "an object of one word": Shape(f"{_FLOOR_OF_ITEM}Eva Ek (V) yrkar bifall till ", "s", "."),
    "clauses without end": Shape(f"{_FLOOR_OF_ITEM}Eva Ek (V) yrkar ", "att enligt ", "."),
    "winners by name": Shape(
        _FLOOR_OF_ITEM, "{name} (V) yrkar bifall.\nOrdföranden finner att {name}s yrkande antas.\n\n"
    ),
    "ballots without end": Shape(_VOTE_OF_ITEM, "Ja för bifall "),
    "wishes without end": Shape(f"{_VOTE_OF_ITEM}Ja för\n", "Den som vill bifalla "),
    "sides of a vote": Shape(_VOTE_OF_ITEM, "Eva Ek (S), Bo Ask (V) röstar Ja (2).\n"),
    "papers that run on": Shape(f"{_ITEM}Handlingar\n", "Motion från S den\n"),
    "diary numbers": Shape("§ 1 ", "Dnr KS 2023/1 ", "\n\nBeslut\nMotionen avslås.\n"),
    "annexes": Shape(_ITEM, "Bilaga {n}\nReservation\nVi är emot.\n"),
    "the present by exception": Shape("Protokoll\nNärvarande vid uppropet: samtliga utom ", "Eva Ek, ", f"\n{_ITEM}"),
}


def _take(words: str) -> Document:
    """Take a text from cleaning to the document, as minutes also where it does not look like minutes."""
    source = SourceText(path="-", sha256="", size=0, reader="text", encoding="utf-8", text=words)
    grammar = load()
    text = clean(source, grammar)
    parse(text, segment(text, grammar), grammar)
    return parse(text, segment_minutes(text, DocumentKind.PROTOCOL, grammar), grammar)


def _seconds(words: str) -> float:
    start = time.process_time()
    _take(words)
    return time.process_time() - start


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_text(shape: str) -> None:
    """Four times the text takes about four times the time."""
    once = _seconds(SHAPES[shape].of_size(_SIZE // 4))
    assert _seconds(SHAPES[shape].of_size(_SIZE)) < max(_FLOOR, once) * _GROWTH


@pytest.mark.parametrize(
    ("shape", "size"), [("prose", 200_000), ("items", 250_000), ("one line", 500_000)], ids=["item", "items", "line"]
)
def test_long_texts(shape: str, size: int) -> None:
    """An item of 200 kB, minutes of 5 000 items and a line of 500 kB take seconds."""
    assert _seconds(SHAPES[shape].of_size(size)) < 15
