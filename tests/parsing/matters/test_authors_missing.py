"""A paper that nobody has signed says so."""

import pytest

from protokoll import parse_file
from protokoll.model.remark import RemarkCode

PAPER = "Motion till kommunfullmäktige\n\nFler bänkar\n\nDärför yrkar jag\natt bänkar ställs ut i parken.\n"


@pytest.mark.parametrize(("signature", "missing"), [("", True), ("\nEva Ek (V)\n", False)])
def test_author_missing(signature: str, *, missing: bool) -> None:
    """The remark stands for an unsigned motion, and for it alone."""
    document = parse_file("motion.txt", data=(PAPER + signature).encode(), force=True)
    assert any(each.code is RemarkCode.AUTHOR_MISSING for each in document.remarks) is missing
