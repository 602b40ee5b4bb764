"""Numbers below a hundred written as words, as minutes print counts of votes."""

__all__ = ["NUMBER_WORDS", "read_number"]

_ONES = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio")
_TEENS = ("tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton")
_TENS = ("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")
_NUMBERS = {word: value for value, word in enumerate((*_ONES, *_TEENS))} | {
    f"{tens}{one if value else ''}": 10 * place + value
    for place, tens in enumerate(_TENS, 2)
    for value, one in enumerate(_ONES)
}
NUMBER_WORDS = rf"(?:ett|{'|'.join((*_ONES, *_TEENS))}|(?:{'|'.join(_TENS)})(?:{'|'.join(_ONES[1:])})?)"
"""The shape of such a number, for a larger expression."""


def read_number(words: str) -> int:
    """Return the number that digits or a word of the shape above stand for.

    Raises:
        KeyError: `words` are no such number.

    >>> read_number("sju"), read_number("Tjugotre"), read_number("41"), read_number("ett")
    (7, 23, 41, 1)
    """
    said = words.strip().lower()
    return int(said) if said.isdigit() else 1 if said == "ett" else _NUMBERS[said]
