"""The guide to the output is true."""

import doctest
import re
from pathlib import Path

import pytest

from protokoll import schema
from tests.docs.tables import DOCS


def test_examples_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python examples give what the page says."""
    monkeypatch.chdir(DOCS.parent)
    results = doctest.testfile(str(DOCS / "output.md"), module_relative=False, verbose=False)
    assert results.attempted > 5
    assert results.failed == 0


def test_every_field_is_described() -> None:
    """Each field of the schema is named on the page."""
    page = Path(DOCS / "output.md").read_text("utf-8")
    named = set(re.findall(r"`(\w+)`", page))
    fields = {field for each in schema()["$defs"].values() for field in each.get("properties", ())}
    assert fields - named == set()
