"""The municipality is read without its genitive, and nothing else is taken for one."""

import pytest

from protokoll.cleaning import clean
from protokoll.grammar import load
from protokoll.model.text import SourceText
from protokoll.parsing.municipalities import find_municipality


def _find(words: str, profile: str = "default") -> str | None:
    source = SourceText(path="-", sha256="", size=0, reader="text", encoding="utf-8", text=words)
    found = find_municipality(clean(source, load(profile)), load(profile))
    return found.text if found else None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("ÅNGE KOMMUN", "Ånge"),
        ("Lunds kommun", "Lund"),
        ("Göteborgs Stad", "Göteborg"),
        ("Malmö stad", "Malmö"),
        ("Borås Stad", "Borås"),
        ("Hofors kommun", "Hofors"),
        ("Falu kommun", "Falun"),
        ("Upplands Väsby kommun", "Upplands Väsby"),
        ("Lilla Edets kommun", "Lilla Edet"),
        ("UPPLANDS-BRO KOMMUN", "Upplands-Bro"),
        ("Östra Granviks kommun", "Östra Granvik"),
        ("Granviks kommun", "Granvik"),
        ("Region Västerhav", "Region Västerhav"),
        ("Granviks kommun\nSvar till Region Västerhav", "Granvik"),
        ("Goteborgs stad", "Göteborg"),
        ("Håbo kommun", "Håbo"),
        ("Protokoll fört vid sammanträde med Granviks kommunfullmäktige den 1 mars 1997", "Granvik"),
        ("Plats och tid: Kommunhuset i Granvik, kl 13", "Granvik"),
        ("Plats och tid: Sessionssalen, rådhuset, Granvik, kl 13", "Granvik"),
        ("Plats och tid: Folkets hus, Vilhelmina, kl 13", "Vilhelmina"),
        ("Plats och tid: Kommunhuset, Karpen, kl 13", None),
        ("1 (17) Plats och tid Nacka stadshus kl 18:00-20:30 Beslutande", "Nacka"),
        ("Plats och tid Tekniska kontoret, Sveagatan 12, Alingsås, kl 15 Beslutande", "Alingsås"),
        ("Plats och tid: Sal A, Guldhuset, Hudiksvall, klockan 10", "Hudiksvall"),
        ("Plats och tid: Stora salen, Karpen, klockan 10", None),
        ("Plats A-salen, Kommunhuset, Stora Esplanaden 18, plan 5, Växjö Tid Kl 13", "Växjö"),
        ("Lokal: Borgmästaren, stadshuset Lysekil Ersättare: Eva Ek", "Lysekil"),
        ("Plats och tid: Stora salen\nGranviks kommun\nKonferens i Nacka", "Granvik"),
        ("En kommun ska inte göra så. Varje kommun bestämmer. Sveriges kommuner är 290.", None),
    ],
)
def test_names(words: str, name: str | None) -> None:
    """Known and unknown names are found before 'kommun' and 'stad'; rooms and pronouns are no names."""
    assert _find(words) == name


def test_the_name_that_is_met_most() -> None:
    """A neighbour that is mentioned once does not win over the own name."""
    assert _find("Avtal med Granviks kommun. Ekbackens kommun beslutar. Ekbackens kommun godkänner.") == "Ekbacken"


def test_the_profile_knows() -> None:
    """A text that names nobody is of the municipality of its profile."""
    assert _find("Ärendet bordläggs.", "goteborg") == "Göteborg"
