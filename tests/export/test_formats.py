"""The table of formats."""

import pytest

from protokoll.errors import UsageError
from protokoll.export import FORMATS, encode
from tests.invented import make_document


def test_names_and_suffixes_are_their_own() -> None:
    """A suffix tells one format, and json is the default."""
    assert next(iter(FORMATS)) == "json"
    assert len({each.suffix for each in FORMATS.values()}) == len(FORMATS)
    assert all(name == each.name for name, each in FORMATS.items())


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_utf8_with_a_final_line_break(name: str) -> None:
    """Whatever the format, letters are UTF-8 and the last line is ended."""
    data = encode(make_document(), name)
    assert "cykelställ" in data.decode("utf-8")
    assert data.endswith(b"\n")


def test_unknown_format_is_refused() -> None:
    """The error names what there is."""
    with pytest.raises(UsageError, match="json, jsonl, csv or markdown"):
        encode(make_document(), "yaml")
