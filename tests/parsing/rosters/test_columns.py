"""Columns read one after the other are put together again, or left alone where they do not fit."""

import pytest

from protokoll.parsing.rosters.columns import with_columns
from protokoll.parsing.rosters.tokens import Token, TokenKind

_KINDS = {"n": TokenKind.NAME, "p": TokenKind.PARTY, "r": TokenKind.ROLE, "t": TokenKind.TITLE, "s": TokenKind.SERVES}


def _tokens(letters: str) -> list[Token]:
    return [Token(_KINDS[letter], place, place + 1, f"{letter}{place}") for place, letter in enumerate(letters)]


@pytest.mark.parametrize(
    ("letters", "values"),
    [
        ("npnp", ["n0", "p1", "n2", "p3"]),
        ("nnpp", ["n0", "n1", "p2|p3"]),
        ("pppnnn", ["n3", "p0", "n4", "p1", "n5", "p2"]),
        ("pnpppnnn", ["p0", "n1", "p2", "n5", "p3", "n6", "p4", "n7"]),
        ("pppnn", ["p0|p1", "p2", "n3", "n4"]),
        ("nnnrrt", ["n0", "n1", "n2", "r3|r4|"]),
        ("nrn", ["n0", "r1", "n2"]),
        ("nnsnsn", ["n0", "n1", ">n3|>n5"]),
        ("nsn", ["n0", "s1", "n2"]),
        ("nrsnsn", ["n0", "r1|>n3|>n5"]),
    ],
)
def test_columns(letters: str, values: list[str]) -> None:
    """A column is one token with its cells; parties before as many names are dealt out to them."""
    assert [token.value for token in with_columns(_tokens(letters))] == values
