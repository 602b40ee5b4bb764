"""Where officials sign a report."""

import re
from functools import lru_cache

from protokoll.grammar import Grammar, fold
from protokoll.segmenting.matter_headings import Line, find_lines

__all__ = ["find_signature"]

_LONGEST = 110
_NAMES = re.compile(
    r"^(?:[A-ZÅÄÖÉ][\w'’-]*\.?|von|af|de|du|\.{3,}|_{3,}|…+)(?:\s+\([A-ZÅÄÖa-zåäö]{1,5}\)|\s+(?:[A-ZÅÄÖÉ][\w'’-]*\.?|von|af|de|du))*$"
)


def find_signature(words: str, start: int, end: int, grammar: Grammar) -> int | None:
    r"""Return where the last signature between `start` and `end` begins: names, and their titles on the next line.

    >>> from protokoll.grammar import load
    >>> words = "Kontoret delar det.\n\nEva Ek  Bo Ask\nFörvaltningschef Avdelningschef\n"
    >>> words[find_signature(words, 0, len(words), load()):].split("\n")[0]
    'Eva Ek  Bo Ask'
    """
    lines = list(find_lines(words, start, end))
    for above, line in zip(lines[-2::-1], lines[:0:-1], strict=False):
        if _is_titles(words, line, grammar) and _is_names(words, above):
            return _with_office(words, lines, above, grammar)
    return None


def _with_office(words: str, lines: list[Line], names: Line, grammar: Grammar) -> int:
    """Return where a signature begins that the office's name opens: 'Socialkontoret' above the names."""
    index = lines.index(names)
    before = lines[index - 1] if index else names
    return before.start if grammar.is_body(words[before.start : before.end]) else names.start


def _is_titles(words: str, line: Line, grammar: Grammar) -> bool:
    said = words[line.start : line.end]
    if len(said) > _LONGEST or said[-1] in ".:;" or re.search(r"\d", said):
        return False
    tokens = fold(said.replace(",", " ")).split()
    return any(token.endswith(_titles(grammar)) for token in tokens[:4]) and said[0].isupper()


def _is_names(words: str, line: Line) -> bool:
    said = words[line.start : line.end]
    return 5 <= len(said) <= _LONGEST and len(said.split()) >= 2 and bool(_NAMES.match(said))


@lru_cache(maxsize=8)
def _titles(grammar: Grammar) -> tuple[str, ...]:
    return tuple(fold(title) for title in grammar.words["matters"]["offices"]["titles"])
