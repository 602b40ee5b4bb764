"""What the board proposes to the council, and the rapporteur to the board."""

import re
from collections.abc import Sequence

from protokoll.grammar import Grammar
from protokoll.model.document import Action, Actors, Decision, Fate, Point, Proposal
from protokoll.model.outline import Block, BlockKind
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.actors import find_persons
from protokoll.parsing.outcomes import outcome_of
from protokoll.parsing.points import find_points

__all__ = ["council_proposal", "find_board", "presented_proposal"]

# "Kommunstyrelsen tillstyrker X och föreslår att kommunfullmäktige beslutar (följande)": who proposes to whom.
_PROPOSES = re.compile(
    r"""(?P<body>[A-ZÅÄÖ][\wåäöÅÄÖ-]*(?:[ ][\wåäöÅÄÖ-]+){0,3}?)\s+
        (?:(?:tillstyrker|avstyrker|biträder)\s+(?P<follows>[^:]*?)\s+och\s+)?föreslår\s+(?:att\s+)?
        (?P<council>\w*(?:fullmäktige|styrelsen)|[Kk]ommunstyrelsen\s+föreslår\s+(?:att\s+)?\w*fullmäktige)\s+
        (?:med\s+[^.:]{3,50}?\s+)?(?:att\s+)?(?:beslutar|besluta|beslutade)(?:\s+att(?=\s*\n))?(?:\s+följande\.?)?\s*:?""",
    re.VERBOSE,
)
# In the rapporteur's own text the proposal is put again: "Jag föreslår att kommunstyrelsen föreslår …".
_AGAIN = re.compile(
    r"^[ \t]*(?:Jag|Vi)\s+föreslår\s+(?:att\s+)?[^.]{0,200}?(?:beslutar|besluta|föreslår)\b", re.MULTILINE
)
_RULE = re.compile(r"\n[ \t]*(?:-{3,}|_{3,})[ \t]*(?=\n|\Z)")
_NAME = re.compile(
    r"(?:borgarråd\w*|kommunalråd\w*|regionråd\w*|landstingsråd\w*|Föredragande)\s+(?P<who>[A-ZÅÄÖ].+?)(?:\s+anför\b.*)?$"
)


def find_board(text: CleanText, own: Sequence[Block], grammar: Grammar) -> tuple[Passage | None, Passage | None]:
    """Return the body whose report it is and the one that is to decide.

    Args:
        text: the clean text.
        own: the blocks of the report's own part.
        grammar: the wordings.
    """
    end = own[-1].span.end if own else 0
    deciding = tuple(grammar.words["bodies"]["deciding"])
    starts = [block.content.start for block in own if block.kind is BlockKind.PROPOSAL]
    for start in (*starts, 0):
        for match in _PROPOSES.finditer(text.text, start, end):
            if match["body"].lower().endswith(deciding):
                council = match.start("council") + match["council"].rfind(" ") + 1
                return text.passage(*match.span("body")), text.passage(council, match.end("council"))
    signed = re.compile(r"\b[Kk]ommunstyrelse(?:n|ns|ns\s+ordförande)?\b").search(text.text, 0, end)
    return (text.passage(*signed.span(), "Kommunstyrelsen") if signed else None), None


def council_proposal(
    text: CleanText, block: Block, board: Passage | None, grammar: Grammar
) -> tuple[Proposal | None, Decision | None]:
    """Return what the board proposes to the council, and its own decision where the same words say that.

    'Kommunstyrelsen föreslår att …' only proposes; 'Kommunstyrelsen tillstyrker X och föreslår att …' tells as
    well what the board decided, and on whose proposal.
    """
    words = text.text
    lead = _PROPOSES.search(words, block.content.start, block.span.end)
    rule = _RULE.search(words, block.content.start, block.span.end)
    end = rule.start() if rule else block.span.end
    start = lead.end() if lead else block.content.start
    points = find_points(text, start, end, grammar)
    if not points:
        return None, None
    whole = text.passage(block.span.start, end)
    body = text.passage(*lead.span("body")) if lead else board
    by = Actors(body, (), (), None)
    proposal = Proposal(by, Action.OWN, None, points, None, None, "paper", Fate.UNKNOWN, whole.span, whole.page)
    if lead is None or not lead["follows"]:
        return proposal, None
    return proposal, _decision(text, lead, points, body, grammar)


def presented_proposal(
    text: CleanText, own: Sequence[Block], proposal: Proposal | None, grammar: Grammar
) -> Proposal | None:
    """Return the same proposal as the rapporteur's, with his or her views as statement, where one presents it."""
    presents = next((block for block in own if block.kind is BlockKind.OTHER and block.heading), None)
    match = _NAME.search(presents.heading.of(text.text)) if presents and presents.heading else None
    if proposal is None or presents is None or presents.heading is None or match is None:
        return None
    start = presents.heading.start + match.start("who")
    persons = find_persons(text, start, presents.heading.start + match.end("who"), grammar)
    if not persons:
        return None
    by = Actors(None, persons, tuple(dict.fromkeys(each.party for each in persons if each.party)), None)
    return Proposal(
        by,
        Action.OWN,
        None,
        proposal.points,
        _views(text, own),
        None,
        "paper",
        Fate.UNKNOWN,
        proposal.span,
        proposal.page,
    )


def _views(text: CleanText, own: Sequence[Block]) -> Passage | None:
    block = next((each for each in own if each.kind is BlockKind.VIEWS), None)
    if block is None:
        return None
    again = _AGAIN.search(text.text, block.content.start, block.span.end)
    end = again.start() if again else block.span.end
    return text.passage(block.content.start, end) if text.text[block.content.start : end].strip() else None


def _decision(
    text: CleanText, lead: re.Match[str], points: tuple[Point, ...], body: Passage | None, grammar: Grammar
) -> Decision:
    council = Span(lead.start("council") + lead["council"].rfind(" ") + 1, lead.end("council"))
    whole = text.passage(lead.start(), lead.end())
    return Decision(
        body=body,
        outcome=outcome_of(points, "", grammar),
        points=points,
        follows=text.passage(*lead.span("follows")),
        proposes_to=text.passage(council.start, council.end),
        date=None,
        span=Span(whole.span.start, points[-1].span.end),
        page=whole.page,
    )
