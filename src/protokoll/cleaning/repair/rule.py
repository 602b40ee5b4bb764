"""The mender as a rule of cleaning: words, and the figure 1 that is the word *i*; and what is too unsure to change."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from protokoll.cleaning.repair.figures import restore_figures
from protokoll.cleaning.repair.formulas import restore_formulas
from protokoll.cleaning.repair.lines import damaged_lines
from protokoll.cleaning.repair.marks import restore_marks
from protokoll.cleaning.repair.noise import noisy_spans
from protokoll.cleaning.repair.reach import widened
from protokoll.cleaning.repairing import Repair
from protokoll.grammar import Grammar
from protokoll.model.text import Doubt, Edit, Span

if TYPE_CHECKING:
    from protokoll.cleaning.repair.mender import Mending

__all__ = ["keep_sure", "propose_mendings", "surest_only"]

_NAMES_FROM = 0.003
"""From this error rate on names are mended by their parts: ten times of it may be wrong, where most are already."""


def propose_mendings(text: str, grammar: Grammar, repair: Repair) -> Iterator[Edit | Doubt]:
    """Propose to mend misread words, where a model without å, ä and ö read and where print is worn, and tell of doubts.

    >>> from protokoll.grammar import load
    >>> text = "Namnden foreslar att fullmaktige avslar motionen for att det &r for dyrt pa sikt."
    >>> [each.text for each in propose_mendings(text, load(), Repair())][:3]
    ['Nämnden', 'föreslår', 'fullmäktige']
    """
    yield from surest_only(_proposals(text, grammar, repair))


def _proposals(text: str, grammar: Grammar, repair: Repair) -> Iterator[Edit | Doubt]:
    spans = widened(text, damaged_lines(text))
    worn = list(_outside(noisy_spans(text), spans))
    rate, lexicon = repair.max_error_rate, repair.lexicon
    # The menders and their data are loaded for damaged text only.
    if spans:
        from protokoll.cleaning.repair.mender import find_mendings
        from protokoll.cleaning.repair.names import mended_names
        from protokoll.cleaning.repair.ones import restore_i, restore_o
        from protokoll.cleaning.repair.persons import same_persons
        from protokoll.cleaning.repair.store import open_store

        found = find_mendings(text, spans=spans, lexicon=lexicon, max_error_rate=rate)
        named = mended_names(text, spans, found, grammar.words, lexicon) if rate >= _NAMES_FROM else found
        yield from _proposed((each for each in named if not isinstance(each, Edit)), repair)
        yield from keep_sure((each for each in named if isinstance(each, Edit)), text, repair)
        yield from keep_sure(restore_i(text, spans, grammar.words["repair"], open_store()), text, repair)
        yield from keep_sure(restore_o(text, spans), text, repair)
        if rate >= _NAMES_FROM:
            yield from keep_sure(same_persons(text, spans, open_store().knows), text, repair)
    if worn:
        from protokoll.cleaning.repair.blanks import mend_torn_words
        from protokoll.cleaning.repair.names import left_names
        from protokoll.cleaning.repair.ones import restore_small_i
        from protokoll.cleaning.repair.stops import restore_stops
        from protokoll.cleaning.repair.worn import find_worn

        found = find_worn(text, spans=worn, lexicon=lexicon, max_error_rate=rate)
        yield from _proposed(left_names(text, worn, found, grammar.words, lexicon), repair)
        yield from keep_sure(restore_small_i(text, worn, grammar.words["repair"]), text, repair)
        yield from keep_sure(restore_stops(text, worn, grammar.words["repair"]), text, repair)
        yield from keep_sure(mend_torn_words(text, worn), text, repair)
    yield from keep_sure(restore_figures(text, worn, grammar.words["repair"]), text, repair)
    yield from keep_sure(restore_marks(text), text, repair)
    yield from keep_sure(restore_formulas(text, grammar.words["repair"]["formulas"]), text, repair)


def surest_only(proposed: Iterable[Edit | Doubt]) -> list[Edit | Doubt]:
    """Return the proposals without those of what a surer edit changes, or a doubt of a longer stretch is about.

    A stroke is a figure or the word *i*; a figure inside a word in doubt is no doubt of its own.

    >>> from protokoll.model.text import Span
    >>> stroke = [Edit(Span(4, 5), "i", 0.97, "piece"), Edit(Span(4, 5), "1", 0.99, "figure")]
    >>> [each.text for each in surest_only(stroke)]
    ['1']
    """
    found = list(proposed)
    edits = sorted((each for each in found if isinstance(each, Edit)), key=lambda edit: edit.span)
    worse: set[int] = set()
    last: Edit | None = None
    for each in edits:
        if last is not None and each.span.start < last.span.end:
            weaker = min(last, each, key=lambda edit: edit.confidence or 0.0)
            worse.add(id(weaker))
            if weaker is each:
                continue
        last = each
    taken = [each.span for each in edits if id(each) not in worse]
    for doubt in sorted((each for each in found if isinstance(each, Doubt)), key=_longest_first):
        at = bisect_left(taken, Span(doubt.span.end, 0))
        if at and taken[at - 1].end > doubt.span.start:
            worse.add(id(doubt))
        else:
            taken.insert(at, doubt.span)
    return [each for each in found if id(each) not in worse]


def _longest_first(doubt: Doubt) -> tuple[int, Span]:
    return doubt.span.start - doubt.span.end, doubt.span


def _proposed(found: "Iterable[Mending]", repair: Repair) -> Iterator[Edit | Doubt]:
    for each in found:
        if each.applied and each.probability >= repair.min_confidence:
            yield Edit(each.span, each.text, each.probability, each.evidence)
        else:
            ranked = tuple((_with_capital(word, each.seen), chance) for word, chance in each.candidates)
            yield Doubt(each.span, each.seen, ranked, each.evidence)


def _outside(spans: Iterable[Span], others: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans without what the others hold."""
    for span in spans:
        start = span.start
        for other in others:
            if other.end > start and other.start < span.end:
                if other.start > start:
                    yield Span(start, other.start)
                start = max(start, other.end)
        if start < span.end:
            yield Span(start, span.end)


def _with_capital(word: str, seen: str) -> str:
    return word[:1].upper() + word[1:] if seen[0].isupper() else word


def keep_sure(edits: Iterable[Edit], text: str, repair: Repair) -> Iterator[Edit | Doubt]:
    """Yield edits of signs as they are, or as doubts where they are less sure than what is wanted.

    >>> from protokoll.model.text import Span
    >>> list(keep_sure([Edit(Span(0, 1), "i", 0.99, "figure")], "1 kraft", Repair(min_confidence=0.995)))[0].seen
    '1'
    """
    for each in edits:
        chance, seen = each.confidence or 0.0, each.span.of(text)
        if repair.max_error_rate and chance >= repair.min_confidence:
            yield each
        else:
            yield Doubt(each.span, seen, ((each.text, chance), (seen, 1 - chance)), each.evidence)
