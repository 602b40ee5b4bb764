"""Who wrote the paper that a § is about, as its title tells: 'Motion av Eva Ek (M) om skolmat'."""

import re

from msgspec import Struct

from protokoll.grammar import Grammar, fold

__all__ = ["Authors", "authors_in_title"]

# "Svar på motion (2021:4) av Eva Ek (M) och Bo Ask (båda M) om att …", "Yrkande från M, D och L angående …".
_TITLE = re.compile(
    r"\b(?P<paper>motion|interpellation|(?:enkel\s+)?fråga|skrivelse|\w*yrkande)(?:en|n|t)?\s+(?:\([^()]*\)\s+|(?:nr\s+)?\d[\d:/]*\s+)?"
    r"(?:av|från)\s+(?P<who>.{1,300}?)(?:,?\s+(?P<about>(?:om|angående|gällande|rörande|med\s+anledning|avseende|beträffande|till\s+\w+)\b.*)|$)",
    re.IGNORECASE | re.DOTALL,
)
_PERSON = re.compile(r"(?P<name>[A-ZÅÄÖ][^(),]*?)\s*\((?P<party>[^()]{1,30})\)")
_ALL = re.compile(r"^(?:båda|bägge|samtliga|alla)\s+", re.IGNORECASE)
_SPLIT = re.compile(r"\s*,\s*|\s+(?:och|samt)\s+")
# "till kommunstyrelsens ordförande om": who is asked tells nothing of what about.
_ABOUT = re.compile(r"^(?:till\s.{1,90}?\s)?(?:om|angående|gällande|rörande|avseende|beträffande)\s+", re.IGNORECASE)
_QUESTIONS = ("interpellation", "fråga")


class Authors(Struct, frozen=True):
    """Who wrote the paper that a title names."""

    parties: tuple[str, ...]
    persons: tuple[tuple[str, str], ...]
    """Name and party."""
    printed: str
    """The words that name them."""
    about: str
    """What the paper is about, in the words of the title."""
    asks: bool
    """True for an interpellation or a question, which only asks."""


def authors_in_title(title: str, grammar: Grammar) -> Authors | None:
    """Return the authors that a title names with their parties, or None.

    >>> from protokoll.grammar import load
    >>> found = authors_in_title("Svar på motion av Eva Ek och Bo Ask (båda L) om att servera frukost", load())
    >>> found.parties, found.about
    (('L',), 'att servera frukost')
    """
    match = _TITLE.search(title)
    if not match:
        return None
    who = match["who"]
    persons: list[tuple[str, str]] = []
    waiting: list[str] = []
    for each in _PERSON.finditer(who):
        label = _ALL.sub("", each["party"])
        code = _code(label, grammar)
        *before, name = [part for part in _SPLIT.split(each["name"]) if part.strip()] or [each["name"]]
        waiting += before
        if code:
            persons += [(earlier, code) for earlier in waiting if label != each["party"]] + [(name, code)]
            waiting = []
    parties = dict.fromkeys(code for _, code in persons)
    if not persons:
        parties = dict.fromkeys(code for part in _SPLIT.split(who) if (code := _code(part, grammar)))
    if not parties:
        return None
    about = _ABOUT.sub("", (match["about"] or "").strip())
    asks = match["paper"].lower().endswith(_QUESTIONS)
    return Authors(tuple(parties), tuple(persons), who, about or title, asks)


def _code(label: str, grammar: Grammar) -> str | None:
    bare = label.strip(" .()")
    return grammar.party_codes.get(bare.lower()) or grammar.party_names.get(fold(bare))
