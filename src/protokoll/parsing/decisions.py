"""What a body decided: lead-in, points, outcome, whose proposal it follows."""

import re
from typing import NamedTuple

from protokoll.grammar import Grammar, fold
from protokoll.model.document import Action, Actors, Decision, Fate, Outcome, Point, Proposal
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.actors import find_actors
from protokoll.parsing.outcomes import outcome_of, says_outcome
from protokoll.parsing.points import find_points
from protokoll.parsing.sentences import sentences

__all__ = ["find_decisions", "find_unheaded_decision"]

# Words before a list of points that tell who decides, on whose proposal, and for whom; they end in a colon, in
# "följande" or in "att" before a line break.
_LEAD_IN = re.compile(
    r"""^[ \t]*(?P<lead>
        (?:Enligt|På\ förslag\ av|På\ förslag\ från|Med\ (?:ändring|bifall)|I\ enlighet\ med|Bifall\ till|Utifrån)\b
            (?:(?!\n[ \t]*\n)[^:]){0,400}?
      | (?P<subject>[A-ZÅÄÖ][^\n.:;]{2,90}?)\s+(?:för\ egen\ del\s+)?
            (?P<verb>beslutar|beslutade|beslutat|beslöt|föreslår|föreslog|tillstyrker|avstyrker|hemställer|rekommenderar|FÖRESLÅR|BESLUTAR)\b
            (?:(?!\n[ \t]*\n)(?!\n[ \t]*1[.)]\s)[^:]){0,400}?
      )(?:(?P<colon>:)[ \t]*(?=\n|$|[Aa]tt\b|[-–•1]) | (?<=följande)\.?[ \t]*(?=\n|$)
        | (?:(?<=beslutar)|(?<=BESLUTAR)|(?<=besluta)|(?<=BESLUTA)|(?<=beslutat)|(?<=beslutade))
            [ \t]*(?=\n\s*(?:att|Att|[A-ZÅÄÖ]|[-–•]|1[.)])))
    | ^[ \t]*(?P<line>Förslag\ till\ (?:beslut\ i\ )?\w*fullmäktige(?:s\ beslut)?
        | [A-ZÅÄÖ][\w-]+(?:\ (?:beslutar|beslut|beslutade))?\ för\ egen\ del(?:\ beslutar?)?
        | För\ egen\ del\ beslutar\ [\w-]+ | (?:[A-ZÅÄÖ][\w-]+s\ e|E)gn?[ae]t?\ beslut)[ \t]*:?[ \t]*$""",
    re.VERBOSE | re.MULTILINE,
)
# And where the heading stands on the same line: "Beslut Enligt yrkande från S, V och MP: 1. …".
_FIRST_LEAD_IN = re.compile(
    r"[ \t]+(?P<line>(?!))?(?P<lead>Enligt\b(?:(?!\n[ \t]*\n)[^:]){0,400}?):[ \t]*(?=\n|$|1[.)])"
)
_FOLLOWS = re.compile(
    r"""(?:Enligt|I\ enlighet\ med|Med\ bifall\ till|Bifall\ till|tillstyrker|biträder)\s+
        (?P<what>(?:(?!\s+och\s+föreslår\s)[^:])+?)\s*(?=:|och\s+föreslår\s|$)""",
    re.VERBOSE,
)
_ON_PROPOSAL = re.compile(r"På\s+förslag\s+(?:av|från)\s+(?P<who>[^:]+)")
_PROPOSES = re.compile(
    r"(?:föreslår|Förslag\s+till)\s+(?:att\s+|beslut\s+i\s+)?(?P<body>[\wåäöÅÄÖ -]{4,60}?)"
    r"(?:\s+(?:att\s+)?(?:beslutar|besluta|beslutade)\b|s\s+beslut|$)",
    re.IGNORECASE,
)
# The dash or dot of a list stands before its points.
_MARKED = re.compile(r"[-–—•*][ \t\xa0]+$")
_RECUSAL = re.compile(r"anmäl(?:er|de|t)\s+jäv", re.IGNORECASE)
# A decision without a heading: "Kommunfullmäktige beslutar att …", "Nämnden beslutar följande."
_DEFINITE = re.compile(r"(?<=[a-z]{4})(?:et|e?n)\Z")
_PLAIN = re.compile(
    r"""^[ \t]*(?P<subject>[A-ZÅÄÖ][\w &,-]{2,70}?)\s+(?:för\ egen\ del\s+)?
        (?:(?P<decides>beslutar|beslutade|beslöt|BESLUTAR
              |(?:har|hade)\s+(?:[^.:\n]{0,90}?\s)?(?:beslutat|beslutit))|(?:föreslår|föreslog|FÖRESLÅR)\s[^.:\n]{0,80}?\b(?:besluta|BESLUTA)r?)\b
      | \bfinna\s+att\s+(?P<found>[\w &-]{2,70}?)\s+beslutat(?=\s*\n\s*att\s)""",
    re.VERBOSE | re.MULTILINE,
)
_POINT_LINE = re.compile(r"(?:[-–—•*][ \t]*)?(?:att\s|Att\s)|[-–—•*][ \t]|\d{1,2}[.)]\s")
_BESIDE = 160
_ACTION = {
    Outcome.DEFER: Action.DEFER,
    Outcome.REMIT: Action.REMIT,
    Outcome.REJECT: Action.REJECT,
}


class _Part(NamedTuple):
    lead: Span | None
    content: Span


def find_decisions(
    text: CleanText, content: Span, body: Passage | None, title: str, grammar: Grammar
) -> tuple[list[Decision], list[Proposal]]:
    """Return the decisions in a block, and the proposals that its lead-ins name.

    'På förslag av Eva Ek (V):' is a proposal by Eva Ek with the points that follow; 'Enligt kommunstyrelsens
    förslag:' only tells what the decision follows. A block may hold several decisions, each after its own lead-in.

    Args:
        text: the clean text.
        content: the block without its heading, in the clean text.
        body: the body whose minutes these are.
        title: the title of the item.
        grammar: the wordings.
    """
    decisions, proposals = [], []
    for part in _parts(text.text, content):
        found = find_points(text, _after_recusals(text.text, part.content), part.content.end, grammar)
        points = _deciding(text, found, grammar)
        if not points and not part.lead:
            continue
        decision = _decision(text, part, points, body, _outcome(points, title, part, grammar))
        decisions.append(decision)
        proposal = _lead_in_proposal(text, part, decision, grammar)
        if proposal:
            proposals.append(proposal)
    return decisions, proposals


def _deciding(text: CleanText, points: tuple[Point, ...], grammar: Grammar) -> tuple[Point, ...]:
    """Leave out what follows a decision in plain paragraphs and decides nothing: a list of letters received, say."""
    if (
        not points
        or points[0].number is not None
        or points[0].text[:4].lower() == "att "
        or points[0].text[-1] == ":"
        or _MARKED.search(text.source.text, max(0, points[0].span.start - 8), points[0].span.start)
        or not says_outcome(points[0].text, grammar)
    ):
        return points
    stop = next(
        (
            at
            for at, point in enumerate(points)
            if not (point.procedural or says_outcome(point.text, grammar) or _is_beside(point, grammar))
        ),
        len(points),
    )
    return points[:stop]


def _is_beside(point: Point, grammar: Grammar) -> bool:
    """Tell a short sentence that belongs to the decision before it: 'Avgiften är 4 200 kronor.'."""
    return (
        len(point.text) <= _BESIDE
        and ":" not in point.text
        and bool(grammar.pattern("outcomes", "beside").search(point.text))
    )


def _after_recusals(words: str, content: Span) -> int:
    """Skip the sentences that open a block and only announce who is disqualified (jäv)."""
    start = content.start
    for span in sentences(words, content.start, content.end):
        if not _RECUSAL.search(words, span.start, span.end):
            # A list of §§ that an announcement leads in belongs to it.
            return span.start if start != content.start else start
        start = span.end
    return start


def find_unheaded_decision(
    text: CleanText, content: Span, body: Passage | None, grammar: Grammar, *, told: bool = True
) -> Span | None:
    """Return the stretch of a block that is a decision without a heading: from 'Nämnden beslutar' to its end.

    With `told` also 'Nämnden har således beslutat …' counts, which may only repeat how a vote fell.
    What another body proposes ('Arbetsutskottet föreslår kommunstyrelsen besluta') is no decision of this one.
    """
    own = fold(body.text) if body else None
    last = None
    points_from = content.start
    for match in _PLAIN.finditer(text.text, content.start, content.end):
        if match["found"]:
            last = Span(match.end(), content.end)
            continue
        if not told and match["decides"] and match["decides"].startswith(("har", "hade")):
            continue
        subject = fold(match["subject"])
        mine = own is None or _is_same(own, subject)
        if mine and grammar.is_body(match["subject"]):
            # "Nämnden beslutar … Nämnden beslutar för egen del …": nothing but points between, so both decide.
            goes_on = last is not None and _is_list(text.text, points_from, match.start())
            last = Span(last.start if last and goes_on else match.start(), content.end)
            points_from = match.end()
    return last


def _is_same(one: str, other: str) -> bool:
    """Tell whether two folded names of bodies end alike: 'kommunstyrelsens arbetsutskott', 'arbetsutskottet'."""
    one, other = _DEFINITE.sub("", one), _DEFINITE.sub("", other)
    return one.endswith(other) or other.endswith(one)


def _is_list(words: str, start: int, end: int) -> bool:
    """Tell whether what follows the line at `start` is nothing but points, each perhaps with lines that go on in it."""
    lines = [line.strip() for line in words[start:end].split("\n")[1:] if line.strip()]
    return (
        bool(lines)
        and bool(_POINT_LINE.match(lines[0]))
        and all(_POINT_LINE.match(line) or line[0].islower() for line in lines)
    )


def _parts(words: str, content: Span) -> list[_Part]:
    parts: list[_Part] = []
    lead: Span | None = None
    begin = content.start
    first = _FIRST_LEAD_IN.match(words, content.start, content.end)
    rest = _LEAD_IN.finditer(words, first.end() if first else content.start, content.end)
    for match in (*((first,) if first else ()), *rest):
        if words[begin : match.start()].strip():
            parts.append(_Part(lead, Span(begin, match.start())))
        lead, begin = Span(match.start("line" if match["line"] else "lead"), match.end()), match.end()
    if words[begin : content.end].strip() or lead:
        parts.append(_Part(lead, Span(begin, content.end)))
    return parts


def _outcome(points: tuple[Point, ...], title: str, part: _Part, grammar: Grammar) -> Outcome | None:
    """Read the outcome; points whose verb is cut off approve what the lead-in says that they follow."""
    if not points:
        return None
    known = outcome_of(points, title, grammar)
    return known or (Outcome.APPROVE if part.lead and points[-1].text[-1] not in ".!”" else Outcome.OTHER)


def _decision(
    text: CleanText, part: _Part, points: tuple[Point, ...], body: Passage | None, outcome: Outcome | None
) -> Decision:
    follows = proposes_to = None
    start = part.content.start
    if part.lead:
        start = part.lead.start
        follows = _group(text, _FOLLOWS, part.lead, "what")
        proposes_to = _group(text, _PROPOSES, part.lead, "body")
    whole = text.passage(start, part.content.end)
    return Decision(body, outcome, points, follows, proposes_to, None, whole.span, whole.page)


def _lead_in_proposal(text: CleanText, part: _Part, decision: Decision, grammar: Grammar) -> Proposal | None:
    match = part.lead and _ON_PROPOSAL.search(text.text, part.lead.start, part.lead.end)
    if not match:
        return None
    by = find_actors(text, *match.span("who"), grammar)
    if by == Actors():
        return None
    action = _ACTION.get(decision.outcome, Action.OWN) if decision.outcome else Action.OWN
    return Proposal(
        by, action, None, decision.points, None, None, "lead_in", Fate.ADOPTED, decision.span, decision.page
    )


def _group(text: CleanText, pattern: re.Pattern[str], span: Span, name: str) -> Passage | None:
    match = pattern.search(text.text, span.start, span.end)
    return text.passage(*match.span(name)) if match else None
