"""What is misread for what in text that has its å, ä and ö, and by which misreading a word is almost another."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from protokoll.cleaning.repair.channel import Channel, open_confusions
from protokoll.cleaning.repair.neighbours import frequent_words
from protokoll.cleaning.repair.store import open_store, runs_of, skeleton

__all__ = ["DOUBLE", "misreading", "noise_channel", "noise_pairs"]

DOUBLE = "double"
"""A letter lost beside its like: a fault of fonts as well as of print."""
_MARKS = "åäö"
_MARKED, _OTHER = frozenset(_MARKS), 0.005
_CHEAP = 8.0
_LIKELY = 0.0003
_FREQUENT = 14.0
_FEW_LETTERS = 4

Runs = Mapping[str, Mapping[str, float]]


@lru_cache(50_000)
def misreading(word: str) -> str:
    """Return the cheap misreading that makes a frequent word of one that is in no list, or nothing.

    >>> misreading("förvältning"), misreading("kommunfulmäktige"), misreading("gryningsdis")
    ('åäö', 'double', '')
    """
    if len(word) < _FEW_LETTERS:
        return ""
    store, runs = open_store(), runs_of(word)
    for each in store.bucket(skeleton(word)):
        if each.cost > _FREQUENT:
            break
        if noise_channel().cost(each.runs, runs, _CHEAP) < _CHEAP:
            return _MARKS
    meant = frequent_words().__contains__ if word.isalpha() else store.knows
    return next((kind for changed, kind in _changed(word) if meant(changed)), "")


def _changed(word: str) -> Iterator[tuple[str, str]]:
    for true, seen, kind in _misread():
        at = word.find(seen)
        while at >= 0:
            yield word[:at] + true + word[at + len(seen) :], kind
            at = word.find(seen, at + 1)


def _single(letters: str) -> str:
    """Return letters without the second of two that are alike."""
    return "".join(letter for at, letter in enumerate(letters) if not at or letters[at - 1] != letter)


@cache
def _misread() -> Sequence[tuple[str, str, str]]:
    return [
        (true, seen, DOUBLE if _single(true) == seen else f"{true} {seen}")
        for true, seen, chance in noise_pairs()
        if chance > _LIKELY
    ]


@cache
def noise_pairs() -> Sequence[tuple[str, str, float]]:
    """Return what is misread for what in text that has its å, ä and ö, with the share of each."""
    learnt = {(true, seen): chance for true, seen, chance in open_confusions()["noise_swe"]}
    for true, seen in _CLASSIC:
        learnt.setdefault((true, seen), _CLASSIC_SHARE)
    return [(true, seen, chance) for (true, seen), chance in learnt.items()]


_CLASSIC_SHARE = 0.0015
# What older engines put for letters that touch or are worn; Tesseract seldom does.
_CLASSIC = (
    ("k", "lc"),
    ("k", "l<"),
    ("kt", "ld"),
    ("ö", "<i"),
    ("ö", "ti"),
    ("ö", "ii"),
    ("ö", "ci"),
    ("ö", "6"),
    ("ö", "0"),
    ("ä", "ii"),
    ("ä", "ei"),
    ("å", "ii"),
    ("å", "ei"),
    ("h", "li"),
    ("d", "cl"),
    ("m", "nn"),
    ("m", "in"),
    ("m", "iii"),
    ("n", "ii"),
    ("u", "ii"),
    ("u", "ti"),
    ("w", "vv"),
    ("b", "lo"),
    ("l", "!"),
    ("i", "!"),
    ("l", "|"),
    ("i", "|"),
    ("l", "1"),
    ("i", "1"),
    ("o", "0"),
    ("s", "5"),
    ("g", "9"),
    ("b", "6"),
    ("b", "8"),
    ("c", "e"),
    ("e", "c"),
    ("v", "y"),
    ("g", "q"),
    ("rn", "m"),
    ("ri", "n"),
    ("n", "ri"),
    ("m", "rn"),
)


@cache
def noise_channel() -> Channel:
    """Return the confusions of å, ä, ö and the letters like them in text that has its å, ä and ö."""
    confusions = open_confusions()
    return Channel(*(_mixed(confusions[f"{part}_swe"], confusions[part]) for part in ("runs", "first")))


def _mixed(own: Runs, other: Runs) -> Runs:
    """Return confusions with a few of those of a model without å, ä and ö, as two models together have them."""
    mixed = {run: dict(seen) for run, seen in own.items()}
    for run, seen in other.items():
        if set(run) & _MARKED:
            for each, count in seen.items():
                mixed.setdefault(run, {run: 1.0})
                mixed[run][each] = mixed[run].get(each, 0.0) + _OTHER * count
    return mixed
