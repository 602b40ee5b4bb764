"""What members propose on the floor (yrkanden, förslag till beslut)."""

import re

from msgspec.structs import replace

from protokoll.grammar import Grammar
from protokoll.model.document import Action, Actors, Fate, Point, Proposal
from protokoll.model.outline import Block
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.acts import Act, find_acts
from protokoll.parsing.asked import action_of_noun
from protokoll.parsing.demands import Demand, action_of, find_demands
from protokoll.parsing.points import find_points, list_end

__all__ = ["find_body_proposal", "find_proposals", "named_by"]

_BODYS_PROPOSAL = re.compile(r"(?P<body>.{4,70}?)s\s+förslag(?:\s+till\s+\w+)?\W*$", re.IGNORECASE)
_OPENS_LIST = re.compile(r"(?:följande|:|\bbesluta(?:r|de)?|(?:^|\s)att)\W*$")
# The list of a bare "Eva Ek (C) yrkar" stands in the next paragraph.
_LIST = re.compile(r"\s*\n\s*(?:[Aa]tt\s|[-–•]\s|1[.)]\s)")
_JOINS = re.compile(
    r"(?:ansluter sig|anslöt sig|instämmer|instämde|biträder|biträdde|stöder|stödjer|stödde|ställer sig bakom)"
    r"(?:\s+|(?=\.))(?:till\s+|i\s+)?",
    re.IGNORECASE,
)
# "I detta yrkande instämmer Eva Ek (V)."
_WITHIN = re.compile(r"I\s+(?P<what>[^.:(]{3,80}?)\s+(?:instämmer|instämde)\b")
_ASKS = re.compile(r"\byrka(?:r|de)\s*\Z")
# "Eva Ek (C) tillstyrker liggande förslag.": a paper is backed without "bifall".
_BACKS = re.compile(r"\b(?:tillstyrk(?:er|te)|bifaller|biföll|(?P<against>avstyrk(?:er|te)|avslår|avslog))\s*$")
_PAPER = re.compile(r"förslag|yrkande|motion|skrivelse|framställ|ansökan|hemställan", re.IGNORECASE)
# "lämnar följande ändringsyrkande", "tilläggsyrkar följande", "Tilläggsförslag".
_NAMED_PROPOSAL = re.compile(r"\b(tillägg|ändring)s?(?:yrka|förslag)[^.]{0,40}$", re.IGNORECASE)
_ADDS_BY_VERB = re.compile(r"\b(?:tilläggs|ändrings)yrka(?:r|de)\s*$", re.IGNORECASE)
# The demand itself is in a paper: "yrkar enligt bilaga 2", "lämnar ett yrkande, bilaga 1".
_IN_PAPER = re.compile(r",?\s*(?:se\s+|enligt\s+)?(?:bilaga|bilagt|skriftligt\s+yrkande)\b", re.IGNORECASE)
_PLAIN_WORDS = 14
_NO_DEMAND = ("enligt", "i enlighet", "därefter", "också", "på ", "till ", "som ovan", "följande", "för ", "jäv")
_AND_PROPOSES = re.compile(r"(?:^|\s)samt\s+föreslår[^:]{0,120}:", re.IGNORECASE)
_QUOTED_POINT = re.compile(r"^[ \t]*(?P<number>\d{1,2})[.)]\s+", re.MULTILINE)
_COLON = re.compile(r"\s{0,2}:\s*")
# "Eva Ek (V) föreslår Bo Ask (V).": a name or plain words, without "att".
_NOMINATES = re.compile(r"\b(?:föreslår|föreslog|nominerar|nominerade)\s*$", re.IGNORECASE)
_MOTION_GRANTED = re.compile(r"att\s+(?:motionen\s+bifalls|bifalla\s+motion)", re.IGNORECASE)


def find_proposals(text: CleanText, content: Span, grammar: Grammar) -> tuple[list[Proposal], list[Span]]:
    """Return the proposals in a block, and the stretches of text that they account for.

    Reads 'A (P) och B (Q) yrkar bifall till X och avslag på Y' (two proposals of two persons), 'yrkar i första hand
    … och i andra hand …' (ranked), 'föreslår att nämnden beslutar följande:' with its list and the running text after
    'anföra följande'. The proposer's own words that follow are the statement.
    """
    proposals: list[Proposal] = []
    used: list[Span] = []
    acts = list(find_acts(text, content, grammar))
    for index, act in enumerate(acts):
        stop = acts[index + 1].sentence.start if index + 1 < len(acts) else content.end
        found, span = _of_act(text, act, stop, grammar)
        proposals += found
        if span:
            used.append(span)
    return proposals, used


def find_body_proposal(text: CleanText, block: Block, grammar: Grammar) -> list[Proposal]:
    """Read a section 'Kommunstyrelsens förslag': the points are what that body proposes."""
    of_body = _BODYS_PROPOSAL.match(block.heading.of(text.text)) if block.heading else None
    if not of_body or not block.heading or not grammar.is_body(of_body["body"]):
        return []
    points = find_points(text, block.content.start, block.content.end, grammar)
    if not points:
        return []
    body = text.passage(block.heading.start, block.heading.start + of_body.end("body"))
    if body.text.isupper():
        body = Passage(body.text.capitalize(), body.span, body.page, body.printed)
    whole = text.passage(block.span.start, block.span.end)
    asked = action_of(points[0].text)
    action = asked if len(points) == 1 and asked in (Action.DEFER, Action.REMIT) else Action.OWN
    by = Actors(body=body, printed=body)
    return [Proposal(by, action, None, points, None, None, "paper", Fate.UNKNOWN, whole.span, whole.page)]


def _of_act(text: CleanText, act: Act, stop: int, grammar: Grammar) -> tuple[list[Proposal], Span | None]:
    words = text.text
    if grammar.pattern("acts", "withdraw").search(words, act.rest.start, act.rest.end):
        return [], act.sentence
    demands = find_demands(text, act.rest)
    if _is_joining(words, act, demands):
        return _joining(text, act, stop, grammar)
    rest = act.rest.of(words).strip(" .:\n")
    bare = (not rest or grammar.is_body(rest)) and _LIST.match(words, act.rest.end, stop)
    if (bare or _OPENS_LIST.search(act.rest.of(words))) and not any(demand.object for demand in demands):
        return _own(text, act, act.rest.end, stop, grammar)
    changes = [each for each in demands if each.action in (Action.AMEND, Action.ADD) and not each.points]
    if changes and _OPENS_LIST.search(act.rest.of(words)):
        # "… med följande ändringar:⏎– att …": the list is what is changed or added.
        listed, span = _own(text, act, act.rest.end, stop, grammar)
        return [replace(each, action=changes[-1].action) for each in listed], span
    whole = text.passage(act.sentence.start, act.sentence.end)
    verb = words[act.sentence.start : act.rest.start]
    if _ADDS_BY_VERB.search(verb):
        demands = [each._replace(action=_named_action(verb)) if each.action is Action.OWN else each for each in demands]
    proposals = [_proposal(act, demand, whole) for demand in demands or _said(text, act)]
    return proposals, act.sentence if proposals else None


def _is_joining(words: str, act: Act, demands: list[Demand]) -> bool:
    """Tell 'Eva Ek (V) instämmer i yrkandet om återremiss' from a demand beside which somebody agrees."""
    joins = _JOINS.search(words, act.sentence.start, act.sentence.end)
    if joins is None or not demands:
        return joins is not None
    asks = _ASKS.search(words, act.sentence.start, act.rest.start)
    return joins.start() < act.rest.start and not demands[0].points and asks is None


def _said(text: CleanText, act: Act) -> list[Demand]:
    """Read what is proposed in plain words after a colon: 'Eva Ek (V) lämnar tilläggsförslag: Planen kompletteras.'."""
    words = text.text
    if (
        act.actors.persons
        and _NOMINATES.search(words, act.sentence.start, act.rest.start)
        and act.rest.of(words).strip(" .")
    ):
        named = text.passage(act.rest.start, act.rest.end)
        return [Demand(Action.OWN, None, (Point(None, named.text, named.span, named.page, named.printed),), None)]
    if _ASKS.search(words, act.sentence.start, act.rest.start) and (rest := act.rest.of(words).strip(" .\n")):
        # "Eva Ek (M) yrkar oförändrad skatt."
        start = act.rest.start + act.rest.of(words).index(rest)
        named = text.passage(start, start + len(rest))
        plain = len(rest.split()) <= _PLAIN_WORDS and act.actors.persons and rest[0].islower()
        if plain and not rest.startswith(_NO_DEMAND):
            return [Demand(Action.OWN, None, (Point(None, named.text, named.span, named.page, named.printed),), None)]
    verb = words[act.sentence.start : act.rest.start].lower()
    backing = _BACKS.search(verb)
    aim = act.rest.of(words).strip(" .\n")
    if backing and act.actors.persons and _PAPER.search(aim):
        start = act.rest.start + act.rest.of(words).index(aim)
        action = Action.REJECT if backing["against"] else Action.APPROVE
        return [Demand(action, text.passage(start, start + len(aim)), (), None)]
    noun = action_of_noun(verb if act.rest.start > act.sentence.start else act.rest.of(words))
    if (noun and (not aim or act.rest.start == act.sentence.start)) or _IN_PAPER.match(aim):
        return [Demand(noun or Action.OWN, None, (), None)]
    colon = _COLON.match(words, act.rest.start, act.rest.end) or _COLON.match(words, act.rest.start - 2, act.rest.end)
    passage = text.passage(colon.end(), act.rest.end) if colon else None
    if passage is None or not passage.text:
        return []
    return [
        Demand(
            _named_action(verb), None, (Point(None, passage.text, passage.span, passage.page, passage.printed),), None
        )
    ]


def named_by(heading: str, proposals: list[Proposal]) -> list[Proposal]:
    """Return `proposals` as the heading over them names them: what stands under 'Tilläggsyrkande' adds.

    >>> named_by("Tilläggsyrkande", [])
    []
    """
    action = _named_action(heading)
    if action is Action.OWN:
        return proposals
    return [replace(each, action=action) if each.action is Action.OWN and each.points else each for each in proposals]


def _named_action(words: str) -> Action:
    """Return the action that the words before a list name: 'lämnar följande ändringsyrkande:'."""
    named = _NAMED_PROPOSAL.search(words)
    if named is None:
        return Action.OWN
    return Action.ADD if named[1].lower() == "tillägg" else Action.AMEND


def _joining(text: CleanText, act: Act, stop: int, grammar: Grammar) -> tuple[list[Proposal], Span]:
    """Read 'ansluter sig till Moderaternas förslag avseende beslutspunkt 3, 3. … samt föreslår följande: …'."""
    words = text.text
    more = _AND_PROPOSES.search(words, act.rest.start, stop)
    end = more.start() if more else min(stop, max(act.sentence.end, list_end(words, act.sentence.end, stop)))
    quoted = _QUOTED_POINT.search(words, act.rest.start, end)
    joins = _JOINS.search(words, act.sentence.start, act.sentence.end)
    named = text.passage(
        joins.end() if joins else act.rest.start,
        _unstopped(words, Span(act.sentence.start, quoted.start()) if quoted else act.sentence),
    )
    aim = named if named.text else None
    within = _WITHIN.match(words, act.sentence.start, act.sentence.end)
    if within:
        aim = text.passage(*within.span("what"))
    points: tuple[Point, ...] = ()
    if quoted:
        passage = text.passage(quoted.end(), end)
        points = (Point(quoted["number"], passage.text, passage.span, passage.page, passage.printed),)
    proposals = [_proposal(act, Demand(Action.APPROVE, aim, points, None), text.passage(act.sentence.start, end))]
    if not more:
        return proposals, Span(act.sentence.start, end)
    own, span = _own(text, act, more.end(), stop, grammar)
    return proposals + own, Span(act.sentence.start, span.end if span else end)


def _own(text: CleanText, act: Act, start: int, stop: int, grammar: Grammar) -> tuple[list[Proposal], Span | None]:
    """Read a list of one's own points, and the running text after it that is the proposer's statement."""
    words = text.text
    end = list_end(words, start, stop)
    points = find_points(text, start, end, grammar) if end > start else ()
    after = end if points else stop
    points = points or find_points(text, start, stop, grammar)
    if not points:
        return [], None
    # What follows the proposal of a body is the clerk's story; only members add words of their own.
    own_words = words[after:stop].strip() and not act.actors.body
    statement = text.passage(after, stop) if own_words else None
    granted = len(points) <= 2 and _MOTION_GRANTED.match(points[0].text)
    action = Action.APPROVE if granted else _named_action(words[act.sentence.start : start].lower())
    whole = Span(act.sentence.start, stop)
    proposal = _proposal(act, Demand(action, None, points, None), text.passage(whole.start, whole.end))
    return [replace(proposal, statement=statement)], whole


def _unstopped(words: str, span: Span) -> int:
    return span.start + len(span.of(words).rstrip(" .,\n"))


def _proposal(act: Act, demand: Demand, whole: Passage) -> Proposal:
    return Proposal(
        by=act.actors,
        action=demand.action,
        object=demand.object,
        points=demand.points,
        statement=None,
        rank=demand.rank,
        source="floor",
        fate=Fate.UNKNOWN,
        span=whole.span,
        page=whole.page,
    )
