"""Which sentences of an owned text are claims of its holder: not the law's, not another's view, not procedure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from protokoll.grammar import Grammar
from protokoll.model.position import Stance
from protokoll.model.text import Passage
from protokoll.positions.claims.clauses import Clauses, Verbs, Whose, verbs
from protokoll.positions.claims.cues import Cue, Finder, finder
from protokoll.positions.claims.language import pipeline
from protokoll.positions.claims.owned import Owned
from protokoll.positions.claims.paragraphs import ParagraphKind
from protokoll.positions.claims.reading import Reading, read_sentence
from protokoll.positions.claims.sentences import Line, Sentence, lines

__all__ = ["Claim", "claims_in"]

_PARTY = "party:"
_FEWEST_WORDS = 3
_ANAPHORS = ("detta ", "det är ", "det var ", "en ", "resultatet ")
_WEAK = ("value", "state", "fault", "bettered")


class Claim(Struct, frozen=True):
    """One claim of the holder of a text."""

    passage: Passage
    stance: Stance
    words: str
    """The sentence, or the clause of it that holds the claim."""
    caveats: tuple[str, ...] = ()


class _State(Struct):
    """What the sentences before have set up."""

    statute: bool = False
    """The law is being told."""
    retold: bool = False
    """The sentence before tells what somebody else thinks or has decided."""
    studied: bool = False
    """The sentence before asks for a study: a question after it is part of that."""


def claims_in(owned: Owned, parties: frozenset[str], grammar: Grammar) -> Iterator[Claim]:
    """Yield the claims in a text in the order of its sentences."""
    if owned.demands:
        yield from _points(owned, grammar)
        return
    state = _State()
    for passage in owned.passages:
        for line in lines(passage):
            if line.kind is ParagraphKind.HEADING:
                state = _State()
                continue
            yield from _claims(line, owned, parties, state, grammar)


def _points(owned: Owned, grammar: Grammar) -> Iterator[Claim]:
    """Yield the points of a proposal: each is a demand, but those that only say what becomes of the matter."""
    for passage in owned.passages:
        doc = pipeline()(passage.text)
        cues = _finder(grammar).find(doc)
        kinds = {cue.kind for cue in cues}
        if "formal_points" not in kinds and "procedure" not in kinds and len(doc) > _FEWEST_WORDS:
            yield Claim(passage, Stance.DEMAND, passage.text, _caveats(cues, Stance.DEMAND))


def _claims(line: Line, owned: Owned, parties: frozenset[str], state: _State, grammar: Grammar) -> Iterator[Claim]:
    found = _finder(grammar).find(line.doc)
    known = _verbs(grammar)
    last: Claim | None = None
    kind = ""
    for sentence in line.sentences:
        cues = [cue for cue in found if sentence.tokens.start <= cue.start < sentence.tokens.end]
        people = [each for cue in cues if (each := _person(cue, parties))]
        reading = _read(sentence, cues, people, owned, state, known)
        if reading is None:
            if last:
                yield last
            last = None
            continue
        passage = line.alignment.narrow(sentence.start, sentence.end)
        if last and _goes_on(kind, sentence, reading):
            yield Claim(_joined(line, last.passage, sentence), last.stance, last.words, last.caveats)
            last = None
            continue
        if last:
            yield last
        kind = reading.kind
        last = Claim(passage, reading.stance, passage.text, _caveats(cues, reading.stance))
    if last:
        yield last


def _read(
    sentence: Sentence, cues: list[Cue], people: list[Cue], owned: Owned, state: _State, known: Verbs
) -> Reading | None:
    """Return what a sentence of an owned text claims, and set up what the next one needs to know."""
    kinds = {cue.kind for cue in cues}
    words = sentence.tokens.text
    own = any(each.kind == Whose.OWN for each in people)
    if "procedure" in kinds or len(words.split()) < _FEWEST_WORDS:
        return None
    if words.rstrip().endswith("?"):
        return Reading(2.0, 0, Stance.DEMAND, "question") if state.studied else None
    if own:
        state.statute = False
    elif "statute" in kinds:
        state.statute = True
    if state.statute:
        return None
    clauses = Clauses(sentence.tokens, people, known)
    if _is_retold(sentence, cues, clauses):
        state.retold = True
        return None
    if state.retold and not own and words.lower().startswith(_CONTINUING):
        return None
    reading = read_sentence(sentence.tokens, cues, known, people, owned.basis)
    state.retold = reading is None and not own and "reported" in kinds
    state.studied = reading is not None and reading.stance is Stance.DEMAND and "hedge" in kinds
    return reading


_CONTINUING = ("bland annat", "där ska", "dessa ska", "det innebär att", "detta innebär att", "därefter")


def _is_retold(sentence: Sentence, cues: list[Cue], clauses: Clauses) -> bool:
    """Tell whether a sentence says what others think: a verb of telling is theirs, and none the holder's."""
    offset = sentence.tokens.start
    told = own = False
    for cue in cues:
        if cue.kind in ("telling", "wish", "backing", "refusal"):
            whose = clauses.subject(cue.start - offset, cue.end - offset)
            own = own or whose is Whose.OWN
            told = told or (
                cue.kind == "telling" and clauses.is_main(cue.start - offset) and whose in (Whose.OTHERS, Whose.RIVALS)
            )
    return told and not own


def _person(cue: Cue, parties: frozenset[str]) -> Cue | None:
    """Return a cue that names somebody, by whose it is, or None."""
    if cue.kind in (Whose.OWN, Whose.OTHERS, Whose.RIVALS):
        return cue
    if cue.kind.startswith(_PARTY):
        whose = Whose.OWN if cue.kind.removeprefix(_PARTY) in parties else Whose.RIVALS
        return Cue(cue.start, cue.end, whose.value)
    return None


def _goes_on(before: str, sentence: Sentence, reading: Reading) -> bool:
    """Tell whether a sentence only goes on with the claim before it, or says what its principle means."""
    words = sentence.tokens.text.lower()
    if before == "vision" or (before == "backing" and "behöver inte" in words):
        return reading.kind in ("modal", *_WEAK) and not words.startswith("men ")
    return reading.kind in _WEAK and words.startswith(_ANAPHORS)


def _joined(line: Line, before: Passage, sentence: Sentence) -> Passage:
    start = line.alignment.passage.text.rfind(before.text, 0, sentence.start)
    return line.alignment.narrow(start, sentence.end)


def _caveats(cues: list[Cue], stance: Stance) -> tuple[str, ...]:
    """Return what the words do not prove: a study is not the thing studied, and a condition is a condition."""
    kinds = {cue.kind for cue in cues}
    hedged = ("hedged",) if "hedge" in kinds and stance in (Stance.DEMAND, Stance.SUPPORT) else ()
    return (*hedged, *(("conditional",) if "condition" in kinds else ()))


def _finder(grammar: Grammar) -> Finder:
    return finder(_words(grammar))


@lru_cache(maxsize=8)
def _words(grammar: Grammar) -> Mapping[str, tuple[str, ...]]:
    """Return the phrases of the claims table, and the names of each party."""
    named = {f"{_PARTY}{party.code}": party.names for party in grammar.parties if party.names}
    return {kind: tuple(phrases) for kind, phrases in grammar.words["claims"].items()} | named


@lru_cache(maxsize=8)
def _verbs(grammar: Grammar) -> Verbs:
    return verbs(grammar)
