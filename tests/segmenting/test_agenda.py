"""The entries of an agenda are the longest run of its numbers."""

import pytest

from protokoll.grammar import load
from protokoll.segmenting.agenda import agenda_marks


def _numbers(words: str) -> list[str]:
    return [words[mark.span.start : mark.span.end] for mark in agenda_marks(words, load()) if mark.kind == "item"]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Kallelse\n1. Upprop\n2. Val\n3. Bad\n", ["1.", "2.", "3."]),
        ("Kallelse\n§ 1 Upprop\n§ 2 Val\n", ["§ 1", "§ 2"]),
        ("Kallelse\n12 Maj kl 13\n1 Upprop\n2 Val\n4 Bad\n", ["1", "2", "4"]),
        ("Kallelse utan ärenden\n", []),
    ],
)
def test_run(words: str, numbers: list[str]) -> None:
    """A date is no entry, and one number may be missing."""
    assert _numbers(words) == numbers
