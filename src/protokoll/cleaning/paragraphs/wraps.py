"""Which line ends are forced wraps inside a paragraph."""

import re
from collections.abc import Sequence

from msgspec import Struct

from protokoll.cleaning.paragraphs.gaps import Gap, read_blanks
from protokoll.cleaning.paragraphs.kinds import Kind, Words, is_item
from protokoll.cleaning.paragraphs.width import Width, Widths

__all__ = ["find_wraps"]

# What a clerk keeps together with hard blanks: a date stands on one line.
_GLUED = re.compile(r"den \d{1,2} \w+ \d{4}|\S+")
_LOOSE, _OPEN, _ITEM, _COMMA, _FULL = 0.45, 0.75, 0.85, 0.9, 1.0
"""A line that goes on takes up so large a part of the width, with the next word: before a small letter or after a word
that ends nothing; after a comma, before a bracket; in a point, which ends in a full stop; after a comma before a small
letter, as in a list; where it may be a heading."""
_OVER = 1.25
"""A line that is so much longer than the width stands for a whole paragraph."""
_PARAGRAPH = 130
"""A line with more characters stands for a whole paragraph, whatever the width."""
_ALONE = 40
"""With nothing to compare with, a line that goes on before a small letter has so many characters."""
_FLUSH = 0.15
"""Where empty lines part paragraphs, so few of the lines that end a sentence are short."""
# The second half of a name: "Bergström (S)", "AB".
_NAME = re.compile(r"AB\b|[A-ZÅÄÖ][\w-]+ \([A-Za-zÅÄÖåäö]{1,4}\)")
_PERSON = re.compile(r"(?:[A-ZÅÄÖ][\w-]+ ){2,4}\([A-Za-zÅÄÖåäö]{1,4}\)")
_TWO_NAMES = re.compile(r"[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+")
_MONTH = re.compile(r"\d (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)$")
# The label of a form: "Antal Ja: 43".
_LABEL = re.compile(r"[A-ZÅÄÖ][\w. ]{1,25}:(?:\s|$)")
# What stands before the last of some points.
_AND = re.compile(r" (?:och|samt|dels)$")
# What a heading does not have.
_BODY = re.compile(r"[\d,.;:()]")


class _Line(Struct, frozen=True, gc=False):
    """What one decision is made on: the line above, the one below, and where they stand."""

    above: str
    below: str
    gap: Gap
    width: Width
    place: int
    """The index of the line above."""

    @property
    def reach(self) -> int:
        """The length of the line above with the first word below."""
        return _reach(self.above, self.below)

    def reaches(self, part: float) -> bool:
        """Tell whether that is so large a part of the width, and the line above no longer than lines are set."""
        return part * self.width.full <= self.reach and len(self.above) <= _OVER * self.width.full

    def reaches_here(self, part: float) -> bool:
        """Tell the same of the width just here, in a title or column."""
        return part * self.width.narrow <= self.reach and len(self.above) <= _OVER * self.width.full

    @property
    def is_forced(self) -> bool:
        """Whether the first word below would not have fitted above."""
        return self.width.wraps <= self.reach and len(self.above) <= _OVER * self.width.full


def find_wraps(lines: Sequence[str], gaps: Sequence[Gap], kinds: Sequence[Kind], words: Words) -> list[int]:
    """Return the indices of the lines that go on in the next one.

    A line end is a forced wrap if the first word below would not have fitted above. The width of the text is
    taken from the lines that surely go on: those before a small letter, without a closing mark.

    Args:
        lines: the lines of a text, without the empty ones.
        gaps: what stands between each line and the next.
        kinds: what the words of each line and the next say.
        words: the words that tell whether a line goes on.

    >>> from protokoll.cleaning.paragraphs.kinds import find_kinds, words
    >>> from protokoll.grammar import load
    >>> lines = ["Kommunstyrelsen tillstyrker förslaget och", "avslår motionen.", "Handlingar"]
    >>> find_wraps(lines, [Gap.LINE] * 2, list(find_kinds(lines, words(load()))), words(load()))
    [0]
    """
    open_ends = [index for index, kind in enumerate(kinds) if kind is not Kind.APART]
    gaps = _read(lines, gaps, {index for index in open_ends if kinds[index] is Kind.SMALL}, words)
    reaches = {
        index: _reach(lines[index], lines[index + 1])
        for index in open_ends
        if kinds[index] is Kind.SMALL and gaps[index] is not Gap.BLANK
    }
    widths = Widths(lines, reaches)
    found = [_Line(lines[index], lines[index + 1], gaps[index], widths.near(index), index) for index in open_ends]
    flush = _is_flush([line for line in found if kinds[line.place] is Kind.SENTENCE])
    wraps: list[int] = []
    first = 0
    for line in found:
        if not wraps or wraps[-1] != line.place - 1:
            first = line.place
        if _goes_on(line, kinds[line.place], words, lines[first], flush=flush):
            wraps.append(line.place)
    return wraps


def _read(lines: Sequence[str], gaps: Sequence[Gap], inside: set[int], words: Words) -> Sequence[Gap]:
    """Return what stands between the lines; an empty line after words that lead in is one, whatever the others are."""
    read = read_blanks(lines, gaps, inside)
    if read is gaps:
        return gaps
    pairs = enumerate(zip(gaps, read, strict=True))
    return [old if old is not new and _leads_in(lines[index], words) else new for index, (old, new) in pairs]


def _goes_on(line: _Line, kind: Kind, words: Words, first: str, *, flush: bool) -> bool:
    """Tell whether a line goes on in the next one.

    Args:
        line: the line.
        kind: what its words and those of the next line say.
        words: the words that tell whether a line goes on.
        first: the first line of the paragraph that the line belongs to.
        flush: whether paragraphs are parted by empty lines, so that a sentence may end where a line does.
    """
    if kind is Kind.SMALL:
        return _goes_on_small(line, words, first)
    if kind is Kind.CAPITAL:
        return _goes_on_capital(line, words, first)
    # Two lines with a sentence each are rather two points than one paragraph.
    return flush and line.above is not first and line.gap is Gap.LINE and line.above[-1] != ":" and line.is_forced


def _goes_on_small(line: _Line, words: Words, first: str) -> bool:
    """Tell whether the line goes on before a small letter."""
    above, narrow = line.above, line.width.narrow
    if above.count(" ") < 2:
        return False
    if line.below[:4] == "att ":
        return line.gap is not Gap.BLANK and _goes_on_clause(line, words, first)
    if line.gap is Gap.BLANK:
        return len(above) >= _ALONE
    if above[-1] in ",;" and line.gap is Gap.LINE:
        return line.reaches(_COMMA)
    if line.gap is Gap.LINE and len(above) > (_OVER * line.width.full if narrow else _PARAGRAPH):
        return False
    return len(above) >= (_LOOSE * narrow if narrow else _ALONE)


def _goes_on_clause(line: _Line, words: Words, first: str) -> bool:
    """Tell whether 'att' at the head of a line goes on with a sentence; else it opens a point of a decision."""
    points = first[:4].lower() == "att "
    if line.above[-1] in ",;":
        return not points and line.is_forced
    if points and _AND.search(line.above):
        return False
    if points or words.leads_in(line.above):
        return line.reaches(_COMMA)
    return line.reaches(_LOOSE if words.is_open(line.above) else _OPEN)


def _goes_on_capital(line: _Line, words: Words, first: str) -> bool:
    """Tell whether the line, which has no closing mark, goes on before a capital letter, digit or bracket."""
    above, below = line.above, line.below
    if line.gap is Gap.BLANK and not (_is_cut(above, below, words) or _elects(first, above, below, words)):
        return False
    if words.is_open(above) or _elects(first, above, below, words):
        return line.reaches(_LOOSE) or (len(above) >= _ALONE and line.gap is Gap.LINE)
    if (
        above[-1] == ","
        or below[0] == "("
        or (below[0].isdigit() and (above[-1].isdigit() or _MONTH.search(above)))
        or _NAME.match(below)
    ):
        return line.reaches_here(_OPEN)
    if _LABEL.match(below):
        return False
    if line.gap is Gap.LINE and first[0].isalnum() and is_item(first) and line.reaches(_ITEM):
        # Points end in a full stop; bullets often do not.
        return True
    if not line.is_forced or below.split(" ", 1)[0] == first.split(" ", 1)[0]:
        return False
    if line.gap is Gap.PAGE and len(below) < _LOOSE * line.width.full:
        return False
    # The first line of a paragraph may be a heading.
    return line.reaches(_FULL) or above is not first or _BODY.search(above) is not None


def _leads_in(above: str, words: Words) -> bool:
    """Tell whether what follows an empty line is what the line above announces."""
    return words.leads_in(above) and _AND.search(above) is None


def _elects(first: str, above: str, below: str, words: Words) -> bool:
    """Tell whether a name follows that is elected: 'Till ledamot i nämnden för åren 2023-2026 utses'."""
    return first[:5] == "Till " and words.elects(above) and _TWO_NAMES.match(below) is not None


def _is_cut(above: str, below: str, words: Words) -> bool:
    """Tell whether an empty line cuts a sentence: nothing ends in such a word, in a comma, before a bracket."""
    if words.leads_in(above):  # a list of points may follow; of names none is parted so
        return not _leads_in(above, words) and _PERSON.match(below) is not None
    return words.is_open(above) or above[-1] == "," or below[0] == "(" or _NAME.match(below) is not None


def _reach(above: str, below: str) -> int:
    word = _GLUED.match(below)
    return len(above) + 1 + (word.end() if word else 0)


def _is_flush(sentences: Sequence[_Line]) -> bool:
    """Tell whether paragraphs are parted by empty lines: then hardly any line that ends a sentence is short."""
    ends = [line.is_forced for line in sentences if line.gap is Gap.LINE and line.width.full]
    return ends.count(False) <= _FLUSH * len(ends)
