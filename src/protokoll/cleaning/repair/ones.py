"""Figures read for letters: 1 for *i* (`1 uppdrag`, `träda 1 kraft`), 6 for *ö* in a word; never one that counts."""

import re
from collections.abc import Iterator, Sequence
from math import exp
from typing import Any

from protokoll.cleaning.repair.store import Store, open_store, skeleton
from protokoll.model.text import Edit, Span

__all__ = ["restore_i", "restore_o", "restore_small_i"]

# A lone 1 between two words in lower case, on one line or over a line end, without any mark between.
_ONE = re.compile(r"(?<=[a-zåäöé])(?P<gap>[ \n])1(?=[ \n](?P<next>[a-zåäöé]+)\b)")
# A lone capital I in the midst of a sentence.
_CAPITAL = re.compile(r"\b(?P<before>[a-zåäö]{2,40}) I(?= [a-zåäö]{3})")
# A word in the midst of a sentence that begins with a capital I or J: a small letter read so, where no name does.
_INITIAL = re.compile(r"\b[a-zåäö]{2,40} (?P<word>[IJ][a-zåäö]{4,30})(?= [a-zåäö])")
# A lone l where a sentence begins, and inside one: I and i.
_STROKE = re.compile(
    r"(?:^|(?<=[.!?:] ))(?P<great>l)(?= [a-zåäö]{2})|(?<=[a-zåäö)] )(?P<small>l)(?= [a-zåäö]{3})", re.MULTILINE
)
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)\)?$")
# "S6dermalm", "Gransj6", "Malmé6ga": nothing else stands so in a word. "E6:an" is a road.
_SIX = re.compile(r"\b(?P<before>[^\W\d_]{1,40}?)(?P<six>6[éo]?|é6|o6)(?P<after>[^\W\d_]{0,40})\b(?![:\d])")
_LETTERS = 3
_SIX_SURE = 0.98
_MARGIN = 4.0
_NEVER = 16.0
_SUREST, _LIKELY = 0.995, 0.95
_LOWER = 1


def restore_i(text: str, spans: Sequence[Span], words: dict[str, Any], store: Store) -> Iterator[Edit]:
    """Propose to write *i* for a lone 1 in damaged text, where the words beside it go with *i* and not with a number.

    Args:
        text: the text, after its words were mended.
        spans: the damaged stretches.
        words: the table `repair` of the grammar.
        store: the language data.

    >>> from protokoll.cleaning.repair.store import open_store
    >>> from protokoll.grammar import load
    >>> text = "i vecka 1 och den 1 juli ges förvaltningen 1 uppdrag att utreda"
    >>> [edit.span.start for edit in restore_i(text, [Span(0, 64)], load().words["repair"], open_store())]
    [43]
    """
    never = frozenset(words["before_one"])
    after = frozenset(words["after_one"]) | frozenset(words["months"])
    for span in spans:
        for match in _ONE.finditer(text, span.start, span.end):
            before = _WORD_BEFORE.search(text, max(span.start, match.start() - 40), match.start())
            follows = match["next"]
            if before is None or before["word"].lower() in never or follows in after:
                continue
            first = before["word"].lower()
            if store.pair("i", follows) < 0:
                continue
            word = _pair(store, first, "i") + _pair(store, "i", follows)
            figure = _pair(store, first, "#") + _pair(store, "#", follows)
            if word + _MARGIN < figure:
                chance = min(_SUREST, 1 / (1 + exp(word - figure)))
                yield Edit(Span(match.end() - 1, match.end()), "i", chance, "figure")


def restore_o(text: str, spans: Sequence[Span]) -> Iterator[Edit]:
    """Propose to write *ö* for a 6 in a word of damaged text that the mender left.

    >>> text = "S6dermalm och Gransj6 vid E6:an, hus A6"
    >>> [(edit.span.of(text), edit.text) for edit in restore_o(text, [Span(0, 39)])]
    [('6', 'ö'), ('6', 'ö')]
    """
    for span in spans:
        for match in _SIX.finditer(text, span.start, span.end):
            if len(match["before"]) + len(match["after"]) >= _LETTERS:
                yield Edit(Span(*match.span("six")), "ö", _SIX_SURE, "figure")


def restore_small_i(text: str, spans: Sequence[Span], words: dict[str, Any]) -> Iterator[Edit]:
    """Propose to write *i* for a capital I between two words in lower case, or as the first letter of one, where worn.

    Args:
        text: the text.
        spans: the noisy stretches.
        words: the table `repair` of the grammar.

    >>> from protokoll.grammar import load
    >>> text = "bygga en skola I centrala staden, enligt nivå I enligt det Innebär att Inga är med"
    >>> [edit.span.start for edit in restore_small_i(text, [Span(0, 82)], load().words["repair"])]
    [15, 59]
    """
    never = frozenset(words["before_one"])
    for span in spans:
        for match in _CAPITAL.finditer(text, span.start, span.end):
            if match["before"] not in never:
                yield Edit(Span(match.end() - 1, match.end()), "i", _SUREST, "piece")
        for match in _STROKE.finditer(text, span.start, span.end):
            yield Edit(Span(*match.span()), "I" if match["great"] else "i", _LIKELY, "piece")
        for match in _INITIAL.finditer(text, span.start, span.end):
            if _is_never_name(match["word"].lower()):
                at = match.start("word")
                yield Edit(Span(at, at + 1), text[at].lower(), _LIKELY, "piece")


def _is_never_name(word: str) -> bool:
    return any(each.text == word and each.case == _LOWER for each in open_store().bucket(skeleton(word)))


def _pair(store: Store, first: str, second: str) -> float:
    cost = store.pair(first, second)
    return cost if cost >= 0 else _NEVER
