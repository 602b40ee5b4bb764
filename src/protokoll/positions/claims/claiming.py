"""The claims of an owned text: a sentence each, two sentences that are one claim joined, two demands parted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from protokoll.grammar import Grammar
from protokoll.model.position import Stance
from protokoll.model.text import Passage
from protokoll.positions.claims.antecedents import Antecedents
from protokoll.positions.claims.cues import Cue
from protokoll.positions.claims.language import pipeline
from protokoll.positions.claims.owned import Owned
from protokoll.positions.claims.paragraphs import ParagraphKind
from protokoll.positions.claims.reading import Reading
from protokoll.positions.claims.scope import Reader
from protokoll.positions.claims.sentences import Line, Sentence, lines
from protokoll.positions.claims.vocabulary import phrases_of

__all__ = ["Claim", "claims_in"]

_FEWEST_WORDS = 3
# "Detta skapar …", "Det är inte acceptabelt", "Resultatet är …", and the fragment "En frihet som …".
_ANAPHOR = re.compile(r"(?:detta|det är|det var|resultatet)\s|en \w+ som\s")
# "1. Att" before what a point wants.
_LEADING_ATT = re.compile(r"\A(?:\d+[.)]\s*)?att\s+", re.IGNORECASE)
_WEAK = ("value", "state", "fault", "harm", "bettered")
_OWN_SUBJECT = 2
"""A second demand of a sentence has so many words of its own before its verb."""


class Claim(Struct, frozen=True):
    """One claim of the holder of a text."""

    passage: Passage
    """The sentence or sentences."""
    stance: Stance
    words: str
    """What of them holds the claim."""
    caveats: tuple[str, ...] = ()
    kind: str = ""
    """The kind of word that told it."""
    context: str | None = None
    """The sentence before it, where the claim points back to that."""


def claims_in(owned: Owned, grammar: Grammar) -> Iterator[Claim]:
    """Yield the claims in a text in the order of its sentences, up to where the record goes on in its own words."""
    if owned.points:
        yield from _points(owned, owned.points, grammar)
        return
    reader, seek = Reader(owned, grammar), phrases_of(grammar)
    before = Antecedents(grammar)
    for passage in owned.passages:
        for line in lines(passage):
            cues = seek.find(line.doc)
            if any(cue.kind == "closing" for cue in cues):
                return
            if line.kind is ParagraphKind.HEADING:
                reader.open_section()
                before.forget()
                continue
            if line.kind is ParagraphKind.TEXT:
                reader.open_paragraph()
            for sentence, claim in _joined(line, _read(line, cues, (reader, before))):
                yield from _parted(sentence, claim, _inside(sentence, cues))


def _points(owned: Owned, stance: Stance, grammar: Grammar) -> Iterator[Claim]:
    """Yield the points of a proposal: each is a claim, but those that only say what becomes of the matter."""
    for passage in owned.passages:
        doc = pipeline()(passage.text)
        cues = phrases_of(grammar).find(doc)
        kinds = {cue.kind for cue in cues}
        if kinds.isdisjoint(("formal_points", "procedure")) and len(doc) > _FEWEST_WORDS:
            words = _LEADING_ATT.sub("", passage.text)
            yield Claim(passage, stance, words, _caveats(cues, stance))


def _read(
    line: Line, cues: Sequence[Cue], reading_by: tuple[Reader, Antecedents]
) -> Iterator[tuple[Sentence, Claim | None]]:
    """Yield each sentence of a line with its claim, if it has one."""
    reader, before = reading_by
    for sentence in line.sentences:
        inside = _inside(sentence, cues)
        reading = reader.read(sentence, inside, in_list=line.kind is ParagraphKind.BULLET)
        context = before.of(sentence.tokens.text)
        yield sentence, _claim(line, sentence, inside, reading, context) if reading else None


def _inside(sentence: Sentence, cues: Sequence[Cue]) -> list[Cue]:
    first, last = (bisect_left(cues, at, key=_start_of) for at in (sentence.tokens.start, sentence.tokens.end))
    return list(cues[first:last])


def _start_of(cue: Cue) -> int:
    return cue.start


def _claim(line: Line, sentence: Sentence, cues: Sequence[Cue], reading: Reading, context: str | None) -> Claim:
    passage = line.alignment.narrow(sentence.start, sentence.end)
    return Claim(passage, reading.stance, passage.text, _caveats(cues, reading.stance), reading.kind, context)


def _joined(line: Line, read: Iterator[tuple[Sentence, Claim | None]]) -> Iterator[tuple[Sentence, Claim]]:
    """Yield the claims, those joined that stand in a sentence and in the one that only goes on with it."""
    last: tuple[Sentence, Claim] | None = None
    for sentence, claim in read:
        if last and claim and _goes_on(last[1], claim):
            yield last[0], replace(last[1], passage=line.alignment.narrow(last[0].start, sentence.end))
            last = None
            continue
        if last:
            yield last
        last = (sentence, claim) if claim else None
    if last:
        yield last


def _goes_on(before: Claim, claim: Claim) -> bool:
    """Tell whether a claim only goes on with the one before it, or says what its vision means."""
    words = claim.words.lower()
    if before.kind == "vision":
        return claim.kind in ("modal", *_WEAK) and not words.startswith("men ")
    turned = before.stance is Stance.DEMAND and claim.stance is Stance.OPPOSE
    return claim.kind in _WEAK and _ANAPHOR.match(words) is not None and not turned


def _parted(sentence: Sentence, claim: Claim, cues: Sequence[Cue]) -> Iterator[Claim]:
    """Yield a claim, or two where a sentence makes two demands, each with a subject and a verb of its own."""
    seam = _seam(sentence, cues) if claim.kind == "modal" else None
    if seam is None:
        yield claim
        return
    before, after = ([cue for cue in cues if (cue.start >= seam) is late] for late in (False, True))
    at = sentence.tokens.doc[seam].idx - sentence.tokens.start_char
    yield replace(claim, words=claim.words[:at].rstrip(" ,"), caveats=_caveats(before, claim.stance))
    yield replace(claim, words=claim.words[at + len("och ") :], caveats=_caveats(after, claim.stance))


def _seam(sentence: Sentence, cues: Sequence[Cue]) -> int | None:
    """Return the token 'och' that parts two demands: after a comma, with a modal verb before and one after."""
    tokens = sentence.tokens
    modals = [cue.start for cue in cues if cue.kind == "modal"]
    for token in tokens[1:]:
        if token.lower_ == "och" and token.nbor(-1).text == ",":
            after = next((at for at in modals if at > token.i), None)
            if modals[0] < token.i and after is not None and after - token.i > _OWN_SUBJECT:
                return int(token.i)
    return None


def _caveats(cues: Sequence[Cue], stance: Stance) -> tuple[str, ...]:
    """Return what the words do not prove: a study is not the thing studied, and a condition is a condition."""
    kinds = {cue.kind for cue in cues}
    hedged = ("hedged",) if "hedge" in kinds and stance is Stance.DEMAND else ()
    return (*hedged, *(("conditional",) if "condition" in kinds else ()))
