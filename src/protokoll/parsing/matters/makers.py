"""Whose paper it is where its own head does not say: the papers around it name it by party, date and body."""

import re

from protokoll.grammar import Grammar
from protokoll.model.text import CleanText, Span
from protokoll.parsing.actors import find_parties
from protokoll.parsing.references import match_date

__all__ = ["named_makers"]

# "Yrkande från D och M daterat 2023-04-21", "Yttrande SD daterat 2023-04-25", "Yttrande M, L, KD, D".
_NAMED = re.compile(
    r"""\b[A-ZÅÄÖa-zåäö]{0,15}?(?P<what>[Yy]rkande|[Yy]ttrande|[Ss]krivelse)(?:t|n)?\s+(?:från\s+|av\s+)?
        (?P<who>\(?[A-ZÅÄÖ][A-Za-zÅÄÖåäö]*\)?(?:(?:\s*,\s*|\s+och\s+|\s+)\(?[A-ZÅÄÖ][A-Za-zÅÄÖåäö]*\)?){0,7})
        (?P<when>(?:[,\s(]*(?:protokollsbilaga|bilaga)\s+\d+)?[,\s]*(?:den|dat(?:erat|erad|um|\.))?[,:\s]*(?=\d))?""",
    re.VERBOSE,
)
_DATE = 20
# How far from a body's name, in the table of those heard and in its minutes, its papers are named.
_BESIDE = 160
_CLAIMS = ("yrkande", "yttrande")


def named_makers(text: CleanText, head: Span, body: str | None, dates: set[str], grammar: Grammar) -> tuple[str, ...]:
    """Return the parties under whose names the other papers speak of a paper; none where they name several.

    Args:
        text: the clean text.
        head: the paper's own head: what kind of paper it calls itself.
        body: the body to which it was given, if its head says so.
        dates: the dates of its head.
        grammar: the wordings.
    """
    said = head.of(text.text).lower()
    what = next((word for word in _CLAIMS if word in said), None)
    dated: set[tuple[str, ...]] = set()
    beside: set[tuple[str, ...]] = set()
    for match in _NAMED.finditer(text.text):
        parties = tuple(dict.fromkeys(find_parties(match["who"].replace("(", " ").replace(")", " "), grammar)))
        if not parties or head.start <= match.start() < head.end:
            continue
        date = match_date(text.text[match.end() : match.end() + _DATE]) if match["when"] else None
        if date and date in dates and what and match["what"].lower() in (what, "skrivelse"):
            dated.add(parties)
        elif body and _is_listed(text.text, match, what, body):
            beside.add(parties)
    for found in (dated, beside):
        if len(found) == 1:
            return next(iter(found))
    return ()


def _is_listed(words: str, match: re.Match[str], what: str | None, body: str) -> bool:
    """Tell a paper listed close behind its body's name, in a table or among documents, from one in a sentence."""
    if match["when"] or match["what"].lower() != what or not match[0][0].isupper():
        return False
    return body in words[max(match.start() - _BESIDE, 0) : match.start()]
