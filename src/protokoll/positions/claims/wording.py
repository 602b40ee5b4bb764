"""What is claimed, without the words that only lead up to it."""

from __future__ import annotations

import re
from functools import lru_cache

from protokoll.grammar import Grammar, words_pattern
from protokoll.positions.claims.vocabulary import verbs_of

__all__ = ["claim_of"]

# A bullet, a number or a quotation mark before the words.
_MARK = re.compile(r"^(?:[•·▪●○*–—-]|o(?=\s)|(?:\d{1,2}|[a-zåäö])[.)]|[”\"“])\s*")
_LAST = re.compile(r"[\s,;:.”\"]+$")
_FEWEST_WORDS = 2


def claim_of(sentence: str, grammar: Grammar) -> str:
    """Return the words of `sentence` that say what is wanted, begun with a capital and ended with a full stop.

    >>> from protokoll.grammar import load
    >>> claim_of("Därför vill vi också att fler lekplatser rustas upp.", load())
    'Fler lekplatser rustas upp.'
    """
    words = bare = _LAST.sub("", _MARK.sub("", sentence.strip()))
    if words[:4].lower() == "att " and not _is_subject(words, grammar):
        words = words[4:]
    for pattern in _leads(grammar):
        rest = pattern.sub("", words, count=1)
        if rest != words and len(rest.split()) >= _FEWEST_WORDS:
            words = rest
    if words not in (bare, bare[4:]) and words.split()[0].lower() in verbs_of(grammar).finite:
        # "Därför behöver parken …": without its opener the sentence would be a question.
        words = bare
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('?', '!')) else '.'}"


def _is_subject(words: str, grammar: Grammar) -> bool:
    """Tell whether a clause with 'att' at the front is the subject of a sentence: 'att vänta är ingen lösning'."""
    known = verbs_of(grammar)
    rest = words.lower().split()[1:]
    finite = sum(word in known.finite for word in rest)
    return finite > 1 or (finite == 1 and bool(rest) and rest[0] in known.infinitives)


@lru_cache(maxsize=8)
def _leads(grammar: Grammar) -> tuple[re.Pattern[str], ...]:
    """Return what may be dropped at the front, in the order in which it is."""
    table = grammar.words["claims"]
    opener, adverb, leading, weighing = (
        words_pattern(table[entry]).pattern for entry in ("openers", "adverbs", "leading", "weighing")
    )
    names = [name for party in grammar.parties for name in party.names]
    holder = words_pattern(["vi", "jag", *names]).pattern
    verb = leading
    subject = rf"(?:(?:Vi\s+)?(?:{holder}))"
    inverted = r"(?:vill|anser|föreslår|menar|yrkar|kräver)"
    return (
        # "Även om" and "samtidigt som" open a clause, and an "att" may be the subject: it is dropped elsewhere.
        re.compile(rf"\A(?:{opener})\s+(?!(?:{opener}|om|som)\s)"),
        re.compile(rf"\A{subject}\s+(?:{verb})\s+(?:(?:{adverb})\s+)*(?:att\s+)?"),
        re.compile(rf"\A{inverted}\s+{subject}\s+(?:(?:{adverb})\s+)*(?:att\s+|se\s+att\s+)?", re.IGNORECASE),
        re.compile(rf"\A(?:{weighing})\s+"),
    )
