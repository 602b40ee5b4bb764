"""One reading of a text: its pieces, what each may have been, and how likely that is."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from protokoll.cleaning.repair.candidate import Candidate
from protokoll.cleaning.repair.decoding import decode
from protokoll.cleaning.repair.store import Store
from protokoll.cleaning.repair.tokens import Token

__all__ = ["Reading", "read"]

_YEAR = re.compile(r"(?:19|20)\d\d")
_FROZEN = 20.0


class Reading(NamedTuple):
    """The pieces of a text with the candidates of each and their probabilities."""

    tokens: list[Token]
    nodes: list[tuple[Candidate, ...]]
    chances: list[list[float]]

    def best(self) -> Iterator[tuple[Token, Candidate, float]]:
        """Yield each piece that may be mended with its likeliest candidate."""
        for token, node, chances in zip(*self, strict=True):
            if token.open:
                if len(node) == 1:
                    yield token, node[0], chances[0]
                    continue
                most = max(chances)
                yield token, node[chances.index(most)], most


def read(tokens: list[Token], find: Callable[[Token], tuple[Candidate, ...]], store: Store) -> Reading:
    """Return the likeliest reading of a run of pieces.

    Args:
        tokens: the pieces.
        find: gives the candidates of a piece that may be mended, by its letters alone.
        store: the language data.
    """
    head = store.header
    fixed = {
        "stop": (Candidate(".", 0.0, head["dot"], 0, head["backoff_dot"], "stop"),),
        "number": (Candidate("#", 0.0, head["num"], 0, head["backoff_num"], "number"),),
        "year": (Candidate("#y", 0.0, head["year"], 0, head["backoff_year"], "number"),),
    }
    nodes, found = [], dict[str, tuple[Candidate, ...]]()
    for token in tokens:
        if token.open:
            node = found.get(token.text)
            if node is None:
                node = found[token.text] = find(token)
            nodes.append(node)
        elif token.kind == "word":
            nodes.append((Candidate(token.text.lower(), 0.0, _FROZEN, 0, 1.0, "frozen"),))
        else:
            nodes.append(fixed["year" if _YEAR.fullmatch(token.text) else token.kind])
    return Reading(tokens, nodes, decode(nodes, store))
