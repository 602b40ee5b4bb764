"""Words as printed beside words as read, in the smallest groups that go together."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from protokoll.model.text import Edit

__all__ = ["Group", "applied", "groups", "is_comparable", "is_nearer", "word_errors"]

_WORD = re.compile(r"\S+")
_FAR = 3


class Group(NamedTuple):
    """One word or a few, as printed and as read, and where they stand in the text read."""

    truth: str
    seen: str
    start: int
    """The first character in the text read; -1 where nothing was read."""
    end: int


class _Block(NamedTuple):
    same: bool
    truth: tuple[int, int]
    seen: tuple[int, int]


def groups(truth: str, seen: str) -> list[Group]:
    """Return the words of a page in groups: one word each, or more where blanks were lost or added.

    >>> [group[:2] for group in groups("i den nya lagen", "iden nya lagen")]
    [('i den', 'iden'), ('nya', 'nya'), ('lagen', 'lagen')]
    """
    printed = _WORD.findall(truth)
    read = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(seen)]
    found: list[Group] = []
    for block in _blocks(printed, [word for word, _, _ in read]):
        left, right = printed[slice(*block.truth)], read[slice(*block.seen)]
        if block.same:
            found += [Group(word, *there) for word, there in zip(left, right, strict=True)]
        else:
            found += _parts(left, right)
    return found


def word_errors(truth: str, seen: str) -> tuple[int, int]:
    """Return the number of word errors and the number of words of the truth.

    >>> word_errors("på en nämnd", "pa en nämnd")
    (1, 3)
    """
    words = truth.split()
    return Levenshtein.distance(words, seen.split()), len(words)


def is_comparable(group: Group) -> bool:
    """Tell whether what was read is what was printed there: where lines are lost or swapped, nothing can be told.

    >>> is_comparable(Group("nämnden", "namnden", 0, 7)), is_comparable(Group("1 234", "av taxan", 0, 8))
    (True, False)
    """
    far = Levenshtein.distance(group.truth.lower(), group.seen.lower())
    return bool(group.truth) and far <= max(_FAR, len(group.seen) / 2)


def is_nearer(group: Group, after: str) -> bool:
    """Tell whether a changed group is as printed, or nearer to it than what was read.

    >>> is_nearer(Group("nämnden.", "namnden,", 0, 8), "nämnden,")
    True
    """
    distance = Levenshtein.distance
    return after == group.truth or distance(group.truth, after) < distance(group.truth, group.seen)


def applied(text: str, edits: Iterable[Edit], start: int, end: int) -> str:
    """Return a stretch of a text with edits applied, which must be in order and lie in the stretch."""
    parts, at = [], start
    for edit in edits:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join(parts) + text[at:end]


def _blocks(printed: list[str], read: list[str]) -> list[_Block]:
    blocks: list[_Block] = []
    for step in Levenshtein.opcodes(printed, read):
        block = _Block(step.tag == "equal", (step.src_start, step.src_end), (step.dest_start, step.dest_end))
        if blocks and not block.same and not blocks[-1].same:
            before = blocks.pop()
            block = _Block(False, (before.truth[0], block.truth[1]), (before.seen[0], block.seen[1]))
        blocks.append(block)
    return blocks


def _parts(printed: list[str], read: list[tuple[str, int, int]]) -> list[Group]:
    """Cut a stretch that differs wherever a blank stands beside a blank."""
    truth, seen = " ".join(printed), " ".join(word for word, _, _ in read)
    if not read or not printed:
        return [Group(truth, seen, read[0][1] if read else -1, read[-1][2] if read else -1)]
    cuts = [(-1, -1)]
    for step in Levenshtein.opcodes(truth, seen):
        if step.tag == "equal":
            size = step.src_end - step.src_start
            cuts += [
                (step.src_start + at, step.dest_start + at) for at in range(size) if truth[step.src_start + at] == " "
            ]
    cuts.append((len(truth), len(seen)))
    found, at = [], 0
    for (left, right), (next_left, next_right) in pairwise(cuts):
        words = seen[right + 1 : next_right]
        count = len(words.split())
        start, end = (read[at][1], read[at + count - 1][2]) if count else (-1, -1)
        found.append(Group(truth[left + 1 : next_left], words, start, end))
        at += count
    return found
