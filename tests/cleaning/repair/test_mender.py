"""Misread words are mended, healthy words are not, and doubt is said."""

import time

import pytest

from protokoll.cleaning.repair.lines import damaged_lines
from protokoll.cleaning.repair.mender import find_mendings
from protokoll.model.text import Span

# Invented, and damaged as Tesseract damages it with its English model.
PAIRS = [
    (
        "Kommunstyrelsen foreslar att fullmaktige godkanner férvaltningens tjansteutlatande.",
        "Kommunstyrelsen föreslår att fullmäktige godkänner förvaltningens tjänsteutlåtande.",
    ),
    (
        "Skolan har 6kad franvaro och behéver stéd fran socialtjinsten sa att fler elever nar malen.",
        "Skolan har ökad frånvaro och behöver stöd från socialtjänsten så att fler elever når målen.",
    ),
    (
        "Namnden anser att fragan ar viktig och att atgarderna maste félja &rsplanen for aldreomsorgen.",
        "Nämnden anser att frågan är viktig och att åtgärderna måste följa årsplanen för äldreomsorgen.",
    ),
]


def mended(text: str, **options: float) -> str:
    """The text with the edits that are applied."""
    for each in reversed(find_mendings(text, **options)):  # type: ignore[arg-type]
        if each.applied:
            text = text[: each.span.start] + each.text + text[each.span.end :]
    return text


@pytest.mark.parametrize(("damaged", "right"), PAIRS)
def test_every_damaged_word_is_mended(damaged: str, right: str) -> None:
    """Ordinary administrative prose without its marks gets them back, word for word."""
    assert mended(damaged) == right


@pytest.mark.parametrize(
    ("damaged", "right"),
    [
        ("Handläggare Utfardat 2019-05-03 Anna Norén Arendenummer SN-2019-00012", "Ärendenummer"),
        ("Skolnamnden vill med detta framja Okad\ntrygghet i skolan och foreslar fler atgarder.", "ökad"),
        ("Har ska namnden * Oka samverkan med foreningar * Starka skolan i stadsdelen.", "Öka"),
        ("Forvaltningen har inte funnit nagra hallbara I6sningar for skolorna i stadsdelen.", "lösningar"),
    ],
)
def test_capitals_are_those_of_the_page(damaged: str, right: str) -> None:
    """An ö read as a capital is small again within a sentence; beside names, in a form, the capital was printed."""
    text = f"{PAIRS[0][0]}\n{PAIRS[1][0]}\n{damaged.replace('ä', 'a')}\n{PAIRS[2][0]}\n"
    assert right in [each.text for each in find_mendings(text)]


def test_the_first_of_a_month_is_no_word() -> None:
    """A bar after 'den' was the figure 1."""
    text = f"{PAIRS[0][0]} Beslutet trader i kraft den | juli 2004 och galler alla.\n{PAIRS[1][0]}\n"
    assert "|" not in [each.seen for each in find_mendings(text)]


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("Beslut att foresla | skolnamnden fick fragan en ny roll i stadsdelen.", "I"),
        ("Den fraga som namnden hanterat ar nu | huvudsak avgjord av skolan.", "i"),
    ],
)
def test_a_bar_after_a_heading_is_a_capital(line: str, right: str) -> None:
    """A heading that runs into its text ends where the capital of the sentence stands."""
    text = f"{PAIRS[0][0]}\n{line}\n{PAIRS[1][0]}\n"
    assert [each.text for each in find_mendings(text) if each.seen == "|"] == [right]


@pytest.mark.parametrize("note", ["Skolverket1", "1Skolverket"])
def test_the_number_of_a_note_stays(note: str) -> None:
    """Glued to the word before or after it."""
    text = f"{PAIRS[0][0]}\n{note} har fatt fragan fran namnden.\n{PAIRS[1][0]}\n"
    assert all("1" in each.text for each in find_mendings(text) if "1" in each.seen and each.applied)


def test_bars_between_cells_are_no_words() -> None:
    """One bar on a line may be an I; several are a table."""
    lone = f"{PAIRS[0][0]}\n| Orebro har fragan avgjorts.\n{PAIRS[1][0]}\n"
    table = f"{PAIRS[0][0]}\n| Skola | Elever |\n{PAIRS[1][0]}\n"
    assert "|" in [each.seen for each in find_mendings(lone)]
    assert "|" not in [each.seen for each in find_mendings(table)]


@pytest.mark.parametrize("right", [right for _, right in PAIRS])
def test_healthy_text_passes_unchanged(right: str) -> None:
    """A line with å, ä and ö was not read by a model without them."""
    assert find_mendings(right) == []


@pytest.mark.parametrize("right", [right for _, right in PAIRS])
def test_healthy_words_stay_with_the_detector_forced_open(right: str) -> None:
    """Even where every line is taken for damaged, a healthy word is not changed."""
    spans = [Span(0, len(right))]
    assert [each.seen for each in find_mendings(right, spans=spans) if each.applied] == []


def test_only_the_damaged_lines_of_a_mixed_text_are_mended() -> None:
    """A healthy line between damaged ones keeps its words."""
    healthy = "Förvaltningen har för avsikt att se över rutinerna för svar på frågor."
    text = f"{PAIRS[0][0]}\n{PAIRS[1][0]}\n{healthy}\n{healthy}\n{healthy}\n"
    result = mended(text)
    assert result == f"{PAIRS[0][1]}\n{PAIRS[1][1]}\n{healthy}\n{healthy}\n{healthy}\n"


@pytest.mark.parametrize(
    "kept",
    [
        "1 juli 2025",
        "Dnr KS 2023/1246",
        "8 423 000 kronor",
        "Ja 6, Nej 4",
        "a.lind@arboga.se",
        "www.kommun.se/malsman",
        "SKR",
    ],
)
def test_figures_numbers_and_addresses_are_never_changed(kept: str) -> None:
    """In the midst of damage, what counts and what addresses stays to the letter."""
    text = f"{PAIRS[0][0]} {kept}, och {PAIRS[2][0]}"
    assert kept in mended(text)


@pytest.mark.parametrize(
    "foreign",
    [
        "The committee has decided that the report for the year is to be sent to all members of the board.",
        "Der Ausschuss hat die Verwaltung damit beauftragt, den Bericht bis zum Sommer vorzulegen.",
        "Le conseil a pris la decision de renvoyer la question au service pour une nouvelle etude.",
    ],
)
def test_other_languages_are_left_alone(foreign: str) -> None:
    """A passage in another language has no å, ä and ö either, and is no damage."""
    assert find_mendings(foreign) == []


def test_letters_of_other_languages_hold_the_lines_beside_them_back() -> None:
    """A model without å, ä and ö has no æ, ø and ß either."""
    assert find_mendings("Namnet er for langt\nOpna eller løys ut\n" * 3) == []


def test_doubt_is_kept_with_its_candidates() -> None:
    """With a strict rate the doubtful words are told, not changed."""
    strict = find_mendings(PAIRS[1][0], max_error_rate=0.0)
    assert strict
    assert not any(each.applied for each in strict)
    assert all(each.candidates for each in strict)


def test_a_stricter_rate_applies_fewer_edits() -> None:
    """What is applied at a strict rate is also applied at a lenient one."""
    text = "\n".join(damaged for damaged, _ in PAIRS)
    counts = [sum(each.applied for each in find_mendings(text, max_error_rate=rate)) for rate in (0.001, 0.003, 0.05)]
    assert counts == sorted(counts)


def test_own_words_help() -> None:
    """A name that nobody knows is mended when the caller knows it."""
    text = f"{PAIRS[0][0]} Svar lamnades av Maria Qvarnsattra fran Skogslandsbygden."
    assert "Qvarnsättra" in mended_with(text, ["Qvarnsättra"])


def mended_with(text: str, lexicon: list[str]) -> str:
    """The words proposed when the caller has words of its own."""
    return " ".join(each.text for each in find_mendings(text, lexicon=lexicon))


@pytest.mark.parametrize("text", ["", "   \n\n", "1234 5678 " * 50, "Ж" * 500, "≈∞§¶" * 100])
def test_text_without_swedish_letters_passes(text: str) -> None:
    """Nothing to mend is no error."""
    assert find_mendings(text) == []


def test_cost_grows_with_the_length_of_the_text() -> None:
    """A long line costs no more than its share: no search is quadratic."""
    line = PAIRS[0][0] + " "
    mended(line)

    def seconds(times: int) -> float:
        started = time.perf_counter()
        find_mendings(line * times)
        return time.perf_counter() - started

    assert seconds(4000) < 12 * max(seconds(800), 0.02)


@pytest.mark.parametrize("unit", ["a", "7", "6a", "x@", "&"])
def test_a_million_characters_without_a_blank_take_no_time(unit: str) -> None:
    """A line that is one long word is passed through in time that is linear."""
    text = unit * (400_000 // len(unit))
    started = time.perf_counter()
    spans = [Span(0, len(text))]
    damaged_lines(text)
    find_mendings(text, spans=spans)
    assert time.perf_counter() - started < 20


def test_one_letter_does_not_tell_for_a_page_that_is_one_line() -> None:
    """A page whose line ends are lost is damaged, though a name in it has a letter that the model knew."""
    page = " ".join(damaged for damaged, _ in PAIRS * 20)
    spans = damaged_lines(f"{page} Peter Søgård {page}")
    assert sum(span.end - span.start for span in spans) > 1.5 * len(page)
