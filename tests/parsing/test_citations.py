"""What a text refers to, in the shapes that clerks give it."""

import pytest

from protokoll.parsing.citations import find_references
from tests.tables import uncleaned

CASES = {
    "amount with a unit of thousands": ("Anslaget höjs med 5 958,6 tkr.", [("amount", "5958600 kr")]),
    "amount broken over a line": ("Anslaget höjs med 5\n958,6 tkr.", [("amount", "5958600 kr")]),
    "amount in millions": ("Bidraget är 2,5 mnkr.", [("amount", "2500000 kr")]),
    "amount in milliards": ("Lånet är 1,2 miljarder kronor.", [("amount", "1200000000 kr")]),
    "amount with full stops": ("Priset är 4.450.000 kronor.", [("amount", "4450000 kr")]),
    "amount of the old style": ("Avgiften är 40.000:- per år.", [("amount", "40000 kr")]),
    "amount with öre": ("Fakturan är på 239 872,42 kr.", [("amount", "239872.42 kr")]),
    "number that is no amount": ("De 450 kronofogdarna har 12 kra.", []),
    "deadline with a date": ("Svar lämnas senast den 3 maj 2024.", [("deadline", "2024-05-03")]),
    "deadline without a day": ("Redovisas senast i november 2024.", [("deadline", "i november 2024")]),
    "deadline by time": ("Svar ges inom tre månader.", [("deadline", "tre månader")]),
    "law with chapter": ("enligt 5 kap. 50 § kommunallagen", [("law", "5 kap. 50 § kommunallagen")]),
    "law by its letters": ("vård enligt 14 § LVU", [("law", "14 § LVU")]),
    "law with a part of a §": ("4 kap. 1 § 2 st. SoL", [("law", "4 kap. 1 § SoL")]),
    "number of a statute": ("bibliotekslagen (2013:801)", [("law", "SFS 2013:801")]),
    "report of the state": ("SOU 2020:47 och Ds 2016:24", [("report", "SOU 2020:47"), ("report", "Ds 2016:24")]),
    "bill": ("prop. 2016/17:171", [("report", "prop. 2016/17:171")]),
    "motion by number": ("Motion (2011:44) om skolmat", [("motion", "2011:44")]),
    "earlier step": (
        "kommunfullmäktige den 20 februari 2023, § 18",
        [("meeting", "kommunfullmäktige 2023-02-20 § 18")],
    ),
    "another matter": ("se ärende SLK-2024-00485", [("matter", "SLK-2024-00485")]),
    "§ of the minutes": ("§ 18 Motion om skolmat", []),
    "year": ("budget 2024 och plan för 2025–2026", []),
}


@pytest.mark.parametrize("case", CASES)
def test_references(case: str) -> None:
    """Each reference is found with its kind and its normal form, and nothing else."""
    words, expected = CASES[case]
    found = find_references(uncleaned(words), 0, len(words))
    assert [(each.kind.value, each.text) for each in found] == expected


@pytest.mark.parametrize("case", CASES)
def test_references_lead_back(case: str) -> None:
    """Each reference is what stands at its span."""
    words, _ = CASES[case]
    for each in find_references(uncleaned(words), 0, len(words)):
        assert each.printed == words[each.span.start : each.span.end]


def test_value_is_in_kronor() -> None:
    """An amount has its value as a number, whatever its unit."""
    words = "300 tkr, 2 mkr och 450 kr"
    assert [each.value for each in find_references(uncleaned(words), 0, len(words))] == [300_000, 2_000_000, 450]
