"""The parts of a compound: what one may look for and mean it."""

from __future__ import annotations

from functools import cache, lru_cache

from protokoll.archive.store.language.lexicon import load_lexicon, load_words

__all__ = ["parts_of"]

_SHORTEST = 5
"""The fewest letters of a compound: `elbil`."""
_SHORT = 3
"""The most letters of a part that must stand in the list of short words."""
_WORD = 5
"""The fewest letters of a part that has not been seen as one."""
_STEM = 4
"""The fewest letters of a stem that a form is known by: `löshet` is no word."""

_INFLECTIONS = (
    "s", "n", "t", "ns", "ts", "en", "et", "ar", "er", "or", "na", "ens", "ets", "ars", "ers", "ors", "arna", "erna",
    "orna", "arnas", "ernas", "ornas", "ade", "ad", "at", "as", "des", "de",
)  # fmt: skip


@lru_cache(maxsize=20_000)
def parts_of(word: str) -> tuple[str, ...]:
    """Return the parts of a compound in lower case, each once; none if it is no compound.

    First parts are given without their linking letter, last parts as they stand. What begins or ends the word and is
    a compound itself is given too.

    >>> sorted(parts_of("hemlöshetsarbetet")), sorted(parts_of("kundtjänstcentral"))
    (['arbetet', 'hemlöshet'], ['central', 'kund', 'kundtjänst', 'tjänst', 'tjänstcentral'])
    >>> parts_of("protokoll")
    ()
    """
    if len(word) < _SHORTEST or not word.isalpha():
        return ()
    firsts, cuts = _cut(word)
    found: dict[str, None] = {}
    for start, parts in firsts.items():
        if start and start not in cuts:
            continue
        for end, bases in parts:
            if end in cuts:
                found.update(dict.fromkeys(bases))
                found.update((word[:start] + base, None) for base in bases)
    found.update((word[cut:], None) for cut in cuts)
    return tuple(found)


_Firsts = dict[int, list[tuple[int, tuple[str, ...]]]]


def _cut(word: str) -> tuple[_Firsts, set[int]]:
    """Return the first parts by their beginning, with end and words, and the places where a part ends and one begins.

    A place counts if first parts lead to it from the beginning, and from it to a last part.
    """
    reached, firsts = {0}, _Firsts()
    plausible, mutated = _plausible(), _mutated()
    for start in range(len(word) - 2):
        if start in reached:
            firsts[start] = [
                (end, bases)
                for end in range(start + 2, len(word) - 1)
                if ((part := word[start:end]) in plausible or part.endswith(mutated)) and (bases := _first(part))
            ]
            reached.update(end for end, _ in firsts[start])
    lasts = {place for place in reached if place and _is_last(word[place:])}
    # An s that may begin the last part does not link, unless it has been seen to: trafik|slag, but bostads|ort.
    seen = load_lexicon().first
    cuts = {
        place
        for place in lasts
        if word[place - 1] != "s" or place - 1 not in lasts or any(word[at:place] in seen for at in reached)
    }
    if cuts:
        for place in sorted(firsts, reverse=True):
            if place and any(end in cuts for end, _ in firsts[place]):
                cuts.add(place)
    return firsts, cuts


@lru_cache(maxsize=20_000)
def _first(part: str) -> tuple[str, ...]:
    """Return the words that a first part may stand for; none if it is no first part."""
    lexicon = load_lexicon()
    if len(part) <= _SHORT:
        return (part,) if part in _short() else ()
    if part.endswith(_mutated()):
        tail, base = next((tail, base) for tail, base in load_words()["first"].items() if part.endswith(tail))
        if part == tail or part[: -len(tail)] + base in lexicon.known:
            return (part[: -len(tail)] + base,)
    if part in _excluded():
        return ()
    bare = part[:-1]
    if part in lexicon.first or (len(part) >= _WORD and part in lexicon.known and not part.endswith(_forms())):
        if part.endswith("s") and bare in lexicon.known:
            return (bare, part) if part in lexicon.known and len(part) > _WORD else (bare,)
        if part not in lexicon.known:
            return (next((each for each in (f"{bare}a", bare, f"{part}e") if each in lexicon.known), part),)
        return (part,)
    if (
        part.endswith("s")
        and bare not in _excluded()
        and (bare in _short() or (len(part) >= _WORD and bare in lexicon.known))
    ):
        return (bare,)
    return ()


def _is_last(part: str) -> bool:
    lexicon = load_lexicon()
    if len(part) <= _SHORT:
        return part in _short()
    if part in _excluded():
        return False
    return part in lexicon.last or (len(part) >= _WORD and (part in lexicon.known or _is_form(part)))


def _is_form(part: str) -> bool:
    """Tell whether a last part is a form of a word that is known; cheaper than its stem would be."""
    known = load_lexicon().known
    for ending in _INFLECTIONS:
        if part.endswith(ending):
            bare = part[: -len(ending)]
            if len(bare) >= _STEM and (bare in known or f"{bare}a" in known or f"{bare}e" in known):
                return True
    return False


@cache
def _plausible() -> frozenset[str]:
    """Return what may be a first part, but for those whose last vowel has changed: few stretches of a word are."""
    lexicon = load_lexicon()
    bare = {*_short(), *lexicon.known}
    return frozenset(bare).union(lexicon.first, (f"{word}s" for word in bare))


@cache
def _forms() -> tuple[str, ...]:
    return tuple(load_words()["parts"]["forms"])


@cache
def _mutated() -> tuple[str, ...]:
    return tuple(load_words()["first"])


@cache
def _short() -> frozenset[str]:
    return frozenset(load_words()["parts"]["short"])


@cache
def _excluded() -> frozenset[str]:
    """What begins or ends words without being a part."""
    words = load_words()["parts"]
    return frozenset([*words["particles"], *words["endings"]])
