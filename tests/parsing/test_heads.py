"""The head of minutes tells kind, municipality, body, date and number, and what is missing."""

from protokoll.cleaning import clean
from protokoll.grammar import load
from protokoll.model.document import DocumentKind, Head
from protokoll.model.outline import Block, BlockKind, Outline
from protokoll.model.remark import Remark
from protokoll.model.text import SourceText, Span
from protokoll.parsing.heads import minutes_head

_FRONT = """GRANVIKS KOMMUN            SAMMANTRÄDESPROTOKOLL     Sida 1 (8)
Kommunstyrelsen            Protokoll nr 4            2011-05-17

Plats och tid      Kommunhuset, kl. 13.00–15.10
Beslutande         Eva Ek (S), ordförande
Justeringens plats och tid   Kommunhuset 2011-05-23
ANSLAG/BEVIS
Organ              Kommunstyrelsen
Sammanträdesdatum  2011-05-17
Datum för anslags uppsättande   2011-05-24
"""


def _head(words: str) -> tuple[Head, list[Remark]]:
    text = clean(SourceText(path="-", sha256="", size=0, reader="text", encoding="utf-8", text=words), load())
    outline = Outline(DocumentKind.PROTOCOL, (Block(BlockKind.FRONT, Span(0, len(text.text))),))
    return minutes_head(text, outline, (), load())


def test_a_front_page() -> None:
    """All five are read from a common front page."""
    head, remarks = _head(_FRONT)
    found = [each.text if each else None for each in (head.municipality, head.body, head.date, head.title)]
    assert found == ["Granvik", "Kommunstyrelsen", "2011-05-17", "Protokoll nr 4"]
    assert not remarks


def test_what_is_missing_is_told() -> None:
    """A page without body and date gives a remark for each."""
    _, remarks = _head("Plats: Salen\nBeslutande: Eva Ek (S)\n")
    assert [remark.code.value for remark in remarks] == ["body_missing", "date_missing"]
