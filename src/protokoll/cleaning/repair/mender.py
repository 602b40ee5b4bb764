"""Misread words mended: pieces, candidates, context, and the decision to change, to doubt or to leave."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import log, log10

from msgspec import Struct
from msgspec.structs import replace

from protokoll.cleaning.repair.adapting import adapted_channel, own_words
from protokoll.cleaning.repair.candidate import Candidate
from protokoll.cleaning.repair.candidates import Finder
from protokoll.cleaning.repair.casing import cased, is_abbreviation, opens_line
from protokoll.cleaning.repair.channel import Channel, open_confusions
from protokoll.cleaning.repair.confidence import MAX_ERROR_RATE, Grounds, evidence, measured, surest
from protokoll.cleaning.repair.lines import damaged_lines
from protokoll.cleaning.repair.neighbours import marks_of, open_neighbours
from protokoll.cleaning.repair.reading import Reading, read
from protokoll.cleaning.repair.store import open_store
from protokoll.cleaning.repair.surroundings import keeps_capital, running_share
from protokoll.cleaning.repair.tokens import Token, normal, tokens_of
from protokoll.model.text import Span

__all__ = ["Mending", "applied", "find_mendings", "mendings_of"]

_SURE = 0.995
_CLEAR = 0.98
_USUAL = 0.008
"""How many words in a hundred have other misreadings than those of å, ä and ö on the pages learnt from."""
_KEPT = 4
_NEAR = 6.0
_OWN_COST = 10.0
_CAPITAL = (2, 3)
_OWN_MOST = 25.0
_NOISY = frozenset({"noise", "unknown", "split"})


class Mending(Struct, frozen=True, gc=False):
    """One word that was probably misread."""

    span: Span
    seen: str
    text: str
    """What it was, with the capitals of the page."""
    probability: float
    """The share of such edits that are right where the truth is known."""
    evidence: str
    """`lexicon`, `compound`, `noise`, `split` or `unknown`; with `twin` if what is seen is a word, too."""
    grounds: Grounds
    """What the probability stands on."""
    candidates: tuple[tuple[str, float], ...]
    """The likeliest words in lower case, what is seen among them, with their probability in this place."""
    applied: bool
    """Whether the probability passes the threshold; else the word is only doubtful."""


class _Place(Struct, frozen=True, gc=False):
    """Where a word stands."""

    begins: bool
    """At the beginning of a sentence, a line or a heading."""
    keeps: bool
    """In a form or a list, where a capital is one."""
    half: bool
    """Before a hyphen."""
    worn: bool
    """In a text that has its å, ä and ö."""
    running: float
    """How many of the words around have a small letter."""
    noisy: float
    """How many words of the text have other misreadings than those of å, ä and ö."""
    often: int
    """How often the text surely has the new word elsewhere."""


def find_mendings(
    text: str,
    *,
    lexicon: Iterable[str] = (),
    max_error_rate: float = MAX_ERROR_RATE,
    spans: Sequence[Span] | None = None,
) -> list[Mending]:
    """Return the words of a text that were probably misread, those to change and those only in doubt.

    Args:
        text: any text; lines that were not read by a model without å, ä and ö are left as they are.
        lexicon: words and names of the caller's own.
        max_error_rate: the share of applied edits that may be wrong.
        spans: the damaged stretches; found where none are given.

    >>> text = "Namnden foreslar att fullmaktige avslar motionen for att det &r for dyrt pa sikt."
    >>> [each.text for each in find_mendings(text) if each.applied][:3]
    ['Nämnden', 'föreslår', 'fullmäktige']
    """
    damaged = damaged_lines(text) if spans is None else spans
    if not damaged:
        return []
    reading = open_neighbours().weighed(text, _read_damaged(text, damaged, lexicon))
    return applied(mendings_of(text, reading), max_error_rate)


def applied(found: Iterable[Mending], max_error_rate: float, *, worn: bool = False) -> list[Mending]:
    """Return what was found in one text, with the choice of what to apply so that few enough are wrong."""
    every = list(found)
    sure = surest([each.probability for each in every], max_error_rate, worn=worn)
    return [replace(each, applied=True) if each.probability >= sure else each for each in every]


def _read_damaged(text: str, spans: Sequence[Span], lexicon: Iterable[str]) -> Reading:
    tokens = [token for span in spans for token in tokens_of(text, span)]
    store, finder = open_store(), _finder(tuple(sorted(set(lexicon))))
    first = read(tokens, lambda token: finder.find(normal(token.text)), store)
    adapted = _adapted(finder, first)
    return read(tokens, lambda token: adapted.find(normal(token.text)), store)


@lru_cache(4)
def _finder(lexicon: tuple[str, ...]) -> Finder:
    confusions = open_confusions()
    channel = Channel(confusions["runs"], confusions["first"])
    noise = [(true, seen, chance) for true, seen, chance in confusions["noise_eng"]]
    return Finder(open_store(), channel, noise, {word.lower(): _OWN_COST for word in lexicon})


def _adapted(finder: Finder, reading: Reading) -> Finder:
    """Return the finder as the document's own sure words teach it."""
    sure, noisy = [], 0
    for token, candidate, chance in reading.best():
        if len(token.text) > 3 and chance > _SURE:
            noisy += candidate.kind == "noise"
            if candidate.kind in {"lexicon", "compound"}:
                sure.append((normal(token.text), candidate))
    listed = [pair for pair in sure if pair[1].kind == "lexicon" and pair[1].channel < _NEAR]
    words = sum(token.kind == "word" for token in reading.tokens)
    extra = min(2.5, max(-0.5, log(_USUAL / (noisy / max(words, 1) + 0.0007))))
    return finder.adapted(adapted_channel(finder.channel, sure), own_words(listed, words), extra)


def mendings_of(text: str, reading: Reading, *, worn: bool = False) -> Iterator[Mending]:
    """Yield the words that are likelier misread than not, none of them applied yet.

    Args:
        text: the text that was read.
        reading: its pieces with their candidates.
        worn: whether the text has its å, ä and ö, so that other letters are what was misread.
    """
    begins, noisy, sure = True, _noisy_share(reading), _sure_words(reading)
    for token, node, chances in zip(*reading, strict=True):
        at = 0 if len(node) == 1 else chances.index(max(chances))
        if token.open and node[at].text != (lower := token.text.lower()) and not is_abbreviation(text, token):
            seen = lower if worn else normal(token.text)
            if not _drops_figure(token.text, seen, node[at].text):
                start, end = token.start, token.end
                begins = begins or opens_line(text, start)
                keeps, half = keeps_capital(text, start, end), text[end : end + 1] == "-"
                often = sure[node[at].text] - (chances[at] > _CLEAR)
                place = _Place(begins, keeps, half, worn, running_share(text, start, end), noisy, often)
                yield _mending(token, node, chances, at, place)
        begins = token.kind in {"stop", "number"}


def _noisy_share(reading: Reading) -> float:
    words = noisy = 0
    for token, candidate, _ in reading.best():
        words += 1
        noisy += candidate.kind in _NOISY and candidate.text != token.text.lower()
    return noisy / max(1, words)


def _sure_words(reading: Reading) -> Counter[str]:
    return Counter(candidate.text for _, candidate, chance in reading.best() if chance > _CLEAR)


def _mending(token: Token, node: Sequence[Candidate], chances: Sequence[float], at: int, place: _Place) -> Mending:
    best, seen = node[at], token.text.lower() if place.worn else normal(token.text)
    known = any(each.text == seen and each.kind == "lexicon" for each in node)
    kind = evidence(best.kind, best.channel, known=known)
    if best.text[0] == "ö" and token.text[0] in "GS":
        kind = "initial"
    elif token.text[0].isupper() and not place.begins and _renames(token.text, best):
        kind = "name near" if best.kind in {"lexicon", "compound"} and not known else "name"
    elif token.text == "|":
        kind = "bar" if place.begins else "bar inside"
    elif place.half and known:
        kind = "piece"
    if place.worn:
        kind = "name new" if kind == "name" and best.case not in _CAPITAL else kind
        kind = f"worn {kind}"
    own = next((each for each in node if each.text == seen), None)
    text = cased(token.text, best, begins=place.begins or place.keeps or place.worn)
    grounds = Grounds(
        odds=_odds(chances[at]),
        channel=best.channel,
        cost=best.cost,
        letters=len(best.text),
        own=min(own.cost, _OWN_MOST) if own is not None else _OWN_MOST,
        capital=token.text[0].isupper() and not place.begins,
        lowered=token.text[0].isupper() and text[0].islower(),
        ending=token.text[-1] != text[-1],
        running=place.running,
        noisy=place.noisy,
        often=place.often,
    )
    ranked = sorted(((each.text, chance) for each, chance in zip(node, chances, strict=True)), key=_second)
    return Mending(
        span=Span(token.start, token.end),
        seen=token.text,
        text=text,
        probability=measured(grounds, kind),
        evidence=kind,
        grounds=grounds,
        candidates=tuple(ranked[: -_KEPT - 1 : -1]),
        applied=False,
    )


def _drops_figure(printed: str, seen: str, text: str) -> bool:
    """Tell whether a figure would go that is the number of a note: alone at the end, or before a capital."""
    before = printed[0].isdigit() and printed[1:2].isupper()
    return before or (seen[-1].isdigit() and marks_of(seen[:-1]) == marks_of(text))


def _odds(chance: float) -> float:
    return log10(max(1e-9, chance)) - log10(max(1e-9, 1 - chance))


def _second(pair: tuple[str, float]) -> float:
    return pair[1]


def _renames(seen: str, best: Candidate) -> bool:
    """Tell whether a capitalised word inside a sentence would become another name, with little to speak for it."""
    if best.kind in {"noise", "unknown", "split"}:
        return True
    return best.case == 0 and best.text[0] not in "åäö" and not any(mark in seen for mark in "468&éd")
