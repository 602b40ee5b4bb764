"""Acts of another kind inside a block: each gets a block of its own."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from protokoll.grammar import Grammar
from protokoll.model.outline import Block, BlockKind
from protokoll.model.text import CleanText, Span
from protokoll.parsing.actors import NAME
from protokoll.parsing.sentences import opens_paragraph, sentences

__all__ = ["split_block"]

# Which words open a section of which kind, wherever they are met.
_CUES = (
    ("reservation", BlockKind.RESERVATION),
    ("absence", BlockKind.NOT_PARTICIPATING),
    ("note", BlockKind.RECORD_NOTE),
)
_STATED = (
    BlockKind.SPECIAL_STATEMENT,
    BlockKind.SUBSTITUTE_STATEMENT,
    BlockKind.RECORD_NOTE,
    BlockKind.VOTE_EXPLANATION,
)
# An act opens with who acts: a name with a bracket or comma after it, a group, or "Mot beslutet …".
_OPENS = re.compile(
    rf"""(?:[\w:]+\s+){{0,4}}?{NAME}(?:\s+m\.?\s?fl\.?)?\s*[(,]
      | (?:samtliga|ledamöter(?:na)?|ledamot(?:en)?|ersättaren?|representanterna|gruppen|[\w-]+-gruppen)\b
      | (?:moderaterna|liberalerna|\w+partiet|(?:social|krist|sverige)demokraterna)s?\b
      | (?:\(?\w{1, 3}\)?-(?:,\s*|\s+och\s+))*\(?\w{1, 3}\)?-(?:ledamöter|grupp)
      | mot\s+(?:beslutet|detta)\b
      | (?:reservation(?:er)?|särskilt\s+(?:uttalande|yttrande)|ersättaryttrande|röstförklaring|protokollsanteckning)
        \s+(?:\w+\s+)?(?:av|från)\b | det\s+antecknas\b | till\s+protokollet\b""",
    re.VERBOSE | re.IGNORECASE,
)
# Somebody reserves whatever stands first, but in a point of a decision.
_OPENS_DISSENT = re.compile(r"(?!att\b|[\d•–-])\S", re.IGNORECASE)
_FOLLOWING = re.compile(r"(?:följande|:)\W*$")


def split_block(text: CleanText, block: Block, grammar: Grammar) -> Iterator[Block]:
    """Yield a block in parts: what its heading says, and from each act of another kind on, a block of that kind.

    Clerks write 'Mot beslutet reserverar sig …' right under the decision, or a vote explanation under 'Reservation'.
    While somebody's own text is under way ('lämnar följande uttalande:') only a new paragraph can open another act.
    """
    kind, start = block.kind, block.span.start
    for begin, other in _breaks(text, block, grammar):
        yield replace(
            block, kind=kind, span=Span(start, begin), heading=block.heading if start == block.span.start else None
        )
        kind, start = other, begin
    yield replace(
        block, kind=kind, span=Span(start, block.span.end), heading=block.heading if start == block.span.start else None
    )


def _breaks(text: CleanText, block: Block, grammar: Grammar) -> Iterator[tuple[int, BlockKind]]:
    words, content = text.text, block.content
    kind, own_text, first = block.kind, False, True
    for span in sentences(words, content.start, content.end):
        opens = span.start == content.start or opens_paragraph(words, span.start)
        other = _kind(words, span, grammar) if opens or not own_text else None
        if other is None and kind is BlockKind.DECISION and span.start > content.start:
            other = _after_decision(words, span, grammar)
        if other is None and kind is BlockKind.RESERVATION and span.start > content.start and not own_text:
            # Dissents may stand before the vote: "Omröstning begärs" on a line of its own ends them.
            demanded = words[span.start - 1] == "\n" and grammar.pattern("cues", "vote").match(words, span.start)
            other = BlockKind.VOTE if demanded else None
        if other and not _same(other, kind) and (span.start > content.start or kind is BlockKind.DECISION):
            yield span.start, other
        if other:
            kind, own_text = other, False
        elif first and kind is BlockKind.NOT_PARTICIPATING and kind is not block.kind:
            # A decision that opens with who is disqualified ('anmäler jäv') goes on after it.
            yield span.start, block.kind
            kind = block.kind
        first = first and other is BlockKind.NOT_PARTICIPATING
        if _FOLLOWING.search(words, max(span.start, span.end - 30), span.end):
            own_text = True


def _kind(words: str, span: Span, grammar: Grammar) -> BlockKind | None:
    """Return the kind of act that a sentence opens, or None."""
    head = min(span.end, span.start + 600)
    reserves, notes = (grammar.pattern("cues", cue).search(words, span.start, head) for cue in ("reservation", "note"))
    if notes and not reserves and _FOLLOWING.search(words, max(span.start, span.end - 30), span.end):
        # "Eva Ek (V) deltar inte i beslutet och lämnar följande protokollsanteckning:"
        return BlockKind.RECORD_NOTE
    for cue, kind in _CUES:
        said = grammar.pattern("cues", cue).search(words, span.start, head)
        if said:
            # "Eva Ek (V) yrkar bifall till yrkandet från S med särskilt yttrande från D" proposes.
            proposes = cue == "note" and grammar.pattern("cues", "proposal").search(words, span.start, said.start())
            opens = _OPENS if kind is not BlockKind.RESERVATION else _OPENS_DISSENT
            return kind if not proposes and opens.match(words, span.start, span.end) else None
    return None


def _after_decision(words: str, span: Span, grammar: Grammar) -> BlockKind | None:
    """Return what follows a decision that has no heading between: a vote, or what was proposed."""
    if grammar.pattern("cues", "vote").search(words, span.start, span.end):
        return BlockKind.VOTE
    asks = grammar.pattern("cues", "proposal").search(words, span.start, span.end)
    return BlockKind.PROPOSAL if asks and _OPENS.match(words, span.start, span.end) else None


def _same(one: BlockKind, other: BlockKind) -> bool:
    return one is other or (one in _STATED and other in _STATED)
