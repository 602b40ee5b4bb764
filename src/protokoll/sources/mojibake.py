"""Letters that were once decoded in the wrong encoding and then saved: 'fÃ¶rslag' for 'förslag'.

Only what is plainly wrong is changed, sign by sign, so that a healthy text comes through untouched and a text
with some damaged lines is mended in just these. Quotes, dashes and spaces keep their form.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["mend_mojibake"]

# How UTF-8 has been misread. Under each, the two or three bytes of a letter became as many signs that no
# text has in a row: ö is Ã¶ (Windows), √∂ (Macintosh), ├Â or ├╢ (DOS).
_MISREADINGS = ("cp1252", "latin-1", "mac_roman", "cp850", "cp437")
_LETTERS = "åäöÅÄÖéÉ§–”’•" + "".join(map(chr, range(0xA0, 0x100))) + "—‘‚“„†‡…‰‹›€™−≤≥≈ŠšŽžŒœŸƒˆ˜"
_HEALTHY = frozenset(("Å\xa0", "Å’", "Å“"))  # signs in a row that good text may have: the village of Å, its genitive
_ROUNDS = 3  # a text can have been misread more than once
_ORPHAN = re.compile(r"â€(?:\ufffd|(?=[\s.,;:!?)]|$))")  # ” whose last byte, which Windows does not know, was lost

# How single bytes have been misread: the codec that should have been used, and the one that was. Inside words
# å ä ö then are signs that no word has, and all must be small å ä ö under the right codec.
_CONFUSIONS = (
    ("mac_roman", "cp1252"),
    ("cp1252", "mac_roman"),
    ("cp850", "cp1252"),
    ("cp1252", "cp850"),
    ("cp1252", "cp437"),
)
_SMALL, _GREAT = frozenset("åäöéü"), frozenset("ÅÄÖÉ")
_SWEDISH = re.compile(r"[åäö]")
_CUES = "šŠŒ‰ˆÂ†„÷õÕσΣ"
_CUE = re.compile(rf"[{_CUES}]")
_WITHIN = re.compile(rf"(?<=[A-Za-z])[{_CUES}”](?=[a-z])")
_FEWEST = 3

_CONTROLS = re.compile(r"[\x80-\x9f]")
_OTHER_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")


def mend_mojibake(text: str) -> str:
    """Return `text` with letters that had been decoded wrongly set right; an equal text if there are none.

    >>> mend_mojibake("fÃ¶rvaltningen sÃ¤ger â€“ ja, men nämnden säger nej")
    'förvaltningen säger – ja, men nämnden säger nej'
    >>> mend_mojibake("fšrvaltningen fšreslŒr att nŠmnden avslŒr fšrslaget")
    'förvaltningen föreslår att nämnden avslår förslaget'
    """
    return _mend_signs(_mend_controls(_mend_sequences(text)))


def _mend_sequences(text: str) -> str:
    """Put right UTF-8 that was read as single bytes, once or several times over."""
    table, pattern, cues = _sequences()
    if not any(cue in text for cue in cues):
        return text
    for _ in range(_ROUNDS):
        mended = pattern.sub(lambda found: table.get(found[0], found[0]), _ORPHAN.sub("”", text))
        if mended == text:
            break
        text = mended
    return text


@lru_cache(maxsize=1)
def _sequences() -> tuple[dict[str, str], re.Pattern[str], str]:
    """Return misread signs → letter, where such signs may be, and the signs that they begin with."""
    table = {signs: letter for letter in reversed(_LETTERS) for signs in _misread(letter)}
    # What is misread twice was once the signs that stand in this table.
    twice = sorted({sign for signs in table for sign in signs} - set(_LETTERS))
    table = {signs: sign for sign in twice for signs in _misread(sign)} | table
    table = {signs: letter for signs, letter in table.items() if signs not in _HEALTHY}
    firsts = {length: "".join(sorted({signs[0] for signs in table if len(signs) == length})) for length in (2, 3)}
    pattern = re.compile(rf"[{firsts[3]}][^\x00-\x7f]{{2}}|[{firsts[2]}][^\x00-\x7f]")
    return table, pattern, "".join(sorted({signs[0] for signs in table} - {"Å"}))


def _misread(letter: str) -> Iterator[str]:
    """Yield what the UTF-8 bytes of `letter` look like under each other encoding."""
    for codec in _MISREADINGS:
        yield "".join(_sign(byte, codec) for byte in letter.encode("utf-8"))


def _sign(byte: int, codec: str) -> str:
    try:
        return bytes((byte,)).decode(codec)
    except UnicodeDecodeError:
        return chr(byte)


def _mend_controls(text: str) -> str:
    """Put right Windows marks that were read as Latin-1, unless there are many other controls too."""
    if not (marks := len(_CONTROLS.findall(text))) or len(_OTHER_CONTROLS.findall(text)) * 5 > marks:
        return text
    return text.translate({byte: _sign(byte, "cp1252") for byte in range(0x80, 0xA0)})


def _mend_signs(text: str) -> str:
    """Put right a text in which the Swedish letters are other signs throughout."""
    if not any(cue in text for cue in _CUES):
        return text
    inside = _WITHIN.findall(text)
    if len(inside) < _FEWEST or len(_SWEDISH.findall(text)) > 0.05 * len(inside):
        return text
    tables = [{_sign(byte, wrong): _sign(byte, right) for byte in range(0x80, 0x100)} for right, wrong in _CONFUSIONS]
    cues = _CUE.findall(text)
    best = max(tables, key=lambda table: _known(table, inside, _SMALL) + _known(table, cues, _SMALL | _GREAT))
    if _known(best, inside, _SMALL) < 0.9 * len(inside):
        return text
    return text.translate({ord(sign): letter for sign, letter in best.items()})


def _known(table: dict[str, str], signs: list[str], letters: frozenset[str]) -> int:
    return sum(table.get(sign, "") in letters for sign in signs)
