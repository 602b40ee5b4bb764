"""The page on archives names every status and every field of the manifest."""

from protokoll.archive.outcome import Outcome, Status
from tests.docs.tables import find_names


def test_page_lists_each_status_and_field() -> None:
    """In the order of the code."""
    names = find_names("archive.md")
    # Tables under headings without a class come after them.
    assert names["Status"][: len(Status)] == [status.value for status in Status]
    fields = list(Outcome.__struct_fields__)
    assert names["Outcome"][: len(fields)] == fields
