"""Whether a text is a municipal record at all."""

import re
from functools import lru_cache

from protokoll.grammar import Grammar, fold
from protokoll.model.text import CleanText

__all__ = ["is_record"]

_SAMPLE = 60_000
# Source code and markup: lines that end or begin as no sentence does.
_CODE = re.compile(
    r"""[;{}][ \t]*$
      | ^[ \t]*(?:</?\w+[ >]|def\ |class\ |import\ |from\ \w+\ import|\#include|function\ |var\ |const\ )
      | ^[ \t]*(?:return\b|//|\{\{|@\w+)""",
    re.MULTILINE | re.VERBOSE,
)
_MOST_CODE = 0.2
_TABLE_LINES = 0.8
_FEWEST_COLUMNS = 3
# How much there must be of what municipal records are full of: points for different stems, and hits in
# 1 000 words.
_ENOUGH_POINTS = 5
_ENOUGH_DENSITY = 14.0
_FIRST_PAGES = 6_000
_MANY_POINTS = 10
_ENOUGH_IN_FEW = 3
_SHORT_WORDS = 60


def is_record(text: CleanText, grammar: Grammar) -> bool:
    """Tell whether a text can be a municipal record: minutes, a report, a motion, a letter, a programme.

    A recipe, a table, source code and a novel are not. Damage does not count against a text.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import SourceText
    >>> def record(words):
    ...     source = SourceText(path="-", sha256="", size=0, reader="text", encoding=None, text=words)
    ...     return is_record(CleanText(source, (), words), load())
    >>> record("Socialnämnden beslutar att motionen avslås. Eva Ek (V) reserverar sig.")
    True
    >>> record("Vispa ägg och socker pösigt. Rör ner mjölet och grädda i 40 minuter.")
    False
    """
    # Nearly every record shows itself on its first pages.
    return _shows_record(text.text[:_FIRST_PAGES], grammar) or (
        len(text.text) > _FIRST_PAGES and _shows_record(text.text[:_SAMPLE], grammar)
    )


def _shows_record(sample: str, grammar: Grammar) -> bool:
    if _is_code(sample) or _is_table(sample):
        return False
    words = fold(sample)
    count = words.count(" ") + 1
    hits = 0
    strong: set[str] = set()
    plain: set[str] = set()
    for match in _stems(grammar).finditer(words):
        hits += 1
        (strong if match[1] else plain).add(match[match.lastindex or 0])
    points = 2 * len(strong) + len(plain)
    if count < _SHORT_WORDS:
        return points >= _ENOUGH_IN_FEW
    if points >= _MANY_POINTS and hits * 1000 >= count * _ENOUGH_DENSITY / 2:
        return True
    return points >= _ENOUGH_POINTS and hits * 1000 >= count * _ENOUGH_DENSITY


def _is_code(sample: str) -> bool:
    lines = sum(1 for line in sample.splitlines() if line.strip())
    return lines > 3 and sum(1 for _ in _CODE.finditer(sample)) > lines * _MOST_CODE


def _is_table(sample: str) -> bool:
    """Tell a table of values: nearly all lines have the same number of the same mark."""
    lines = [line for line in sample.splitlines() if line.strip()]
    if len(lines) < _FEWEST_COLUMNS:
        return False
    for mark in "\t;,|":
        counts = [line.count(mark) for line in lines]
        usual = max(set(counts), key=counts.count)
        if usual >= _FEWEST_COLUMNS - 1 and counts.count(usual) >= len(lines) * _TABLE_LINES:
            return True
    return False


@lru_cache(maxsize=8)
def _stems(grammar: Grammar) -> re.Pattern[str]:
    """Return the stems as one expression; what matches group 1 is a strong stem."""
    table = grammar.words["kinds"]["record"]

    def alternatives(entry: str) -> str:
        # fold() turns the hyphen that marks an ending into a space.
        stems = [(stem.startswith("-"), fold(stem)) for stem in table[entry]]
        beginnings = "|".join(sorted((stem for ends, stem in stems if not ends), key=len, reverse=True))
        endings = "|".join(stem for ends, stem in stems if ends)
        return rf"(?<!\w)(?:{beginnings})" + (rf"|(?<=\w)(?:{endings})(?!\w)" if endings else "")

    return re.compile(rf"({alternatives('strong')})|({alternatives('plain')})")
