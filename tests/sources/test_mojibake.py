"""Mending letters that were decoded wrongly once before."""

import pytest
from hypothesis import given

from protokoll.sources.mojibake import mend_mojibake
from tests.sources.words import PLAIN, TYPOGRAPHIC, texts

MISREADINGS = ("cp1252", "latin-1", "mac_roman", "cp850", "cp437")
CONFUSIONS = [
    ("mac_roman", "cp1252"),
    ("mac_roman", "latin-1"),
    ("cp1252", "mac_roman"),
    ("cp850", "cp1252"),
    ("cp1252", "cp850"),
    ("cp1252", "cp437"),
]
HEALTHY = [
    "Förvaltningen föreslår – ”så fort som möjligt” – att nämnden avslår § 5.",
    "João da Silva, Ângela Conceição och Renée Ågren bor på Ö.",
    "På Å\xa0och Ås: ÅÄÖ, ÅÅÅ! ÄÄ? ’Åsas’ Å’ och Ä”",
    "50 €, 30 °C, 2 m², ±5 %, ½ tsk – Â och Ã är bokstäver",
    "│ Ja ├─ 31 │ Nej ├─ 30 │",
    "F6rvaltningen fdresldr att ndmnden avslar, i enlighet med férslaget",
    "Ordet ”fråga”, säger hon, är „för” mycket† för‰ oss.",
    "",
]


def spoil(text: str, codec: str) -> str:
    """Return what the UTF-8 bytes of a text look like in another encoding, as a browser reads it."""
    signs = [bytes((byte,)).decode(codec, "ignore") or chr(byte) for byte in text.encode()]
    return "".join(signs)


@pytest.mark.parametrize("codec", MISREADINGS)
@given(text=texts(*PLAIN, *TYPOGRAPHIC))
def test_misread_once(codec: str, text: str) -> None:
    """UTF-8 read as single bytes is set right, whichever encoding it was read in."""
    assert mend_mojibake(spoil(text, codec)) == text


@pytest.mark.parametrize("codec", MISREADINGS)
@given(text=texts(*PLAIN))
def test_misread_twice(codec: str, text: str) -> None:
    """The same twice over is set right too."""
    assert mend_mojibake(spoil(spoil(text, codec), codec)) == text


@pytest.mark.parametrize("codec", MISREADINGS)
@given(text=texts(*PLAIN, *TYPOGRAPHIC))
def test_some_lines_only(codec: str, text: str) -> None:
    """Where only every third line is damaged the others are untouched."""
    lines = text.split("\n")
    spoilt = [spoil(line, codec) if i % 3 == 0 else line for i, line in enumerate(lines)]
    assert mend_mojibake("\n".join(spoilt)) == text


def test_part_of_a_line() -> None:
    """Healthy letters and curly quotes on the same line do not hinder."""
    assert mend_mojibake("– föreslår Ã¥ret ut, sÃ¤ger ”nämnden”") == "– föreslår året ut, säger ”nämnden”"


def test_a_quote_that_lost_its_end() -> None:
    """The right quote, whose last byte Windows does not know, is known by what is left of it."""
    assert mend_mojibake("â€ja, dÃ¥â€, sade hon") == "â€ja, då”, sade hon"


@pytest.mark.parametrize(("right", "wrong"), CONFUSIONS)
@given(text=texts(*PLAIN))
def test_one_single_byte_encoding_for_another(right: str, wrong: str, text: str) -> None:
    """Text of one old encoding that was read as another is set right, letter for letter."""
    text = "\n".join([*PLAIN, text])  # a few words are not enough to be sure
    read = "".join(bytes((byte,)).decode(wrong, "ignore") or chr(byte) for byte in text.encode(right))
    assert mend_mojibake(read) == text


@pytest.mark.parametrize("text", HEALTHY)
def test_healthy_text_is_untouched(text: str) -> None:
    """Names in other languages, typography, frames and misread letters are no mojibake."""
    assert mend_mojibake(text) == text


@given(texts(*PLAIN, *TYPOGRAPHIC))
def test_swedish_is_untouched(text: str) -> None:
    """No Swedish text is changed."""
    assert mend_mojibake(text) == text


def test_windows_marks_as_controls() -> None:
    """Windows quotes and dashes that were read as Latin-1 are set right."""
    assert mend_mojibake("\x94Ja\x94 \x96 sade hon") == "”Ja” – sade hon"


def test_controls_of_a_broken_font() -> None:
    """Control characters of all kinds are the letters of a broken font, and stay."""
    text = "Beslut\n\x0e\x0f\x10\x84\x85\x11\x12\x93\x94\x13\n"
    assert mend_mojibake(text) == text
