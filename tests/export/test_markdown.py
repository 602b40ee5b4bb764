"""Markdown: a report that a person can read, in two languages."""

import pytest

from protokoll.export import FORMATS, Style, encode
from protokoll.export.markdown import escape
from tests.invented import make_document


def _report(language: str) -> str:
    return encode(make_document(), "markdown", Style(language=language)).decode()


def test_report_in_swedish() -> None:
    """Acts stand under Swedish headings, with who, what, fate and page."""
    report = _report("sv")
    assert report.startswith("# Protokoll: Kommunstyrelsen 2024-03-06\n")
    assert "## § 11 Motion om cykelställ vid Åskolan\n" in report
    assert "### Beslut: Kommunstyrelsen · avslag · enligt kommunstyrelsens arbetsutskotts förslag\n" in report
    assert "- **Maj Grön (MP)**: avslag på motionen · antaget (s. 2)\n" in report
    assert "| M |  | 1 |  |  |\n" in report


def test_report_in_english() -> None:
    """The words of the record stay Swedish, the headings are English."""
    report = _report("en")
    assert report.startswith("# Minutes: Kommunstyrelsen 2024-03-06\n")
    assert "- **Maj Grön (MP)**: rejection of motionen · adopted (p. 2)\n" in report
    assert "1. Motionen avslås.\n" in report


def test_every_text_is_in_the_report() -> None:
    """No point, statement, reservation or remark is left out."""
    report = _report("sv")
    for words in (
        "Paragrafen justeras omedelbart.",
        "Anmälan antecknas.",
        "Vi hade önskat en plan",
        "reserverar sig till förmån",
        "Tekniska nämnden",
        "Lo Lind (C)",
        "Annex 3 is not in this text.",
        "Arbetsutskottet 2024-02-20",
        "om motionen kan avslås → så sker",
        "  - till förmån för Per Blom (M): i första hand · bifall till motionen (s. 2)",
        "  - ”se bilaga 3”: finns inte i denna fil",
    ):
        assert words in report


def test_markup_in_the_record_is_shown_as_it_is() -> None:
    """Stars, bars and underscores of the record do not become layout."""
    assert r"=SUMMA av \*alla\* cykelställ redovisas\_årligen." in _report("sv")
    assert r"Det behövs \| fler platser." in _report("sv")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("# Rubrik", r"\# Rubrik"),
        ("#1 i kön", "#1 i kön"),
        ("- streck", r"\- streck"),
        ("2024. Årsplan", r"2024\. Årsplan"),
        ("2024.1 plan", "2024.1 plan"),
        ("<b>fet</b>", r"\<b\>fet\</b\>"),
        ("a\\b", r"a\\b"),
    ],
)
def test_escape(words: str, shown: str) -> None:
    """Only what would be taken for markup gets a backslash."""
    assert escape(words) == shown


def test_no_two_blank_lines_and_one_line_break_at_the_end() -> None:
    """The report is tidy."""
    assert "\n\n\n" not in _report("sv")
    assert _report("sv").endswith("\n") and not _report("sv").endswith("\n\n")


def test_several_reports_follow_each_other() -> None:
    """Each begins with its own title."""
    data = b"".join(FORMATS["markdown"].write([make_document(), make_document()], Style(language="sv")))
    assert data.decode() == f"{_report('sv')}\n{_report('sv')}"
