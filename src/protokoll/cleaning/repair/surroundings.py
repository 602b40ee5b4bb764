"""What stands around a word: names and numbers of a form, bullets, running sentences."""

import re

__all__ = ["keeps_capital", "running_share"]

# Two words with capitals, or a bullet, before it.
_BESIDE = re.compile(r"(?:\b[A-ZÅÄÖ][^\W\d]*(?:-[^\W\d]+)?\s+[A-ZÅÄÖ][^\W\d]*(?:-[^\W\d]+)?|\s[*•]) $")
# A name, a bracket or a number before it, and a number after it: 'Yrkande (S) Ärende 4'.
_FIELD = re.compile(r"(?:\b[A-ZÅÄÖ][^\W\d]+|\)|\d) $")
_NUMBER = re.compile(r" (?:nr )?\d")
# A heading that runs into its text: 'Förslag till beslut | kommunstyrelsen'.
_HEADING = re.compile(r"[A-ZÅÄÖ]\S*(?:\s+[a-zåäöé&]\S*){0,3}\s$")
_REACH = 80
_FEWEST = 4


def keeps_capital(text: str, start: int, end: int) -> bool:
    """Tell whether the word stands in a form or a list, one field after the other, where a capital is one.

    >>> keeps_capital("Handlaggare Ek Anna Norén Arendenummer", 26, 38)
    True
    >>> keeps_capital("behovet av Okad trygghet", 11, 15)
    False
    """
    before = max(0, start - _REACH)
    if text[start:end] == "|":
        return _HEADING.search(text, before, start) is not None
    if _BESIDE.search(text, before, start) is not None:
        return True
    return _FIELD.search(text, before, start) is not None and _NUMBER.match(text, end) is not None


def running_share(text: str, start: int, end: int) -> float:
    """Return how many of the words around one have a small letter: most in sentences, few in forms and lists.

    >>> running_share("att namnden godkanner forslaget till budget", 12, 21)
    1.0
    """
    around = text[max(0, start - _REACH) : end + _REACH].split()[1:-1]
    if len(around) < _FEWEST:
        return 0.5
    return sum(piece[0].islower() for piece in around) / len(around)
