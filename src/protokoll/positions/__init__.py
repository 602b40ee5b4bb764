"""Documents → Positions → Changes: what a party wanted, on what evidence, and how that changed."""

from protokoll.positions.finding import find_positions

__all__ = ["find_positions"]
