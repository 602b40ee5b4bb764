"""A word that may have been meant."""

from msgspec import Struct

__all__ = ["Candidate"]


class Candidate(Struct, frozen=True, gc=False):
    """A word that may have been meant; costs are negative logarithms."""

    text: str
    """In lower case."""
    channel: float
    """Of reading it as what is seen."""
    cost: float
    """Of the word itself."""
    case: int
    backoff: float
    kind: str
    """lexicon, compound, noise or unknown."""
