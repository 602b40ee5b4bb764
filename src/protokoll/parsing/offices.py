"""Titles and offices before and after names, and those who are only called by one."""

import re
from functools import lru_cache

from protokoll.grammar import Grammar, fold
from protokoll.model.document import Actors, Person, Role
from protokoll.model.text import CleanText

__all__ = ["find_chair", "roles", "titles", "without_title"]


def find_chair(text: CleanText, start: int, end: int, grammar: Grammar) -> Actors:
    """Return the chair, without a name, where only the office is printed: 'Ordföranden yrkar …'.

    Who that is tells the attendance (`membership`).

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import SourceText
    >>> text = CleanText(SourceText("-", "", 0, "text", None, "Ordföranden yrkar"), (), "Ordföranden yrkar")
    >>> find_chair(text, 0, 12, load()).persons[0].role.value
    'chair'
    """
    words = text.text[start:end]
    left = start + len(words) - len(words.lstrip())
    title = titles(grammar)[0].fullmatch(words.strip())
    role = roles(grammar)[fold(title[0])] if title else None
    if role not in (Role.CHAIR, Role.VICE_CHAIR):
        return Actors()
    passage = text.passage(left, left + len(words.strip()))
    return Actors(None, (Person(None, None, role, passage.span, passage.page, passage.printed),), (), passage)


@lru_cache(maxsize=8)
def titles(grammar: Grammar) -> tuple[re.Pattern[str], frozenset[str]]:
    """Return an expression for titles, and the folded words that may open a sentence before a name.

    >>> from protokoll.grammar import load
    >>> titles(load())[0].search("ledamoten Eva Ek")[0]
    'ledamoten'
    """
    phrases = sorted(
        (each for every in grammar.words["actors"]["titles"].values() for each in every),
        key=len,
        reverse=True,
    )
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(each) for each in phrases)})(?![\w:])", re.IGNORECASE)
    return pattern, frozenset(fold(each) for each in grammar.words["actors"]["openers"]["words"])


@lru_cache(maxsize=8)
def roles(grammar: Grammar) -> dict[str, Role]:
    """Return the role for each folded title.

    >>> from protokoll.grammar import load
    >>> roles(load())["vice ordforanden"].value
    'vice_chair'
    """
    return {fold(each): Role(role) for role, every in grammar.words["actors"]["titles"].items() for each in every}


def without_title(name: str, grammar: Grammar) -> str:
    """Return a name without the title before it, as lists print them; nothing where it is a title alone.

    >>> from protokoll.grammar import load
    >>> without_title("Vice ordförande Eva Ek", load()), without_title("Ordföranden", load())
    ('Eva Ek', '')
    """
    pattern, _ = titles(grammar)
    while match := pattern.match(name):
        name = name[match.end() :].lstrip(" ,")
    return name
