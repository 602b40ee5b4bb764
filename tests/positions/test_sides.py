"""Which side an act takes, and what is told again."""

import pytest

from protokoll.positions.matters import subject_of, years_apart
from protokoll.positions.repeats import told_once
from protokoll.positions.sides import is_of_matter, one_proposition, side_of
from tests.positions.wanting import wants

MOTION = "Motion av Bo Ek (Y) om fri entré till badhuset"


@pytest.mark.parametrize(
    ("claim", "stance", "title", "side"),
    [
        ("att motionen bifalls", "for", MOTION, 1),
        ("att motionen avslås", "for", MOTION, -1),
        ("bifall till motionen", "against", MOTION, -1),
        ("avslag på motionen", "against", MOTION, 1),
        ("Därför avslår vi motionen.", "oppose", MOTION, -1),
        ("kommunstyrelsens förslag", "for", MOTION, 0),
        ("övriga yrkanden", "against", "Ny simhall i Norrby", 0),
        ("yrkandet från Y den 3 oktober 2023", "for", "Ny simhall i Norrby", 0),
        ("ärendets återremiss", "against", "Ny simhall i Norrby", 0),
        ("kommunstyrelsens förslag", "against", "Ny simhall i Norrby", -1),
        ("att avskaffa avgiften till badhuset", "for", MOTION, 1),
        ("kommunstyrelsens förslag", "abstain", "Ny simhall i Norrby", 0),
    ],
)
def test_sides(claim: str, stance: str, title: str, side: int) -> None:
    """A side is told by the words of the act and the kind of matter, or not at all."""
    assert side_of(wants(claim, stance, "vote", title=title)) == side


def test_words_may_be_about_the_matter() -> None:
    """'Därför avslår vi motionen' says no more than the act itself."""
    assert is_of_matter(wants("Därför avslår vi motionen.", "oppose", title=MOTION))
    assert not is_of_matter(wants("Badhuset ska ha längre öppet.", title=MOTION))


def test_one_proposition() -> None:
    """The motion as a whole is one proposal; two texts are one where they share their words."""
    whole = wants("att motionen bifalls", "for", "vote", title=MOTION)
    text = wants("Badhuset ska hållas öppet till midnatt.", "for", "vote", title=MOTION)
    other = wants("Entréavgiften tas ut av kortföretaget.", "for", "vote", title=MOTION)
    assert one_proposition(whole, whole)
    assert one_proposition(text, text)
    assert not one_proposition(whole, text)
    assert not one_proposition(text, other)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Budget 2016", "Budget 2023", True),
        ("Plan 2016-2020", "Plan 2020-2024", False),
        ("Utdelning ur fonden", "Utdelning ur fonden 2023", True),
        ("Ny bro", "Ny bro", False),
    ],
)
def test_years_apart(one: str, other: str, apart: bool) -> None:
    """Titles of different years are different matters; one without a year is of the year of its date."""
    early, late = wants("x", title=one, date="2016-01-01"), wants("x", title=other, date="2023-01-01")
    assert years_apart(early, late) is apart


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Svar på motion av Eva Ek (M) om fler bänkar", "fler bänkar"),
        ("Yttrande över remiss angående ny bro", "ny bro"),
        ("Ny simhall i Norrby", "Ny simhall i Norrby"),
        ("Plan om vatten", "Plan om vatten"),
        ("", ""),
    ],
)
def test_subjects(title: str, subject: str) -> None:
    """The kind of paper and its authors are no part of what it is about."""
    assert subject_of(title) == subject


def test_told_once_keeps_what_differs() -> None:
    """Another stance or another matter is another position."""
    motion = wants("att motionen bifalls", "for", "vote", title=MOTION)
    against = wants("att motionen bifalls", "against", "vote", title=MOTION)
    other = wants("att motionen bifalls", "for", "vote", title="Motion om fler bänkar")
    assert [each.times for each in told_once([motion, against, other, motion])] == [2, 1, 1]
