"""Words of which any letter was misread, in text that has its å, ä and ö: worn print, coarse scans, older readers."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import log

from msgspec.structs import replace

from protokoll.cleaning.repair.adapting import own_words
from protokoll.cleaning.repair.candidate import Candidate
from protokoll.cleaning.repair.candidates import Finder
from protokoll.cleaning.repair.channel import open_confusions
from protokoll.cleaning.repair.confidence import MAX_ERROR_RATE
from protokoll.cleaning.repair.mender import Mending, applied, mendings_of
from protokoll.cleaning.repair.misreadings import noise_channel, noise_pairs
from protokoll.cleaning.repair.neighbours import marks_of, open_neighbours
from protokoll.cleaning.repair.noise import noisy_spans
from protokoll.cleaning.repair.ranking import likeliest
from protokoll.cleaning.repair.reading import Reading, read
from protokoll.cleaning.repair.sound import is_sound
from protokoll.cleaning.repair.store import open_store
from protokoll.cleaning.repair.tokens import Token, tokens_of
from protokoll.model.text import Span

__all__ = ["find_worn"]

_OWN_COST = 10.0
_SURE = 0.99
_USUAL = 0.03
"""The share of words with other misreadings than those of å, ä and ö on the pages learnt from."""
_LENIENT = 12
"""So many times the stated share may be wrong here: what is changed is mostly no word, and wrong already."""
_SHORT = 2
_CAPITALS = 6
_COMMON = 7.0
"""What the commonest words cost: a whole word can be one of them misread."""
_RARER = 3.0
_RAREST = 6.0
_LOWER = 1


def find_worn(
    text: str,
    *,
    lexicon: Iterable[str] = (),
    max_error_rate: float = MAX_ERROR_RATE,
    spans: Sequence[Span] | None = None,
) -> list[Mending]:
    """Return the words of noisy stretches that were probably misread, those to change and those only in doubt.

    Args:
        text: any text; only stretches full of words that are almost words are read.
        lexicon: words and names of the caller's own.
        max_error_rate: the share of applied edits that may be wrong.
        spans: the noisy stretches; found where none are given.

    >>> text = "Projeldledaren för f<irvaringen är nämndens förvaltare, som foreslår att bygga och att f<irbättra."
    >>> [each.text for each in find_worn(text) if each.applied]
    ['Projektledaren', 'förvaringen', 'föreslår', 'förbättra']
    """
    noisy = noisy_spans(text) if spans is None else spans
    if not noisy:
        return []
    reading = open_neighbours().weighed(text, _read_worn(text, noisy, lexicon))
    return applied(mendings_of(text, reading, worn=True), _LENIENT * max_error_rate, worn=True)


def _read_worn(text: str, spans: Sequence[Span], lexicon: Iterable[str]) -> Reading:
    tokens = _whole(text, [token for span in spans for token in tokens_of(text, span, worn=True)])
    store, finder = open_store(), _finder(tuple(sorted(set(lexicon))))
    begin = {two.start for one, two in pairwise(tokens) if one.kind == "stop"}
    first = read(tokens, lambda token: _candidates(finder, token, begins=token.start in begin), store)
    adapted = _adapted(finder, first)
    return read(tokens, lambda token: _candidates(adapted, token, begins=token.start in begin), store)


def _whole(text: str, tokens: list[Token]) -> list[Token]:
    """Return the pieces with the halves of words that are broken at a line end closed: they are no words."""
    knows = open_store().knows
    closed = list(tokens)
    for at, (one, two) in enumerate(pairwise(tokens)):
        between = text[one.end : two.start]
        broken = between.strip(" ") in {"\n", "-\n"} and one.text.isalpha() and two.text.isalpha()
        if broken and knows((one.text + two.text).lower()):
            closed[at], closed[at + 1] = replace(one, open=False), replace(two, open=False)
    return closed


def _candidates(finder: Finder, token: Token, *, begins: bool) -> tuple[Candidate, ...]:
    word = token.text.lower()
    frozen = Candidate(word, 0.0, 20.0, 0, 1.0, "frozen")
    if len(word) < _SHORT or (token.text.isupper() and len(word) < _CAPITALS):
        return (frozen,)
    if not is_sound(word):
        return finder.find(word)
    if not open_store().knows(word) or (token.text[0].isupper() and not begins):
        return (frozen,)
    found = _of_sound(finder, word)
    if token.text[0].isupper():
        # Where a sentence begins, a word that is never a name may have been another such word.
        found = [each for each in found if each.case == _LOWER]
        found = found if any(each.text == word for each in found) else []
    return likeliest(found) if found else (frozen,)


def _of_sound(finder: Finder, word: str) -> list[Candidate]:
    """Return what a word of the lexicon may have been: itself with its marks, or a far more frequent word.

    'ingar' may be 'ingår', and 'alt' may be 'att'; what is changed else harms more words than it mends.
    """
    found = {each.text: each for each in finder.find(word) if marks_of(each.text) == marks_of(word)}
    own = found.get(word)
    most = max(min(_COMMON, own.cost - _RARER), own.cost - _RAREST) if own else 0.0
    for each in finder.common(word, most):
        found.setdefault(each.text, each)
    return list(found.values())


@lru_cache(4)
def _finder(lexicon: tuple[str, ...]) -> Finder:
    own = {word.lower(): _OWN_COST for word in lexicon}
    words = open_confusions()["words_swe"]
    return Finder(open_store(), noise_channel(), noise_pairs(), own, extra=0.0).worn(words)


def _adapted(finder: Finder, reading: Reading) -> Finder:
    """Return the finder with the words that the document surely uses, and as noisy as it is."""
    sure, noisy = [], 0
    for token, candidate, chance in reading.best():
        if len(token.text) > _SHORT and chance > _SURE:
            noisy += candidate.text != token.text.lower()
            if candidate.kind == "lexicon":
                sure.append((token.text.lower(), candidate))
    words = sum(token.kind == "word" for token in reading.tokens)
    extra = min(2.5, max(-0.7, log(_USUAL / (noisy / max(words, 1) + 0.003))))
    return finder.adapted(finder.channel, own_words(sure, words), extra)
