"""What single lines of heads and feet say."""

import pytest

from protokoll.cleaning.furniture.phrases import Grade, phrases
from protokoll.grammar import load

GRADES = [
    ("Justerandes sign", Grade.ALWAYS),
    ("Justerandes signatur                 Utdragsbestyrkande", Grade.ALWAYS),
    ("Justerarsignaturer Utdragsbestyrkande", Grade.ALWAYS),
    ("Signaturer:   Ordförande   Justerare   Utdragsbestyrkande: datum och signatur", Grade.ALWAYS),
    ("Ordf.      Justerare      Exp. datum      Sign.", Grade.ALWAYS),
    ("Postadress   Besöksadress   Telefon   E-post", Grade.ALWAYS),
    ("Sammanträdesdatum: 2024-03-21", Grade.HEAD),
    ("Protokoll (nr 4)", Grade.HEAD),
    ("Dnr SÖD 2023/1246", Grade.WORD),
    ("Älvinge Stad Kommunfullmäktige, protokoll", Grade.HEAD),
    ("ÄLVINGE KOMMUN     SAMMANTRÄDESPROTOKOLL     Sida 2 (10)", Grade.HEAD),
    ("Sida 36 (45)", Grade.HEAD),
    ("Tjdnsteutldtande", Grade.WORD),
    ("Protokoll", Grade.WORD),
    ("Barn- och utbildningsnämnden", Grade.NAME),
    ("Nämnden för intraservice", Grade.NAME),
    ("Älvinge kommun", Grade.NAME),
    ("Östra Älvinge kommun", Grade.NAME),
    ("2016-12-13", Grade.NAME),
    ("3 november 2008", Grade.NAME),
    ("Justerare", Grade.OTHER),
    ("Telefon", Grade.OTHER),
    ("Motionen avslås", Grade.OTHER),
    ("kommunfullmäktige.", Grade.OTHER),
    ("Kommunstyrelsen beslutar", Grade.OTHER),
    ("Protokoll från arvodesberedningen 2023-05-11.", Grade.OTHER),
]


@pytest.mark.parametrize(("text", "grade"), GRADES)
def test_grades(text: str, grade: Grade) -> None:
    """The words of a line tell how surely it is furniture."""
    assert phrases(load()).grade(text) is grade


@pytest.mark.parametrize(
    "text", ["Ks § 143, forts.", "Forts. § 16", "§ 16 forts", "Kf § 40 forts.      Dnr Ks 97/1203 612"]
)
def test_continued_items(text: str) -> None:
    """A § that goes on from the page before is named again."""
    assert phrases(load()).is_continued(text)


@pytest.mark.parametrize("text", ["§ 16", "Ks § 143", "Fortsatt arbete med § 16 planeras"])
def test_new_items_are_not_continued(text: str) -> None:
    """The head of a § without that word begins it."""
    assert not phrases(load()).is_continued(text)


def test_a_profile_adds_its_own_phrases() -> None:
    """A municipality's own words are added to the table that all share."""
    default, other = phrases(load()), phrases(load("goteborg"))
    assert other.grade("Justerandes sign") is default.grade("Justerandes sign")
    assert set(load("goteborg").phrases("furniture", "heads")) >= set(load().phrases("furniture", "heads"))


def test_every_phrase_of_the_table_is_met() -> None:
    """Each entry makes a line of its own furniture: none stands in the table in vain."""
    table, words = load().words["furniture"], phrases(load())
    filled = {
        "body": "Socialnämnden",
        "municipality": "Älvinge kommun",
        "date": "2024-03-21",
        "number": "4",
        "diary": "KS 2024/12",
        "code": "0a1b2c3d-4e5f",
        "abbreviation": "Ks",
        "trail": "x",
    }
    assert all(words.grade(each.format(**filled)) is Grade.ALWAYS for each in table["always"])
    assert all(words.grade(each.format(**filled)) >= Grade.WORD for each in table["heads"])
    assert all(words.is_continued(each.format(**filled)) for each in table["continued"])
    assert all(words.find_chrome([each.format(**filled)]) for each in table["chrome"])
    assert all(words.is_foot(f"{each}  Postadress  Besöksadress  Telefon") for each in table["address"])
    assert all(words.is_foot(f"Justerandes sign  {each}") for each in table["with_always"])
    assert all(words.grade(f"Älvinge {each}") is Grade.NAME for each in table["municipality"])
