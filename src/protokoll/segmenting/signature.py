"""Where officials sign a report."""

import re
from functools import lru_cache

from protokoll.grammar import Grammar, fold
from protokoll.segmenting.matter_headings import Line, find_lines

__all__ = ["find_signature", "first_signature"]

_LONGEST = 110
_NAMES = re.compile(
    r"^(?:[A-ZÅÄÖÉ][\w'’-]*\.?|von|af|de|du|\.{3,}|_{3,}|…+)(?:\s+\([A-ZÅÄÖa-zåäö]{1,5}\)|\s+(?:[A-ZÅÄÖÉ][\w'’-]*\.?|von|af|de|du))*$"
)

# "Eva Ek          Bo Ask Ekonomichef          Förvaltningsdirektör", "Eva Ek Förvaltningsdirektör".
_COLUMNS = re.compile(r"[A-ZÅÄÖÉ][a-zåäöé’-]+ [A-ZÅÄÖÉ][\wåäöé’-]+ +[A-ZÅÄÖÉ]")


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


def first_signature(words: str, start: int, end: int, grammar: Grammar) -> int | None:
    r"""Return where the first signature between `start` and `end` begins: what follows it are annexes.

    The names and titles may stand on one line, as when the lines of a paragraph were joined.

    >>> from protokoll.grammar import load
    >>> words = "Kontoret delar det.\n\nEva Ek    Bo Ask Ekonomichef    Förvaltningsdirektör\n\nRapport\n"
    >>> words[first_signature(words, 0, len(words), load()):].split()[0]
    'Eva'
    """
    lines = list(find_lines(words, start, end))
    for index, line in enumerate(lines):
        if index and _is_titles(words, line, grammar) and _is_names(words, lines[index - 1]):
            return _with_office(words, lines, lines[index - 1], grammar)
        if line.after_gap and _is_both(words, line, grammar):
            return _with_office(words, lines, line, grammar)
    return None


def _is_both(words: str, line: Line, grammar: Grammar) -> bool:
    """Tell a line that holds names and their titles: not one of its first words is a small one."""
    said = words[line.start : line.end]
    return (
        len(said) <= 2 * _LONGEST
        and said[-1] not in ".:;,"
        and not re.search(r"\d", said)
        and len(said.split()) <= 24
        and bool(_COLUMNS.match(said))
        and any(token.endswith(_titles(grammar)) for token in fold(said).split()[2:])
    )


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
