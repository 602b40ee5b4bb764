"""What a matter is about, by its title, and what an act about it is about."""

import re
from functools import lru_cache

from protokoll.grammar import load
from protokoll.model.position import Position, Stance

__all__ = ["is_act", "is_one_matter", "subject_of", "years_apart", "years_in"]

_IN_WORDS = frozenset([Stance.DEMAND, Stance.SUPPORT, Stance.OPPOSE, Stance.DESCRIBE])
# "Motion av Eva Ek (L) om …": what stands before the subject of a matter.
_ABOUT = re.compile(r"\b(?:om|angående|avseende|gällande|rörande|beträffande|ang\.?)\s+", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PARTIES = re.compile(r"\((?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö!]{0,8}(?:\s*,\s*|\s+och\s+)?)+\)")


def is_act(position: Position) -> bool:
    """Tell whether a position is an act (a vote, a proposal …) rather than a claim in words."""
    return position.stance not in _IN_WORDS


def years_apart(one: Position, other: Position) -> bool:
    """Tell whether the titles of two matters name different years: the budget of one year is not that of another."""
    first, second = years_in(one.title or ""), years_in(other.title or "")
    if not first and not second:
        return False
    # A title without a year beside one with it: the paper is of the year of its date.
    return (first or {(one.date or "")[:4]}).isdisjoint(second or {(other.date or "")[:4]})


def is_one_matter(one: Position, other: Position) -> bool:
    """Tell whether two positions have a diary number in common, or stand in matters of one title."""
    first, second = (subject_of(each.title or "").lower() for each in (one, other))
    return not set(one.diary_numbers).isdisjoint(other.diary_numbers) or (bool(first) and first == second)


def years_in(title: str) -> frozenset[str]:
    """Return the years that a title names.

    >>> sorted(years_in("Plan mot hemlöshet 2025-2026"))
    ['2025', '2026']
    """
    return frozenset(_YEAR.findall(title))


@lru_cache(maxsize=8192)
def subject_of(title: str) -> str:
    """Return what a title is about, without the kind of paper and those who wrote it.

    >>> subject_of("Motion av Eva Ek och Bo Alm (båda L) om fler bänkar i Lundby")
    'fler bänkar i Lundby'
    >>> subject_of("Verksamhetsplan för socialnämnden 2017")
    'Verksamhetsplan för socialnämnden 2017'
    """
    papers = load().pattern("topics", "papers")
    opening = papers.search(title[:60])
    if opening:
        about = _ABOUT.search(title, opening.end())
        if about and about.end() < len(title):
            return title[about.end() :]
    return _PARTIES.sub(" ", title).strip()
