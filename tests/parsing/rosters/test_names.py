"""Names are told from parties, titles, firms and places in all the forms of a list."""

import pytest

from protokoll.grammar import load
from protokoll.model.text import Span
from protokoll.parsing.rosters.names import with_names
from protokoll.parsing.rosters.tokens import scan


def _tokens(words: str, *, officials: bool = False) -> list[str]:
    tokens = with_names(scan(words, [Span(0, len(words))], load()), load(), officials=officials)
    return [f"{token.kind.value}:{token.value}" for token in tokens if token.kind in ("name", "party")]


@pytest.mark.parametrize(
    ("words", "tokens"),
    [
        ("Eva Ek S\nBo Ask M", ["name:Eva Ek", "party:S", "name:Bo Ask", "party:M"]),
        ("Eva Ek s, ordf", ["name:Eva Ek", "party:S"]),
        ("Christina H Gardberg (M)", ["name:Christina H Gardberg", "party:M"]),
        ("Lo du Rietz, fp", ["name:Lo du Rietz", "party:FP"]),
        ("Noor al-Hashimi V", ["name:Noor al-Hashimi", "party:V"]),
        ("Eva Ek, folkpartiet", ["name:Eva Ek", "party:FP"]),
        ("Eva Ek (Granvikspartiet)", ["name:Eva Ek", "party:?Granvikspartiet"]),
        ("EVA EK (S)", ["name:Eva Ek", "party:S"]),
        ("Kent- Inge Berg (M)", ["name:Kent-Inge Berg", "party:M"]),
        ("Eva\nEk (S)", ["name:Eva Ek", "party:S"]),
        ("Ek, Eva\nAsk, Bo", ["name:Eva Ek", "name:Bo Ask"]),
    ],
)
def test_politicians(words: str, tokens: list[str]) -> None:
    """The letters of a party are no part of a name, in whatever way they stand beside it."""
    assert _tokens(words) == tokens


@pytest.mark.parametrize(
    ("words", "tokens"),
    [
        ("Kommundirektör Eva Ek, ekonom Bo Ask", ["name:Eva Ek", "name:Bo Ask"]),
        ("Eva Ek Kommundirektör Bo Ask Ekonom", ["name:Eva Ek", "name:Bo Ask"]),
        ("Enhetschef LSS Eva Ek", ["name:Eva Ek"]),
        ("Eva Ek, Lärarförbundet Bo Ask, rektor", ["name:Eva Ek", "name:Bo Ask"]),
        ("Anna Karlsson Bertil Ström Eva Maria Ek", ["name:Anna Karlsson", "name:Bertil Ström", "name:Eva Maria Ek"]),
        ("Granviks Energi AB, Kommunala Bolag AB", []),
        ("Peter Ekgården", ["name:Peter Ekgården"]),
    ],
)
def test_officials(words: str, tokens: list[str]) -> None:
    """Titles and firms are no names, and names without anything between them are told apart."""
    assert _tokens(words, officials=True) == tokens
