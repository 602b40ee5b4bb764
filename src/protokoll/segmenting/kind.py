"""What kind of municipal record a text is, by the cues that `kinds.toml` weighs."""

import re
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from protokoll.grammar import Grammar, fold
from protokoll.model.document import DocumentKind
from protokoll.model.text import CleanText
from protokoll.segmenting.heads import find_item_heads
from protokoll.segmenting.shapes import weigh_shapes

__all__ = ["find_kind"]

_HEAD = 2_500
_TAIL = 2_000
_WHOLE = 15_000
_ENOUGH = 3.0
_RUN = 3
_FLAT_LABELS = 2
_OF_RUN = 8.0
_MINUTES = (DocumentKind.PROTOCOL, DocumentKind.PROTOCOL_EXTRACT)
_LINE = re.compile(r"[^\n]+")
_LONGEST_LINE = 140
# A page number before the first words, as pages read out of a PDF have it: "1 KALLELSE (32)".
_PAGE_NUMBER = re.compile(r"\s*1[ ](?:[1-9]?\d?[ ]?\(\d+\)[ ])?(?=[A-ZÅÄÖ])")


_LISTING = 6.0  # what a list of those who decide adds
# "Beslutande Eva Ek (S), ordförande Bo Ask (M) Liv Alm (V)": three members behind the label.
_LISTED = re.compile(
    r"""\b(?:Beslutande|BESLUTANDE|Närvarande|Ledamöter|ande)\b:?(?:\s+[Ll]edamöter:?)?
        (?:\s+[A-ZÅÄÖ][\w'-]+(?:[ ][A-ZÅÄÖ][\w'-]+){1,3},?[ ]\([A-Za-zÅÄÖåäö]{1,5}\)[^()\n]{0,40}){3}""",
    re.VERBOSE,
)


class _Look(NamedTuple):
    """A text as the cues see it: folded, in the places where cues may stand."""

    lines: tuple[str, ...]
    head: str
    openings: str
    """The lines once more, in one string, each between a line break and a blank."""
    tail: str
    whole: str


class _Cue(Struct, frozen=True, dict=True):
    """Phrases that count for a kind in one place."""

    kind: DocumentKind
    where: str
    weight: float
    phrases: tuple[str, ...]

    @cached_property
    def padded(self) -> tuple[str, ...]:
        """The phrases between blanks, as whole words of a folded text."""
        return tuple(f" {phrase} " for phrase in self.phrases)


def find_kind(text: CleanText, grammar: Grammar) -> tuple[DocumentKind, float]:
    r"""Return the kind of a record and how sure that is, from 0 to 1.

    The sureness is how far the runner-up lies behind; below about 0.3 the kind is a guess worth a remark.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import SourceText
    >>> words = "Motion till kommunfullmäktige\n\nDärför yrkar jag\natt skolan rustas.\n\nEva Ek (V)"
    >>> source = SourceText(path="-", sha256="", size=0, reader="text", encoding=None, text=words)
    >>> find_kind(CleanText(source, (), words), load())[0].value
    'motion'
    """
    look = _look(text)
    scores = dict.fromkeys(DocumentKind, 0.0)
    for cue in _cues(grammar):
        if _met(cue, look):
            scores[cue.kind] += cue.weight
    heads = find_item_heads(text.text)
    for kind, weight in weigh_shapes(text.text, [head.start for head in heads], grammar).items():
        scores[kind] += weight
    if len(heads) >= _RUN and heads[0].order > 1 and all(two.order == one.order + 1 for one, two in pairwise(heads)):
        # Regulations begin at § 1; a run from the middle of the year is of minutes.
        scores[DocumentKind.PROTOCOL] += _OF_RUN
    if _LISTED.search(text.text, 0, _WHOLE):
        scores[DocumentKind.PROTOCOL] += _LISTING
    best = max(scores, key=lambda kind: scores[kind])
    if scores[best] < _ENOUGH:
        return DocumentKind.OTHER, 0.0
    rivals = _MINUTES if best in _MINUTES else (best,)
    second = max(score for kind, score in scores.items() if kind not in rivals)
    if best in _MINUTES:
        best = _minutes(scores, len(heads), look, grammar)
    return best, min(
        1.0, (max(scores[kind] for kind in rivals) - max(0.0, second)) / max(scores[kind] for kind in rivals)
    )


def _minutes(scores: dict[DocumentKind, float], items: int, look: _Look, grammar: Grammar) -> DocumentKind:
    """Tell the minutes of a meeting from an extract, which is one § without the front page."""
    if items > 2 or (items == 2 and not scores[DocumentKind.PROTOCOL_EXTRACT]):
        return DocumentKind.PROTOCOL
    front = tuple(f"{fold(phrase)} " for phrase in grammar.phrases("kinds", "front"))
    if scores[DocumentKind.PROTOCOL_EXTRACT] < 10 and any(f"{line} ".startswith(front) for line in look.lines):
        return DocumentKind.PROTOCOL
    # A whole page on one line: the labels stand within it.
    flat = sum(f" {fold(phrase)} " in look.head for phrase in grammar.phrases("kinds", "flat_front"))
    if flat >= _FLAT_LABELS and scores[DocumentKind.PROTOCOL_EXTRACT] < 10:
        return DocumentKind.PROTOCOL
    return DocumentKind.PROTOCOL_EXTRACT


def _look(text: CleanText) -> _Look:
    furniture = list(dict.fromkeys(each.printed for each in text.furniture))[:12]
    opening = _PAGE_NUMBER.match(text.text)
    head = "\n".join([text.text[opening.end() if opening else 0 : _HEAD], *furniture])
    lines = tuple(fold(match[0][:_LONGEST_LINE]) for match in _LINE.finditer(head))
    whole = f" {fold(text.text[:_WHOLE])} "
    return _Look(
        lines=tuple(line for line in lines if line),
        openings="".join(f"\n{line} " for line in lines if line),
        head=f" {fold(head)} ",
        tail=f" {fold(text.text[-_TAIL:])} ",
        whole=whole,
    )


def _met(cue: _Cue, look: _Look) -> bool:
    if cue.where == "line":
        return any(phrase in look.lines for phrase in cue.phrases)
    if cue.where == "opens":
        return any(f"\n{phrase} " in look.openings for phrase in cue.phrases)
    place = {"head": look.head, "tail": look.tail, "any": look.whole}[cue.where]
    return any(map(place.__contains__, cue.padded))


@lru_cache(maxsize=8)
def _cues(grammar: Grammar) -> tuple[_Cue, ...]:
    return tuple(
        _Cue(DocumentKind(kind), each["where"], each["weight"], tuple(fold(phrase) for phrase in each["words"]))
        for kind, tables in grammar.words["kinds"]["cues"].items()
        for each in tables
    )
