"""Whose record a text is: the profile whose marks it bears."""

from __future__ import annotations

import re
from functools import lru_cache

from protokoll.grammar.grammar import profiles, read_profile

__all__ = ["recognise"]

_FRONT = 20_000
_OPENING = 200
_FIRST_PAGE = 1_500
_PLENTY = 3
# How a model without å, ä and ö reads them.
_READ_AS = str.maketrans("åäöÅÄÖé6", "aaoAAOoo")
# What may stand over the name of a municipality in a head: nothing, or a few short lines.
_HEAD_BEFORE = re.compile(r"\A\s*(?:[^\n]{1,40}\n\s*){0,2}\Z")
# "Lundby kommun", "LUNDBY KOMMUN", "Solna stads".
_MUNICIPALITY = re.compile(r"(?P<name>[A-ZÅÄÖ](?<!\w.)[\wåäö-]{2,})[ ](?P<kind>[Kk]ommuns?|[Ss]tads?|KOMMUN|STAD)\b")
_NO_NAMES = frozenset(["Denna", "Vilken", "Varje", "Ingen", "Hela", "Annan", "Egen", "Vår", "Sveriges", "Den", "Samma"])


def recognise(text: str) -> str:
    r"""Return the name of the profile whose marks stand in `text`, or `default`.

    A profile is recognised by the `marks` in its file; the one with most marks found wins, first of those whose marks
    stand on the first page. A record of another
    municipality may name a neighbour: what its head is printed with, or names more often, goes before the marks.

    >>> recognise("Göteborgs Stad Kommunfullmäktige, protokoll")
    'goteborg'
    >>> recognise("Lundby kommun\nAvtal med Göteborgs Stad om vatten")
    'default'
    """
    first = text[:_FIRST_PAGE]
    heads = {name: sum(map(first.count, marks)) for name, (_, marks) in _marks().items()}
    # Only between those as frequent on the first page does the whole text decide.
    ahead = [name for name, count in heads.items() if count == max(heads.values())]
    found = {name: sum(map(text.count, _marks()[name][1])) for name in ahead}
    if not any(found.values()) and not any(map(text[:_FRONT].count, "åäö")):
        return _recognise_damaged(text[:_FRONT])
    best = max(found, key=lambda name: found[name], default="default")
    if not found.get(best):
        return "default"
    return "default" if _names_another(text, *_marks()[best]) else best


def _recognise_damaged(text: str) -> str:
    """Return the profile of which most marks stand in a text that lost its å, ä and ö, read as a, o, é or 6."""
    plain = text.translate(_READ_AS)
    read = {
        name: ((municipality or "").translate(_READ_AS) or None, tuple(mark.translate(_READ_AS) for mark in marks))
        for name, (municipality, marks) in _marks().items()
    }
    found = {name: sum(map(plain.count, marks)) for name, (_, marks) in read.items()}
    best = max(found, key=lambda name: found[name], default="default")
    return "default" if not found.get(best) or _names_another(plain, *read[best]) else best


def _names_another(text: str, municipality: str | None, marks: tuple[str, ...]) -> bool:
    """Tell whether a text is headed by another municipality than that of the profile, or names it more often."""
    if municipality is None:
        return False
    first = min(place for mark in marks if (place := text.find(mark)) >= 0)
    others: dict[str, int] = {}
    for match in _MUNICIPALITY.finditer(text, 0, _FRONT):
        name = match["name"].title()
        if match["name"] in _NO_NAMES or name.startswith(municipality):
            continue
        if match["name"].isupper() != match["kind"].isupper():
            continue
        if match.start() < min(first, _OPENING) and _HEAD_BEFORE.match(text[: match.start()]):
            return True
        others[name] = others.get(name, 0) + 1
    own = max(text.count(municipality, 0, _FRONT), 1)
    return sum(text.count(mark, 0, _FRONT) for mark in marks) < _PLENTY and max(others.values(), default=0) > own


@lru_cache(maxsize=1)
def _marks() -> dict[str, tuple[str | None, tuple[str, ...]]]:
    """Return the municipality and the marks of each profile."""
    layers = {name: read_profile(name) for name in profiles() if name != "default"}
    return {name: (layer.get("municipality"), tuple(layer.get("marks", ()))) for name, layer in layers.items()}
