"""What a party wants or says in its own paper (yrkande, yttrande, reservation) bound into a report."""

import re
from collections.abc import Set
from functools import lru_cache

from msgspec.structs import replace

from protokoll.grammar import Grammar
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
from protokoll.model.outline import BlockKind
from protokoll.model.remark import Remark, RemarkCode
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.actors import find_parties
from protokoll.parsing.facts import Found
from protokoll.parsing.matters.lists import demand_end, points_by_body
from protokoll.parsing.matters.makers import named_makers
from protokoll.parsing.matters.papers import Paper, Report, dates_of
from protokoll.parsing.references import match_date

__all__ = ["demand_of", "parties_of", "read_note"]

# What the name of a paper says that it wants: "Återremissyrkande".
_ACTIONS = {
    "Återremiss": Action.REMIT,
    "Bordläggning": Action.DEFER,
    "Tillägg": Action.ADD,
    "Ändring": Action.AMEND,
}
_HEAD = 500
_TAIL = 24
_STOP = re.compile(r"[.!?](?=\s)")
# What follows these words in a letterhead names other parties than the paper's own.
_BESIDE = re.compile(r"särskilt yttrande|med instämmande|\bmotion\b|\binterpellation\b", re.IGNORECASE)
# "yrkande från S, V och MP den …": the report names a paper by its parties and its date.
_DATED = re.compile(
    r"""(?:yrkande|yttrande|skrivelse)\w*\s+från\s+(?P<who>(?:[A-ZÅÄÖ][\wÅÄÖåäö]*(?:,\s+|\s+och\s+|\s+)){1,8}?)
        (?:särskilt\s+yttrande\s+\w+\s+)?den\s+(?=\d)""",
    re.VERBOSE | re.IGNORECASE,
)
# "Yttrande över motion …", "Yttrande till kommunstyrelsen": what a consulted body answers; a party writes "angående".
_ANSWERS = re.compile(r"Yttrande\s+(?:över|till|avseende)")
# The table of contents of a plan or report, and the paragraph above that is its title.
_CONTENTS = re.compile(
    r"(?:[^\n]{1,120}\n\s*\n\s*)?^[ \t]*(?:INNEHÅLL|Innehåll)(?:sförteckning|SFÖRTECKNING)?\b", re.MULTILINE
)
_OWN_NAME = re.compile(r"[.\s]*(?:Yttrande|Yttrandet|Särskilt yttrande|Reservation)\s+(?=[A-ZÅÄÖ])")


def demand_of(
    text: CleanText, paper: Paper, own: Found, grammar: Grammar, taken: Set[tuple[str, ...]] = frozenset()
) -> list[Proposal]:
    """Return what a party's paper (yrkande) wants decided, with its reasons as statement; nothing without a list.

    Args:
        text: the clean text.
        paper: the party's paper.
        own: what the report's own part says: it names the parties of a paper that does not.
        grammar: the wordings.
        taken: the parties whose papers have been read: an unsigned one is of those that are left.
    """
    parties = parties_of(text, paper, own, grammar, taken)
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
    name = paper.name.of(words).strip()
    action = next((each for word, each in _ACTIONS.items() if word in name), Action.OWN)
    return [Proposal(by, action, None, points, statement, None, "paper", Fate.UNKNOWN, whole.span, whole.page)]


def read_note(text: CleanText, paper: Paper, report: Report, found: Found, grammar: Grammar) -> None:
    """Read a party's statement, or a consulted body's; one that is mentioned gives its words to the mention."""
    words, own = text.text, report.own
    parties = parties_of(text, paper, own, grammar)
    views = next((each for each in paper.blocks if each.kind is BlockKind.VIEWS), None)
    end = _head_end(text, paper, grammar)
    start = views.content.start if views else _after_subject(words, end, paper.span.end, report.title)
    stop = _note_end(words, start, paper.span.end)
    if not words[start:stop].strip():
        # The words stand in the paragraph of the subject, and behind it is an annex.
        start = end
    if not words[start:stop].strip():
        return
    passage = text.passage(start, stop)
    whole = text.passage(paper.span.start, paper.span.end)
    index = _mention(text, paper, Span(paper.name.start, end), parties, report)
    if index is not None:
        mention = own.statements[index]
        pointer = Pointer(mention.text, f"/items/0/statements/{index}")
        own.statements[index] = replace(mention, text=passage, pointer=pointer)
        return
    if paper.kind == "dissent" and parties:
        by = Actors(None, (), parties, None)
        found.reservations.append(Reservation(by, paper.body, passage, (), None, whole.span, whole.page))
    elif not parties and paper.body is None:
        found.remarks.append(_unsigned(whole))
    elif _ANSWERS.search(words, paper.name.start, min(end + 60, paper.span.end)) and not parties:
        by = Actors(paper.body, (), (), None)
        kind = StatementKind.CONSULTATION_STATEMENT
        found.statements.append(Statement(kind, by, report.board, passage, None, whole.span, whole.page))
    else:
        by = Actors(None, (), parties, None)
        kind = StatementKind.RECORD_NOTE
        found.statements.append(Statement(kind, by, paper.body, passage, None, whole.span, whole.page))


def _unsigned(whole: Passage) -> Remark:
    message = "a paper bound in says whose it is neither by party nor by body"
    return Remark(RemarkCode.CUE_UNACCOUNTED, message, whole.span, whole.page, whole.printed[:200])


def _mention(text: CleanText, paper: Paper, head: Span, parties: tuple[str, ...], report: Report) -> int | None:
    """Return which sentence of the report's own part speaks of a paper: by its date and party.

    A paper of the board's that bears neither is the one that is left.
    """
    left = [index for index, each in enumerate(report.own.statements) if each.pointer is None]
    dates = dates_of(text, head)
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
    # The subject goes on to the end of its paragraph where no sentence closes in that.
    runs_in = tail >= 0 and stop - tail > 2 * _TAIL and _STOP.search(words, tail, stop)
    begin = tail + len(title[-_TAIL:]) if runs_in else stop
    begin += len(words[begin:end]) - len(words[begin:end].lstrip(". \n"))
    word = _OWN_NAME.match(words, begin, end)
    return word.end() if word else begin


def _note_end(words: str, start: int, end: int) -> int:
    """Return where a party's words end: the title and contents of a plan behind them are an annex."""
    contents = _CONTENTS.search(words, start, end)
    return max(start, contents.start()) if contents else end


def _self_named(said: str, grammar: Grammar) -> tuple[str, ...]:
    """Return the one party that a text names, as a party's text names itself; none where it names several."""
    named = tuple(dict.fromkeys(find_parties(said, grammar)))
    return named if len(named) == 1 else ()


def _head_end(text: CleanText, paper: Paper, grammar: Grammar) -> int:
    """Return where the letterhead of a party's paper ends: at its subject line, or its first heading."""
    stop = min(paper.blocks[0].span.end, paper.name.end + _HEAD)
    subject = _subject(grammar).search(text.text, paper.name.start, stop)
    return max(paper.name.end, subject.start()) if subject else stop


def parties_of(
    text: CleanText, paper: Paper, own: Found, grammar: Grammar, taken: Set[tuple[str, ...]] = frozenset()
) -> tuple[str, ...]:
    """Return whose paper it is: the parties of its letterhead, else those that the report names with its date.

    The letterhead of some parties is a picture: then the date must name one paper, or the text its own party.
    """
    end = _head_end(text, paper, grammar)
    said = text.text[paper.name.start : end].replace("(", " ").replace(")", " ")
    beside = _BESIDE.search(said)
    named = tuple(dict.fromkeys(find_parties(said[: beside.start()] if beside else said, grammar)))
    if named:
        return named
    dated = _named_with_date(own, dates_of(text, Span(paper.name.start, end)), grammar)
    if len(dated) > 1:
        dated = {each for each in dated if not any(set(each) == set(other) for other in taken)}
    itself = _self_named(text.text[end : paper.span.end], grammar)
    if len(dated) == 1 and (not itself or itself in dated):
        return next(iter(dated))
    if itself or _ANSWERS.search(text.text, paper.name.start, end + 60):
        return itself
    body = paper.body.text if paper.body else None
    dates = dates_of(text, Span(paper.name.start, end))
    return named_makers(text, Span(paper.span.start, end), body, dates, grammar)


def _named_with_date(own: Found, dates: set[str], grammar: Grammar) -> set[tuple[str, ...]]:
    """Return the parties with whose papers of these dates the report deals."""
    parties: set[tuple[str, ...]] = set()
    mentions = [each.object for each in own.proposals if each.object] + [each.text for each in own.statements]
    for mention in mentions:
        for match in _DATED.finditer(mention.text):
            if dates & {_date_of(mention.text[match.end() :])}:
                parties.add(tuple(dict.fromkeys(find_parties(match["who"], grammar))))
    parties |= {each.by.parties for each in own.statements if dates & {_date_of(each.text.text)}}
    return parties


@lru_cache(maxsize=8)
def _subject(grammar: Grammar) -> re.Pattern[str]:
    table = grammar.words["matters"]["papers"]
    names = "|".join(re.escape(name) for kind in ("demand", "note", "dissent") for name in table[kind])
    return re.compile(rf"(?:{names})\s*(?:angående|[–-]|över|avseende|gällande)")


def _date_of(words: str) -> str:
    return match_date(words[:40]) or match_date(words) or ""
