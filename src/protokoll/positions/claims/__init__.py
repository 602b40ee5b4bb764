"""Positions from words: what a party says that it wants, backs or refuses."""

from protokoll.positions.claims.alignment import narrow
from protokoll.positions.claims.extraction import find_claims

__all__ = ["find_claims", "narrow"]
