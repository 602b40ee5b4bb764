"""The numbers beside the number of an item: those of earlier steps, and those of the matter."""

import re
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import Grammar
from protokoll.model.text import Span

__all__ = ["Codes", "after_codes", "first_code", "read_codes"]

# "Ks 178", "Au 266": the numbers that the matter had on its way.
_STEP = re.compile(r"(?P<letters>[A-ZÅÄÖ][A-Za-zåäö]{1,4})\s(?P<number>\d{1,4})(?:/\d{2,4})?(?=\s|$)\s*")
_CODE = (
    r"(?:(?:[A-ZÅÄÖ]{1,6}[ ./]?)?\d{1,6}[/.:-](?:[A-ZÅÄÖ][A-Za-zåäö]{0,3}(?![a-zåäö-]))?[\d./:-]*"
    r"|\d{2,}(?![\w-])|[A-ZÅÄÖ]{2,6}[./][\d./:-]+)"
)
_LETTERS = r"(?:[A-ZÅÄÖ]{2,6}(?![\wåäö.])|[A-ZÅÄÖ][a-zåäö]{0,2}(?=\s\d))\s?"
_OWN = re.compile(r"(?<!\S)([A-ZÅÄÖ][A-Za-zåäö]{1,4})\s\d+(?:/\d+)?$")
_NUMBER_ROOM = 16
# What may follow a label; parts of it are lost in many texts.
_LABELLED = rf"[.:]*\s*(?:(?:{_CODE}|{_LETTERS}(?:{_CODE})?)(?:\s\d{{2,3}}(?=\s[A-ZÅÄÖ]))?)?\s*"
# "12.KS125 042", "KS 2015/48".
_BARE = re.compile(r"(?:[A-ZÅÄÖ]{2,6}\s?)?(?:\d{2,4}[./:-][A-ZÅÄÖ]*\d+[\w./-]*)(?:\s\d{3}(?=\s[A-ZÅÄÖ]))?\s*")
_PAGE = re.compile(r"\d{1,3}\s(?=\d)")
# Behind a title: "KSN-2015-1158", "TN 2015-88", "D 91/0058", "(TN 2015-88)".
_BEHIND = (
    r"(?:[A-ZÅÄÖ]{1,5}-\d{4}-\d+|[A-ZÅÄÖ]{1,6}[ ]?\d{2,4}[/-]\d{1,5}(?:-\d+)?(?![\w)])|D\s\d\d/\d+"
    r"|\([A-ZÅÄÖ]{1,6}[ /]?\d{2,4}[-/:]\d+\))"
)


class Codes(NamedTuple):
    """The codes that stand between the number of an item and its title."""

    steps: tuple[int, ...]
    """Where the numbers of earlier steps stand."""
    starts: tuple[int, ...]
    """Where the numbers of the matter begin."""
    end: int


def read_codes(text: str, item: Span, grammar: Grammar) -> Codes:
    """Return the codes at the beginning of an item.

    >>> from protokoll.grammar import load
    >>> words = "Ks 178 Au 266 Dnr 09/Ks Bad i Almby"
    >>> words[read_codes(words, Span(0, len(words)), load()).end :]
    'Bad i Almby'
    """
    steps: list[int] = []
    starts: list[int] = []
    at, labels = item.start, _labels(grammar)
    own = _OWN.search(text, max(0, at - _NUMBER_ROOM), at)
    while at < item.end and text[at] in " .":
        at += 1
    while True:
        if step := _STEP.match(text, at, item.end):
            steps.append(step.start("number"))
            at = step.end()
        elif code := (
            labels.match(text, at, item.end) or _BARE.match(text, at, item.end) or _PAGE.match(text, at, item.end)
        ):
            starts.append(code.start())
            at = code.end()
            if own and labels.match(text, code.start()) and text.startswith(f"{own[1]} ", at):
                at += len(own[1]) + 1  # "Dnr Ks": the digits are lost
        else:
            return Codes(tuple(steps), tuple(starts), at)


def first_code(text: str, start: int, end: int, grammar: Grammar) -> int:
    """Return where the first code behind a title begins; `end` where there is none.

    >>> from protokoll.grammar import load
    >>> first_code("Bad i Almby Dnr 31/16", 0, 21, load())
    12
    """
    found = _behind(grammar).search(text, start, end)
    return found.start("code") if found else end


def after_codes(text: str, at: int, grammar: Grammar) -> int:
    """Return where the codes end that follow a title which ends at `at`.

    >>> from protokoll.grammar import load
    >>> after_codes("Bad Dnr 31/16 KSN-2015-11 Nämnden", 3, load())
    25
    """
    while behind := _behind(grammar).match(text, at):
        at = behind.end()
    return at


@lru_cache(maxsize=8)
def _labels(grammar: Grammar) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_names(grammar)}){_LABELLED}")


@lru_cache(maxsize=8)
def _behind(grammar: Grammar) -> re.Pattern[str]:
    return re.compile(rf"\s*(?<=\s)(?P<code>{_BEHIND}|(?:{_names(grammar)}){_LABELLED})")


def _names(grammar: Grammar) -> str:
    return "|".join(re.escape(label) for label in grammar.phrases("flat", "diary_labels"))
