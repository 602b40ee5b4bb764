"""Invented positions, by their words alone."""

from typing import Any

from protokoll.model.position import RANKS, Basis, Position, Stance
from protokoll.model.text import Span

__all__ = ["wants"]


def wants(claim: str, stance: str = "demand", basis: str = "statement", **more: Any) -> Position:
    """Return a position of party X with these words as claim and as quote; `more` are further fields."""
    kind = Basis(basis)
    fields: dict[str, Any] = {
        "party": "X",
        "printed": "(X)",
        "stance": Stance(stance),
        "claim": claim,
        "basis": kind,
        "rank": RANKS[kind],
        "document": "invented.txt",
        "sha256": "",
        "pointer": "/items/0/statements/0",
        "quote": claim,
        "span": Span(0, len(claim)),
        "page": 1,
    }
    return Position(**(fields | more))
