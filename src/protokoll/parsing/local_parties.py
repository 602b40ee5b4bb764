"""Parties that only this record knows: what stands in the bracket after the names of those who act."""

import re
from collections import Counter
from functools import lru_cache

from protokoll.grammar import Grammar, fold
from protokoll.model.text import CleanText
from protokoll.parsing.actors import NAME

__all__ = ["find_local_parties", "with_local_parties"]

_OPENING = 400_000
_WORD = r"[A-ZÅÄÖ][\wåäöÅÄÖ&!-]+"
# "Vera Alm (Vår Bygd)", "Bo Ask (Framtid för Norrby)", "Liv Ek (TAP)".
_LABEL = re.compile(
    r"\((?<=[\wåäö.] \()(?P<label>[a-zåäö]{2,4}(?=\))|[A-ZÅÄÖ](?=\))"
    rf"|{_WORD}(?:[ ](?:{_WORD}|för|i|och|med|[a-zåäö]{{3,14}})){{0,3}})\)"
)
_NAMED = re.compile(rf"{NAME}\s\Z")
_ACTS = re.compile(
    r"(?:,|[ \n]och|[ \n]samt)?[^.:;]{0,140}?[ \n](?:yrk|föresl|reserv|röst|instäm|anför|lämna"
    r"|välj|utse|bitr|delt|anmäl|ställt|väckt)\w*"
)
_ASKS = re.compile(r"\s+(?:yrka(?:r|de)|reserver(?:ar|ade)\s+sig|föres(?:lår|log)\s)")
_LETTERS = 5
_NAME_ROOM = 60
_FRONT = 8_000
_OFFICIALS = re.compile(r"^[ \t]*(?:Övriga|Tjänste|Från\s+förvaltningen|Närvarande\s+tjänste)", re.MULTILINE)
_TITLE = re.compile(r",[ ](?P<word>[\w-]+)")
_LISTED = re.compile(r"[ \t]*(?:\n|,|$|[ \t]{2})")


def with_local_parties(text: CleanText, grammar: Grammar) -> Grammar:
    """Return `grammar` with the local parties that a record shows as its own, or `grammar` itself.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import SourceText
    >>> words = "Vera Alm (Vår Bygd) yrkar avslag. Vår Bygd reserverar sig."
    >>> text = CleanText(SourceText("-", "", 0, "text", None, words), (), words)
    >>> with_local_parties(text, load()).party_names["var bygd"]
    'Vår Bygd'
    """
    found = find_local_parties(text.text[:_OPENING], grammar)
    return grammar.with_parties(found) if found else grammar


def find_local_parties(words: str, grammar: Grammar) -> tuple[str, ...]:
    """Return the labels in brackets after names that can only be of parties unknown to `grammar`, in order.

    A label counts that stands once before a verb of acting (letters: twice), or after two names on the front page.
    Titles, bodies, offices and the known short words in brackets are none.
    """
    acting: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    listed: dict[str, set[str]] = {}
    officials = _OFFICIALS.search(words, 0, _FRONT)
    front = officials.start() if officials else _FRONT
    for match in _LABEL.finditer(words):
        label = match["label"]
        if _is_known(label, grammar) or (label.islower() and not _ASKS.match(words, match.end())):
            continue
        named = _NAMED.search(words, max(0, match.start() - _NAME_ROOM), match.start())
        if named is None:
            continue
        seen[label] += 1 + label.islower()
        if _ACTS.match(words, match.end()):
            acting[label] += 1
        elif (
            match.start() < front and _LISTED.match(words, match.end()) and not _is_titled(words, match.end(), grammar)
        ):
            listed.setdefault(label, set()).add(named[0].split()[-1])
    return tuple(
        label
        for label in dict.fromkeys((*acting, *listed))
        if (acting[label] and (len(label) > _LETTERS or seen[label] > 1))
        or len(listed.get(label, ())) > (" " not in label)
    )


def _is_titled(words: str, after: int, grammar: Grammar) -> bool:
    """Tell an official by the title behind the bracket: 'Eva Ek (BUF), skolchef'."""
    title = _TITLE.match(words, after)
    return title is not None and fold(title["word"]).endswith(_no_parties(grammar)[1])


def _is_known(label: str, grammar: Grammar) -> bool:
    """Tell a known party, and what stands in a bracket and is no party: a title, a body, a firm, an abbreviation."""
    if label.lower() in grammar.party_codes or fold(label) in grammar.party_names or label.endswith("gruppen"):
        return True
    never, titles, firms = _no_parties(grammar)
    words = fold(label).split()
    if fold(label) in never or grammar.is_body(label):
        return True
    return any(word in never or word.endswith(titles) for word in words) or any(word in firms for word in label.split())


@lru_cache(maxsize=8)
def _no_parties(grammar: Grammar) -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    actors, attendance = grammar.words["actors"], grammar.words["attendance"]
    never = {fold(each) for every in actors["titles"].values() for each in every}
    never |= {fold(each) for each in (*actors["brackets"]["words"], *actors["independents"]["words"])}
    never |= {fold(each) for each in attendance["officials"]["words"]}
    titles = tuple(
        fold(each) for each in (*attendance["officials"]["endings"], "ordförande", "ledamot", "ersättare", "förbundet")
    )
    return frozenset(never), titles, frozenset(attendance["organisations"]["words"])
