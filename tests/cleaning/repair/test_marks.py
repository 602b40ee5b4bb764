"""Marks of lists and blanks in diary numbers: restored in a row of their like, and left where one stands alone."""

import pytest

from protokoll.cleaning.repair.marks import restore_marks
from protokoll.cleaning.replaying import apply

RESTORED = {
    "bullets": ("Beslut\n+ Skolan byggs.\n+ Vägen lagas.\n", "Beslut\n• Skolan byggs.\n• Vägen lagas.\n"),
    "bullets as quotes": ('Vi vill\n"" bygga mer\n\n" laga mer\n', "Vi vill\n• bygga mer\n\n• laga mer\n"),
    "bullets read in two ways": (
        "Beslut\n* Skolan byggs.\n¢ Vägen lagas.\n",
        "Beslut\n• Skolan byggs.\n• Vägen lagas.\n",
    ),
    "dashes read twice": ("Beslut\n-- Skolan byggs.\n-- Vägen lagas.\n", "Beslut\n- Skolan byggs.\n- Vägen lagas.\n"),
    "one dash of a list": ("Vi vill\n~ bygga\n- laga\n-- riva\n", "Vi vill\n- bygga\n- laga\n- riva\n"),
    "a comma for a stop": ("\n3. Skolan byggs.\n\n4, Vägen lagas.\n", "\n3. Skolan byggs.\n\n4. Vägen lagas.\n"),
    "the first number": ("\n1, Skolan byggs.\n2. Vägen lagas.\n", "\n1. Skolan byggs.\n2. Vägen lagas.\n"),
    "a lost stop": ("\n10. Skolan\n11 Vägen\n12. Bron\n", "\n10. Skolan\n11. Vägen\n12. Bron\n"),
    "a blank before the stroke": ("Dnr KS 2017 /0150\n", "Dnr KS 2017/0150\n"),
    "a blank inside the year": ("Dnr. 201 1/KS 0219\n", "Dnr. 2011/KS 0219\n"),
    "a blank inside the number": (
        "\n§ 1 0771/22\n\n§ 2 0772/22\n\n§ 3 077 3/22\n\n§ 4 0774/22\n",
        "\n§ 1 0771/22\n\n§ 2 0772/22\n\n§ 3 0773/22\n\n§ 4 0774/22\n",
    ),
}
LEFT = {
    "one sign": "Vi ser\n+ Skolan\n- Vägen\n",
    "quotations": 'Vi frågade.\n"Skolan byggs."\n"Vägen lagas."\n',
    "rows of a table": "\n1 Skolan\n2 Vägen\n3 Bron\n",
    "a number of its own": "\n4, Skolgatan\n\n9. Vägen\n",
    "strokes": "\n2017/0150 och 1 / 2 eller 24 / 7\n",
    "a diary number of another shape": "\n§ 1 12 7/22\n\n§ 2 771/22\n",
}


@pytest.mark.parametrize(("seen", "printed"), RESTORED.values(), ids=RESTORED)
def test_a_mark_is_restored(seen: str, printed: str) -> None:
    """A row of signs is a list, a number between two points is a point, a diary number has no blanks."""
    assert apply(seen, restore_marks(seen)) == printed


@pytest.mark.parametrize("seen", LEFT.values(), ids=LEFT)
def test_what_stands_alone_stays(seen: str) -> None:
    """What is in no row may be what was printed."""
    assert list(restore_marks(seen)) == []
