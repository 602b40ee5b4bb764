"""The body whose minutes a record is."""

import re
from collections import Counter

from protokoll.grammar import Grammar
from protokoll.model.outline import BlockKind, Outline
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.rosters.labels import LabelKind, find_labels

__all__ = ["find_body"]

_LONGEST_FRONT = 40_000
_NEAR = 120
# Bodies end in a handful of words; what stands before may be joined by hyphens, commas and "och".
_BODY = re.compile(
    r"""\b(?:
      (?i:(?:kommun|region|landstings|stads)fullmäktige)
      | (?i:(?:kommun|region|landstings|stads)styrelsen?
        (?:s[ ]+(?:[a-zåäö]+[ ]+)?[a-zåäö-]*(?:utskott|beredning|delegation|presidium)(?:et|en)?)?)
      | (?i:(?!läns|social|bolags|stiftelse|förenings)[a-zåäö]{3,}styrelsen)
      | (?i:(?:nämnden|styrelsen|utskottet|beredningen)[ ]+för)
        [ ]+[a-zåäöA-ZÅÄÖ-]+(?:(?:,|[ ]+och|[ ]+samt)[ ]+[a-zåäö-]+){0,4}
      | (?i:[a-zåäö]+(?:-?,[ ][a-zåäö]+)*-?[ ](?:och|&)[ ][a-zåäö]+(?:nämnden|utskottet|beredningen)
        (?:s[ ]+[a-zåäö]*utskott)?)
      | (?i:(?:tekniska|sociala|allmänna|gemensamma?|kommunala)[ ]+[a-zåäö]*(?:nämnden|utskottet|rådet)
        (?:s[ ]+[a-zåäö]*utskott)?)
      | (?i:[a-zåäö]+(?:-[a-zåäö]+)?(?:nämnden|utskottet|beredningen|direktionen|delegationen)
        (?:s[ ]+[a-zåäö]*utskott)?)
      | [A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ]?[a-zåäö]+)*[ ]+stadsdelsnämnd
      | (?:[A-ZÅÄÖ][a-zåäö]+-?[ ]och[ ])?(?:[A-ZÅÄÖ][a-zåäö]+s[ ]+)?
        [A-ZÅÄÖa-zåäö]+nämnd(?:[ ]+(?!Sammantr|Datum|Sid|Protokoll|Plats|Tid)[A-ZÅÄÖ][a-zåäö]+){0,2}
    )(?=s?\b)""",
    re.VERBOSE,
)
# "Kommunfullmäktiges ordförande", "Kommunstyrelsens kansli": of a person or a place, and not whose minutes these are.
_OWNED = re.compile(r"s\s+(?!protokoll|beslut|sammanträde)[a-zåäö]")
_OF_HEADING = re.compile(r"(?P<body>.+?)s\s+beslut$", re.IGNORECASE)
_ACTING = re.compile(r"(?:^|\n)[ \t]*(?P<body>[A-ZÅÄÖ][\wåäö -]{3,50}?)\s+(?:beslutar|tillstyrker)\b")
# The heads and feet of this many pages are enough to tell whose they are.
_HEADS = 50
_ANY = frozenset({"nämnden", "styrelsen", "fullmäktige", "utskottet"})


def find_body(text: CleanText, outline: Outline, grammar: Grammar) -> Passage | None:
    """Return the body whose minutes these are: from the page heads, the front page, or a heading of a decision.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.document import DocumentKind
    >>> from protokoll.model.text import SourceText
    >>> words = "VÅRD- OCH OMSORGSNÄMNDEN  Plats och tid: Salen"
    >>> text = CleanText(SourceText("-", "", 0, "text", None, words), (), words)
    >>> from protokoll.model.outline import Block
    >>> outline = Outline(DocumentKind.PROTOCOL, (Block(BlockKind.FRONT, Span(0, len(words))),))
    >>> find_body(text, outline, load()).text
    'Vård- och omsorgsnämnden'
    """
    return _in_heads(text) or _on_front(text, outline, grammar) or _in_headings(text, outline, grammar)


def _in_heads(text: CleanText) -> Passage | None:
    """Return the body that page heads name most often."""
    found = [
        (_plain(match[0]), match, each)
        for each in text.furniture[:_HEADS]
        if (match := _BODY.search(each.text if len(each.text) == len(each.printed) else each.printed))
    ]
    if not found:
        return None
    counts = Counter(name for name, _, _ in found)
    best = max(counts, key=lambda name: counts[name])
    name, match, passage = next(each for each in found if each[0] == best)
    span = Span(passage.span.start + match.start(), passage.span.start + match.end())
    return Passage(name, span, passage.page, span.of(text.source.text))


def _on_front(text: CleanText, outline: Outline, grammar: Grammar) -> Passage | None:
    """Look above the first label, then behind 'Organ', then anywhere on the front page."""
    if not outline.blocks or outline.blocks[0].kind is not BlockKind.FRONT:
        return None
    front = outline.blocks[0].span
    front = Span(front.start, min(front.end, front.start + _LONGEST_FRONT))
    labels = find_labels(text.text, front, grammar)
    head = Span(front.start, labels[0].start if labels else front.end)
    named = (Span(label.end, label.end + _NEAR) for label in labels if label.kind is LabelKind.BODY)
    owned: re.Match[str] | None = None
    for zone in (head, *named, front):
        for match in _BODY.finditer(text.text, zone.start, min(zone.end, front.end)):
            if not _OWNED.match(text.text, match.end()):
                return text.passage(*match.span(), _plain(match[0]))
            owned = owned or match
    return text.passage(*owned.span(), _plain(owned[0])) if owned else None


def _in_headings(text: CleanText, outline: Outline, grammar: Grammar) -> Passage | None:
    """Return the body that decides: in a heading 'Socialnämndens beslut', or in the words of a decision."""
    for block in outline.blocks:
        heading = block.heading.of(text.text) if block.heading and block.kind is BlockKind.DECISION else ""
        named = _OF_HEADING.match(heading)
        if named and block.heading and grammar.is_body(named["body"]) and named["body"].lower() not in _ANY:
            start = block.heading.start
            return text.passage(start, start + named.end("body"), _plain(named["body"]))
    match = _ACTING.search(text.text)
    if match and grammar.is_body(match["body"]):
        return text.passage(*match.span("body"), _plain(match["body"]))
    return None


def _plain(words: str) -> str:
    """Write 'KOMMUNFULLMÄKTIGE' as 'Kommunfullmäktige'."""
    folded = " ".join(words.split())
    return folded.capitalize() if folded.isupper() else folded[0].upper() + folded[1:]
