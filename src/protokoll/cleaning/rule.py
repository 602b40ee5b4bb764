"""What a rule of cleaning is."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from protokoll.grammar import Grammar
from protokoll.model.text import Doubt, Edit

__all__ = ["Rule"]


class Rule(NamedTuple):
    """One step of cleaning: a name, and a pure function that proposes edits.

    The function is given the text as the rules before it left it, and the grammar. It never changes text;
    it says what to put where, and the engine does that and writes it down. What it is not sure of it gives as a doubt.
    """

    name: str
    propose: Callable[[str, Grammar], Iterable[Edit | Doubt]]
