"""The reading of text in a font without a Unicode map, as a rule of cleaning: words with their confidence."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from protokoll.cleaning.deciphering.blocks import BLANKS, cipher_blocks, is_spaced
from protokoll.cleaning.deciphering.evidence import chances, is_known, reread
from protokoll.cleaning.deciphering.letters import ALPHABET, DIGIT
from protokoll.cleaning.deciphering.solving import FEWEST, Key, find_key, weighed
from protokoll.grammar import Grammar
from protokoll.model.text import Edit, Span

__all__ = ["UNKNOWN", "propose_readings"]

UNKNOWN = "□"
"""Stands for a sign that could not be read, and for every figure: none is guessed."""
_SURE, _SURE_STOP = 0.9, 0.8
_WORDLIKE = 0.55
"""Of the longer words of a right reading, this share is known; of a wrong one, a tenth."""
_LONG = 5
_ENOUGH = 0.5
"""Where fewer signs can be read, all are left."""
_INSIDE = 0.8
_MOST = 200
"""So many keys are sought in one text."""


class _Reading(Struct, frozen=True):
    """What a sign stands for in one block: in the case it is printed in, and how surely."""

    letter: str
    chance: float


_NOT_READ = _Reading(UNKNOWN, 0.0)
_NO_BLANKS = {ord(blank): None for blank in BLANKS}


def propose_readings(text: str, _grammar: Grammar) -> Iterator[Edit]:
    """Propose a reading for each word in an unknown alphabet, where enough of it makes sense.

    Args:
        text: a source text, control characters included: they may be letters of the font.

    >>> from protokoll.grammar import load
    >>> list(propose_readings("Kommunstyrelsen beslutar att godkänna rapporten.", load()))
    []
    """
    key, sought = None, 0
    for block in cipher_blocks(text):
        raw = block.of(text)
        spaced = is_spaced(raw)
        signs = " ".join(raw.split()) if spaced else raw.translate(_NO_BLANKS)
        if key is None or _sense(key, signs) < _WORDLIKE:
            if len(signs) < FEWEST or sought == _MOST:
                continue
            sought += 1
            key = find_key(signs)
            key = weighed(reread(key.letters, signs), signs)
        if _sense(key, signs) < _WORDLIKE:
            continue
        readings = _readings(key, signs)
        sure = sum(count for sign, count in Counter(signs).items() if _is_sure(readings.get(sign, _NOT_READ)))
        if sure >= _ENOUGH * len(signs):
            yield from _edits(text, block, readings)


def _sense(key: Key, signs: str) -> float:
    """Return the share of the longer words that are known, and 0 where there are few."""
    words = {word for word in _words(key, signs) if len(word) >= _LONG and word.isalpha()}
    return sum(map(is_known, words)) / len(words) if len(words) >= _LONG else 0.0


def _words(key: Key, signs: str) -> list[str]:
    return "".join(key.letters.get(sign, " ") for sign in signs).split()


def _readings(key: Key, signs: str) -> dict[str, _Reading]:
    """Return what each sign stands for, in its case, and how surely."""
    capitals = _capitals(key, signs)
    return {
        sign: _Reading(key.letters[sign].upper() if sign in capitals else key.letters[sign], chance)
        for sign, chance in chances(key, signs).items()
    }


def _capitals(key: Key, signs: str) -> set[str]:
    """Return the signs of letters that begin words while a more frequent sign of the same letter does not."""
    inside: Counter[str] = Counter()
    before = " "
    for sign in signs:
        letter = key.letters.get(sign, " ")
        inside[sign] += before.isalpha()
        before = letter
    total = Counter(signs)
    first = {sign for sign in total if inside[sign] <= (1 - _INSIDE) * total[sign]}
    small = {key.letters[sign] for sign in total if sign in key.letters and sign not in first}
    return {sign for sign in first if key.letters.get(sign, " ") in small}


def _edits(text: str, block: Span, readings: dict[str, _Reading]) -> Iterator[Edit]:
    """Yield one edit for each word, and one for the signs between two words that stand for blanks."""
    gaps = {sign for sign, reading in readings.items() if reading.letter == " " and _is_sure(reading)}

    def kind(at: int) -> str:
        return "blank" if text[at] in BLANKS else "gap" if text[at] in gaps else "word"

    for what, run in groupby(range(block.start, block.end), kind):
        places = list(run)
        span = Span(places[0], places[-1] + 1)
        signs = [readings.get(text[at], _NOT_READ) for at in places]
        if what == "word":
            yield _word_edit(span, signs)
        elif what == "gap":
            yield Edit(span, " " * len(places), min(each.chance for each in signs), "cipher")


def _word_edit(span: Span, signs: list[_Reading]) -> Edit:
    read = [each.chance for each in signs if _is_sure(each)]
    told = "".join(each.letter if _is_sure(each) else UNKNOWN for each in signs)
    return Edit(span, told, min(read), "cipher") if read else Edit(span, told)


def _is_sure(sign: _Reading) -> bool:
    if sign.letter == ALPHABET[DIGIT]:
        return False
    return sign.chance >= (_SURE if sign.letter.isalpha() else _SURE_STOP)
