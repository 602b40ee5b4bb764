"""What an archive holds, and what is wrong with it."""

from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from protokoll.archive.folder import Folder
from protokoll.archive.manifest import as_lines
from protokoll.archive.outcome import Outcome
from protokoll.archive.outcome import Status as Went
from protokoll.archive.store import rebuild
from protokoll.archive.store.status import Status, find_status
from tests.archive.store.making import dated, make_archive, opened, titled
from tests.invented import make_document


def _status(archive: Path) -> Status:
    with closing(opened(archive)) as database:
        return find_status(database)


def test_counts(tmp_path: Path) -> None:
    """Documents by kind, body and year; remarks by their code."""
    documents = {"a": make_document(), "b": dated(titled("Ett"), "2016-02-01", "Kommunfullmäktige")}
    status = _status(make_archive(tmp_path, documents))
    assert (status.documents, status.items) == (2, 3)
    assert status.kinds == {"protocol": 2}
    assert status.bodies == {"Kommunfullmäktige": 1, "Kommunstyrelsen": 1}
    assert list(status.years.items()) == [("2016", 1), ("2024", 1)]
    assert status.remarks == {"date_missing": 1, "target_missing": 1}
    assert (status.inputs, status.failures, status.gaps, status.votes) == ({}, (), (), ())


def test_undated_documents_are_counted(tmp_path: Path) -> None:
    """Under a dash, so that the sum is that of all."""
    document = make_document()
    undated = replace(document, head=replace(document.head, date=None, body=None))
    status = _status(make_archive(tmp_path, {"a": undated}))
    assert (status.years, status.bodies) == ({"–": 1}, {"–": 1})


def test_failures_with_reason_and_hint(tmp_path: Path) -> None:
    """Each input that gave no document."""
    archive = make_archive(tmp_path, {"a": make_document()}, database=False)
    outcomes = [
        Outcome(path="/in/a.txt", status=Went.CONVERTED, output="documents/a.json"),
        Outcome(path="/in/b.txt", status=Went.FAILED, error="it is empty", hint="look", exit_code=12),
        Outcome(path="/in/c.txt", status=Went.TIMED_OUT, error="it took too long", exit_code=18),
    ]
    Folder(archive).manifest.write_bytes(b"".join(as_lines({each.path: each for each in outcomes})))
    rebuild(archive)
    status = _status(archive)
    assert status.inputs == {"converted": 1, "failed": 1, "timed_out": 1}
    assert status.failures == (
        {"path": "/in/b.txt", "status": "failed", "reason": "it is empty", "hint": "look"},
        {"path": "/in/c.txt", "status": "timed_out", "reason": "it took too long", "hint": None},
    )


def test_votes_that_do_not_add_up(tmp_path: Path) -> None:
    """Each with what is printed and what the roll has."""
    document = make_document()
    vote = replace(document.items[0].votes[0], yes=7)
    item = replace(document.items[0], votes=(vote,))
    [found] = _status(make_archive(tmp_path, {"a": replace(document, items=(item,))})).votes
    assert (found["item_number"], found["yes"], found["roll_yes"], found["page"]) == ("11", 7, 2, 2)
