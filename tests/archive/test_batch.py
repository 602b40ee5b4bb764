"""Whole runs: what is done, what is left, and what stands in the archive afterwards."""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from protokoll.archive import batch
from protokoll.archive.batch import Settings
from protokoll.archive.engine import Loss, Under
from protokoll.archive.folder import Folder
from protokoll.archive.inputs import Input
from protokoll.archive.manifest import read_lines
from protokoll.archive.outcome import Outcome, Status
from protokoll.archive.plan import Plan
from protokoll.archive.processes import Limits
from protokoll.archive.recipe import Recipe
from protokoll.archive.summary import Summary
from protokoll.archive.watcher import Stop
from protokoll.errors import NewerArchive, OutputError, UsageError
from tests.archive.records import BAD, record, write_records


class Ears:
    """A watcher that remembers what it was told."""

    def __init__(self, heard: Callable[[int], None] = lambda _: None) -> None:
        self.heard = heard
        self.notes: list[str] = []
        self.outcomes: list[Outcome] = []

    def begin(self, plan: Plan) -> None:
        """Not remembered."""

    def outcome(self, outcome: Outcome) -> None:
        """Remember an outcome."""
        self.outcomes.append(outcome)
        self.heard(len(self.outcomes))

    def tick(self, in_hand: Sequence[Under]) -> None:
        """Not remembered."""

    def note(self, message: str) -> None:
        """Remember a note."""
        self.notes.append(message)

    def rebuild(self, done: int, total: int) -> None:
        """Not remembered."""


class HereEngine:
    """An engine without processes; tasks whose names tell so are lost."""

    def __init__(self, *_: object, **__: object) -> None:
        self.stopped = False

    def map(self, function: Any, tasks: Sequence[Input]) -> Iterator[tuple[Input, Any]]:
        """Do each task when it is asked for."""
        for task in tasks:
            if self.stopped:
                return
            lost = [loss for loss in Loss if f"lost-{loss}" in task.path]
            yield task, lost[0] if lost else function(task)
            self.in_between()

    def in_between(self) -> None:
        """Do nothing; a test may."""

    def stop(self) -> None:
        """Begin no more tasks."""
        self.stopped = True

    def in_hand(self) -> list[Under]:
        """Nothing ever is."""
        return []


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs in this process; those with processes are tried in tests/cli."""
    monkeypatch.setattr(batch, "LocalEngine", HereEngine)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with four records and what is none."""
    write_records(tmp_path / "in", 4)
    for name, (data, _) in BAD.items():
        (tmp_path / "in" / name).write_bytes(data)
    (tmp_path / "in" / "sub").mkdir()
    (tmp_path / "in" / "sub" / "copy.txt").write_bytes(record(2))
    return tmp_path


def _run(home: Path, into: str = "arkiv", ears: Ears | None = None, stop: Stop | None = None, **how: Any) -> Summary:
    return batch.run([str(home / "in")], home / into, Settings(**how), ears or Ears(), stop or Stop())


def _stop_at(stop: Stop, number: int, count: int) -> None:
    stop.wanted = count >= number


def _tree(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def _line(home: Path, name: str) -> Outcome:
    return read_lines(home / "arkiv" / "manifest.jsonl")[0][str(home / "in" / name)]


def test_every_input_has_a_line_and_every_record_a_document(home: Path) -> None:
    """Nothing is silent, and nothing but the archive is left."""
    summary = _run(home)
    assert summary.counts == {Status.CONVERTED: 4, Status.DUPLICATE: 1, Status.FAILED: len(BAD)}
    assert summary.exit_code == 21
    outcomes, damaged = read_lines(home / "arkiv" / "manifest.jsonl")
    assert (len(outcomes), damaged) == (4 + 1 + len(BAD), 0)
    made = {path.split("/")[0] for path in _tree(home / "arkiv")}
    assert made - {"metadata.json"} == {".lock", "archive.json", "documents", "manifest.jsonl", "protokoll.db"}
    assert len(list((home / "arkiv").glob("documents/*/*.json"))) == 4
    assert _line(home, "sub/copy.txt").duplicate_of == str(home / "in" / "ks-002.txt")


def test_the_same_run_again_changes_no_byte(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is skipped, what failed before is told again, and the database is not made again."""
    first = _run(home)
    before = _tree(home / "arkiv")
    monkeypatch.setattr("protokoll.archive.store.rebuild", lambda *_, **__: pytest.fail("nothing has changed"))
    second = _run(home)
    assert second.counts == {Status.SKIPPED: 4 + 1 + len(BAD)}
    assert second.exit_code == first.exit_code
    assert _tree(home / "arkiv") == before


def test_a_run_stopped_anywhere_and_resumed_gives_the_same_bytes(home: Path) -> None:
    """After each number of outcomes: stopped by wish, the archive is whole; resumed, it is the undisturbed one."""
    _run(home, "undisturbed")
    undisturbed = _tree(home / "undisturbed")
    for number in range(1, 10):
        stop = Stop()
        ears = Ears(partial(_stop_at, stop, number))
        summary = _run(home, ears=ears, stop=stop)
        assert summary.stopped
        assert summary.exit_code == 130
        assert not (home / "arkiv" / "journal.jsonl").exists()
        assert len(read_lines(home / "arkiv" / "manifest.jsonl")[0]) == len(ears.outcomes)
        _run(home)
        assert _tree(home / "arkiv") == undisturbed
        shutil.rmtree(home / "arkiv")


@pytest.mark.parametrize("at", ["convert", "database"])
def test_a_run_broken_off_and_resumed_gives_the_same_bytes(
    home: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    """A second Ctrl-C leaves what is done; the database of before the break is not taken for the new one."""
    _run(home, "undisturbed")
    shutil.copytree(home / "undisturbed", home / "arkiv")
    (home / "in" / "ks-001.txt").write_bytes(record(77))

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        if at == "convert":
            patch.setattr(HereEngine, "in_between", interrupt)
        else:
            patch.setattr("protokoll.archive.store.rebuild", interrupt)
        with pytest.raises(KeyboardInterrupt):
            _run(home)
    assert (home / "arkiv" / "journal.jsonl").exists()
    _run(home)
    _run(home, "undisturbed")
    assert _tree(home / "arkiv") == _tree(home / "undisturbed")


def test_a_changed_file_has_the_document_of_its_new_bytes(home: Path) -> None:
    """And not the old one beside it."""
    _run(home)
    old = _line(home, "ks-000.txt").output
    (home / "in" / "ks-000.txt").write_bytes(record(50))
    assert _run(home).counts[Status.CONVERTED] == 1
    new = _line(home, "ks-000.txt").output
    assert new != old
    assert (home / "arkiv" / str(new)).exists()
    assert not (home / "arkiv" / str(old)).exists()


def test_a_file_that_got_worse_keeps_its_document(home: Path) -> None:
    """A download that broke off does not take away what was read before."""
    _run(home)
    old = _line(home, "ks-000.txt").output
    (home / "in" / "ks-000.txt").write_bytes(b"\n")
    _run(home)
    line = _line(home, "ks-000.txt")
    assert (line.status, line.output) == (Status.FAILED, old)
    assert (home / "arkiv" / str(old)).exists()


def test_a_file_that_is_gone_stays_in_the_archive(home: Path) -> None:
    """An archive outlives its sources."""
    _run(home)
    (home / "in" / "ks-003.txt").unlink()
    _run(home)
    assert (home / "arkiv" / str(_line(home, "ks-003.txt").output)).exists()


def test_another_recipe_converts_everything_again(home: Path) -> None:
    """What was read with other words may read otherwise; failures are tried too."""
    _run(home)
    summary = _run(home, recipe=Recipe(force=True))
    assert summary.counts[Status.SKIPPED] == 1  # the duplicate, which has no document of its own
    assert summary.counts[Status.PARTIAL] == 2  # what is no record, and what is not in Swedish


def test_failures_are_tried_again_when_asked(home: Path) -> None:
    """They only."""
    _run(home)
    assert _run(home, retry_failed=True).counts == {Status.SKIPPED: 5, Status.FAILED: len(BAD)}


@pytest.mark.parametrize(
    ("loss", "status", "code", "told"),
    [
        (Loss.TIME, Status.TIMED_OUT, 18, "took longer than 3 seconds"),
        (Loss.MEMORY, Status.TOO_LARGE, 17, "took more than 80 MB of memory"),
        (Loss.DEATH, Status.FAILED, 19, "the process that read"),
    ],
)
def test_what_is_lost_has_its_outcome(home: Path, loss: Loss, status: Status, code: int, told: str) -> None:
    """With a reason, a hint and a code, and not tried again unasked."""
    (home / "in" / f"lost-{loss}.txt").write_bytes(record(9))
    _run(home, limits=Limits(3, 80))
    line = _line(home, f"lost-{loss}.txt")
    assert (line.status, line.exit_code) == (status, code)
    assert told in str(line.error)
    assert "--retry-failed" in str(line.hint)
    assert _run(home, limits=Limits(3, 80)).counts == {Status.SKIPPED: 6 + len(BAD)}


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut": lambda data: data[: len(data) // 2],
    "letters": lambda data: data.replace(b'"status"', b'"stat\xff"', 2),
    "noise": lambda data: os.urandom(len(data)),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_manifest_is_made_anew(home: Path, damage: str) -> None:
    """From the documents and the sources: byte for byte the one before."""
    _run(home)
    before = _tree(home / "arkiv")
    manifest = home / "arkiv" / "manifest.jsonl"
    manifest.write_bytes(DAMAGES[damage](manifest.read_bytes()))
    _run(home)
    assert _tree(home / "arkiv") == before


def test_a_damaged_manifest_loses_no_record_whose_source_is_gone(home: Path) -> None:
    """The document tells where it came from."""
    _run(home)
    line = _line(home, "ks-003.txt")
    (home / "in" / "ks-003.txt").unlink()
    (home / "arkiv" / "manifest.jsonl").write_bytes(b"\x00\n")
    ears = Ears()
    _run(home, ears=ears)
    assert ears.notes == ["damaged lines in the manifest: 1; they are restored from the documents"]
    again = _line(home, "ks-003.txt")
    assert (again.output, again.sha256, again.output_size) == (line.output, line.sha256, line.output_size)


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0", None], ids=["empty", "cut", "gone"])
def test_a_damaged_database_is_made_anew(home: Path, data: bytes | None) -> None:
    """Although nothing is converted."""
    _run(home)
    before = _tree(home / "arkiv")
    database = home / "arkiv" / "protokoll.db"
    database.unlink() if data is None else database.write_bytes(data)
    assert _run(home).counts[Status.SKIPPED] == 5 + len(BAD)
    assert _tree(home / "arkiv") == before


def test_a_document_that_was_cut_is_made_anew(home: Path) -> None:
    """As after a power cut."""
    _run(home)
    before = _tree(home / "arkiv")
    (home / "arkiv" / str(_line(home, "ks-001.txt").output)).write_bytes(b"{")
    assert _run(home).counts[Status.CONVERTED] == 1
    assert _tree(home / "arkiv") == before


def test_a_document_that_is_gone_with_its_source_is_told(home: Path) -> None:
    """It cannot be made anew, and that is not kept quiet."""
    _run(home)
    (home / "arkiv" / str(_line(home, "ks-001.txt").output)).unlink()
    (home / "in" / "ks-001.txt").unlink()
    ears = Ears()
    _run(home, ears=ears)
    assert [note.split(",")[0] for note in ears.notes] == ["1 documents are damaged or gone"]


def test_names_that_are_hard_to_write(home: Path) -> None:
    """They are converted, found again, and lead to one line each."""
    for number, name in enumerate([b"\xe5r.txt", b"\xe4r.txt", b"two\nlines.txt", b'"quoted".txt']):
        (home / "in" / os.fsdecode(name)).write_bytes(record(60 + number))
    assert _run(home).counts[Status.CONVERTED] == 8
    before = _tree(home / "arkiv")
    assert _run(home).counts == Counter({Status.SKIPPED: 9 + len(BAD)})
    assert _tree(home / "arkiv") == before


def test_an_archive_of_a_newer_format_is_not_touched(home: Path) -> None:
    """Not even a lock is left."""
    (home / "arkiv").mkdir()
    (home / "arkiv" / "archive.json").write_bytes(b'{"format": 2}')
    with pytest.raises(NewerArchive):
        _run(home)
    assert list(_tree(home / "arkiv")) == ["archive.json"]


def test_nothing_to_convert_makes_no_archive(tmp_path: Path) -> None:
    """An empty folder is told, not archived."""
    (tmp_path / "in").mkdir()
    with pytest.raises(UsageError, match="no files to convert"):
        _run(tmp_path)
    assert not (tmp_path / "arkiv").exists()


def test_an_archive_that_takes_no_more_ends_the_run(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its reason; what was converted before stays, and the next run goes on from there."""
    write, room = Folder.write, [3]

    def write_while_there_is_room(self: Folder, path: Path, pieces: Any, *, lasting: bool = True) -> int:
        if path.parent.parent.name == "documents":
            room[0] -= 1
        if room[0] < 0:
            raise OSError(28, "No space left on device")
        return write(self, path, pieces, lasting=lasting)

    with monkeypatch.context() as patch:
        patch.setattr(Folder, "write", write_while_there_is_room)
        with pytest.raises(OutputError, match="no space left on device; make room"):
            _run(home)
    assert len(list((home / "arkiv").glob("documents/*/*.json"))) == 3
    assert _run(home).counts[Status.SKIPPED] >= 3
    _run(home, "undisturbed")
    assert _tree(home / "arkiv") == _tree(home / "undisturbed")
