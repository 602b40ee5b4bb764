"""Text that has its å, ä and ö but was read from worn print: the words come back, healthy words stay."""

import re

import pytest

from protokoll.cleaning import Repair, Rule, clean
from protokoll.cleaning.repair.noise import noisy_spans
from protokoll.cleaning.repair.worn import find_worn
from protokoll.cleaning.repairing import word_rule
from protokoll.grammar import load
from protokoll.model.text import SourceText, Span

WORN = (
    "Projeldledaren för den nya f<irvaringen lämnade den l O mars 2004 en rapport till kommunstyrelsen.\n"
    "Nämnden ansåg att kostnadema ftir lokalerna är hög och att avtalet bör säges upp, Dnr 12/2004.\n"
    "Förvaltningen fcireslår att ärendet återremitteras och att utrednmgen kompletteras med 3 400 kronor.\n"
)
HEALTHY = (
    "Projektledaren för den nya förvaringen lämnade den 10 mars 2004 en rapport till kommunstyrelsen.\n"
    "Nämnden ansåg att kostnaderna för lokalerna är höga och att avtalet bör sägas upp, Dnr 12/2004.\n"
    "Förvaltningen föreslår att ärendet återremitteras och att utredningen kompletteras med 3 400 kronor.\n"
)


def mended(text: str) -> str:
    """The text as the rule leaves it."""
    source = SourceText(path="-", sha256="", size=0, reader="text", encoding="utf-8", text=text)
    return clean(source, load(), (Rule("repair", word_rule(Repair())),)).text


@pytest.mark.parametrize("word", ["Projektledaren", "förvaringen", "kostnaderna", "föreslår", "utredningen", "10 mars"])
def test_worn_words_come_back(word: str) -> None:
    """What no healthy word can be is mended by its likeness and its neighbours."""
    assert word in mended(WORN)


def test_figures_stay_where_words_are_mended() -> None:
    """Only the letters of a day become figures; no figure that stands there is changed."""
    before, after = re.findall(r"\d+", WORN), re.findall(r"\d+", mended(WORN))
    assert [each for each in after if each != "10"] == before


def test_healthy_text_is_not_noisy() -> None:
    """The same text, printed well, is not looked at."""
    assert noisy_spans(HEALTHY * 5) == []
    assert mended(HEALTHY) == HEALTHY


def test_healthy_words_stay_with_the_detector_forced_open() -> None:
    """Even where noise is expected everywhere, words that are words stay."""
    found = find_worn(HEALTHY, spans=[Span(0, len(HEALTHY))])
    assert [each.seen for each in found if each.applied] == []


@pytest.mark.parametrize(
    "foreign",
    [
        "The comrnittee has decided tbat the report shall be sent to ali members of tne board before surnmer. ",
        "Der Ausschuß hat die Verwaltnng damit beanftragt, den Bericht für alle Bürger vorznlegen. ",
        "Utvalget har besluttet at rapporten skal sendes til medlemmerne før sommeren, så de kan læse den. ",
    ],
)
def test_other_languages_are_left_alone(foreign: str) -> None:
    """Noise in another language is not for a Swedish mender."""
    assert noisy_spans(foreign * 8) == []


def test_one_fault_everywhere_is_no_noise() -> None:
    """A font that lost its double letters is another matter than print that is worn."""
    text = "Förutsätningarna för at detta ska bli bätre är omfatande och kompletera, at de förbätras yterligare. "
    assert noisy_spans(text * 6) == []


@pytest.mark.parametrize(
    ("seen", "printed"),
    [
        ("beslutar alt godkänna rapporten", "beslutar att godkänna rapporten"),
        ("förslag til kommunstyrelsen", "förslag till kommunstyrelsen"),
        ("bygga en skola I staden", "bygga en skola i staden"),
        ("avtalet Innebär att", "avtalet innebär att"),
        ("nämnden 0ch styrelsen", "nämnden och styrelsen"),
    ],
)
def test_small_words_come_back_in_worn_print(seen: str, printed: str) -> None:
    """A word that is one, too, but far rarer, was the frequent word that goes with its neighbours."""
    assert printed in mended(f"{WORN}Kommunen {seen} enligt protokollet.\n{WORN}")


def test_words_read_whole_as_others_and_names_tell_of_noise() -> None:
    """A page is noisy by its small words and its capitals, too."""
    page = "Kommunstyreisen beslutar alt avslå motionen om mer stöd til skolan, som Vattemämnden begärde.\n"
    assert noisy_spans(page) == [Span(0, len(page))]
    assert noisy_spans(page.replace("reis", "rels").replace("alt", "att").replace("til ", "till ")) == []
