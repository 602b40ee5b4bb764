"""The colours of parties."""

import pytest

from protokoll.report.colours import Colours, load_colours


def _light(colour: str) -> float:
    """Return the relative luminance of '#rrggbb', as WCAG 2 counts it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("code", "colours"), load_colours().items())
def test_letters_can_be_read_on_the_colour(code: str, colours: Colours) -> None:
    """The contrast is at least 4.5 to 1."""
    dark, bright = sorted((_light(colours.page), _light(colours.on)))
    assert (bright + 0.05) / (dark + 0.05) >= 4.5, code


def test_all_riksdag_parties_have_a_colour() -> None:
    """The eight parties, and the name that one of them had."""
    assert {"V", "S", "MP", "C", "L", "KD", "M", "SD", "FP"} <= set(load_colours())
