"""What can be adopted or rejected, as questions, ballots and decisions name it: 'tilläggsyrkandet från SD'."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import Grammar, fold
from protokoll.parsing.actors import NAME, find_parties
from protokoll.parsing.references import match_date

__all__ = ["Thing", "find_things", "surname"]

# One thing asked for: "stadsledningskontorets förslag", "tilläggsyrkandet från M, D och KD den …".
_THING = re.compile(
    r"""(?P<owner>(?<![\w-])[\wåäöÅÄÖ-]{1,60}s\s+)?(?P<kind>(?:tilläggs|återremiss|ändrings|minoritetsåterremiss|avslags)?(?:yrkande|förslag|förslå)\w*|motionen|beslutssats\w*)
        (?P<rest>(?:(?!\b(?:tilläggsyrkand|återremissyrkand|ändringsyrkand|yrkand|förslag|motion)\w*)[^;:])*)""",
    re.VERBOSE | re.IGNORECASE,
)
# "Petra Almsjös (M) ändringsyrkande", "Eva Eks m.fl. förslag": what a person asked for.
_PERSONS = re.compile(
    rf"(?P<who>{NAME})(?:\s+m\.?\s?fl\.?)?(?:\s*\([^()\n]{{1,25}}\))?(?:\s+m\.?\s?fl\.?)?(?:\s+(?:egna|eget|framställda))?"
    r"\s+(?P<kind>\w*(?:yrkande|förslag|tillägg))\w*"
)

_KINDS = ("yrkande", "förslag", "förslå", "motionen", "beslutssats", "tillägg")


class Thing(NamedTuple):
    """What can be adopted or rejected: whose it is, and whether it adds to the main question or remits it."""

    side: str
    owner: str
    parties: frozenset[str]
    date: str | None
    person: str = ""

    @property
    def key(self) -> tuple[str, object]:
        """Things of different keys are never the same."""
        return (
            ("person", self.person)
            if self.person
            else ("parties", self.parties)
            if self.parties
            else ("owner", self.owner)
        )

    def same(self, other: "Thing") -> bool:
        """Tell whether two namings mean one thing: same side, same owner, no two dates that differ."""
        if self.side != other.side and "thing" not in (self.side, other.side):
            return False
        if self.date and other.date and self.date != other.date:
            return False
        if self.person or other.person:
            return self.person == other.person
        if self.parties or other.parties:
            return self.parties == other.parties
        return bool(self.owner) and self.owner == other.owner


def surname(name: str) -> str:
    """Fold a name so that its genitive is the same: 'Almsjös' and 'Almsjö'."""
    return fold(name).removesuffix("s")


@lru_cache(maxsize=512)  # a question, its finding and the decision repeat the same phrases
def find_things(words: str, grammar: Grammar) -> tuple[Thing, ...]:
    """Return the papers and proposals that a phrase names."""
    said = words.lower()
    return tuple(_things(words, grammar)) if any(kind in said for kind in _KINDS) else ()


def _things(words: str, grammar: Grammar) -> Iterator[Thing]:
    for match in _PERSONS.finditer(words):
        side = "add" if match["kind"].lower().startswith("tillägg") else "thing"
        yield Thing(side, "", frozenset(), None, surname(match["who"]))
    for match in _THING.finditer(_PERSONS.sub("", words)):
        kind = match["kind"].lower()
        side = (
            "add"
            if kind.startswith("tillägg")
            else "remit"
            if "återremiss" in kind
            else "main"
            if kind.startswith("förslag")
            else "thing"
        )
        owner = (match["owner"] or "").strip().lower()
        parties = frozenset(find_parties(f"{match['owner'] or ''} {match['rest']}", grammar))
        if not parties and not owner:
            owner = "motionen" if kind == "motionen" else ""
        if owner or parties:
            yield Thing(side, "" if parties else owner, parties, match_date(match["rest"]))
