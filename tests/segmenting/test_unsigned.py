"""Heads of §§ without their sign."""

from protokoll.segmenting.heads import find_item_heads
from protokoll.segmenting.unsigned import find_bare_run, find_lost

ITEM = "{number} Ärende om skolan\n\nBeslut\nPlanen antas.\n\n"


def test_run_without_any_sign() -> None:
    """Numbers that rise by one, with a decision under most of them."""
    words = "".join(ITEM.format(number=number) for number in range(45, 50))
    assert [head.number for head in find_item_heads(words)] == ["45", "46", "47", "48", "49"]


def test_letters_of_the_body_without_the_sign() -> None:
    """'Ks 7 Ärende' is a head as well."""
    words = "".join(ITEM.format(number=f"Ks {number}") for number in (7, 8, 9))
    assert [bare.number for bare in find_bare_run(words)] == ["7", "8", "9"]


def test_numbered_list_is_no_run() -> None:
    """The points of one decision have no decision under them."""
    assert find_bare_run("Beslut\n1 Planen antas.\n2 Nämnden uppdrar åt kontoret.\n3 Paragrafen justeras.\n") == []


def test_contents_are_no_run() -> None:
    """Lines with the number of a page are none."""
    assert find_bare_run("1 Upprop .... 3\n2 Val av justerare .... 4\n3 Budget .... 5\n") == []


def test_head_in_a_gap() -> None:
    """Between § 4 and § 6 a line '5 Taxor' is the one that is lost, also where the sign was misread."""
    for lost in ("5 Taxor", "$ 5 Taxor", "Sn 5 Taxor"):
        words = f"§ 4 Val\nBeslut\nEva Ek väljs.\n\n{lost}\nBeslut\nTaxan antas.\n\n§ 6 Bad\nBeslut\nBadet byggs."
        assert [head.number for head in find_item_heads(words)] == ["4", "5", "6"], lost


def test_wide_gap_is_left() -> None:
    """Where very many are missing the numbers in between may be anything."""
    assert list(find_lost("5 Taxor\n", 0, 8, 5, 40)) == []


def test_letters_of_another_body() -> None:
    """'Ks § 305' under § 190 tells of the matter's way there."""
    words = "§ 188\nBudget\nKs § 301\n\n§ 189\nFråga\n\n§ 190\nMotion\nKs § 305\n"
    assert [head.number for head in find_item_heads(words)] == ["188", "189", "190"]


def test_line_over_the_number() -> None:
    """Where diary numbers stand over the §§, the items begin there."""
    words = "Ärende 1   KS/2022:3\n§ 7 Val\nText.\n\nÄrende 2   KS/2022:4\n§ 8 Bad\nText.\n"
    assert [words[head.start : head.start + 8] for head in find_item_heads(words)] == ["Ärende 1", "Ärende 2"]
