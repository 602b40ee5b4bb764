"""The mender as rules of cleaning: § first, then words, then the figure 1 that is the word *i*."""

from collections.abc import Callable, Iterable, Iterator

from protokoll.cleaning.repair.confidence import MAX_ERROR_RATE
from protokoll.cleaning.repair.lines import damaged_lines
from protokoll.cleaning.repair.mender import find_mendings
from protokoll.cleaning.repair.ones import restore_i
from protokoll.cleaning.repair.store import open_store
from protokoll.grammar import Grammar
from protokoll.model.text import Edit

__all__ = ["mend_words", "words_mender"]


def mend_words(text: str, grammar: Grammar) -> Iterator[Edit]:
    """Propose to mend the words of lines that were read by a model without å, ä and ö.

    >>> from protokoll.cleaning.replaying import apply
    >>> from protokoll.grammar import load
    >>> text = "Namnden foreslar att fullmaktige avslar motionen for att det &r for dyrt pa sikt."
    >>> apply(text, mend_words(text, load()))
    'Nämnden föreslår att fullmäktige avslår motionen för att det är för dyrt på sikt.'
    """
    yield from words_mender()(text, grammar)


def words_mender(
    lexicon: Iterable[str] = (), max_error_rate: float = MAX_ERROR_RATE
) -> Callable[[str, Grammar], Iterator[Edit]]:
    """Return the rule with words of the caller's own and another share of edits that may be wrong."""
    own = tuple(lexicon)

    def propose(text: str, grammar: Grammar) -> Iterator[Edit]:
        spans = damaged_lines(text)
        if not spans:
            return
        for mending in find_mendings(text, lexicon=own, max_error_rate=max_error_rate, spans=spans):
            if mending.applied:
                yield Edit(mending.span, mending.text)
        yield from restore_i(text, spans, grammar.words["repair"], open_store())

    return propose
