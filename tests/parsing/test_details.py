"""What a point does, to whom, and what it names."""

import pytest

import protokoll
from protokoll.grammar import load
from protokoll.model.document import Item
from protokoll.parsing.details import verb_of

VERBS = {
    "Motionen avslås.": "avslå",
    "att bifalla motionen": "bifalla",
    "Kommunstyrelsen beslutar att godkänna markanvisningen.": "godkänna",
    "Nämnden godkänner rapporten.": "godkänna",
    "Ärendet bordläggs till den 3 maj 2024.": "bordlägga",
    "Motionen anses besvarad.": "besvara",
    "Stadsdirektören får i uppdrag att utreda frågan.": "uppdra",
    "Redovisningen av uppdraget att inrätta ett råd antecknas.": "anteckna",
    "Till justerare utses Eva Ek.": "utse",
    "Taxans basår är 2024.": None,
}


def _item(point: str) -> Item:
    words = f"Alby kommun\nKommunstyrelsen\n2021-03-09\n\n§ 1\nÄrende\n\nBeslut\n{point}\n"
    return protokoll.parse_file("ks.txt", data=words.encode()).items[0]


@pytest.mark.parametrize("words", VERBS)
def test_verb(words: str) -> None:
    """The verb is that of the decision, not one of a clause inside it."""
    assert verb_of(words, load()) == VERBS[words]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Kommunfullmäktige ger tekniska nämnden i uppdrag att upphandla rivningen.", "tekniska nämnden"),
        ("Stadsdirektören får i uppdrag att redovisa kostnaderna.", "Stadsdirektören"),
        ("att uppdra åt kulturnämnden att följa upp programmet.", "kulturnämnden"),
        ("Ärendet återremitteras till kommunstyrelsen för att klarlägga följderna.", "kommunstyrelsen"),
        ("Motionen överlämnas till miljö- och byggnadsnämnden för beredning.", "miljö- och byggnadsnämnden"),
        ("Motionen avslås.", None),
        ("Redovisningen av uppdraget att överlämna skolan till annan nämnd godkänns.", None),
    ],
)
def test_addressee(words: str, name: str | None) -> None:
    """Who is to act or to receive is named in the words of the point, and nobody where nothing is handed over."""
    (point,) = _item(words).decisions[0].points
    assert (point.addressee and point.addressee.text) == name


def test_references_stand_with_their_point() -> None:
    """An amount of the decision is the point's; what the rest of the item names is the item's; neither stands twice."""
    item = _item("Nämnden anslår 300 tkr och redovisar senast den 3 maj 2024.\n\nBakgrund\nSe SOU 2020:47.")
    (point,) = item.decisions[0].points
    assert [each.text for each in point.references] == ["300000 kr", "2024-05-03"]
    assert [each.text for each in item.references] == ["SOU 2020:47"]
