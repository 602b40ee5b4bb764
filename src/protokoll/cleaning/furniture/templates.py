"""Expressions for the templates of `furniture.toml`."""

import re
from collections.abc import Iterable, Mapping

from protokoll.grammar import Grammar

__all__ = ["DATE", "expression_for", "find_places", "misreadings"]

# Letters as tesseract without a Swedish model reads them.
_MISREAD = {"å": "åa4d&", "ä": "äaéid", "ö": "öo6éG"}
_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_NUMERIC = r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[ ./]\d{2,4}"
DATE = rf"(?:den[ ])?(?:{_NUMERIC}|\d{{1,2}}[ ](?:{_MONTHS})[ ]\d{{4}})"
"""A date as heads print it."""


def misreadings(letter: str) -> str:
    """Return the letters that a letter may be read as, itself first.

    >>> misreadings("å"), misreadings("b")
    ('åa4d&', 'b')
    """
    return _MISREAD.get(letter, letter)


def expression_for(phrases: Iterable[str], places: Mapping[str, str]) -> str:
    """Return an expression for any of `phrases`, the longest first.

    Args:
        phrases: templates such as `Protokoll nr {number}`.
        places: an expression for each name in braces.

    >>> re.fullmatch(expression_for(["Sida {number}"], {"number": "[0-9]+"}), "Sida 12").group()
    'Sida 12'
    """
    return "|".join(_expression(phrase, places) for phrase in sorted(phrases, key=len, reverse=True))


def find_places(grammar: Grammar) -> dict[str, str]:
    """Return an expression for each name that a template may have in braces.

    >>> from protokoll.grammar import load
    >>> re.fullmatch(find_places(load())["body"], "Barn- och utbildningsnämnden") is not None
    True
    """
    bodies, towns = grammar.phrases("bodies", "deciding"), grammar.phrases("furniture", "municipality")
    body = "|".join(sorted(map(re.escape, bodies), key=len, reverse=True))
    town = "|".join(map(re.escape, towns))
    opener = "|".join(re.escape(each) for each in grammar.phrases("bodies", "openers") if each.endswith("för"))
    return {
        "date": DATE,
        "number": r"\d{1,4}",
        "diary": r"(?:(?-i:[A-ZÅÄÖ]){1,6}[ -]?)?[\d.]+[-/:][\d/:. -]*\d",
        "trail": r".{0,200}",
        "code": r"[\dA-Fa-f]{4,}[-\dA-Fa-f]{4,}",
        "abbreviation": r"(?-i:[A-ZÅÄÖ])\w{1,5}",
        "municipality": rf"(?:(?:(?-i:[A-ZÅÄÖ])[\w-]+[ ]){{1,3}}(?:{town})\b|Region[ ](?-i:[A-ZÅÄÖ])[\w-]+)",
        "body": rf"(?:(?:{opener})[ ]\w[\w, -]{{2,40}}"
        rf"|(?:(?-i:[A-ZÅÄÖ])[\w-]*[ ](?:[\w,&-]+[ ]){{0,5}})?[\w-]*(?:{body})(?=s?(?!\w))"
        r"(?:[ ](?-i:[A-ZÅÄÖ])[\w-]+)?)",
    }


def _expression(phrase: str, places: Mapping[str, str]) -> str:
    pieces = re.split(r"\{(\w+)\}", phrase)
    words = ("".join(_letter(letter) for letter in piece) for piece in pieces[::2])
    filled = [*(places[name] for name in pieces[1::2]), ""]
    return "".join(word + place for word, place in zip(words, filled, strict=True)).replace(r"\ ", "[ ]*:?[ ]+")


def _letter(letter: str) -> str:
    return f"[{misreadings(letter)}]" if letter in _MISREAD else re.escape(letter)
