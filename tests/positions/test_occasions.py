"""Before which body and on which day an act took place."""

from msgspec.structs import replace

from protokoll.model.document import Decision, Document, DocumentKind, Outcome
from protokoll.model.text import Passage, Span
from protokoll.positions.occasions import Occasion, occasion_of
from tests.positions.meetings import minutes, parsed

FAR = 20_000


def words(text: str, start: int = 0) -> Passage:
    """Return words as a passage."""
    return Passage(text, Span(start, start + len(text)), 1, text)


def decision(start: int, body: str | None, date: str | None = None) -> Decision:
    """Return a decision at a place."""
    named = words(body, start) if body else None
    return Decision(named, Outcome.APPROVE, (), None, None, words(date) if date else None, Span(start, start + 50), 1)


def report(*decisions: Decision) -> Document:
    """Return a report to the council of 6 March 2024 by kommunstyrelsen, with these decisions in its extracts."""
    document = parsed(minutes("§ 1 Skolmat\n\nBeslut\nFörslaget antas.\n"))
    item = replace(document.items[0], decisions=decisions)
    return replace(document, head=replace(document.head, kind=DocumentKind.COUNCIL_REPORT), items=(item,))


def occasion(document: Document, at: int, body: str | None = None, date: str | None = None) -> Occasion:
    """Return the occasion of an act at a place."""
    told = words(body) if body else None
    return occasion_of(document, document.items[0], Span(at, at + 9), told, words(date) if date else None)


def test_minutes_tell_of_their_own_meeting() -> None:
    """Nothing in minutes took place on another day."""
    document = parsed(minutes("§ 1 Skolmat\n\nBeslut\nFörslaget antas.\n"))
    assert occasion(document, 10) == Occasion("Kommunstyrelsen", "2024-03-06", False)


def test_what_the_record_says_goes_first() -> None:
    """A body and a day of its own make an act one of another meeting."""
    document = report(decision(100, "Kommunstyrelsen"))
    assert occasion(document, 200, "Skolnämnden", "2023-10-02") == Occasion("Skolnämnden", "2023-10-02", True)
    assert occasion(document, 200, "Kommunstyrelsen") == Occasion("Kommunstyrelsen", "2024-03-06", False)


def test_the_only_day_of_a_body_is_its_acts_day() -> None:
    """A body that decided on one day acted on that day; with two days in the document nobody knows which."""
    once = report(decision(100, "Skolnämnden", "2023-10-02"))
    assert occasion(once, 200, "Skolnämnden").date == "2023-10-02"
    twice = report(decision(100, "Skolnämnden", "2023-10-02"), decision(900, "Skolnämnden", "2023-11-02"))
    assert occasion(twice, 200, "Skolnämnden").date == "2024-03-06"


def test_an_act_belongs_to_the_decision_that_it_follows() -> None:
    """In an extract the decision stands first and the proposals after it."""
    document = report(decision(100, "Kommunstyrelsen"), decision(5000, "Skolnämnden", "2023-10-02"))
    assert occasion(document, 50) == Occasion("Kommunstyrelsen", "2024-03-06", False)
    assert occasion(document, 300) == Occasion("Kommunstyrelsen", "2024-03-06", False)
    assert occasion(document, 5200) == Occasion("Skolnämnden", "2023-10-02", True)


def test_far_from_any_decision_the_body_is_unknown() -> None:
    """Twenty thousand characters on, the extract may be anybody's."""
    document = report(decision(100, "Skolnämnden", "2023-10-02"))
    assert occasion(document, FAR) == Occasion(None, "2024-03-06", True)


def test_a_day_without_a_body_is_a_meeting_of_somebody() -> None:
    """The day counts; the body stays unknown."""
    assert occasion(report(decision(100, "Kommunstyrelsen")), 200, None, "2022-12-20") == Occasion(
        None, "2022-12-20", True
    )
