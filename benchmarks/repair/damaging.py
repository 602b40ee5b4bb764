"""Damage as a model without å, ä and ö does it, by the learnt confusions; the same seed does the same damage."""

import random
import re

from protokoll.cleaning.repair.channel import open_confusions

__all__ = ["damaged"]

_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"[aoåäöédi]+", re.IGNORECASE)
_MARKED = frozenset("åäö")
_BARE = str.maketrans("åäöÅÄÖ", "aaoAAO")


def damaged(text: str, seed: int) -> str:
    """Return a Swedish text with its å, ä and ö read as the learnt confusions say; one without them as it is."""
    rng, confusions = random.Random(seed), open_confusions()  # noqa: S311 (nothing secret)

    def read(match: re.Match[str]) -> str:
        printed = match.group()
        seen = confusions["runs" if match.start() else "first"].get(printed.lower(), {})
        if _MARKED.isdisjoint(printed.lower()) or not seen:
            return printed.translate(_BARE)
        chosen = str(rng.choices(list(seen), list(seen.values()))[0])
        return chosen[:1].upper() + chosen[1:] if printed[0].isupper() else chosen

    return _WORD.sub(lambda word: _RUN.sub(read, word.group()), text)
