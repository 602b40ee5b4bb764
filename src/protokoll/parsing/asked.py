"""Proposals told by a noun or in the passive: 'Avslagsyrkande från Eva Ek (V)', 'bifall yrkas av Bo Ask (M)'."""

import re

from protokoll.grammar import Grammar
from protokoll.model.document import Action, Actors
from protokoll.model.text import CleanText, Span
from protokoll.parsing.actors import NOBODY, find_actors

__all__ = ["action_of_noun", "find_asked"]

_NOUN = r"(?P<kind>bifalls|avslags|återremiss|bordläggnings|tilläggs|ändrings)(?:yrkande[nt]?|förslag)"
# "Bifallsyrkande från Eva Ek (S) och Bo Ask (M).", "Avslagsyrkande: Eva Ek (S)".
_FROM = re.compile(rf"(?P<what>{_NOUN})\s*(?:från|av|:)\s*(?P<who>[A-ZÅÄÖ][^.:;]{{3,200}}?)\s*\.?\s*\Z", re.IGNORECASE)
# "Yrkanden om bifall till motionen framställs av Eva Ek (S)."
_BY = re.compile(
    r"(?:yrkanden?\s+om\s+)?(?P<what>(?:bifall|avslag|återremiss|bordläggning)\b[^.:;]{0,160}?)\s+"
    r"(?:yrkas|yrkades|framställs|framställdes|framförs|framfördes|görs|gjordes)\s+(?:av|från)\s+"
    r"(?P<who>[A-ZÅÄÖ][^.:;]{3,200}?)\s*\.?\s*\Z",
    re.IGNORECASE,
)
# "Av Eva Ek (S) framställdes yrkande om avslag på motionen."
_OF = re.compile(
    r"av\s+(?P<who>[A-ZÅÄÖ][^.:;]{3,200}?)\s+(?:yrkas|yrkades|framställs|framställdes|framförs|framfördes|gjordes)\s+"
    r"(?:(?:ett\s+)?yrkanden?\s+om\s+)?(?P<what>(?:bifall|avslag|återremiss|bordläggning)\b[^.:;]{0,160}?)\s*\.?\s*\Z",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b{_NOUN}\b", re.IGNORECASE)
_ACTIONS = {
    "bifalls": Action.APPROVE,
    "avslags": Action.REJECT,
    "återremiss": Action.REMIT,
    "bordläggnings": Action.DEFER,
    "tilläggs": Action.ADD,
    "ändrings": Action.AMEND,
}


def find_asked(text: CleanText, span: Span, grammar: Grammar) -> tuple[Actors, Span] | None:
    """Return who proposes in a sentence without a verb of proposing, and the words that say what; None for others.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import SourceText
    >>> words = "Avslagsyrkande från Eva Ek (V)."
    >>> text = CleanText(SourceText("-", "", 0, "text", None, words), (), words)
    >>> find_asked(text, Span(0, len(words)), load())[1].of(words)
    'Avslagsyrkande'
    """
    sentence = span.of(text.text)
    match = _FROM.match(sentence) or _BY.match(sentence) or _OF.match(sentence)
    if match is None:
        return None
    actors = find_actors(text, span.start + match.start("who"), span.start + match.end("who"), grammar)
    if actors == NOBODY or actors.body:
        return None
    return actors, Span(span.start + match.start("what"), span.start + match.end("what"))


def action_of_noun(words: str) -> Action | None:
    """Return the action that the name of a proposal tells.

    >>> action_of_noun("lämnar ett avslagsyrkande"), action_of_noun("lämnar ett yrkande")
    (<Action.REJECT: 'reject'>, None)
    """
    named = _NAMED.search(words)
    return _ACTIONS[named["kind"].lower()] if named else None
