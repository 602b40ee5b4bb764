"""How misread words are to be mended, and the two rules that do it; the mender is loaded when a text is cleaned."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from protokoll.grammar import Grammar
from protokoll.grammar.language import is_swedish
from protokoll.model.text import Doubt, Edit

__all__ = ["DEFAULT_REPAIR", "MAX_ERROR_RATE", "Proposals", "Repair", "cipher_rule", "sign_rule", "word_rule"]

MAX_ERROR_RATE = 0.003
"""The share of applied edits that may be wrong, unless the caller says otherwise."""

Proposals = Callable[[str, Grammar], Iterable[Edit | Doubt]]


class Repair(Struct, frozen=True):
    """How misread words are to be mended.

    Raises:
        ValueError: a share is not between 0 and 1.

    >>> Repair(max_error_rate=0.01, lexicon=("Gryningslund",)).min_confidence
    0.0
    """

    max_error_rate: float = MAX_ERROR_RATE
    """The share of applied edits that may be wrong; at 0 every word is left."""
    min_confidence: float = 0.0
    """Edits with less confidence are left in doubt, whatever the error rate allows."""
    lexicon: tuple[str, ...] = ()
    """Words and names that the records may hold and that no list has."""
    decipher: bool = False
    """Whether text in a font without a Unicode map is read by what Swedish looks like; figures in it are not."""

    def __post_init__(self) -> None:
        for share in (self.max_error_rate, self.min_confidence):
            if not 0 <= share <= 1:
                raise ValueError(f"{share} is not between 0 and 1")


DEFAULT_REPAIR = Repair()


def sign_rule(repair: Repair) -> Proposals:
    """Return the rule that restores §.

    >>> from protokoll.grammar import load
    >>> [(each.span.start, each.evidence) for each in sign_rule(DEFAULT_REPAIR)("Den 24 januari 2024, 8 44.", load())]
    [(21, 'place')]
    """

    def propose(text: str, grammar: Grammar) -> Iterable[Edit | Doubt]:
        if not is_swedish(text, grammar):
            return ()
        from protokoll.cleaning.repair import impossible_figures, keep_sure, restore_section_signs

        signs = list(restore_section_signs(text, grammar))
        return [
            *keep_sure(signs, text, repair),
            *impossible_figures(text, grammar.words["repair"], signs_lost=bool(signs)),
        ]

    return propose


def cipher_rule() -> Proposals:
    """Return the rule that reads text in a font without a Unicode map.

    >>> from protokoll.grammar import load
    >>> list(cipher_rule()("Nämnden avslår motionen.", load()))
    []
    """

    def propose(text: str, grammar: Grammar) -> Iterable[Edit | Doubt]:
        from protokoll.cleaning.deciphering import propose_readings

        return propose_readings(text, grammar)

    return propose


def word_rule(repair: Repair) -> Proposals:
    """Return the rule that mends words.

    >>> from protokoll.grammar import load
    >>> list(word_rule(DEFAULT_REPAIR)("Nämnden avslår motionen.", load()))
    []
    """

    def propose(text: str, grammar: Grammar) -> Iterable[Edit | Doubt]:
        if not is_swedish(text, grammar):
            return ()
        from protokoll.cleaning.repair import propose_mendings

        return propose_mendings(text, grammar, repair)

    return propose
