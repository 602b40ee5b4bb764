"""What is known of Swedish words."""

import pytest

from protokoll.positions.language import open_language


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("skolorna", "skola"),
        ("bostäderna", "bostad"),
        ("lärarna", "lärare"),
        ("utreds", "utreda"),
        ("arbetet", "arbete"),
        ("hemlösa", "hemlös"),
        ("kvinnorna", "kvinna"),
        ("bussarna", "buss"),
        ("klasser", "klass"),
        ("demens", "demens"),
        ("skatten", "skatt"),
        ("finans", "finans"),
        ("ledsagarservicen", "ledsagarservice"),
        ("elsparkcykeln", "elsparkcykel"),
    ],
)
def test_base_forms(form: str, base: str) -> None:
    """Inflected forms come to one base form, compounds never met by their last part."""
    assert open_language().base(form) == base


@pytest.mark.parametrize(
    ("base", "parts"),
    [
        ("hemlöshetsprogram", ("hemlöshet", "program")),
        ("kommunalskatt", ("kommunal", "skatt")),
        ("skolbibliotek", ("skola", "bibliotek")),
        ("eu-medborgare", ("eu", "medborgare")),
        ("förtryck", ()),
        ("trygghet", ()),
        ("medborgare", ()),
        ("park", ()),
    ],
)
def test_parts(base: str, parts: tuple[str, ...]) -> None:
    """Compounds are parted; beginnings and endings that make words of words are no parts."""
    assert open_language().parts(base) == parts


def test_forms_of_an_unknown_word_meet() -> None:
    """A word never met has one base form for all its endings."""
    base = open_language().base
    assert len({base(form) for form in ("blorka", "blorkan", "blorkor", "blorkorna", "blorkans")}) == 1


def test_rarity_and_vectors() -> None:
    """Common words are less rare; every vector has its row."""
    language = open_language()
    assert language.rarity("och") < language.rarity("skola") < language.rarity("tiggeri") < language.rarity("blorka")
    row = language.row("skola")
    assert row is not None
    assert language.vectors()[row].any()
    assert language.row("blorka") is None
