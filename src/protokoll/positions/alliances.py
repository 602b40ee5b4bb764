"""What a coalition did as such: 'Alliansen yrkar avslag', where no party or person is named."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from protokoll.model.document import Action, Actors, Fate, Item, Point, Proposal, Reservation
from protokoll.model.text import Passage, Span
from protokoll.positions.coalitions import members_of
from protokoll.positions.holders import Roster

__all__ = ["coalition_proposals", "coalition_reservations"]

_ACT = re.compile(
    r"^(?:[Ll]edamöterna\s+(?:i|från|för)\s+)?(?P<who>[\w-]+(?:\s+[\w-]+){0,3}?)\s+"
    r"(?P<verb>yrkar|yrkade|föreslår|föreslog|reserverar\s+sig|reserverade\s+sig)\b\s*(?P<asked>[^.]*)",
)
_ASKED = re.compile(
    r"^(?:på\s+)?(?P<what>bifall\s+till|avslag\s+på|avslag\s+till|återremiss|bordläggning)\s*(?P<aim>.*)$", re.DOTALL
)
_ACTIONS = {"bifall": Action.APPROVE, "avslag": Action.REJECT, "återremiss": Action.REMIT, "bordläggning": Action.DEFER}


def coalition_proposals(item: Item, roster: Roster) -> Iterator[tuple[str, Proposal]]:
    """Yield what coalitions whose members are known propose, with JSON pointers in the item.

    It stands in text that no record holds, because the words name neither a party nor a person.
    """
    for pointer, paragraph, match, by in _acts(item, roster):
        if not match["verb"].startswith("reserv"):
            yield pointer, _proposal(paragraph, match, by)


def coalition_reservations(item: Item, roster: Roster) -> Iterator[tuple[str, Reservation]]:
    """Yield the reservations of coalitions whose members are known, with JSON pointers in the item."""
    for index, each in enumerate(item.reservations):
        named = each.by.persons or each.by.parties or each.by.body
        match = None if named else _ACT.match(each.text.printed)
        if match and members_of(match["who"], roster.municipality, roster.date, roster.grammar):
            by = Actors(None, (), (), _part(each.text, *match.span("who")))
            yield f"/reservations/{index}", replace(each, by=by)


def _acts(item: Item, roster: Roster) -> Iterator[tuple[str, Passage, re.Match[str], Actors]]:
    for index, section in enumerate(item.sections):
        if section.kind not in ("proposal", "reservation"):
            continue
        for paragraph in section.paragraphs:
            match = _ACT.match(paragraph.printed)
            if match and members_of(match["who"], roster.municipality, roster.date, roster.grammar):
                yield f"/sections/{index}", paragraph, match, Actors(None, (), (), _part(paragraph, *match.span("who")))


def _proposal(paragraph: Passage, match: re.Match[str], by: Actors) -> Proposal:
    asked = _ASKED.match(match["asked"])
    start = match.start("asked")
    points: tuple[Point, ...] = ()
    aim = None
    if asked is None:
        point = _part(paragraph, *match.span("asked"))
        points = (Point(None, point.text, point.span, point.page, point.printed),)
    elif asked["aim"].strip():
        aim = _part(paragraph, start + asked.start("aim"), start + asked.end("aim"))
    return Proposal(
        by=by,
        action=_ACTIONS[asked["what"].split()[0]] if asked else Action.OWN,
        object=aim,
        points=points,
        statement=None,
        rank=None,
        source="floor",
        fate=Fate.UNKNOWN,
        span=paragraph.span,
        page=paragraph.page,
    )


def _part(passage: Passage, start: int, end: int) -> Passage:
    """Return some of the words of a passage, by their place in it as printed."""
    words = passage.printed[start:end].rstrip()
    at = passage.span.start + start
    return Passage(" ".join(words.split()), Span(at, at + len(words)), passage.page, words)
