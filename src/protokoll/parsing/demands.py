"""What is asked for in a proposal: approval, rejection, remittal, an addition, a change, or points of one's own."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from protokoll.model.document import Action, Point
from protokoll.model.text import CleanText, Passage, Span

__all__ = ["Demand", "action_of", "find_demands"]

# Where one demand ends and the next begins: "… och avslag på …", "samt att …", ", dels bifall …", a new att-line.
_AND = re.compile(
    r"""(?:,|\s+(?:och|samt|men)|,\s*(?:dels|samt|och))\s+(?:dels\s+|i\s+övrigt\s+|i\s+(?:första|andra|tredje)\s+hand\s+)?
        (?=(?:bifall|avslag|återremiss|bordläggning|tilläggsyrka(?:r|de))\b|att\s)
      | [ \t]*,?\n\s*(?:[-–•]\s*)?(?=att\s)""",
    re.VERBOSE | re.IGNORECASE,
)
_RANK = re.compile(r"i\s+(?P<rank>första|andra|tredje)\s+hand\s*", re.IGNORECASE)
_RANKS = {"första": 1, "andra": 2, "tredje": 3}
# The plain forms. "avslag på återremissyrkandet" is a rejection, so what stands first decides.
# "Motionen bifalls.", where only a colon stands before it.
_DONE = re.compile(
    r"^\s*(?P<object>(?!(?:[Aa]tt|[Dd]els)\s)[A-ZÅÄÖ][^.:;\n]{3,160}?)\s+(?P<verb>bifalls|bifalles|avslås|avslages)\b\W*$"
)
_PLAIN = re.compile(
    r"""(?P<approve>\bbifall(?:\s+till|\s+på)?\b) | (?P<reject>\bavslag(?:\s+på|\s+till(?!\s+förmån))?\b)
      | (?P<clause>\batt\s)
      | (?P<remit>\b(?:minoritets)?återremiss\b|\båterremittering\b) | (?P<defer>\bbordläggning\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_ADDS = re.compile(
    r"\bsom\s+tillägg(?:syrkande)?\b|\btilläggsyrka(?:r|de)\b|\bmed\s+(?:(?:det|följande|ett)\s+)?tillägg(?:et)?\b",
    re.IGNORECASE,
)
# The same at the beginning of what is asked for.
_ADDITION = re.compile(r"\W*(?:(?:ett|följande)\s+)?tillägg(?:syrkande)?\b", re.IGNORECASE)
_CHANGE = re.compile(r"\W*(?:(?:en|ett|följande)\s+)?ändring(?:syrkande)?\b", re.IGNORECASE)
_CHANGES = re.compile(
    r"""\bmed\s+(?:(?:den|följande|en)\s+)?(?:ändring|justering|förändring)(?:en|ar)?\b|\bsom\s+ändringsyrkande\b
      | \batt\s+(?:besluts)?(?:punkt|att-sats)\w*\s+\S+\s+(?:i\s+[\w-]+\s+)?(?:ändras|ersätts|stryks|utgår
          |får\s+(?:följande\s+|ny\s+|en\s+ny\s+)?lydelse)""",
    re.VERBOSE | re.IGNORECASE,
)
# "att nämnden beslutar enligt förvaltningens förslag", "att avslå förvaltningens förslag till beslut".
_AS_PROPOSED = re.compile(
    r"""\batt\s+(?:[^.:]{0,60}?\b(?:beslutar|besluta|beslutade)\s+(?:att\s+)?
            |[\w-]*(?:nämnden|fullmäktige|styrelsen|utskottet)\s+(?:ska(?:ll)?\s+)?)?
        (?P<verb>i\s+enlighet\s+med|enligt|bifalla|bifaller|godkänna|avslå|avslår)\s+
        (?P<object>[^.:]{0,400}?förslag(?:et)?(?:\s+till\s+beslut)?)\s*\.?$""",
    re.VERBOSE | re.IGNORECASE,
)
# Why, or in whose favour, is no part of what is approved or rejected.
_FAVOUR = re.compile(r",?\s*\b(?:till\s+förmån\s+för|med\s+(?:följande\s+)?motivering(?:en)?)\b", re.IGNORECASE)
_TOWARDS = re.compile(r"\b(?:bifall(?:\s+till)?|enligt|i\s+enlighet\s+med)\s+", re.IGNORECASE)
_TOLD = re.compile(r"\s*:\s+(?=\S)")
_THAT = re.compile(r"\batt\s", re.IGNORECASE)
# What a body or office has drafted; a further demand is added to it.
_DRAFT = re.compile(r"(?:ns|tets|ens|liggande|rets)\s+(?:\w+\s+)?förslag|\bförslaget\b", re.IGNORECASE)
_REMITS = re.compile(r"återremitt|\bremitter", re.IGNORECASE)
_DEFERS = re.compile(r"bordlägg", re.IGNORECASE)
_REJECTS = re.compile(r"\b(?:avstyrk|avslå)\w*", re.IGNORECASE)
_APPROVES = re.compile(r"\b(?:tillstyrk|bifall)\w*", re.IGNORECASE)


class Demand(NamedTuple):
    """One thing asked for."""

    action: Action
    object: Passage | None
    points: tuple[Point, ...]
    rank: int | None


def find_demands(text: CleanText, rest: Span) -> list[Demand]:
    """Return what is asked for in the words after the verb of proposing.

    'bifall till X och avslag på Y' is two demands; 'i första hand … i andra hand …' are ranked; points of one's
    own that follow each other are one demand.
    """
    demands: list[Demand] = []
    rank: int | None = None
    for part in _parts(text.text, rest):
        ranked = _RANK.search(text.text, part.start, part.end)
        rank = _RANKS[ranked["rank"].lower()] if ranked else rank
        demand = _demand(
            text, Span(ranked.end(), part.end) if ranked and _leads(text.text, part, ranked) else part, rank
        )
        if demand is None:
            continue
        last = demands[-1] if demands else None
        goes_on = last and (
            last.action is Action.OWN or (last.action is Action.REMIT and _on_new_line(text.text, part))
        )
        if last and goes_on and last.points and demand.action is Action.OWN and last.rank == rank:
            demands[-1] = last._replace(points=last.points + demand.points)
        else:
            demands.append(demand)
    return _with_additions(demands)


def _with_additions(demands: list[Demand]) -> list[Demand]:
    """Read 'bifall till kommunstyrelsens förslag samt att …' as a proposal to add to what is approved."""
    first = demands[0] if demands else None
    if first is None or first.action is not Action.APPROVE or not first.object or not _DRAFT.search(first.object.text):
        return demands
    return [
        each._replace(action=Action.ADD)
        if each.action is Action.OWN and each.points and each.rank == first.rank
        else each
        for each in demands
    ]


def _on_new_line(words: str, part: Span) -> bool:
    """Tell an att-sats of a list: what is asked for with a remittal is part of it."""
    return "\n" in words[max(0, part.start - 4) : part.start]


def _parts(words: str, rest: Span) -> Iterator[Span]:
    begin = rest.start
    for match in _AND.finditer(words, rest.start, rest.end):
        if words[begin : match.start()].strip():
            yield Span(begin, match.start())
            begin = match.start() if _RANK.search(match[0]) else match.end()
    if words[begin : rest.end].strip():
        yield Span(begin, rest.end)


def _leads(words: str, part: Span, ranked: re.Match[str]) -> bool:
    """Tell whether 'i andra hand' opens the part, but for an 'och' before it."""
    return re.fullmatch(r"\W*(?:och|samt)?\W*", words[part.start : ranked.start()]) is not None


def _demand(text: CleanText, part: Span, rank: int | None) -> Demand | None:
    words = text.text
    for opening, pattern, action in ((_ADDITION, _ADDS, Action.ADD), (_CHANGE, _CHANGES, Action.AMEND)):
        mark = opening.match(words, part.start, part.end) or pattern.search(words, part.start, part.end)
        if mark:
            return _changing(text, part, mark, action, rank)
    done = _DONE.match(part.of(words))
    if done:
        aim = text.passage(part.start + done.start("object"), part.start + done.end("object"))
        return Demand(Action.REJECT if done["verb"].startswith("avsl") else Action.APPROVE, aim, (), rank)
    plain = _PLAIN.search(words, part.start, part.end)
    if plain is None:
        return None
    kind = plain.lastgroup or "clause"
    if kind == "clause":
        return _clause(text, Span(plain.start(), part.end), rank)
    start = plain.end() if kind in ("approve", "reject") else plain.start()
    favour = _FAVOUR.search(words, start, part.end)
    aim = text.passage(start, _unstopped(words, start, favour.start() if favour else part.end))
    bare = not aim.text or aim.text.lower() == plain[0].lower()
    return Demand(Action(kind), None if bare else aim, (), rank)


def _changing(text: CleanText, part: Span, mark: re.Match[str], action: Action, rank: int | None) -> Demand:
    """Read 'bifall till X med det tillägget att Y': X is what is added to, Y the point."""
    words = text.text
    told = _TOLD.match(words, mark.end(), part.end)
    that = (
        None
        if told
        else _THAT.search(words, mark.start() if mark[0].lower().startswith("att") else mark.end(), part.end)
    )
    opens = that.start() if that else told.end() if told else None
    points = (_point(text, opens, part.end),) if opens is not None else ()
    approve = _TOWARDS.search(words, part.start, mark.start())
    aim = text.passage(approve.end(), mark.start()) if approve else None
    if aim is None and not points:
        aim = text.passage(mark.start(), _unstopped(words, mark.start(), part.end))
    return Demand(action, aim, points, rank)


def _clause(text: CleanText, clause: Span, rank: int | None) -> Demand:
    words = text.text
    proposed = _AS_PROPOSED.search(words, clause.start, clause.end)
    if proposed and proposed["object"].strip():
        action = Action.REJECT if proposed["verb"].lower().startswith("avslå") else Action.APPROVE
        return Demand(action, text.passage(*proposed.span("object")), (), rank)
    return Demand(action_of(clause.of(words)), None, (_point(text, clause.start, clause.end),), rank)


def action_of(clause: str) -> Action:
    """Read the action of an att-clause; what asks for only a part ('delvis') is the proposer's own.

    >>> action_of("att ärendet bordläggs").value, action_of("att planen antas").value
    ('defer', 'own')
    """
    if _REMITS.search(clause):
        return Action.REMIT
    if _DEFERS.search(clause):
        return Action.DEFER
    if "delvis" in clause.lower():
        return Action.OWN
    if _REJECTS.search(clause):
        return Action.REJECT
    return Action.APPROVE if _APPROVES.search(clause) else Action.OWN


def _point(text: CleanText, start: int, end: int) -> Point:
    passage = text.passage(start, _unstopped(text.text, start, end))
    return Point(None, passage.text, passage.span, passage.page, passage.printed)


def _unstopped(words: str, start: int, end: int) -> int:
    bare = words[start:end].rstrip()
    return start + len(bare) - (1 if bare.endswith((".", ",")) else 0)
