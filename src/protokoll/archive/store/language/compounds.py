"""The parts of a compound: what one may look for and mean it."""

from __future__ import annotations

from functools import cache, lru_cache

from protokoll.archive.store.language.lexicon import load_lexicon, load_words
from protokoll.archive.store.language.stems import stem

__all__ = ["parts_of"]

_SHORTEST = 5
"""The fewest letters of a compound: `elbil`."""
_SHORT = 3
"""The most letters of a part that must stand in the list of short words."""
_WORD = 5
"""The fewest letters of a part that has not been seen as one."""
_STEM = 4
"""The fewest letters of a stem that a form is known by: `löshet` is no word."""

_BARE = ("", "a", "e", "het", "t", "er", "en")
"""What a stem may lack to be a word."""


@lru_cache(maxsize=20_000)
def parts_of(word: str) -> tuple[str, ...]:
    """Return the parts of a compound in lower case, each once; none if it is no compound.

    First parts are given without their linking letter, last parts as they stand. Parts that are compounds
    themselves are given whole and in parts.

    >>> parts_of("hemlöshetsarbetet"), parts_of("kundtjänstcentral")
    (('hemlöshet', 'arbetet'), ('kund', 'tjänstcentral', 'tjänst', 'central', 'kundtjänst'))
    >>> parts_of("protokoll")
    ()
    """
    found: dict[str, None] = {}
    for first, last in _cuts(word):
        for part in (*first, *last):
            found.setdefault(part)
            for inner in parts_of(part):
                found.setdefault(inner)
    return tuple(found)


@lru_cache(maxsize=20_000)
def _cuts(word: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return the ways to cut a word in two parts that both make sense."""
    if len(word) < _SHORTEST or not word.isalpha():
        return ()
    cuts = []
    for at in range(2, len(word) - 2):
        first = _first(word[:at])
        if first and _is_last(word[at:]):
            cuts.append((first, (word[at:],)))
    return tuple(cuts)


@lru_cache(maxsize=20_000)
def _first(part: str) -> tuple[str, ...]:
    """Return the words that a first part may stand for; none if it is no first part."""
    lexicon, words = load_lexicon(), load_words()
    tail = next((tail for tail in words["first"] if part.endswith(tail)), None)
    if tail and (part == tail or part[: -len(tail)] + words["first"][tail] in lexicon.known):
        return (part[: -len(tail)] + words["first"][tail],)
    if len(part) <= _SHORT:
        return (part,) if part in words["parts"]["short"] else ()
    if part in _particles() or part in _endings():
        return ()
    bare = part[:-1]
    if part in lexicon.first or (len(part) >= _WORD and part in lexicon.known and not part.endswith(_forms())):
        if part.endswith("s") and bare in lexicon.known:
            return (bare, part) if part in lexicon.known and len(part) > _WORD else (bare,)
        if part not in lexicon.known:
            return (next((each for each in (f"{bare}a", bare, f"{part}e") if each in lexicon.known), part),)
        return (part,)
    if part.endswith("s") and ((len(part) > _WORD and bare in lexicon.known) or _cuts(bare)):
        return (bare,)
    return (part,) if _cuts(part) else ()


@lru_cache(maxsize=20_000)
def _is_last(part: str) -> bool:
    lexicon, words = load_lexicon(), load_words()
    if len(part) <= _SHORT:
        return part in words["parts"]["short"]
    if part in _endings() or part in _particles():
        return False
    if part in lexicon.last or (len(part) >= _WORD and (part in lexicon.known or _is_form(part))):
        return True
    return bool(_cuts(part))


def _is_form(part: str) -> bool:
    """Tell whether a last part is a form of a word that is known."""
    found, known = stem(part), load_lexicon().known
    return len(found) >= _STEM and any(found + ending in known for ending in _BARE)


@cache
def _forms() -> tuple[str, ...]:
    return tuple(load_words()["parts"]["forms"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(load_words()["parts"]["particles"])


@cache
def _endings() -> frozenset[str]:
    return frozenset(load_words()["parts"]["endings"])
