"""Every cue in the text is accounted for by a record, or becomes a remark: no silent loss."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from protokoll.grammar import Grammar, words_of, words_pattern
from protokoll.model.remark import LONGEST_PRINTED, Remark, RemarkCode
from protokoll.model.text import CleanText, Span
from protokoll.parsing.coverage import Coverage

__all__ = ["find_unaccounted", "find_unheld"]


def find_unaccounted(
    text: CleanText, spans: Iterable[Span], accounted: Iterable[Span], grammar: Grammar
) -> Iterator[Remark]:
    """Yield a remark for each cue inside `spans` of the clean text that no span of `accounted` covers.

    The cues are the words with which minutes say that somebody acts: 'yrkar', 'reserverar sig', 'röstar',
    'omröstning begärs', 'antecknar', 'deltar inte', 'jäv' (`grammar/data/cues.toml`). They are counted
    independently of the parsers, so that what a parser misses is seen.
    """
    spans = [span for span in spans if _may_hold(span.of(text.text), grammar)]
    if not spans:
        return
    covered = sorted({(span.start, span.end) for span in accounted})
    starts = [start for start, _ in covered]
    reach, ends = 0, []
    for _, end in covered:
        reach = max(reach, end)
        ends.append(reach)
    for span in spans:
        for match in _cues(grammar).finditer(text.text, span.start, span.end):
            place = bisect_right(starts, match.start()) - 1
            if place >= 0 and ends[place] >= match.end():
                continue
            yield _remark(text, match)


def find_unheld(text: CleanText, spans: Iterable[Span], coverage: Coverage, grammar: Grammar) -> Iterator[Remark]:
    """Yield a remark for each cue inside `spans` of the clean text whose place in the source is not covered."""
    for span in spans:
        if not _may_hold(span.of(text.text), grammar):
            continue
        for match in _cues(grammar).finditer(text.text, span.start, span.end):
            if not coverage.holds(text.origin(Span(*match.span()))):
                yield _remark(text, match)


def _may_hold(words: str, grammar: Grammar) -> bool:
    tokens = words_of(words)
    return any(grammar.may_hold("cues", kind, tokens) for kind in _kinds(grammar))


def _remark(text: CleanText, match: re.Match[str]) -> Remark:
    words = text.text
    start = max(words.rfind("\n", 0, match.start()) + 1, match.start() - 80)
    end = words.find("\n", match.end())
    end = min(end if end >= 0 else len(words), match.end() + 80)
    passage = text.passage(start, end)
    return Remark(
        RemarkCode.CUE_UNACCOUNTED,
        f"'{match[0]}' is said here, and no record accounts for it",
        passage.span,
        passage.page,
        passage.printed[:LONGEST_PRINTED],
    )


@lru_cache(maxsize=8)
def _kinds(grammar: Grammar) -> tuple[str, ...]:
    return tuple(grammar.words["cues"])


@lru_cache(maxsize=8)
def _cues(grammar: Grammar) -> re.Pattern[str]:
    return words_pattern(tuple(each for every in grammar.words["cues"].values() for each in every))
