"""Words of the record's formulas that are misread in one way."""

import pytest

from protokoll.cleaning.repair.formulas import restore_formulas
from protokoll.cleaning.replaying import apply
from protokoll.grammar import load

FORMULAS = load().words["repair"]["formulas"]


@pytest.mark.parametrize(
    ("seen", "printed"),
    [
        ("Kommuntfullmäktiges beslut", "Kommunfullmäktiges beslut"),
        ("Sambhällsbyggnadsnämnden", "Samhällsbyggnadsnämnden"),
        ("Arendenr: KS 2023/118", "Ärendenr: KS 2023/118"),
        ("yrkandet från Eva Ek m fi. avslås", "yrkandet från Eva Ek m fl. avslås"),
        ("Bea Ask (Fl)", "Bea Ask (FI)"),
    ],
)
def test_a_formula_is_restored(seen: str, printed: str) -> None:
    """What is read is in no word, and is written as it is printed."""
    assert apply(seen, restore_formulas(seen, FORMULAS)) == printed


@pytest.mark.parametrize("text", ["som fick frågan", "Samhällets ansvar", "flera (Flen)"])
def test_words_stay(text: str) -> None:
    """What only looks alike is left."""
    assert list(restore_formulas(text, FORMULAS)) == []


def test_no_part_is_in_a_word_as_printed() -> None:
    """What is written for a part holds none of the parts that are sought."""
    assert not [printed for printed in FORMULAS.values() if any(seen in printed for seen in FORMULAS)]
