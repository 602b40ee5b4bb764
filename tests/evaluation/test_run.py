"""A run can be written, read back and compared with another; each fault has its place."""

import msgspec
import pytest
from msgspec.structs import replace

from protokoll.errors import BrokenInput
from protokoll.evaluation.judgement import Element, Verdict
from protokoll.evaluation.reduction import facts
from protokoll.evaluation.run import DocumentRun, decode_run, difference, evaluate, gather, unread
from protokoll.model.document import Document
from tests.evaluation.alvby import TEXT, meeting, passage


def run_of(document: Document) -> DocumentRun:
    """The meeting as annotated against `document`."""
    return evaluate("alvby", facts(meeting()), document, TEXT)


def without_proposals() -> Document:
    """The meeting with the proposals of its first § left out."""
    first, second = meeting().items
    return replace(meeting(), items=(replace(first, proposals=()), second))


def test_a_perfect_run_has_no_findings() -> None:
    """Findings are faults only."""
    assert run_of(meeting()).findings == ()


def test_a_fault_has_page_and_line() -> None:
    """A missed proposal is found on the page and line where its words stand."""
    first = run_of(without_proposals()).findings[0]
    assert (first.element, first.verdict, first.item) == (Element.PROPOSAL, Verdict.MISSED, "12")
    assert (first.page, first.line) == (2, 6)


def test_a_run_survives_writing() -> None:
    """What is read back from JSON is the run that was written."""
    run = gather([run_of(without_proposals()), run_of(meeting())])
    assert decode_run(msgspec.json.encode(run), "run.json") == run


def test_another_file_is_no_run() -> None:
    """A JSON of something else is refused with advice."""
    with pytest.raises(BrokenInput, match="evaluate --json"):
        decode_run(b'{"format": 1}', "gold.json")


def test_a_difference_tells_what_was_gained_and_lost() -> None:
    """Proposals that are found again are gained, a title that went wrong is lost."""
    first, second = meeting().items
    retitled = replace(meeting(), items=(replace(first, title=passage("Information")), second))
    change = difference(gather([run_of(without_proposals())]), gather([run_of(retitled)]))
    assert {each.element for _, each in change.gained} == {Element.PROPOSAL}
    assert [(each.element, each.verdict) for _, each in change.lost] == [
        (Element.TITLE, Verdict.MISSED),
        (Element.TITLE, Verdict.INVENTED),
    ]
    assert Element.TITLE in change.f1
    assert Element.POINT not in change.f1


def test_equal_runs_differ_in_nothing() -> None:
    """A run against itself has neither gains nor losses."""
    run = gather([run_of(without_proposals())])
    change = difference(run, run)
    assert (change.gained, change.lost, change.f1) == ((), (), {})


def test_a_text_that_cannot_be_parsed_misses_everything() -> None:
    """Nothing is right and nothing invented where there is no output."""
    failed = unread("alvby", facts(meeting()), "the file is empty")
    assert {each.verdict for each in failed.findings} == {Verdict.MISSED}
    assert failed.counts[Element.KIND].missed == 1
    assert failed.error == "the file is empty"
