"""Facts: every act of a document once, each with its place in the JSON output."""

import json
from collections import Counter
from functools import reduce
from typing import Any

from protokoll.export import encode
from protokoll.export.facts import find_facts
from tests.invented import make_document


def _follow(pointer: str, data: Any) -> Any:
    """Return what an RFC 6901 pointer leads to."""

    def step(value: Any, part: str) -> Any:
        return value[int(part)] if isinstance(value, list) else value[part]

    return reduce(step, pointer.split("/")[1:], data)


def test_every_act_is_a_fact() -> None:
    """Nothing is left out, nothing stands twice."""
    assert Counter(fact.kind for fact in find_facts(make_document())) == {
        "attendance": 2,
        "item": 2,
        "decision_point": 3,
        "decision": 1,
        "proposal": 2,
        "proposal_point": 1,
        "proposal_statement": 1,
        "vote": 1,
        "voter": 3,
        "reservation": 1,
        "statement": 1,
        "recusal": 1,
        "not_participating": 1,
        "remark": 2,
    }


def test_pointers_lead_to_the_record() -> None:
    """The record at the pointer has the span that the fact has."""
    data = json.loads(encode(make_document()))
    facts = list(find_facts(make_document()))
    for fact in facts:
        found = _follow(fact.pointer, data)
        assert found["span"] == ([fact.span.start, fact.span.end] if fact.span else None), fact
    assert len({fact.pointer for fact in facts}) == len(facts)


def test_facts_of_an_item_carry_its_number_and_title() -> None:
    """The § is on every row of it, and on no other."""
    for fact in find_facts(make_document()):
        number = {"/items/0": "11", "/items/1": "12"}.get(fact.pointer[:8], "")
        assert fact.item == number
        assert bool(fact.title) == bool(number)


def test_group_without_names_is_given_by_its_party() -> None:
    """A party that acts as a whole has no person in its row."""
    [statement] = [fact for fact in find_facts(make_document()) if fact.kind == "statement"]
    assert (statement.parties, statement.persons, statement.act) == ("V", "", "special_statement")
