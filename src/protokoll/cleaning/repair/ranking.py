"""Which candidates are kept, and which words are beyond doubt."""

from collections.abc import Sequence

from protokoll.cleaning.repair.candidate import Candidate

__all__ = ["INVERSE", "MARGIN", "is_beyond_doubt", "likeliest"]

MARGIN = 12.0
"""A candidate that costs so much more than the best is none."""
_NEAR = 5.0
_CLEAR = 5.0
_MOST = 8

INVERSE = {"a": "åä", "o": "ö", "é": "öä", "6": "ö", "4": "åä", "d": "äåö", "i": "ä", "&": "åä", "8": "å"}


def is_beyond_doubt(found: Sequence[Candidate]) -> bool:
    """Tell whether no document can make another word of it: a known word, cheaply misread, and no other near.

    >>> is_beyond_doubt([Candidate("nämnden", 0.1, 8.0, 1, 1.0, "lexicon")])
    True
    """
    if found[0].kind != "lexicon" or found[0].channel > _NEAR:
        return False
    return len(found) == 1 or found[1].channel + found[1].cost - found[0].channel - found[0].cost > _CLEAR


def likeliest(found: list[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates that are near the best, each once, the likeliest first.

    >>> one, two = Candidate("är", 0.1, 3.0, 1, 1.0, "lexicon"), Candidate("år", 0.1, 5.0, 1, 1.0, "lexicon")
    >>> [each.text for each in likeliest([two, one, one])]
    ['är', 'år']
    """
    best: dict[str, Candidate] = {}
    for each in found:
        kept = best.get(each.text)
        if kept is None or each.channel + each.cost < kept.channel + kept.cost:
            best[each.text] = each
    ranked = sorted(best.values(), key=lambda each: each.channel + each.cost)
    limit = ranked[0].channel + ranked[0].cost + MARGIN
    return tuple(each for each in ranked if each.channel + each.cost <= limit)[:_MOST]
