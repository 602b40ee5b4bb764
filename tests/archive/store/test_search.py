"""A search finds what was asked for, in context."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from protokoll.archive.store import Filters, Found, search
from protokoll.errors import UsageError
from protokoll.model.document import DocumentKind
from tests.archive.store.making import dated, make_archive, opened, passage, reserved, section, titled
from tests.invented import make_document


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six invented records of several years, bodies and parties."""
    social = dated(reserved("V", "Vi vill se mer hemlöshetsarbete i Almunda."), "2017-05-02", "Socialnämnden")
    motion = replace(titled("Motion om gator"), items=titled("Om gatubelysning").items)
    return make_archive(
        tmp_path_factory.mktemp("archive"),
        {
            "ks-2024": make_document(),
            "kf-2016": dated(titled("Plan mot hemlöshet", "Val av ordförande"), "2016-02-01", "Kommunfullmäktige"),
            "kf-2020": dated(titled("Kvalitet i förskolan", "Bostäder för äldre"), "2020-11-30", "Kommunfullmäktige"),
            "sn-2017": social,
            "fp-2003": dated(reserved("FP", "Avgiften för bad är för hög."), "2003-04-05", "Fritidsnämnden"),
            "motion": replace(motion, head=replace(motion.head, kind=DocumentKind.MOTION, date=None)),
        },
    )


def ask(archive: Path, words: str = "", limit: int = 20, best: bool = False, **filters: Any) -> Found:
    """Return the answer to a search."""
    with closing(opened(archive)) as database:
        return search(database, words, Filters(**filters), limit=limit, best=best)


def found(archive: Path, words: str = "", **filters: Any) -> list[str]:
    """Return the documents that a search finds, each once, in order."""
    return list(dict.fromkeys(hit.document for hit in ask(archive, words, limit=100, **filters).hits))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("hemlöshet", ["sn-2017", "kf-2016"]),
        ("hemlösheten", ["sn-2017", "kf-2016"]),
        ("HEMLÖSHET", ["sn-2017", "kf-2016"]),
        ('"hemlöshetsarbete"', ["sn-2017"]),
        ('"plan mot"', ["kf-2016"]),
        ('"mot plan"', []),
        ("hemlösh*", ["sn-2017", "kf-2016"]),
        ("val", ["kf-2016"]),
        ("bostad", ["kf-2020"]),
        ("bostad OR val", ["kf-2020", "kf-2016"]),
        ("bostad ELLER val", ["kf-2020", "kf-2016"]),
        ("hemlöshet NOT plan", ["sn-2017"]),
        ("hemlöshet INTE plan", ["sn-2017"]),
        ("hemlöshet AND plan", ["kf-2016"]),
        ("(bostad OR hemlöshet) NOT (plan OR arbete)", ["kf-2020"]),
        ("NOT hemlöshet NOT plan NOT val", ["ks-2024", "kf-2020", "sn-2017", "fp-2003", "motion"]),
        ("hemloshet", []),
        ("gata", ["motion"]),
        ("e-tjänst", []),
        ("cykel-ställ", ["ks-2024"]),
        ("2024", []),
        ("redovisas_årligen", ["ks-2024"]),
    ],
)
def test_words(archive: Path, words: str, expected: list[str]) -> None:
    """Forms, compounds, phrases, prefixes, operators and brackets."""
    assert found(archive, words) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"kinds": ["reservation"]}, ["ks-2024", "sn-2017", "fp-2003"]),
        ({"kinds": ["reservation", "vote"]}, ["ks-2024", "sn-2017", "fp-2003"]),
        ({"kinds": ["motion"]}, ["motion"]),
        ({"parties": ["V"], "kinds": ["reservation"]}, ["sn-2017"]),
        ({"parties": ["v"], "kinds": ["reservation"]}, ["sn-2017"]),
        ({"parties": ["Vänsterpartiet"], "kinds": ["reservation"]}, ["sn-2017"]),
        ({"parties": ["L"]}, ["fp-2003"]),
        ({"parties": ["FP"]}, ["fp-2003"]),
        ({"parties": ["V", "L"], "kinds": ["reservation"]}, ["sn-2017", "fp-2003"]),
        ({"bodies": ["socialnämnden"]}, ["sn-2017"]),
        ({"bodies": ["nämnden"]}, ["sn-2017", "fp-2003"]),
        ({"municipalities": ["almunda"], "kinds": ["vote"]}, ["ks-2024"]),
        ({"since": "2017"}, ["ks-2024", "kf-2020", "sn-2017"]),
        ({"since": "2017", "until": "2020"}, ["kf-2020", "sn-2017"]),
        ({"since": "2017-05-03", "until": "2020-11-29"}, []),
        ({"since": "2017-05", "until": "2017-05"}, ["sn-2017"]),
        ({"until": "2003-04-05"}, ["fp-2003"]),
        ({"since": "1890", "until": "1900"}, []),
    ],
)
def test_filters(archive: Path, filters: dict[str, Any], expected: list[str]) -> None:
    """Kind, party through its names, body, municipality and time."""
    assert found(archive, **filters) == expected


def test_words_and_filters_together(archive: Path) -> None:
    """All must hold."""
    assert found(archive, "hemlöshet", kinds=["reservation"], parties=["V"], since="2016", until="2020") == ["sn-2017"]
    assert found(archive, "hemlöshet OR val", kinds=["item"], bodies=["kommunfullmäktige"]) == ["kf-2016"]


def test_act_is_found_by_the_title_of_its_matter(tmp_path: Path) -> None:
    """A reservation that does not say what it is about is found by its §; the words shown are its own."""
    blank = reserved("V", "Eva Ek (V) reserverar sig mot beslutet.")
    (item,) = blank.items[:1]
    matter = replace(blank, items=(replace(item, title=passage("Plan mot hemlöshet")), *blank.items[1:]))
    made = make_archive(tmp_path / "archive", {"ks": matter})
    (hit,) = ask(made, "hemlöshet", parties=("V",), kinds=("reservation",)).hits
    assert hit.snippet == "Eva Ek (V) reserverar sig mot beslutet."
    assert hit.title == "Plan mot hemlöshet"


def test_hit_has_its_place(archive: Path) -> None:
    """Document, §, page, party, and the hit among the words around it."""
    [hit] = ask(archive, "hemlöshet", kinds=["reservation"]).hits
    assert (hit.document, hit.path, hit.number, hit.page) == ("sn-2017", "sn-2017.txt", "1", 3)
    assert (hit.date, hit.body, hit.kind, hit.parties) == ("2017-05-02", "Socialnämnden", "reservation", ("V",))
    [(start, end)] = hit.hits
    assert hit.snippet[start:end] == "hemlöshetsarbete"
    assert hit.key == "sn-2017#/items/0/reservations/0"


def test_page_of_a_hit_in_running_text(tmp_path: Path) -> None:
    """Is that of its paragraph, not that of the section."""
    pages = [passage("Ord " * 30, 4), passage("Om snöröjning och mer.", 5), passage("Slut.", 6)]
    [hit] = ask(make_archive(tmp_path, {"ks": section(*pages)}), "snö").hits
    assert hit.page == 5
    assert hit.snippet.startswith("… ")
    assert [hit.snippet[start:end] for start, end in hit.hits] == ["snöröjning"]


def test_total_is_told_beyond_the_limit(archive: Path) -> None:
    """How many there are, though fewer are shown."""
    answer = ask(archive, limit=2)
    assert len(answer.hits) == 2
    assert answer.total > 10


def test_best_first(tmp_path: Path) -> None:
    """The text that says most of the words comes first, though it is older."""
    documents = {
        "a": dated(titled("Snö, snö och åter snö"), "2001-01-01"),
        "b": dated(titled("Avgift, taxa, buss och tåg, och så litet snö på vägarna"), "2002-01-01"),
    }
    archive = make_archive(tmp_path, documents)
    assert [hit.document for hit in ask(archive, "snö").hits] == ["b", "a"]
    assert [hit.document for hit in ask(archive, "snö", best=True).hits] == ["a", "b"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ('"hemlöshet', "a quotation mark is missing"),
        ('""', "there is no word between the quotation marks"),
        ("(hemlöshet", "a bracket is not closed"),
        ("hemlöshet)", "a bracket is closed that was not opened"),
        ("hemlöshet AND", "a word is missing after AND"),
        ("AND hemlöshet", "a word is missing before AND"),
        ("hemlöshet OR", "a word is missing after OR"),
        ("hemlöshet NOT", "a word is missing after NOT"),
        ("()", "a word is missing"),
        ("*", "there is no word in '*'"),
        ("§ 12", "there is no word in '§'"),
    ],
)
def test_query_that_makes_no_sense(archive: Path, words: str, told: str) -> None:
    """A sentence says what is wrong, and how to write a query."""
    with pytest.raises(UsageError) as error:
        ask(archive, words)
    assert error.value.message.startswith(told)
    assert "phrases" in error.value.hint


@pytest.mark.parametrize(
    "words", ['a"b', "text:x", "a^2 b", "NEAR(a b)", "'; DROP TABLE texts --", "x AND NOT y", "ß İ"]
)
def test_odd_words_are_only_words(archive: Path, words: str) -> None:
    """Nothing that is typed reaches the database as anything but words."""
    try:
        ask(archive, words)
    except UsageError as error:
        assert error.hint  # a sentence, and never an error of the database


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        ({"parties": ["Vq"]}, "there is no party 'Vq' in this archive; perhaps 'V'"),
        ({"kinds": ["reservatio"]}, "there is no kind 'reservatio'; perhaps 'reservation'"),
        ({"bodies": ["sosialnämnden"]}, "perhaps 'Socialnämnden'"),
        ({"municipalities": ["Skövde"]}, "there is no municipality 'Skövde' in this archive; choose Almunda"),
        ({"since": "i fjol"}, "'i fjol' is no date; write a year"),
        ({"until": "2024-3-1"}, "'2024-3-1' is no date"),
    ],
)
def test_filter_that_the_archive_does_not_know(archive: Path, filters: dict[str, Any], told: str) -> None:
    """A sentence with what was probably meant."""
    with pytest.raises(UsageError) as error:
        ask(archive, **filters)
    assert told in str(error.value)
