"""Names of persons in damaged text: their parts, their other spellings in the document, and what is left alone."""

import pytest

from protokoll.cleaning import Repair, Rule, clean
from protokoll.cleaning.repair.mender import find_mendings
from protokoll.cleaning.repair.name_parts import parts_of, restored
from protokoll.cleaning.repair.names import left_names, mended_names
from protokoll.cleaning.repair.worn import find_worn
from protokoll.cleaning.repairing import word_rule
from protokoll.cleaning.replaying import apply
from protokoll.grammar import load
from protokoll.model.text import Edit, SourceText, Span

NAMES = {
    "Ake": "Åke",
    "Hakan": "Håkan",
    "HAKAN": "HÅKAN",
    "Géran": "Göran",
    "Goran": "Goran",
    "Lundstrém": "Lundström",
    "Sj6strands": "Sjöstrands",
    "Sj6é": "Sjö",
    "Osterberg": "Österberg",
    "Kvarnléf": "Kvarnlöf",
    "Hammarbick": "Hammarbäck",
    "Millback": "Millback",
    "Petrov": "Petrov",
    "Palml6v": "Palmlöv",
    "Jonas": "Jonas",
    "Norén": "Norén",
    "Jonsson": "Jonsson",
    "Hallstrom": "Hallström",
    "Fors": "Fors",
}


@pytest.mark.parametrize(("seen", "name"), NAMES.items(), ids=NAMES)
def test_a_part_of_a_name_tells_its_marks(seen: str, name: str) -> None:
    """What hardly any name has without its mark gets it back; what is a name both ways does not."""
    assert restored(seen, parts_of(load().words)) == name


def mended(text: str) -> str:
    """The text with its names mended, as the mender's own findings leave them."""
    spans = [Span(0, len(text))]
    found = mended_names(text, spans, find_mendings(text, spans=spans, max_error_rate=0.0), load().words)
    return apply(text, [each for each in found if isinstance(each, Edit)])


def test_only_names_are_mended_as_names() -> None:
    """The part of a name inside a word, or alone, is none."""
    assert mended("en stor sjo vid Sjostrand\n") == "en stor sjo vid Sjostrand\n"
    assert mended("Eva Sjostrand (M)\n") == "Eva Sjöstrand (M)\n"


def test_a_name_is_spelled_as_elsewhere() -> None:
    """A reading that no table has follows the one that has its marks, where the document has no other."""
    text = "Ulla Bl6dgrens och Ulla Blödgren (M)\n"
    assert "Blödgrens" not in mended(text)
    assert mended("Eva Grénlund (S)\nEva Gronlund (S)\n") == "Eva Grönlund (S)\nEva Grönlund (S)\n"


def test_a_name_is_not_put_for_a_word() -> None:
    """'Fors' and 'Rana' before a party are names, though *förs* and *råna* are likelier in a sentence."""
    text = (
        "Namnden foreslar att motionen avslas.\nMot beslutet reserverar sig Yngve Fors (C) och Rana Dogan (MP).\n" * 3
    )
    source = SourceText(path="-", sha256="", size=0, reader="text", encoding="utf-8", text=text)
    words = clean(source, load(), (Rule("repair", word_rule(Repair(max_error_rate=0.2))),)).text
    assert "Yngve Fors (C) och Rana Dogan (MP)" in words


def test_names_in_worn_print_are_left() -> None:
    """A name that is almost another name may be right: it is a doubt, unless the caller's own words have the other."""
    text = "Projeldledaren för f<irvaringen är nämndens förvaltare, som foreslår att bygga. Patrik Renfeldt (S) yrkar."
    found = find_worn(text)
    (name,) = (each for each in found if each.seen == "Renfeldt")
    assert name.applied
    spans, words = [Span(0, len(text))], load().words
    assert [each.seen for each in left_names(text, spans, found, words) if not each.applied] == ["Renfeldt"]
    assert left_names(text, spans, found, words, lexicon=["Reinfeldt"]) == found
