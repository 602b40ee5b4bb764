"""The words that labels of a front page are made of."""

import re
from enum import StrEnum
from functools import lru_cache

from protokoll.grammar import Grammar, fold

__all__ = ["LabelKind", "beginnings", "cut_beginnings", "label_phrases"]


class LabelKind(StrEnum):
    """What a label opens; the values are the names of the tables of words."""

    MEMBERS = "members"
    SERVING = "serving"
    SUBSTITUTES = "substitutes"
    OTHERS = "others"
    ABSENT = "absent"
    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    SECRETARY = "secretary"
    PLACE = "place"
    DATE = "date"
    BODY = "body"
    VERIFICATION = "verification"
    SIGNATURES = "signatures"
    RANGE = "range"
    NOTICE = "notice"
    CONTENTS = "contents"
    MORE = "more"
    """The rest of a label that began on the line before."""


@lru_cache(maxsize=8)
def beginnings(grammar: Grammar) -> re.Pattern[str]:
    """Return an expression for the first words of all labels; a, e and o stand for å, ä, é and ö as well.

    >>> from protokoll.grammar import load
    >>> beginnings(load()).search("kl 18.00 Beslutande Eva Ek")[0]
    'Beslutande'
    """
    first = sorted({phrase[0] for phrase in label_phrases(grammar)[0]}, key=len, reverse=True)
    folded = "|".join(
        re.escape(word).replace("a", "[aåäàá]").replace("o", "[oöóò]").replace("e", "[eéè]") for word in first
    )
    cut = "|".join(sorted(cut_beginnings(grammar)))
    return re.compile(rf"(?<!\w)(?:(?=[A-ZÅÄÖ])(?i:{folded})|{cut})(?!\w)")


@lru_cache(maxsize=8)
def cut_beginnings(grammar: Grammar) -> frozenset[str]:
    """Return the first words of labels that lost their beginning: 'ande ledamöter'.

    >>> from protokoll.grammar import load
    >>> "ande" in cut_beginnings(load())
    True
    """
    return frozenset(fold(phrase).split()[0] for phrase in grammar.words["attendance"]["cut"]["members"])


@lru_cache(maxsize=8)
def label_phrases(grammar: Grammar) -> tuple[dict[tuple[str, ...], LabelKind], frozenset[tuple[str, ...]]]:
    """Return the phrases as folded words, and all that they begin with.

    >>> from protokoll.grammar import load
    >>> label_phrases(load())[0]["ej", "tjanstgorande", "ersattare"].value
    'substitutes'
    """
    phrases = {
        tuple(fold(phrase).split()): LabelKind(kind)
        for kind, every in grammar.words["attendance"]["labels"].items()
        for phrase in every
    }
    phrases |= {
        tuple(fold(phrase).split()): LabelKind.MEMBERS for phrase in grammar.words["attendance"]["cut"]["members"]
    }
    prefixes = frozenset(phrase[:size] for phrase in phrases for size in range(1, len(phrase)))
    return phrases, prefixes
