"""The page on errors names every exit code and every class of error."""

import re

from protokoll import errors
from protokoll.errors import ExitCode, ProtokollError
from tests.docs.tables import DOCS

_ROW = re.compile(r"^\| (\d+) \| (?:`(\w+)`|–) \|", re.MULTILINE)


def test_page_lists_each_exit_code_once() -> None:
    """The codes of the page are those of ExitCode, in order."""
    rows = _ROW.findall((DOCS / "errors.md").read_text("utf-8"))
    assert [int(code) for code, _ in rows] == sorted(ExitCode)


def test_page_gives_each_class_its_code() -> None:
    """Each class of error stands beside the code that it ends the command with."""
    rows = _ROW.findall((DOCS / "errors.md").read_text("utf-8"))
    classes = {name: getattr(errors, name) for name in errors.__all__}
    expected = {
        name: each.exit_code.value
        for name, each in classes.items()
        if isinstance(each, type) and issubclass(each, ProtokollError)
    }
    assert {name: int(code) for code, name in rows if name} == expected
