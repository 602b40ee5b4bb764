"""A list as its reader wants it: names, titles and parties told apart."""

from protokoll.grammar import Grammar
from protokoll.parsing.rosters.columns import with_columns
from protokoll.parsing.rosters.labels import LabelKind
from protokoll.parsing.rosters.names import with_names
from protokoll.parsing.rosters.sections import Section
from protokoll.parsing.rosters.tokens import Token, TokenKind, scan

__all__ = ["has_loose_parties", "list_tokens"]


def has_loose_parties(words: str, section: Section, grammar: Grammar) -> bool:
    r"""Tell whether a list prints parties in a column apart from the names.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import Span
    >>> from protokoll.parsing.rosters.labels import LabelKind
    >>> words = "Eva Ek\nBo Ask\n(S)\n(M)"
    >>> has_loose_parties(words, Section((LabelKind.MEMBERS,), (Span(0, len(words)),), Span(0, 0)), load())
    True
    """
    return any(token.kind is TokenKind.COLUMN for token in list_tokens(words, section, grammar))


def list_tokens(words: str, section: Section, grammar: Grammar) -> list[Token]:
    r"""Return the tokens of a list, words joined to names and loose parties to columns.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import Span
    >>> from protokoll.parsing.rosters.labels import LabelKind
    >>> section = Section((LabelKind.MEMBERS,), (Span(0, 10),), Span(0, 0))
    >>> [token.kind.value for token in list_tokens("Eva Ek (S)", section, load())]
    ['break', 'name', 'party']
    """
    officials = section.kinds[0] in (LabelKind.OTHERS, LabelKind.SECRETARY)
    named = with_names(scan(words, section.spans, grammar), grammar, officials=officials)
    return with_columns(named, serving=section.kinds[0] is LabelKind.SERVING)
