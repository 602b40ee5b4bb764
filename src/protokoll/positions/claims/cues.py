"""The words of `claims.toml` found in a text, with spaCy's matchers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from protokoll.positions.claims.language import pipeline

if TYPE_CHECKING:
    from spacy.matcher import Matcher, PhraseMatcher
    from spacy.tokens import Doc

__all__ = ["Cue", "Finder", "finder"]

# Tables of the words that do not tell a claim but clean one.
_NOT_SOUGHT = frozenset(["openers", "adverbs", "leading", "weighing", "continuing", "pointing_back", "opening_back"])
_BETWEEN = "between"
# The phrases of these begin with a verb, among whose words a subject and adverbs may stand.
_VERBAL = frozenset(["wish", "backing", "refusal", "consent"])
_MOST_BETWEEN = 3
_OVERLAPS = 60
"""A phrase that overlaps another is among so many kept last."""
_GAP: list[dict[str, Any]] = [{"IS_PUNCT": False, "OP": "?"}] * 6
"""What `…` stands for."""


class Cue(Struct, frozen=True, order=True):
    """A phrase found: tokens `start` to `end` of a document."""

    start: int
    end: int
    kind: str
    """The entry of `claims.toml` in which the phrase stands."""


class Finder:
    """Finds the phrases of a table of words in a tokenised text."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        """Make matchers for the phrases of each entry of `words`."""
        from spacy.matcher import Matcher, PhraseMatcher

        nlp = pipeline()
        self._plain: PhraseMatcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._open: Matcher = Matcher(nlp.vocab)
        between = [*words.get(_BETWEEN, ())]
        for kind, phrases in words.items():
            if kind == _BETWEEN:
                continue
            plain = [nlp.make_doc(phrase) for phrase in phrases if not _is_open(phrase)]
            gapped = [_pattern(phrase, []) for phrase in phrases if _is_open(phrase)]
            if kind in _VERBAL:
                gapped += [_pattern(phrase, between) for phrase in phrases if " " in phrase]
            if plain:
                self._plain.add(kind, plain)
            if gapped:
                self._open.add(kind, gapped, greedy="LONGEST")

    def find(self, doc: Doc) -> list[Cue]:
        """Return the phrases found, in order; of those of one kind that overlap only the longest."""
        found = [*self._plain(doc), *self._open(doc)]
        cues = [Cue(start, end, doc.vocab.strings[key]) for key, start, end in found]
        return sorted(_longest(cues))


def finder(words: Mapping[str, Iterable[str]]) -> Finder:
    """Return the finder for a table of words; it is made once for each table.

    >>> from protokoll.grammar import load
    >>> seek = finder(load().words["claims"])
    >>> [cue.kind for cue in seek.find(pipeline()("Vi säger nej till fler prov."))]
    ['own', 'refusal']
    """
    sought = tuple((kind, tuple(phrases)) for kind, phrases in words.items() if kind not in _NOT_SOUGHT)
    return _finder(sought)


@lru_cache(maxsize=8)
def _finder(words: tuple[tuple[str, tuple[str, ...]], ...]) -> Finder:
    return Finder(dict(words))


def _is_open(phrase: str) -> bool:
    return "…" in phrase or "*" in phrase


def _pattern(phrase: str, between: list[str]) -> list[dict[str, Any]]:
    """Return the pattern of a phrase; between its words those of `between` may stand."""
    pattern: list[dict[str, Any]] = []
    for place, word in enumerate(phrase.split(" ")):
        if place and between:
            pattern += [{"LOWER": {"IN": between}, "OP": "?"}] * _MOST_BETWEEN
        if word == "…":
            pattern += _GAP
        elif word.endswith("*"):
            pattern.append({"LOWER": {"REGEX": f"^{word[:-1]}"}})
        elif word.startswith("*"):
            pattern.append({"LOWER": {"REGEX": f"{word[1:]}$"}})
        else:
            pattern.append({"LOWER": word})
    return pattern


def _longest(cues: list[Cue]) -> list[Cue]:
    """Leave out what a longer phrase of the same kind overlaps; of two of one length the earlier stays."""
    last: dict[str, Cue] = {}
    kept: list[Cue] = []
    for cue in sorted(cues):
        before = last.get(cue.kind)
        if before is None or before.end <= cue.start:
            kept.append(cue)
        elif cue.end - cue.start > before.end - before.start:
            kept[kept.index(before, -_OVERLAPS if len(kept) > _OVERLAPS else 0)] = cue
        else:
            continue
        last[cue.kind] = cue
    return kept
