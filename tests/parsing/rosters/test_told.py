"""Attendance told in sentences."""

from protokoll.model.text import Span
from protokoll.parsing.rosters.told import told_sections


def lists(words: str) -> list[tuple[str, str]]:
    """Return kind and words of each list."""
    found = told_sections(words, Span(0, len(words)))
    return [(section.kinds[0].value, section.spans[0].of(words)) for section in found]


def test_members_and_substitutes() -> None:
    """Each list runs to the end of its sentence; initials end none."""
    words = (
        "Närvarande var ledamöterna Eva A. Ek (s) och Bo Ask (m). Vidare närvar ersättarna Liv Alm (c) för Bo Ek (c)."
    )
    assert lists(words) == [
        ("members", "Eva A. Ek (s) och Bo Ask (m)"),
        ("substitutes", "Liv Alm (c) för Bo Ek (c)"),
    ]


def test_those_present_all_the_time() -> None:
    """Words between 'närvarande' and 'var' do not matter."""
    assert lists("Närvarande under hela sammanträdet var ledamöterna Eva Ek (s).") == [("members", "Eva Ek (s)")]


def test_roll_call_by_exception_is_read_elsewhere() -> None:
    """'Samtliga ledamöter utom …' names those who were not there."""
    assert lists("Närvarande var samtliga ledamöter utom Eva Ek (s).") == []


def test_running_text() -> None:
    """What was decided about those present is no list."""
    assert lists("Nämnden beslutar att ledamöterna Eva Ek och Bo Ask deltar i resan.") == []
