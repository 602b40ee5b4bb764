"""The papers bound into a report: what each says, under the body and party whose paper it is."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from protokoll.grammar import Grammar, fold
from protokoll.model.document import (
    Action,
    Actors,
    Fate,
    Pointer,
    Proposal,
    Reservation,
    Statement,
    StatementKind,
)
from protokoll.model.outline import Block, BlockKind
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.actors import find_parties
from protokoll.parsing.items import Frame, parse_item
from protokoll.parsing.matters.found import Found
from protokoll.parsing.matters.lists import demand_end, points_by_body
from protokoll.parsing.matters.motions import bound_motion
from protokoll.parsing.matters.reports import office_proposal
from protokoll.parsing.references import find_dates, match_date

__all__ = ["Report", "read_bundle"]

_HEAD = 500
_TAIL = 24
_SUBJECT = re.compile(r"(?:Yrkande|Yttrande|Tilläggsyrkande|Återremissyrkande|Ändringsyrkande|Särskilt yttrande)\s*(?:angående|[–-]|över|avseende|gällande)")
_BESIDE = re.compile(r"särskilt yttrande|med instämmande", re.IGNORECASE)
_DATED = re.compile(r"(?:yrkande|yttrande|skrivelse)\w*\s+från\s+(?P<who>(?:[A-ZÅÄÖ][\wÅÄÖåäö]*(?:,\s+|\s+och\s+|\s+)){1,8}?)(?:särskilt\s+yttrande\s+\w+\s+)?den\s+(?=\d)", re.IGNORECASE)
# "Yttrande över motion …", "Yttrande till kommunstyrelsen": what a consulted body answers; a party writes "angående".
_ANSWERS = re.compile(r"Yttrande\s+(?:över|till|avseende)")
_OWN_NAME = re.compile(r"[.\s]*(?:Yttrande|Yttrandet|Särskilt yttrande|Reservation)\s+(?=[A-ZÅÄÖ])")
_SHORT_DATE = re.compile(r"(?<![\d-])[012]\d-[01]\d-[0-3]\d(?![\d-])")
_BODY_WORD = re.compile(r"nämnd|styrelse|förvaltning|kontor|\bAB\b|utskott")
_MEETING = re.compile(r"Sammanträdesdatum:?\s*|sammanträde\w*\s+(?:den\s+)?|möte\s+")
_COMPANY = re.compile(r"(?:styrelsesammanträde|styrelsemöte|sammanträde)\s+(?:med\s+)?(?P<name>[A-ZÅÄÖ][^\d\n]{3,60}?)\s+(?=\d|$)")


class Report(NamedTuple):
    """What the readers of bound papers need to know of the report that they are bound into."""

    title: str
    """By which its § is known in an extract of several."""
    board: Passage | None
    """The body whose report it is, and which consulted the others."""
    own: Found
    """What the report's own part says; its notes take the words of the papers that they mention."""


class _Paper(NamedTuple):
    """A paper as its blocks, and the words of its head."""

    kind: str
    blocks: list[Block]
    name: Span
    body: Passage | None

    @property
    def span(self) -> Span:
        return Span(self.blocks[0].span.start, self.blocks[-1].span.end)


def read_bundle(
    text: CleanText, blocks: Sequence[Block], report: Report, grammar: Grammar
) -> Found:
    """Return the facts of the papers bound into a report.

    A party's paper that the board's own part mentions ('antecknade som yttrande en skrivelse från den …') gives its
    words to that mention, so that it stands once.

    Args:
        text: the clean text.
        blocks: the blocks after the report's own part; each paper opens with one of kind `annex`.
        report: the report that they are bound into.
        grammar: the wordings.
    """
    found = Found()
    offices: set[str] = set()
    for paper in _papers(text, blocks, grammar):
        if paper.kind == "demand":
            found.proposals += _demand(text, paper, report.own, grammar)
        elif paper.kind in ("note", "dissent"):
            _note(text, paper, report, found, grammar)
        elif paper.kind == "report" and (paper.body is None or paper.body.text not in offices):
            asker = report.board if offices else None
            offices.add(paper.body.text if paper.body else "")
            found.add(_report(text, paper, asker, grammar))
        elif paper.kind == "extract":
            extract = _extract(text, paper, report.title, grammar)
            found.add(Found(decisions=extract.decisions) if _is_earlier(paper, report) else extract)
        elif paper.kind == "motion":
            motion = bound_motion(text, paper.span, grammar)
            found.proposals += [motion] if motion else []
    return found


def _papers(text: CleanText, blocks: Sequence[Block], grammar: Grammar) -> Iterator[_Paper]:
    groups: list[list[Block]] = []
    for block in blocks:
        if block.kind is BlockKind.ANNEX:
            groups.append([block])
        elif groups:
            groups[-1].append(block)
    for group in groups:
        head = group[0]
        assert head.heading is not None
        kind = _kind(head.heading.of(text.text), grammar)
        end = head.heading.start + len(head.body or "")
        body = text.passage(head.heading.start, end) if head.body else None
        if kind == "extract" and (company := _COMPANY.search(text.text, head.heading.end, min(head.span.end, head.heading.end + 200))):
            body = body or text.passage(*company.span("name"))
        yield _Paper(kind, group, Span(end, head.heading.end), body)


def _kind(heading: str, grammar: Grammar) -> str:
    folded = fold(heading)
    table = grammar.words["matters"]["papers"]
    for kind in ("demand", "note", "dissent", "report", "extract", "motion"):
        if folded.endswith(tuple(fold(word) for word in table[kind])):
            return kind
    return "annex"


def _head_end(text: CleanText, paper: _Paper) -> int:
    """Return where the letterhead of a party's paper ends: at its subject line, or its first heading."""
    stop = min(paper.blocks[0].span.end, paper.name.end + _HEAD)
    subject = _SUBJECT.search(text.text, paper.name.end, stop)
    return subject.start() if subject else stop


def _parties(text: CleanText, paper: _Paper, own: Found, grammar: Grammar) -> tuple[str, ...]:
    """Return whose paper it is: the parties of its letterhead, else those that the report names with its date."""
    end = _head_end(text, paper)
    said = text.text[paper.name.end : end].replace("(", " ").replace(")", " ")
    beside = _BESIDE.search(said)
    named = tuple(dict.fromkeys(find_parties(said[: beside.start()] if beside else said, grammar)))
    if named:
        return named
    dates = _dates(text, Span(paper.name.end, end))
    mentions = [each.object for each in own.proposals if each.object] + [each.text for each in own.statements]
    for mention in mentions:
        for match in _DATED.finditer(mention.text):
            if dates & {_date_of(mention.text[match.end() :])}:
                return tuple(dict.fromkeys(find_parties(match["who"], grammar)))
    for statement in own.statements:
        if dates & {_date_of(statement.text.text)}:
            return statement.by.parties
    return ()


def _dates(text: CleanText, span: Span) -> set[str]:
    """Return the dates of a letterhead, also those with a year of two digits: '23-08-18'."""
    dates = {date.text for date in find_dates(text, span.start, span.end)}
    return dates | {f"20{match[0]}" for match in _SHORT_DATE.finditer(text.text, span.start, span.end)}


def _date_of(words: str) -> str:
    return match_date(words[:40]) or match_date(words) or ""


def _demand(text: CleanText, paper: _Paper, own: Found, grammar: Grammar) -> list[Proposal]:
    parties = _parties(text, paper, own, grammar)
    block = next((each for each in paper.blocks if each.kind is BlockKind.PROPOSAL), None)
    if block is None:
        return []
    words = text.text
    views = next((each for each in paper.blocks if each.kind is BlockKind.VIEWS), None)
    end = block.span.end if views else demand_end(words, block.content.start, block.span.end)
    points = points_by_body(text, Span(block.content.start, end), grammar)
    if not points:
        return []
    argument = Span(views.content.start, views.span.end) if views else Span(end, block.span.end)
    statement = text.passage(argument.start, argument.end) if argument.of(words).strip() else None
    whole = text.passage(paper.span.start, paper.span.end)
    by = Actors(None, (), parties, None)
    return [Proposal(by, Action.OWN, None, points, statement, None, "paper", Fate.UNKNOWN, whole.span, whole.page)]


def _note(text: CleanText, paper: _Paper, report: Report, found: Found, grammar: Grammar) -> None:
    """Read a party's statement, or a consulted body's; one that is mentioned gives its words to the mention."""
    words, own = text.text, report.own
    parties = _parties(text, paper, own, grammar)
    views = next((each for each in paper.blocks if each.kind is BlockKind.VIEWS), None)
    end = _head_end(text, paper)
    start = views.content.start if views else _after_subject(words, end, paper.span.end, report.title)
    if not words[start : paper.span.end].strip():
        return
    passage = text.passage(start, paper.span.end)
    whole = text.passage(paper.span.start, paper.span.end)
    index = _mention(text, paper, Span(paper.name.end, end), parties, report)
    if index is not None:
        mention = own.statements[index]
        pointer = Pointer(mention.text, f"/items/0/statements/{index}")
        own.statements[index] = replace(mention, text=passage, pointer=pointer)
        return
    if paper.kind == "dissent" and parties:
        by = Actors(None, (), parties, None)
        found.reservations.append(Reservation(by, paper.body, passage, (), None, whole.span, whole.page))
    elif _ANSWERS.search(words, paper.name.start, min(end + 60, paper.span.end)) and not parties:
        by = Actors(paper.body, (), (), None)
        kind = StatementKind.CONSULTATION_STATEMENT
        found.statements.append(Statement(kind, by, report.board, passage, None, whole.span, whole.page))
    else:
        # The letterhead of some parties is a picture: then only their own text names them.
        by = Actors(None, (), parties or _self_named(passage.text, grammar), None)
        kind = StatementKind.RECORD_NOTE
        found.statements.append(Statement(kind, by, paper.body, passage, None, whole.span, whole.page))


def _mention(
    text: CleanText, paper: _Paper, head: Span, parties: tuple[str, ...], report: Report
) -> int | None:
    """Return which sentence of the report's own part speaks of a paper: by its date and party.

    A paper of the board's that bears neither is the one that is left.
    """
    left = [index for index, each in enumerate(report.own.statements) if each.pointer is None]
    dates = _dates(text, head)
    for index in left:
        mention = report.own.statements[index]
        same = set(mention.by.parties) & set(parties) or not parties
        if same and dates & {_date_of(mention.text.text)}:
            return index
    boards = report.board is None or (paper.body is not None and paper.body.text == report.board.text)
    return left[0] if len(left) == 1 and boards and not parties and not dates else None


def _after_subject(words: str, start: int, end: int, title: str) -> int:
    """Return where a paper's text begins: after its subject, which may run into the text without a break."""
    gap = re.compile(r"\n[ \t]*\n").search(words, start, end)
    stop = gap.end() if gap else start
    tail = words.rfind(title[-_TAIL:], start, stop) if title else -1
    begin = tail + len(title[-_TAIL:]) if tail >= 0 and stop - tail > 2 * _TAIL else stop
    word = _OWN_NAME.match(words, begin, end)
    return word.end() if word else begin


def _self_named(said: str, grammar: Grammar) -> tuple[str, ...]:
    """Return the one party that a text names, as a party's text names itself; none where it names several."""
    named = tuple(dict.fromkeys(find_parties(said, grammar)))
    return named if len(named) == 1 else ()


def _report(text: CleanText, paper: _Paper, asker: Passage | None, grammar: Grammar) -> Found:
    """Read an official report: its proposal, and as the answer of a consulted office its views."""
    found = Found()
    own = [replace(block, body=None) for block in paper.blocks]
    proposal = office_proposal(text, own, paper.body, grammar)
    found.proposals += [proposal] if proposal else []
    views = next((each for each in reversed(paper.blocks) if each.kind is BlockKind.VIEWS), None)
    if asker and views and paper.body and text.text[views.content.start : views.span.end].strip():
        passage = text.passage(views.content.start, views.span.end)
        by = Actors(paper.body, (), (), None)
        found.statements.append(
            Statement(StatementKind.CONSULTATION_STATEMENT, by, asker, passage, None, passage.span, passage.page)
        )
    return found


def _extract(text: CleanText, paper: _Paper, title: str, grammar: Grammar) -> Found:
    """Read the § on this matter in an extract; every fact bears the extract's body, a decision its date."""
    found = Found()
    sections = _sections(paper)
    if len(sections) > 1:
        sections = [each for each in sections if _is_same_matter(text.text, each, title)]
    date = _meeting(text, paper)
    for section in sections:
        item = parse_item(Frame(text, grammar, paper.body, ()), section, 0).item
        found.decisions += [replace(each, date=date) for each in item.decisions]
        found.proposals += [each for each in item.proposals if not _names_body(each)]
        found.votes += item.votes
        found.reservations += [replace(each, favours=()) for each in item.reservations]
        found.statements += item.statements
    return found


def _names_body(proposal: Proposal) -> bool:
    return any(_BODY_WORD.search(person.name or "") for person in proposal.by.persons)


def _is_earlier(paper: _Paper, report: Report) -> bool:
    """Tell an extract of an earlier meeting of the board or the council: an earlier step, not this treatment."""
    names = ("kommunfullmäktige", report.board.text.lower() if report.board else "kommunstyrelsen")
    return paper.body is not None and paper.body.text.lower().startswith(names)


def _sections(paper: _Paper) -> list[list[Block]]:
    sections: list[list[Block]] = []
    for block in paper.blocks[1:]:
        if block.kind is BlockKind.ITEM:
            sections.append([block])
        elif sections:
            sections[-1].append(block)
    if sections or len(paper.blocks) < 2:
        return sections
    head = paper.blocks[0]
    start = Span(paper.name.end, paper.name.end)
    return [[replace(head, kind=BlockKind.ITEM, span=Span(paper.name.end, head.span.end), heading=start), *paper.blocks[1:]]]


def _is_same_matter(words: str, section: Sequence[Block], title: str) -> bool:
    from rapidfuzz.fuzz import token_set_ratio

    head = section[0]
    said = " ".join(words[head.content.start : min(head.span.end, head.content.start + 250)].split())
    return token_set_ratio(fold(said), fold(title)) >= 65


def _meeting(text: CleanText, paper: _Paper) -> Passage | None:
    stop = min(paper.span.end, paper.name.end + 300)
    for match in _MEETING.finditer(text.text, paper.name.end, stop):
        dates = find_dates(text, match.end(), min(stop, match.end() + 30))
        if dates:
            return dates[0]
    dates = find_dates(text, paper.name.end, stop)
    return dates[0] if dates else None
