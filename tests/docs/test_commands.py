"""What the documentation shows of the terminal is what the terminal shows."""

import pytest

from tests.docs.commands import TOP, Shown, find_commands, matches, run

SHOWN = [
    pytest.param(each, id=f"{page.name}: {each.command[:50]}")
    for page in (TOP / "README.md", *sorted((TOP / "docs").glob("*.md")))
    for each in find_commands(page)
    if each.command.startswith("protokoll ")
]


@pytest.mark.parametrize("shown", SHOWN)
def test_output_is_what_is_shown(shown: Shown) -> None:
    """A command that a page shows with output gives that output."""
    output = run(shown.command)
    assert matches(output, shown.output), output


def test_readme_shows_output() -> None:
    """The tour of the README has commands with output, so that the test above looks at something."""
    assert len(find_commands(TOP / "README.md")) >= 2


@pytest.mark.parametrize(
    ("output", "shown", "same"),
    [
        ("a\nb\nc", "a\n…\nc", True),
        ("a\nb\nc", "a\nb\nc", True),
        ("a\nb\nc", "a\n…", True),
        ("a\nb\nc", "b\n…", False),
        ("a\nb\nc", "a\nc", False),
    ],
)
def test_ellipsis_stands_for_lines(output: str, shown: str, same: bool) -> None:
    """Only an ellipsis alone on its line stands for lines that are left out."""
    assert matches(output, shown) is same
