"""Rule `hyphens`: words that were broken at the end of a line."""

import pytest

from protokoll.cleaning.hyphens import join_hyphens
from tests.cleaning.pages_of_text import clean_words, propose

CASES = [
    ("a broken word", "en utom-\nordentlig insats", "en\nutomordentlig insats"),
    ("over a page end", "en utom-\n\f\nordentlig insats", "en\n\f\nutomordentlig insats"),
    ("over an empty line", "en utom-\n\nordentlig insats", "en\nutomordentlig insats"),
    ("the rest alone on its line", "Nämnden avslår för-\nslaget.", "Nämnden avslår förslaget."),
    ("three equal consonants", "ett till-\nlägg i planen", "ett\ntillägg i planen"),
    ("letters of an abbreviation", "för alla EU-\nmedborgare i staden", "för alla\nEU-medborgare i staden"),
    ("a capital inside", "arbetet med SkolFam-\nverksamheten ökar", "arbetet med\nSkolFam-verksamheten ökar"),
    ("a name in two parts", "bor i Enskede-\nÅrsta sedan länge", "bor i\nEnskede-Årsta sedan länge"),
    ("a number before", "enligt 2030-\nmålen i planen", "enligt\n2030-målen i planen"),
    ("a first element of the table", "en ny e-\ntjänst för bygglov", "en ny\ne-tjänst för bygglov"),
    ("a hyphen for a word left out", "inom barn-\noch ungdomsvården i år", "inom barn- och\nungdomsvården i år"),
    ("a suspended hyphen inside a line", "barn- och ungdomsvården", "barn- och ungdomsvården"),
    ("a dash between words", "Sverige -\nett land", "Sverige -\nett land"),
    ("a list item after a hyphen", "Yrkande A-\n3. Motionen avslås", "Yrkande A-\n3. Motionen avslås"),
    ("numbers on both sides", "åren 2017-\n2019 gäller", "åren\n2017-2019 gäller"),
    ("a diary number", "dnr 1.3.1-\n585/2016 avser", "dnr\n1.3.1-585/2016 avser"),
    ("the mark of a point stays on its line", "1. Utom-\nordentlig insats", "1. Utomordentlig\ninsats"),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_line_ends(text: str, expected: str) -> None:
    """A word is made whole with the hyphen that belongs to it, and without the one that breaks it."""
    indent = "Kommunen har gjort "
    shift = "" if text.startswith("1.") else indent
    assert propose(join_hyphens, shift + text) == shift + expected


def test_the_text_itself_tells() -> None:
    """A form that stands whole elsewhere in the text beats the rule of thumb."""
    text = "Projektet klimat-smart mat. Vi äter klimat-\nsmart mat i dag."
    assert "klimat-smart mat i dag" in propose(join_hyphens, text)
    text = "Riksbyggen och SkolFam. SkolFamverksamheten ökar. Nu är SkolFam-\nverksamheten större."
    assert "är SkolFamverksamheten" in clean_words(text).text


def test_hyphens_left_over_inside_a_line() -> None:
    """A hyphen inside a line goes where the text has the word without it, more than once."""
    text = "Socialbidragen ökar. Socialbidragen minskar. Social-bidragen utreds."
    assert propose(join_hyphens, text) == text.replace("Social-bidragen", "Socialbidragen")


def test_words_of_the_grammar_need_no_hyphen() -> None:
    """Words that the tables of the grammar have whole are known without the text."""
    assert (
        propose(join_hyphens, "kommun-styrelsen och Social-demokraternas") == "kommunstyrelsen och Socialdemokraternas"
    )


@pytest.mark.parametrize(
    "text",
    [
        "6 ja-röster och 4 nej-röster",
        "skola-socialtjänst är ett projekt",
        "en skola och ett hus; skol-huset och skolhuset, skolhuset; skol och huset",
        "Anna-Lena Persson och Annalena Ek och Annalena Bo",
        "e-post och epost och epost",
    ],
)
def test_real_hyphens_inside_a_line_stay(text: str) -> None:
    """Where both forms are words, or both parts are, the hyphen is the clerk's."""
    assert propose(join_hyphens, text) == text


def test_joined_words_come_from_both_lines() -> None:
    """The passage of a joined word covers both halves, as printed."""
    text = clean_words("Nämnden beslutar att ge en utom-\nordentlig insats stöd.")
    start = text.text.index("utomordentlig")
    assert text.passage(start, start + 13).printed == "utom-\nordentlig"


def test_a_word_may_be_broken_twice() -> None:
    """Each part of a word that goes on over three lines is closed up."""
    assert propose(join_hyphens, "nya för-\nskole-\nplatser här") == "nya förskoleplatser\nhär"
