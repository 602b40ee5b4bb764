"""The reading view of a document: a tree for each item, drawn from the records alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.text import Text
from rich.tree import Tree

from protokoll.cli.bars import draw_votes
from protokoll.export.labels import Labels
from protokoll.export.phrases import (
    counts,
    describe_decision,
    describe_links,
    describe_proposal,
    item_heading,
    name_actors,
    name_makers,
    name_person,
)
from protokoll.model.document import Document, Item, Point, Proposal, Reservation, Statement, Vote, Voting
from protokoll.model.text import Passage

__all__ = ["draw_document"]

_SHORT = 280  # characters of a long text, unless all of it is asked for


class _View(NamedTuple):
    """What is drawn, in which words, and how much of a long text."""

    document: Document
    labels: Labels
    full: bool

    def line(self, words: str, page: int | None = None, style: str = "") -> Text:
        """Return one line with its page in a dim colour."""
        text = Text(words, style)
        if page is not None:
            text.append(f"  {self.labels.phrase('page', page=page)}", "dim")
        return text

    def passage(self, words: str) -> Text:
        """Return a long text, cut at a word unless all of it is wanted."""
        if self.full or len(words) <= _SHORT * 1.2:
            return Text(words)
        start = words[:_SHORT].rsplit(" ", 1)[0]
        cut = Text(f"{start} ")
        return cut.append(self.labels.phrase("more", count=len(words) - len(start)), "dim italic")


def draw_document(document: Document, items: Sequence[Item], labels: Labels, *, full: bool) -> Iterator[Text | Tree]:
    """Yield what to draw: the head of the document, a tree for each of `items`, the remarks.

    Args:
        document: the record.
        items: those of its items that are wanted.
        labels: the words of the reader's language.
        full: True for the whole text of statements and reservations.
    """
    view = _View(document, labels, full)
    yield from _draw_head(document, view)
    for item in items:
        yield Text()
        yield _draw_item(item, view)
    spans = [item.span for item in items]
    whole = len(items) == len(document.items)
    remarks = [
        each
        for each in document.remarks
        if whole or (each.span and any(span.start <= each.span.start < span.end for span in spans))
    ]
    if remarks:
        yield Text()
        tree = Tree(Text(labels.heading("remarks"), "bold yellow"), guide_style="dim")
        for remark in remarks:
            tree.add(view.line(f"{labels.of(remark.code)}: {remark.message}", remark.page))
        yield tree


def _draw_head(document: Document, view: _View) -> Iterator[Text]:
    head, labels = document.head, view.labels
    parts = [labels.of(head.kind), *(each.text for each in (head.body, head.date, head.municipality) if each)]
    yield Text(" · ".join(parts), "bold")
    if head.title:
        yield Text(head.title.text)
    authors = name_actors(head.authors)
    if authors:
        yield Text(f"{labels.heading('authors')}: {authors}")
    if head.addressee:
        yield Text(f"{labels.heading('addressee')}: {head.addressee.text}")
    yield Text(f"{document.source.path} · {document.source.profile}", "dim")


def _draw_item(item: Item, view: _View) -> Tree:
    labels = view.labels
    numbers = ", ".join(number.text for number in item.diary_numbers)
    heading = view.line(item_heading(item, labels), item.page, "bold cyan")
    tree = Tree(heading.append(f"  {numbers}" if numbers else "", "dim"), guide_style="dim")
    for decision in item.decisions:
        told = describe_decision(decision, labels)
        title = f"{labels.heading('decision')}: {told}" if told else labels.heading("decision")
        _add_points(tree.add(view.line(title, decision.page, "bold green")), decision.points)
    _add_all(tree, "proposals", (_draw_proposal(each, view) for each in item.proposals), view)
    questions = (
        f"{each.question.text}{f' → {each.finding.text}' if each.finding else ''}" for each in item.question_order
    )
    _add_all(tree, "question_order", (Tree(Text(question)) for question in questions), view)
    for vote in item.votes:
        _add_vote(tree, vote, view)
    _add_all(
        tree,
        "reservations",
        (_draw_quoted(name_makers(each.by, labels), each, view) for each in item.reservations),
        view,
    )
    titled = ((f"{labels.of(each.kind)}: {name_makers(each.by, labels)}", each) for each in item.statements)
    _add_all(tree, "statements", (_draw_quoted(title, each, view) for title, each in titled), view)
    for key in ("recusals", "not_participating"):
        _add_all(tree, key, (Tree(view.line(name_person(each), each.page)) for each in getattr(item, key)), view)
    for key in ("history", "attachments", "recipients"):
        passages: tuple[Passage, ...] = getattr(item, key)
        _add_all(tree, key, (Tree(view.line(each.text, each.page)) for each in passages), view)
    return tree


def _add_all(tree: Tree, key: str, branches: Iterable[Tree], view: _View) -> None:
    """Add a branch with a heading and the branches under it, if there are any."""
    children = list(branches)
    if children:
        tree.add(Text(view.labels.heading(key), "bold")).children.extend(children)


def _draw_proposal(proposal: Proposal, view: _View) -> Tree:
    line = Text(f"{name_makers(proposal.by, view.labels)}: ", "bold")
    line.append(view.line(describe_proposal(proposal, view.labels), proposal.page))
    tree = Tree(line, guide_style="dim")
    _add_points(tree, proposal.points)
    if proposal.statement:
        tree.add(view.passage(proposal.statement.text))
    return tree


def _add_vote(tree: Tree, vote: Vote, view: _View) -> None:
    labels = view.labels
    branch = tree.add(view.line(f"{labels.heading('vote')}: {labels.of(vote.kind)}", vote.page, "bold magenta"))
    if vote.ballot:
        branch.add(Text(f"{labels.of(Voting.YES)}: {vote.ballot.yes.text}"))
        branch.add(Text(f"{labels.of(Voting.NO)}: {vote.ballot.no.text}"))
    told = [f"{labels.of(voting)} {number}" for voting, number in counts(vote).items()]
    told += [labels.phrase("casting_vote")] if vote.casting_vote else []
    told += [labels.phrase("annex", number=vote.annex)] if vote.annex else []
    branch.add(Text(" · ".join(told)))
    for bar in draw_votes(vote, labels):
        branch.add(bar)


def _draw_quoted(title: str, record: Reservation | Statement, view: _View) -> Tree:
    body = f" · {record.body.text}" if record.body else ""
    tree = Tree(view.line(f"{title}{body}", record.page, "bold"), guide_style="dim")
    tree.add(view.passage(record.text.text))
    for link in describe_links(record, view.document, view.labels):
        tree.add(Text(f"→ {link}", "italic"))
    return tree


def _add_points(tree: Tree, points: Iterable[Point]) -> None:
    for point in points:
        tree.add(Text(f"{point.number}. {point.text}" if point.number else point.text))
