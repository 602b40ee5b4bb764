"""Days and years whose figures were read as letters."""

import pytest

from protokoll.cleaning.repair.figures import restore_figures
from protokoll.cleaning.replaying import apply
from protokoll.grammar import load
from protokoll.model.text import Span


def restored(text: str) -> str:
    """The text with its figures."""
    edits = restore_figures(text, [Span(0, len(text))], load().words["repair"])
    return apply(text, tuple(sorted(edits, key=lambda edit: edit.span)))


@pytest.mark.parametrize(
    ("seen", "right"),
    [
        ("den l O mars 2004", "den 10 mars 2004"),
        ("den 2O april 2OO3", "den 20 april 2003"),
        ("den l2 juni l998", "den 12 juni 1998"),
        ("den\n| juni 1998", "den\n1 juni 1998"),
    ],
)
def test_figures_come_back(seen: str, right: str) -> None:
    """Before a month, and in the shape of a year."""
    assert restored(seen) == right


@pytest.mark.parametrize(
    "kept",
    [
        "I mars beslutade",
        "§ 2 I mars beslutades",
        "den 10 mars 2004",
        "O maj, du sköna",
        "3 S april",
        "punkt 1 I juni",
        "avgjordes | juni",
    ],
)
def test_words_and_figures_stay(kept: str) -> None:
    """A capital I before a month is a word, and what is a figure stays one."""
    assert restored(kept) == kept
