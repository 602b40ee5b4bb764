"""The lines of a text, as heads and feet are looked for in them."""

from msgspec import Struct

__all__ = ["Line", "opens_item", "split_lines"]

_SIGN = 8
"""Before the sign of a § stand the letters of the body at most: "Kf § 12"."""


class Line(Struct, frozen=True, gc=False):
    """A line that holds more than blanks."""

    start: int
    """The first character of the line, blanks included."""
    end: int
    text: str
    """The words, outer blanks left out."""
    feed: int
    """How many page ends stand between this line and the one before."""


def split_lines(text: str) -> list[Line]:
    r"""Return the lines of `text`, empty ones left out.

    >>> [(line.text, line.feed) for line in split_lines("Beslut\n\n\fMotionen avslås.")]
    [('Beslut', 0), ('Motionen avslås.', 1)]
    """
    lines: list[Line] = []
    start = feeds = 0
    for page in text.split("\f"):
        for line in page.split("\n"):
            end = start + len(line)
            if words := line.strip():
                lines.append(Line(start, end, words, feeds))
                feeds = 0
            start = end + 1
        feeds += 1
    return lines


def opens_item(text: str) -> bool:
    """Tell whether a line begins with the sign of a §, perhaps after the letters of the body.

    >>> opens_item("Kf § 12"), opens_item("Bordlagt den 7 februari 2024, § 95")
    (True, False)
    """
    return "§" in text[:_SIGN]
