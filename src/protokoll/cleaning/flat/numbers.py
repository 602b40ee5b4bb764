"""The numbers of items in a text without lines: a run that rises by one from page to page."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from protokoll.cleaning.flat.pages import FlatPage
from protokoll.grammar import Grammar

__all__ = ["FlatNumber", "find_numbers"]

# "KS § 7", "§7/16".
_SIGNED = re.compile(
    r"(?:\b(?P<letters>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5})\s?)?(?P<sign>§)\s?(?P<number>\d{1,4})(?P<year>/\d{2,4})?(?=[\s.])"
)
# "Ks 208", "KoF 18", "SN 13": the sign is lost.
_LETTERED = re.compile(
    r"\b(?P<letters>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4})\s(?:(?:19|20)\d\d/)?(?P<number>\d{1,4})(?P<year>/\d{2,4})?(?=\s[A-ZÅÄÖ\"”0-9])"
)
# "36 Information": letters and sign are lost.
_BARE = re.compile(
    r"(?<!\S)(?P<number>\d{1,4})(?P<year>/\d{2,4})?(?P<dot>\.?)(?=\s(?:\d{1,3}\s(?=\d))?[\"”]?[A-ZÅÄÖ\d])"
)
_STOPPED = re.compile(r"(?:[.!?:;)”\"*_-]|forts)\s*\Z")
_FEW = 3
_MARGIN = 110
_DENSE = 200
_GAPS = (1, 2, 3)


class FlatNumber(NamedTuple):
    """Where an item begins, and where its number stands."""

    start: int
    number_start: int
    number_end: int
    number: int
    signed: bool
    opens: bool
    """Whether the item opens its page."""


def find_numbers(text: str, pages: list[FlatPage], grammar: Grammar) -> list[FlatNumber]:
    """Return the numbers of the items, in order: signed, with the letters of the body, or bare; the longest run.

    A list of contents, where numbers stand close together and are met again later, is left out.
    """
    bodies = pages[1:]
    signed = _run(_without_contents(list(_found(text, bodies, _SIGNED))))
    lettered = _run(_without_contents(_of_body(text, list(_found(text, bodies, _LETTERED)), grammar)))
    bare = _run(_without_contents(list(_found(text, bodies, _BARE))))
    if len(bare) < _FEW and not (len(bare) > 1 and all(each.opens for each in bare)):
        bare = []
    return max(signed, lettered, bare, key=len)


def _found(text: str, pages: list[FlatPage], shape: re.Pattern[str]) -> Iterator[FlatNumber]:
    for page in pages:
        start = page.head_end
        for match in shape.finditer(text, start, page.foot):
            before = text[max(start, match.start() - 12) : match.start()]
            opens = match.start() - start <= (_MARGIN if shape is not _BARE else 0)
            if opens and shape is not _BARE and any(mark in text[start : match.start()] for mark in ".:;"):
                opens = False
            if not opens and shape is _BARE and match["dot"]:
                continue
            lettered = shape is not _BARE and bool(match["letters"])
            if not opens and not lettered and (not _STOPPED.search(before) or text[match.end() + 1].isdigit()):
                continue
            yield FlatNumber(
                match.start(),
                match.start("number"),
                max(match.end("number"), match.end("year")),
                int(match["number"]),
                shape is _SIGNED,
                opens,
            )


def _of_body(text: str, found: list[FlatNumber], grammar: Grammar) -> list[FlatNumber]:
    """Keep the letters that open most pages: those of the body itself."""
    strange = frozenset(grammar.phrases("flat", "no_letters"))
    letters = [text[each.start : each.number_start].split()[0] for each in found]
    counts = Counter(each for each, one in zip(letters, found, strict=True) if one.opens and each not in strange)
    if not counts:
        return []
    chains = {each: len(_run([one for one, its in zip(found, letters, strict=True) if its == each])) for each in counts}
    best = max(chains, key=lambda each: (chains[each], counts[each]))
    return [one for one, its in zip(found, letters, strict=True) if its == best]


def _without_contents(found: list[FlatNumber]) -> list[FlatNumber]:
    last = {each.number: at for at, each in enumerate(found)}
    kept = []
    for at, each in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        dense = following is not None and following.start - each.start < _DENSE
        if not (dense and last[each.number] > at):
            kept.append(each)
    return kept


def _run(found: list[FlatNumber]) -> list[FlatNumber]:
    """Return the longest run that rises by one; a number that opens no page must be the very next."""
    length, before = [1] * len(found), [-1] * len(found)
    seen: dict[int, int] = {}
    for at, each in enumerate(found):
        for gap in _GAPS if each.opens else _GAPS[:1]:
            earlier = seen.get(each.number - gap)
            if earlier is not None and length[earlier] + 1 > length[at]:
                length[at], before[at] = length[earlier] + 1, earlier
        known = seen.get(each.number)
        if known is None or length[at] > length[known]:
            seen[each.number] = at
    at = max(range(len(found)), key=lambda index: length[index], default=-1)
    run: list[FlatNumber] = []
    while at >= 0:
        run.append(found[at])
        at = before[at]
    run.reverse()
    return run if len(run) > 1 or (run and run[0].opens) else []
