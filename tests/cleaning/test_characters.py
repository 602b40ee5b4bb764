"""Rule `characters`: one form for each letter and blank."""

import pytest

from protokoll.cleaning.characters import mend_characters
from tests.cleaning.pages_of_text import propose

CASES = [
    ("decomposed letters", "A\u030alvo a\u0308r pa\u030a o\u0308n", "Ålvo är på ön"),
    ("a ring printed twice", "prisnivå\u030a, går\u030a", "prisnivå, går\u030a"),
    ("a mark without its letter", "2024 \u0308 års", "2024  års"),
    ("soft hyphens inside a line", "kommun\u00adfull\u00admäktige", "kommunfullmäktige"),
    ("a soft hyphen at a line end hyphenates", "full\u00ad\nmäktige", "full-\nmäktige"),
    ("invisible characters", "bi\u200bfall\ufeff", "bifall"),
    ("hard and narrow blanks", "4\u00a0450\u202f000 kronor", "4 450 000 kronor"),
    ("ligatures", "ﬁnansiera ﬂer aﬀärer", "finansiera fler affärer"),
    ("a hyphen that a PDF reader closed up", "områ\ufffeden", "områ-\nden"),
    ("a bullet of a symbol font", "\uf0b7 avslag", "• avslag"),
    ("dashes decoded as control characters", "2004\x962006", "2004–2006"),
    ("control characters", "bi\x07fall\x00", "bifall"),
    ("a page end stays", "§ 1\n\f§ 2", "§ 1\n\f§ 2"),
    ("a tab stays", "Namn\tParti", "Namn\tParti"),
    ("quotes and dashes stay as printed", "”ja” – \"nej\" — 'x'", "”ja” – \"nej\" — 'x'"),
    ("accents of names stay", "Désirée Müller Sundén", "Désirée Müller Sundén"),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_characters(text: str, expected: str) -> None:
    """Each odd character becomes what it stands for, and nothing else changes."""
    assert propose(mend_characters, text) == expected


@pytest.mark.parametrize("text", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_mending_twice_changes_nothing(text: str) -> None:
    """What has been mended is left alone."""
    once = propose(mend_characters, text)
    assert propose(mend_characters, once) == once
