"""Documents without a line in the manifest."""

from pathlib import Path

import pytest

from protokoll.archive.folder import Folder, output_name
from protokoll.archive.outcome import Outcome, Status
from protokoll.archive.strays import settle_strays
from protokoll.export.json import dump
from tests.invented import make_document


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An archive with the document of ks.txt."""
    made = Folder(tmp_path / "arkiv")
    made.root.mkdir()
    made.prepare()
    document = make_document("/x/ks.txt")
    made.write(made.root / output_name("/x/ks.txt", document.source.sha256), [dump(document)])
    return made


def test_a_document_without_a_line_is_taken_in_again(folder: Folder) -> None:
    """Its line says what the document says."""
    document = make_document("/x/ks.txt")
    (outcome,) = settle_strays(folder, {})
    assert (outcome.path, outcome.sha256, outcome.size) == ("/x/ks.txt", document.source.sha256, document.source.size)
    assert sum(outcome.remarks.values()) == len(document.remarks)
    assert outcome.output
    assert (folder.root / outcome.output).stat().st_size == outcome.output_size
    assert list(settle_strays(folder, {outcome.key: outcome})) == []


def test_a_document_whose_input_has_another_is_removed(folder: Folder) -> None:
    """The bytes have changed, and the document of the old ones would be told beside the new."""
    now = Outcome(path="/x/ks.txt", status=Status.CONVERTED, output="documents/00/ks-00.json")
    assert list(settle_strays(folder, {now.key: now})) == []
    assert list(folder.outputs()) == []


def test_what_cannot_be_read_is_left(folder: Folder) -> None:
    """Somebody may want it."""
    (place,) = folder.documents.glob("*/*.json")
    place.write_bytes(b"{")
    assert list(settle_strays(folder, {})) == []
    assert place.exists()
