"""The mender as a rule of cleaning: words, and the figure 1 that is the word *i*; and what is too unsure to change."""

from collections.abc import Iterable, Iterator

from protokoll.cleaning.repair.lines import damaged_lines
from protokoll.cleaning.repairing import Repair
from protokoll.grammar import Grammar
from protokoll.model.text import Doubt, Edit

__all__ = ["keep_sure", "propose_mendings"]


def propose_mendings(text: str, grammar: Grammar, repair: Repair) -> Iterator[Edit | Doubt]:
    """Propose to mend the words of lines that were read by a model without å, ä and ö, and tell what is in doubt.

    >>> from protokoll.grammar import load
    >>> text = "Namnden foreslar att fullmaktige avslar motionen for att det &r for dyrt pa sikt."
    >>> [each.text for each in propose_mendings(text, load(), Repair())][:3]
    ['Nämnden', 'föreslår', 'fullmäktige']
    """
    spans = damaged_lines(text)
    if not spans:
        return
    # The mender and its data are loaded for damaged text only.
    from protokoll.cleaning.repair.mender import find_mendings
    from protokoll.cleaning.repair.ones import restore_i
    from protokoll.cleaning.repair.store import open_store

    for each in find_mendings(text, lexicon=repair.lexicon, max_error_rate=repair.max_error_rate, spans=spans):
        if each.applied and each.probability >= repair.min_confidence:
            yield Edit(each.span, each.text, each.probability, each.evidence)
        else:
            ranked = tuple((_with_capital(word, each.seen), chance) for word, chance in each.candidates)
            yield Doubt(each.span, each.seen, ranked, each.evidence)
    yield from keep_sure(restore_i(text, spans, grammar.words["repair"], open_store()), text, repair)


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
        if chance >= repair.min_confidence:
            yield each
        else:
            yield Doubt(each.span, seen, ((each.text, chance), (seen, 1 - chance)), each.evidence)
