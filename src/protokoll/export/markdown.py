"""Markdown: a report of a record for people, with the page of every act."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from protokoll.export.formats import PLAIN, Style
from protokoll.export.labels import Labels, load_labels
from protokoll.export.phrases import (
    by_party,
    counts,
    describe_decision,
    describe_links,
    describe_proposal,
    item_heading,
    name_actors,
    name_makers,
    name_person,
)
from protokoll.model.document import (
    Contest,
    Document,
    Item,
    Person,
    Point,
    Proposal,
    Reservation,
    Statement,
    Vote,
    Voting,
)
from protokoll.model.text import Passage

__all__ = ["write"]

# Signs that Markdown takes for markup, anywhere or at the head of a line.
_SIGN = re.compile(r"[\\`*_\[\]<>|]|^#+(?=\s)|^[-+](?=\s)")
_BLANK_LINES = re.compile(r"\n{3,}")
_LIST_NUMBER = re.compile(r"^(\d+)([.)])(?=\s)")


def write(documents: Iterable[Document], style: Style = PLAIN) -> Iterator[bytes]:
    """Yield one report for each document, a blank line between, with headings in `style.language`."""
    labels = load_labels(style.language)
    before = ""
    for document in documents:
        report = _BLANK_LINES.sub("\n\n", "\n".join(_document(document, labels))).rstrip()
        yield f"{before}{report}\n".encode()
        before = "\n"


def escape(words: str) -> str:
    r"""Return words as they are to be seen, whatever Markdown would make of their signs.

    >>> escape("2. Bilaga_1 *ny*")
    '2\\. Bilaga\\_1 \\*ny\\*'
    """
    return _LIST_NUMBER.sub(r"\1\\\2", _SIGN.sub(r"\\\g<0>", words))


def _document(document: Document, labels: Labels) -> Iterator[str]:
    head = document.head
    title = " ".join(each.text for each in (head.body, head.date) if each)
    yield f"# {labels.of(head.kind)}{': ' if title else ''}{escape(title)}"
    yield ""
    yield from _facts_of_head(document, labels)
    if document.attendance:
        yield from ("", f"## {labels.heading('attendance')}", "")
        rows = [(each.name, each.party or "", labels.of(each.role), each.note or "") for each in document.attendance]
        yield from _table((*map(labels.heading, ("name", "party", "role")), ""), rows)
    for item in document.items:
        yield from ("", f"## {escape(item_heading(item, labels))}", "")
        numbers = ", ".join(escape(number.text) for number in item.diary_numbers)
        yield " · ".join(filter(None, (numbers, labels.phrase("page", page=item.page))))
        yield from _item(item, document, labels)
    if document.remarks:
        yield from ("", f"## {labels.heading('remarks')}", "")
        for remark in document.remarks:
            page = f" ({labels.phrase('page', page=remark.page)})" if remark.page else ""
            yield f"- {labels.of(remark.code)}: {escape(remark.message)}{page}"


def _facts_of_head(document: Document, labels: Labels) -> Iterator[str]:
    head, source = document.head, document.source
    numbers = ", ".join(number.text for number in head.diary_numbers)
    entries = (
        ("municipality", head.municipality),
        ("body", head.body),
        ("date", head.date),
        ("authors", name_actors(head.authors)),
        ("addressee", head.addressee),
        ("diary_numbers", numbers),
    )
    if head.title:
        yield from (f"**{escape(head.title.text)}**", "")
    for key, words in entries:
        text = words.text if isinstance(words, Passage) else words
        if text:
            yield f"- {labels.heading(key)}: {escape(text)}"
    yield f"- {labels.heading('source')}: {escape(source.path)} (SHA-256 `{source.sha256}`)"


def _item(item: Item, document: Document, labels: Labels) -> Iterator[str]:
    for decision in item.decisions:
        told = describe_decision(decision, labels)
        yield from ("", f"### {labels.heading('decision')}{': ' if told else ''}{escape(told)}", "")
        yield from _points(decision.points)
    yield from _section("proposals", item.proposals, labels, _proposal)
    yield from _section("question_order", item.question_order, labels, _contest)
    for vote in item.votes:
        yield from ("", f"### {labels.heading('vote')} ({labels.phrase('page', page=vote.page)})", "")
        yield from _vote(vote, labels)
    yield from _section("reservations", item.reservations, labels, partial(_reservation, document=document))
    yield from _section("statements", item.statements, labels, partial(_statement, document=document))
    yield from _section("recusals", item.recusals, labels, _person)
    yield from _section("not_participating", item.not_participating, labels, _person)
    for key in ("history", "attachments", "recipients"):
        yield from _section(key, getattr(item, key), labels, _passage)


def _section(
    key: str, records: Sequence[Any], labels: Labels, render: Callable[[Any, Labels], Iterator[str]]
) -> Iterator[str]:
    if records:
        yield from ("", f"### {labels.heading(key)}", "")
    for record in records:
        yield from render(record, labels)


def _proposal(proposal: Proposal, labels: Labels) -> Iterator[str]:
    page = labels.phrase("page", page=proposal.page)
    yield f"- **{escape(name_makers(proposal.by, labels))}**: {escape(describe_proposal(proposal, labels))} ({page})"
    if proposal.points:
        yield ""
        yield from (f"  {line}" for line in _points(proposal.points))
    if proposal.statement:
        yield from ("", f"  > {escape(proposal.statement.text)}", "")


def _contest(contest: Contest, labels: Labels) -> Iterator[str]:
    finding = f" → {contest.finding.text}" if contest.finding else ""
    demanded = f" ({labels.phrase('vote_demanded')})" if contest.vote_demanded else ""
    yield f"- {escape(contest.question.text + finding)}{demanded}"


def _vote(vote: Vote, labels: Labels) -> Iterator[str]:
    if vote.ballot:
        yield f"- {labels.of(Voting.YES)}: {escape(vote.ballot.yes.text)}"
        yield f"- {labels.of(Voting.NO)}: {escape(vote.ballot.no.text)}"
    told = [f"{labels.of(voting)} {number}" for voting, number in counts(vote).items()]
    told += [labels.phrase("casting_vote")] if vote.casting_vote else []
    told += [labels.phrase("annex", number=vote.annex)] if vote.annex else []
    yield f"- {' · '.join(told)}"
    parties = by_party(vote)
    if parties:
        yield ""
        heads = (labels.heading("party"), *(labels.of(voting) for voting in Voting))
        yield from _table(
            heads,
            [(party, *(str(each[voting] or "") for voting in Voting)) for party, each in parties.items()],
        )


def _reservation(reservation: Reservation, labels: Labels, *, document: Document) -> Iterator[str]:
    yield from _quoted(name_makers(reservation.by, labels), reservation, document, labels)


def _statement(statement: Statement, labels: Labels, *, document: Document) -> Iterator[str]:
    yield from _quoted(f"{labels.of(statement.kind)}: {name_makers(statement.by, labels)}", statement, document, labels)


def _quoted(heading: str, record: Reservation | Statement, document: Document, labels: Labels) -> Iterator[str]:
    body = f" · {record.body.text}" if record.body else ""
    yield f"- **{escape(heading)}**{escape(body)} ({labels.phrase('page', page=record.page)})"
    yield from ("", f"  > {escape(record.text.text)}", "")
    for link in describe_links(record, document, labels):
        yield f"  - {escape(link)}"


def _person(person: Person, _labels: Labels) -> Iterator[str]:
    yield f"- {escape(name_person(person))}"


def _passage(passage: Passage, _labels: Labels) -> Iterator[str]:
    yield f"- {escape(passage.text)}"


def _points(points: Iterable[Point]) -> Iterator[str]:
    for point in points:
        if point.number and point.number.isdigit():
            yield f"{point.number}. {escape(point.text)}"
        else:
            yield f"- {point.number + ') ' if point.number else ''}{escape(point.text)}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(escape(cell) for cell in row)} |"
