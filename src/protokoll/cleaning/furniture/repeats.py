"""Lines that stand at the same side of the edge on page after page."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import takewhile

from protokoll.cleaning.furniture.counters import letters
from protokoll.cleaning.furniture.edges import Edge
from protokoll.cleaning.furniture.lines import Line, opens_item
from protokoll.cleaning.furniture.phrases import Grade, Phrases
from protokoll.cleaning.furniture.titles import is_title_block
from protokoll.model.outline import BlockKind

__all__ = ["find_repeats"]

# A line stands at this share of the edges at least: the less its words say, the more often it must.
_SHARE = {Grade.ALWAYS: 0.0, Grade.HEAD: 0.2, Grade.WORD: 0.3, Grade.NAME: 0.3, Grade.OTHER: 0.6}
_ELSEWHERE = 1.5
"""A line that stands elsewhere half as often again is no head;"""
_NAMED = 3
"""the name of a body stands in lists of recipients as well."""
_LONG = 120
_FEW_WORDS = 3
_FEW = 4
"""With so many edges or fewer, a line that says nothing must stand at each of them."""
_LISTS = (BlockKind.RECIPIENTS, BlockKind.ATTACHMENTS)


def find_repeats(lines: Sequence[Line], edges: Sequence[Edge], phrases: Phrases) -> list[set[str]]:
    """Return, for the sides above (0), in (1) and below (2) an edge, the letters of the lines that repeat there.

    Body text repeats too ('Motionen avslås.', '§ 14', 'Beslut', the last name of a dispatch list), so a line
    whose words do not say that it is furniture must stand on most pages, and nowhere else.
    """
    printed: dict[str, str] = {}
    counts = [Counter[str](), Counter[str](), Counter[str]()]
    for edge in edges:
        for count, indices in zip(counts, edge.sides, strict=True):
            texts = takewhile(lambda text: not opens_item(text), (lines[index].text for index in indices))
            here = {letters(text): text for text in texts if _may_head(text) or count is counts[1]}
            count.update(here.keys())
            printed |= here
    often = [
        {
            key: times
            for key, times in count.items()
            if len(key) > 2 and _often(printed[key], times, len(edges), phrases)
        }
        for count in counts
    ]
    often[0] = {
        key: times
        for key in often[0]
        if _often(printed[key], times := _outside_lists(key, lines, edges, phrases), len(edges), phrases)
    }
    everywhere = _everywhere(lines, {key: printed[key] for count in often for key in count})
    return [
        {
            key
            for key, times in count.items()
            if _repeats(printed[key], times, everywhere[key], len(edges), phrases)
            and (count is often[1] or not _is_text(printed[key], phrases))
        }
        for count in often
    ]


def _may_head(text: str) -> bool:
    """Tell quickly whether a line may be a head: most body text beside an edge begins or ends in a sentence."""
    return text[-1] not in ".,:;?!" and not text[0].islower() and len(text) <= _LONG


def _everywhere(lines: Sequence[Line], wanted: Mapping[str, str]) -> Counter[str]:
    """Return how often lines with the letters of `wanted` stand in the whole text."""
    openings = {text[:3] for text in wanted.values()}
    near = (line.text for line in lines if line.text[:3] in openings)
    return Counter(key for text in near if len(text) <= _LONG and (key := letters(text)) in wanted)


def _often(text: str, times: int, edges: int, phrases: Phrases) -> bool:
    return times >= 2 and times >= _SHARE[phrases.grade(text)] * edges


def _repeats(text: str, times: int, everywhere: int, edges: int, phrases: Phrases) -> bool:
    grade = phrases.grade(text)
    if grade >= Grade.WORD:
        return True
    if everywhere > (_NAMED if grade else _ELSEWHERE) * times:
        return False
    return grade is Grade.NAME or edges > _FEW or times == edges


def _is_text(text: str, phrases: Phrases) -> bool:
    """Tell whether a line whose words do not say that it is furniture is more likely text; between marks it is not."""
    if phrases.grade(text) is not Grade.OTHER:
        return False
    if not any(map(str.isalnum, text)):
        return False
    # A name, a cell of a table, "Bilaga 3".
    if text.count(" ") < _FEW_WORDS or phrases.heading(text.split(" ", 1)[0]):
        return True
    if "§" in text or text[0] == "(" or text[0].islower() or text[-1] in ".,:;?!":
        return True
    return phrases.heading(text) is not None


def _outside_lists(key: str, lines: Sequence[Line], edges: Sequence[Edge], phrases: Phrases) -> int:
    """Return above how many edges a line stands that does not end a list of recipients, as those often end pages."""
    # The head of the first page is no list, so what stands there is none on the next pages.
    known = is_title_block(lines, edges[0], phrases) and key in {letters(line.text) for line in lines[: edges[0].first]}
    return sum(
        any(
            letters(lines[index].text) == key and (known or not _in_list(lines, index, phrases))
            for index in edge.sides[0]
        )
        for edge in edges
    )


def _in_list(lines: Sequence[Line], index: int, phrases: Phrases) -> bool:
    """Tell whether a line ends a list of recipients or papers, which often ends a page."""
    while index > 0:
        gap = lines[index].start - lines[index - 1].end
        index -= 1
        if phrases.heading(lines[index].text) in _LISTS:
            return True
        if gap > 1:
            return False
    return False
