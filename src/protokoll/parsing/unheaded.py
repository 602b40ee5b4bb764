"""A decision that stands in an item without a heading of its own."""

from collections.abc import Iterator

from protokoll.model.outline import Block, BlockKind
from protokoll.model.text import Span
from protokoll.parsing.blocks import without_rule
from protokoll.parsing.decisions import find_decisions, find_unheaded_decision
from protokoll.parsing.facts import STATED, Facts, Frame
from protokoll.parsing.told import find_told

__all__ = ["read_unheaded"]

_PLAIN = (BlockKind.ITEM, BlockKind.OTHER)
_COUNTED = (BlockKind.VOTE, BlockKind.QUESTION_ORDER)


def read_unheaded(frame: Frame, sections: list[Block], title: str, facts: Facts) -> None:
    """Find a decision that stands without a heading of its own, last in the item (older templates)."""
    places = [without_rule(frame.text.text, place) for place in _unheaded_places(sections)]
    for told, content in [*((False, place) for place in places), *((True, place) for place in places)]:
        span = find_unheaded_decision(frame.text, content, frame.body, frame.grammar, told=told)
        if span:
            decisions, lead_ins = find_decisions(frame.text, span, frame.body, title, frame.grammar)
            facts.decisions += decisions
            facts.proposals += lead_ins
            return
    for kinds in (_PLAIN, _COUNTED):
        if not facts.decisions:
            _read_told(frame, [block for block in sections if block.kind in kinds], facts)


def _read_told(frame: Frame, sections: list[Block], facts: Facts) -> None:
    """Find a decision that is only told: 'Till justerare utses Eva Ek (V).', 'Informationen noteras.'."""
    for place in _unheaded_places(sections):
        told = find_told(frame.text, place, frame.body, frame.grammar)
        if told:
            facts.decisions.append(told)
            return


def _unheaded_places(sections: list[Block]) -> Iterator[Span]:
    closed = (BlockKind.RECIPIENTS, BlockKind.ATTACHMENTS, BlockKind.APPEAL, *STATED)
    return (block.content for block in reversed(sections) if block.kind not in closed)
