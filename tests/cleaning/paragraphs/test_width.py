"""How wide the lines of a text are set near each of its lines."""

from protokoll.cleaning.paragraphs.width import Width, Widths


def test_the_width_is_that_of_the_second_longest_line() -> None:
    """One line that is longer by a mistake does not count."""
    lines = ["a" * 60, "b" * 62, "c" * 90]
    assert Widths(lines, dict.fromkeys(range(3), 70)).near(0).full == 62


def test_each_part_has_its_own_width() -> None:
    """A part that is set nearly as wide has its own width, one set much narrower is a title or column."""
    lines = ["a" * 80] * 64 + ["b" * 74] * 64 + ["c" * 45] * 64
    widths = Widths(lines, {index: len(line) + 5 for index, line in enumerate(lines)})
    assert widths.near(10).full == 80
    assert widths.near(90).full == 74
    assert widths.near(180)[::2] == (80, 45)


def test_paragraphs_on_one_line_have_no_width() -> None:
    """Where many lines are much longer than those that go on, nothing is wrapped."""
    lines = ["a" * 60, "b" * 300] * 8
    assert Widths(lines, dict.fromkeys(range(0, 16, 2), 66)).near(0) == Width(0, 0, 0)


def test_without_lines_that_go_on_there_is_no_width() -> None:
    """No line tells of a wrapped text."""
    assert Widths(["Ja", "Nej"], {}).near(1) == Width(0, 0, 0)
