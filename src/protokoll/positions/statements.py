"""What each party put on record beside a decision, and what somebody without a vote would have done."""

import re
from collections.abc import Iterator
from functools import lru_cache

from protokoll.grammar import Grammar, words_pattern
from protokoll.model.document import Statement, StatementKind
from protokoll.model.position import Position, Stance
from protokoll.model.text import Passage, Span
from protokoll.positions.evidence import Stand, is_hypothetical, position_of
from protokoll.positions.holders import find_holders
from protokoll.positions.objects import object_in
from protokoll.positions.scenes import Scene

__all__ = ["positions_in_statements"]

_SHORT = 240
_LONGEST_OPENING = 400
_NOTED = re.compile(r"\bskrivelse\s+från\s+den\s+\d|\bbilaga\b|\bse\s", re.IGNORECASE)
_CORRECTS = re.compile(r"\brätteligen\b|\bröstat?\s+fel\b|\btryckt\s+fel\b", re.IGNORECASE)
_SENTENCE = re.compile(r".{20,400}?[.!?](?=\s|$|[”\"])", re.DOTALL)
_ENDS = re.compile(r"(?<!\bm)(?<!\bfl)[.!?][”\"]?(?=\s+[A-ZÅÄÖ”\"“]|\s*$)")
_WOULD = re.compile(r"\bhade\b", re.IGNORECASE)
# "Centerpartiet kommer att rösta avslag på motionen i kommunfullmäktige": not done yet.
_WILL = re.compile(
    r"\bkommer\s+(?:\w+\s+){0,3}?(?:att\s+)?(?=(?:rösta|yrka|bifalla|avslå|tillstyrka|avstyrka)\b)", re.I
)
_LINKS = re.compile(r"^(?:\s*(?:till|på|för|av|om))?\s+(?:bifall\s+till\s+)?", re.IGNORECASE)
_TURNS_DOWN = re.compile(r"^att\s+(?:avslå|avstyrka)\b|\b(?:avslås|avstyrks)$", re.IGNORECASE)
# What is said of a proposal, by the entries of `directions.toml`.
_WISHES = (
    (Stance.AMEND, "amend"),
    (Stance.REMIT, "remit"),
    (Stance.AGAINST, "against"),
    (Stance.FOR, "for"),
    (Stance.ABSTAIN, "abstain"),
)


def positions_in_statements(scene: Scene) -> Iterator[Position]:
    """Yield what each party put on record beside a decision: a view, which is neither support nor opposition.

    A substitute's 'hade jag fått rösta …' is for or against something and no vote (basis `hypothetical`); what
    somebody is going to do is not done yet (caveat `announced`).
    """
    for index, statement in enumerate(scene.item.statements):
        holders = find_holders(statement.by, scene.roster)
        if not holders:
            continue
        stand, quote = _stated(statement, scene.roster.grammar)
        proof = scene.proof(f"/statements/{index}", quote)
        setting = scene.setting(statement.span, statement.body)
        for holder in holders:
            yield position_of(statement, setting, holder, stand, proof)


def _stated(statement: Statement, grammar: Grammar) -> tuple[Stand, Passage]:
    """Return where a statement puts its makers, and the words that say so."""
    text, words = statement.text, statement.text.text
    pointer = ("pointer",) if len(words) < _SHORT and _NOTED.search(words) else ()
    if _CORRECTS.search(words):
        return Stand(Stance.NONE, _opening(words), caveats=("correction",)), text
    if statement.kind is StatementKind.SUBSTITUTE_STATEMENT or is_hypothetical(words):
        said = _sentence(text, _WOULD)
        stand = _wished(said.text, grammar, "substitute", pointer) if said else None
        if said and stand:
            return stand, said
    will = _sentence(text, _WILL)
    if will:
        ahead = _WILL.split(will.text)[-1]
        stand = _wished(ahead, grammar, "announced", ("announced", *pointer))
        if stand:
            return stand, will
    return Stand(Stance.NONE, _opening(words), caveats=pointer), text


def _wished(words: str, grammar: Grammar, table: str, caveats: tuple[str, ...]) -> Stand | None:
    """Return where the first verb of a table puts its speaker, and towards what; None where no verb does."""
    found = [
        (match.start(), order, stance, match)
        for order, (stance, entry) in enumerate(_WISHES)
        if (match := _wishes(grammar, table, entry).search(words))
    ]
    if not found:
        return None
    _, _, stance, match = min(found, key=lambda each: each[:2])
    claim = _LINKS.sub("", words[match.end() :]).rstrip(' .”"')
    if stance is Stance.FOR and _TURNS_DOWN.search(claim):
        stance = Stance.AGAINST
    return Stand(stance, object_in(claim) or claim or words, caveats=caveats)


def _sentence(passage: Passage, pattern: re.Pattern[str]) -> Passage | None:
    """Return the sentence of a passage, as printed, in which a pattern is found."""
    printed = passage.printed
    match = pattern.search(printed)
    if not match:
        return None
    start = max((each.end() for each in _ENDS.finditer(printed, 0, match.start())), default=0)
    after = _ENDS.search(printed, match.end())
    end = after.end() if after else len(printed)
    start += len(printed[start:end]) - len(printed[start:end].lstrip())
    words = printed[start:end].rstrip()
    at = passage.span.start + start
    return Passage(" ".join(words.split()), Span(at, at + len(words)), passage.page, words)


def _opening(words: str) -> str:
    """Return the first sentence: what a long statement claims is found in its sentences, one by one."""
    match = _SENTENCE.match(words)
    return match[0] if match else words[:_LONGEST_OPENING]


@lru_cache(maxsize=64)
def _wishes(grammar: Grammar, table: str, entry: str) -> re.Pattern[str]:
    return words_pattern(grammar.words["directions"][table][entry])
