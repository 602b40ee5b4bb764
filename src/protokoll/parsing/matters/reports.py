"""What officials report and propose (tjänsteutlåtande, tjänsteskrivelse)."""

import re

from msgspec.structs import replace

from protokoll.grammar import Grammar, fold
from protokoll.model.document import Action, Actors, Decision, DocumentKind, Fate, Proposal
from protokoll.model.outline import Block, BlockKind, Outline
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.actors import NOBODY
from protokoll.parsing.entries import find_entries
from protokoll.parsing.matters.authors import named_author
from protokoll.parsing.matters.fronts import find_title, front_lines
from protokoll.parsing.matters.heads import Papers, matter_item
from protokoll.parsing.matters.lists import points_by_body
from protokoll.parsing.matters.retelling import find_retold
from protokoll.parsing.outcomes import outcome_of
from protokoll.parsing.points import find_points
from protokoll.parsing.references import find_dates
from protokoll.parsing.sentences import sentences

__all__ = ["office_proposal", "parse_report", "report_body"]

# "Förvaltningens förslag till beslut": whose proposal the heading says it is.
_WHOSE = re.compile(r"(?P<who>\S+)s\s+f\Srslag\b", re.IGNORECASE)
# The name of an office, also where its letters were misread: "Sodermalms stadsdelsforvaltning", "SOCIALFÖRVALTNINGEN".
_OFFICE = re.compile(
    r"""\b(?:[A-ZÅÄÖ][\wåäöé-]+s[ \n]+|[A-ZÅÄÖ][a-zåäö]+a[ ])?(?:[A-ZÅÄÖ]\w+s[ \n]+)?
        (?:[A-Za-zåäöéÅÄÖ-]*(?:-[ ]och[ ][a-zåäöé]+)?f[oöé6]rvaltning(?:en)?
          |[A-ZÅÄÖ][a-zåäö]*kontoret|[A-ZÅÄÖ][a-zåäö]+avdelningen|Kommunkansliet
          |[A-ZÅÄÖ]{4,}(?:FÖRVALTNINGEN|KONTORET))\b""",
    re.VERBOSE,
)
_PLAIN = re.compile(r"[Ff].rvaltning(?:en)?")
_ADDRESSEE = re.compile(r"^[ \t]*Till[ \t]+(?P<who>[^\n\d]{4,70}?)[ \t]*(?:\d|$)", re.MULTILINE)
_LEAD = re.compile(
    r"""\s*:?\s*[A-ZÅÄÖ][^\n.]{3,80}?\s(?:föreslås|föreslår|beslutar|att\ besluta|besluta)
        [^\n.]{0,80}?(?:(?<=\S)\ ?(?:följande\.?|besluta(?:r)?|att|:)|(?<=beslutar)|(?<=besluta))[ \t]*:?[ \t]*\n""",
    re.VERBOSE,
)
_FRONT = 3_000


def parse_report(text: CleanText, outline: Outline, grammar: Grammar) -> Papers:
    """Return head facts and the item of an official report.

    The officials' proposal is a proposal and no decision. What the report retells of the paper that it answers is
    a proposal of that paper's author. A decision by which a board handed over the paper is told with its date.
    """
    front = outline.blocks[0].span
    title = find_title(text.text, front, grammar, last=outline.kind is DocumentKind.OFFICIAL_REPORT)
    body = report_body(text, outline)
    initiator = named_author(text, Span(front.start, min(front.end, front.start + _FRONT)), grammar)
    if initiator == NOBODY:
        initiator = _named_later(text, outline, grammar)
    own = office_proposal(text, outline.blocks, body, grammar)
    retold = find_retold(text, outline.blocks, initiator, grammar)
    item = replace(
        matter_item(text, title, outline),
        decisions=_reported(text, outline, grammar),
        proposals=tuple(each for each in (own, retold) if each),
        attachments=_entries(text, outline, BlockKind.ATTACHMENTS),
        recipients=_entries(text, outline, BlockKind.RECIPIENTS),
    )
    return Papers(Actors(), _addressee(text, front, grammar), item, body)


def office_proposal(
    text: CleanText, blocks: tuple[Block, ...] | list[Block], body: Passage | None, grammar: Grammar
) -> Proposal | None:
    """Return what the officials propose: the points under their heading, with their views as statement."""
    block = next((each for each in blocks if each.kind is BlockKind.PROPOSAL and not _is_floor(text, each)), None)
    if block is None:
        return None
    start = block.content.start
    lead = _LEAD.match(text.text, start, block.span.end)
    points = points_by_body(text, Span(lead.end() if lead else start, block.span.end), grammar)
    if not points:
        return None
    views = next((each for each in reversed(blocks) if each.kind is BlockKind.VIEWS), None)
    statement = (
        text.passage(views.content.start, views.span.end)
        if views and text.text[views.content.start : views.span.end].strip()
        else None
    )
    whole = text.passage(block.span.start, block.span.end)
    by = Actors(_whose(text, block) or body, (), (), None)
    return Proposal(by, Action.OWN, None, points, statement, None, "paper", Fate.UNKNOWN, whole.span, whole.page)


def _is_floor(text: CleanText, block: Block) -> bool:
    """Tell what members propose at a meeting ('Yrkanden') from what officials propose to it."""
    return block.heading is not None and "yrka" in block.heading.of(text.text).lower()


def report_body(text: CleanText, outline: Outline) -> Passage | None:
    """Return the office whose report it is: in its letterhead, in its signature, in its text."""
    words = text.text
    front = outline.blocks[0].span
    for start, end in ((front.start, min(front.end, front.start + _FRONT)), (front.end, len(words))):
        for match in _OFFICE.finditer(words, start, end):
            if match[0][0].isupper() and not _PLAIN.fullmatch(match[0]):
                named = match[0].capitalize() if match[0].isupper() else None
                return text.passage(*match.span(), named)
    return None


def _whose(text: CleanText, block: Block) -> Passage | None:
    if block.heading is None:
        return None
    match = _WHOSE.match(text.text, block.heading.start, block.heading.end)
    return text.passage(*match.span("who")) if match else None


def _named_later(text: CleanText, outline: Outline, grammar: Grammar) -> Actors:
    for block in outline.blocks:
        if block.kind in (BlockKind.SUMMARY, BlockKind.BACKGROUND):
            actors = named_author(text, Span(block.span.start, min(block.span.end, block.span.start + 1500)), grammar)
            if actors != NOBODY:
                return actors
    return NOBODY


def _reported(text: CleanText, outline: Outline, grammar: Grammar) -> tuple[Decision, ...]:
    """Return the decision by which a body handed the paper over, where the report dates it."""
    table = grammar.words["matters"]["reported"]
    verbs = "|".join(fold(verb).replace(" ", r"\s") for verb in table["verbs"])
    aims = tuple(fold(aim) for aim in table["aims"])
    acts = re.compile(rf"(?P<body>.+?(?:namnd|namnden|styrelsen|fullmaktige|utskottet))\s(?:{verbs})\b")
    for block in outline.blocks:
        if block.kind not in (BlockKind.BACKGROUND, BlockKind.HISTORY):
            continue
        for span in sentences(text.text, block.content.start, block.span.end):
            said = _unmisread(fold(span.of(text.text)))
            match = acts.match(said)
            dates = find_dates(text, span.start, span.end)
            if match and dates and any(aim in said for aim in aims) and len(match["body"].split()) < 7:
                return (_decision(text, span, len(match["body"].split()), dates[0], grammar),)
    return ()


def _unmisread(folded: str) -> str:
    """Undo the commonest misreadings of a word for a comparison: ö read as 6, ä as d or é, i as 1."""
    return re.sub(r"n[ediéf]mnd", "namnd", folded.replace("6", "o").replace(" 1 ", " i ")).replace(
        "forvaltning", "forvaltning"
    )


def _decision(text: CleanText, span: Span, length: int, date: Passage, grammar: Grammar) -> Decision:
    words = list(re.finditer(r"\S+", text.text[span.start : span.end]))
    body = text.passage(span.start, span.start + words[length - 1].end())
    points = find_points(text, span.start, span.end, grammar)
    return Decision(
        body,
        outcome_of(points, "", grammar),
        points,
        None,
        None,
        date,
        text.passage(span.start, span.end).span,
        body.page,
    )


def _entries(text: CleanText, outline: Outline, kind: BlockKind) -> tuple[Passage, ...]:
    found: list[Passage] = []
    for block in outline.blocks:
        if block.kind is kind and block.body is None:
            found.extend(find_entries(text, block.content))
    return tuple(found)


def _addressee(text: CleanText, front: Span, grammar: Grammar) -> Passage | None:
    """Return the board that the report is for: behind 'Till', or alone on a line of the letterhead."""
    match = _ADDRESSEE.search(text.text, front.start, min(front.end, front.start + _FRONT))
    if match:
        return text.passage(*match.span("who"))
    deciding = tuple(grammar.words["bodies"]["deciding"])
    for line in front_lines(text.text, front, grammar):
        if not line.free and text.text[line.start : line.end].lower().endswith(deciding):
            return text.passage(line.start, line.end)
    return None
