"""Texts and pages for the tests of cleaning, of an invented municipality."""

from collections.abc import Callable, Iterable

from protokoll.cleaning import RULES, clean
from protokoll.cleaning.engine import checked
from protokoll.cleaning.replaying import apply
from protokoll.grammar import Grammar, load
from protokoll.model.text import CleanText, Edit, SourceText

__all__ = ["LAYOUT_RULES", "clean_words", "make_pages", "make_source", "propose"]

LAYOUT_RULES = [rule for rule in RULES if rule.name not in {"section_signs", "repair"}]
"""The rules that leave misread words as they are."""


def make_source(text: str) -> SourceText:
    """Return a source that holds `text`."""
    return SourceText(path="-", sha256="", size=len(text), reader="text", encoding="utf-8", text=text)


def clean_words(text: str, profile: str = "default") -> CleanText:
    """Clean `text`, but leave misread words as they are."""
    return clean(make_source(text), load(profile), LAYOUT_RULES)


def propose(rule: Callable[[str, Grammar], Iterable[Edit]], text: str) -> str:
    """Return `text` after one rule, whose edits the engine has checked."""
    return apply(text, checked(text, rule(text, load())))


def make_pages(bodies: Iterable[str], head: str = "", foot: str = "", *, feed: str = "", first: int = 1) -> str:
    """Return pages with `head` and `foot`, in which `{page}` and `{pages}` are filled in, and `feed` between them."""
    bodies = list(bodies)
    filled = [
        "\n".join(
            part.format(page=number, pages=first + len(bodies) - 1) if part is not body else part
            for part in (head, body, foot)
            if part
        )
        for number, body in enumerate(bodies, first)
    ]
    return f"\n{feed}".join(filled) + "\n"
