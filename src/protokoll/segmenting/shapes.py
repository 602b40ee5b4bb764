"""The shapes of a text that tell its kind where words do not: runs of §§, signatures, questions, demands."""

import re
from itertools import islice

from protokoll.grammar import Grammar
from protokoll.model.document import DocumentKind

__all__ = ["weigh_shapes"]

_TAIL = 1_500
_SHORT = 9_000
# A signature of a politician: a line that ends in a party's letters, "Eva Ek (V)    Bo Ask (M)".
_SIGNED = re.compile(r"^[ \t]*(?:[A-ZÅÄÖ][^\n()]{3,40}\([A-ZÅÄÖa-zåäö]{1,5}\)[ \t,]*(?:och)?){1,3}$", re.MULTILINE)
_QUESTION = re.compile(r"^[ \t]*(?:\d{1,2}[.)]|[-–•])[ \t][^?]{10,400}\?", re.MULTILINE)
# A subject heading: a short line without a full stop between blank lines.
_SUBJECT = re.compile(r"\n[ \t]*\n[ \t]*(?=[A-ZÅÄÖ])[^\n.:;?!]{3,60}[ \t]*\n(?=[ \t]*\n|[ \t]*[-–•*])")
_DEMAND = re.compile(
    r"\b(?:ska|skall|bör|behöver|måste)\b|^[ \t]*(?:[-–•*][ \t]*)?(?:vi vill|att|[A-ZÅÄÖ][a-zåäö]{2,12}a)\b",
    re.MULTILINE | re.IGNORECASE,
)
_DIARY = re.compile(r"\b(?:dnr|diarienummer|ärendenummer)\b|§", re.IGNORECASE)
_OPENING = 20_000
_RUN_OPENS = 6_000
_AT_ONCE = 200
# An item of minutes decides something; a section of regulations does not.
_DECIDES = re.compile(
    r"^[ \t]*(?:[A-ZÅÄÖ][\wåäö -]+s )?[Bb]eslut(?:et)?[ \t]*:?[ \t]*$|\bbeslut(?:a|ar|ade|at|as|ades)\b"
    r"|\bbeslöt\b|BESLUT|\b(?:utse|välj|bordlägg|återremittera)(?:s|es)\b|\b(?:utsågs|valdes|bordlades|entledigades|yrkade|bifölls)\b",
    re.MULTILINE,
)


def weigh_shapes(words: str, items: list[int], grammar: Grammar) -> dict[DocumentKind, float]:
    r"""Return what the shape of a text adds to the score of each kind.

    Args:
        words: the clean text.
        items: where the heads of §§ stand, in order.
        grammar: the wordings; the parties tell a party's paper.

    >>> from protokoll.grammar import load
    >>> weigh_shapes("Badet är kallt.\n\nEva Ek (V)", [], load())[DocumentKind.MOTION]
    2.0
    """
    scores: dict[DocumentKind, float] = {}
    if items and items[0] < _RUN_OPENS and _decides(words, items):
        if len(items) == 1:
            scores[DocumentKind.PROTOCOL_EXTRACT] = 7.0
        else:
            scores[DocumentKind.PROTOCOL] = 10.0 + min(20, len(items))
        if items[0] < _AT_ONCE:
            scores[max(scores, key=lambda kind: scores[kind])] += 8.0
    if _SIGNED.search(words, max(0, len(words) - _TAIL)):
        scores[DocumentKind.MOTION] = 2.0
        scores[DocumentKind.INTERPELLATION] = 1.0
        scores[DocumentKind.QUESTION] = 1.0
        scores[DocumentKind.LETTER] = 1.5
    if _QUESTION.search(words, 0, _OPENING):
        scores[DocumentKind.INTERPELLATION] = scores.get(DocumentKind.INTERPELLATION, 0.0) + 1.5
    free = not _DIARY.search(words[:_OPENING].replace("1 kap 1 §", ""))
    if len(words) < _SHORT and free and _names_party(words, grammar):
        scores[DocumentKind.LETTER] = scores.get(DocumentKind.LETTER, 0.0) + 2.0
    if (
        not items
        and sum(1 for _ in _SUBJECT.finditer(words)) >= 4
        and sum(1 for _ in _DEMAND.finditer(words)) * 250 > len(words)
    ):
        scores[DocumentKind.PARTY_PROGRAMME] = 3.0
    return scores


def _decides(words: str, items: list[int]) -> bool:
    """Tell whether at least every third item holds a decision."""
    ends = [*items[1:], len(words)]
    deciding = (_DECIDES.search(words, start, end) for start, end in zip(items, ends, strict=True))
    enough = (len(items) + 2) // 3  # then no more of them need be read
    return sum(1 for _ in islice(filter(None, deciding), enough)) >= enough


def _names_party(words: str, grammar: Grammar) -> bool:
    return any(name in words for party in grammar.parties for name in party.names)
