"""The acts of one item as rows: decisions, proposals, votes, reservations, statements and the rest."""

from __future__ import annotations

from collections.abc import Iterable

from protokoll.archive.store.actors import add_actors, add_persons, parties_of, persons_of
from protokoll.archive.store.rows import Cells, Rows, as_list, place_of, words_of
from protokoll.archive.store.votes import add_vote
from protokoll.model.document import Decision, Item, Point, Pointer, Proposal, Reference, Reservation, Statement
from protokoll.model.text import Passage

__all__ = ["add_acts"]


def add_acts(rows: Rows, document: str, item: str, record: Item) -> None:
    """Add the rows of every act of an item.

    Args:
        rows: where to add them.
        document: the key of the document.
        item: the key of the item.
        record: the item.
    """
    for i, decision in enumerate(record.decisions):
        _add_decision(rows, f"{item}/decisions/{i}", _of(document, item, i), decision)
    for i, proposal in enumerate(record.proposals):
        _add_proposal(rows, f"{item}/proposals/{i}", _of(document, item, i), proposal)
    for i, contest in enumerate(record.question_order):
        rows.add(
            "contests",
            id=f"{item}/question_order/{i}",
            **_of(document, item, i),
            body=words_of(contest.body),
            question=contest.question.text,
            finding=words_of(contest.finding),
            vote_demanded=int(contest.vote_demanded),
            **_where(contest.question),
        )
    for i, vote in enumerate(record.votes):
        add_vote(rows, f"{item}/votes/{i}", _of(document, item, i), vote)
    for i, reservation in enumerate(record.reservations):
        _add_reservation(rows, f"{item}/reservations/{i}", _of(document, item, i), reservation)
    for i, statement in enumerate(record.statements):
        _add_statement(rows, f"{item}/statements/{i}", _of(document, item, i), statement)
    own = {"document": document, "item": item}
    add_persons(rows, "recusals", f"{item}/recusals", own, record.recusals)
    add_persons(rows, "not_participating", f"{item}/not_participating", own, record.not_participating)
    _add_references(rows, item, own, record.references)
    for i, question in enumerate(record.questions):
        place = place_of(question.span, question.page, question.printed)
        cells = _of(document, item, i) | {"number": question.number, "text": question.text}
        rows.add("questions", id=f"{item}/questions/{i}", **cells, **place)
    _add_notes(rows, own, record)


def _of(document: str, item: str, at: int) -> Cells:
    return {"document": document, "item": item, "position": at + 1}


def _where(passage: Passage) -> Cells:
    return place_of(passage.span, passage.page, passage.printed)


def _add_decision(rows: Rows, key: str, cells: Cells, decision: Decision) -> None:
    rows.add(
        "decisions",
        id=key,
        **cells,
        body=words_of(decision.body),
        outcome=decision.outcome,
        text=_join(point.text for point in decision.points),
        follows=words_of(decision.follows),
        proposes_to=words_of(decision.proposes_to),
        date=words_of(decision.date),
        **place_of(decision.span, decision.page, _join(point.printed for point in decision.points)),
    )
    _add_points(rows, key, {**cells, "decision": key}, decision.points)


def _add_proposal(rows: Rows, key: str, cells: Cells, proposal: Proposal) -> None:
    by = proposal.by
    printed = [by.printed, proposal.object] if proposal.object else [by.printed]
    words = [passage.printed for passage in printed if passage] + [point.printed for point in proposal.points]
    rows.add(
        "proposals",
        id=key,
        **cells,
        action=proposal.action,
        object=words_of(proposal.object),
        fate=proposal.fate,
        parties=as_list(parties_of(by)),
        persons=as_list(persons_of(by)),
        proposer=words_of(by.body),
        body=words_of(proposal.body),
        text=_join(point.text for point in proposal.points),
        statement=words_of(proposal.statement),
        rank=proposal.rank,
        source=proposal.source,
        **place_of(proposal.span, proposal.page, _join(words)),
    )
    own = {"document": cells["document"], "proposal": key}
    add_actors(rows, "proposal_actors", f"{key}/by", own, by)
    _add_points(rows, key, {**cells, "proposal": key}, proposal.points)


def _add_points(rows: Rows, key: str, cells: Cells, points: Iterable[Point]) -> None:
    for i, point in enumerate(points):
        rows.add(
            "points",
            id=f"{key}/points/{i}",
            **{**cells, "position": i + 1},
            number=point.number,
            text=point.text,
            verb=point.verb,
            addressee=words_of(point.addressee),
            procedural=int(point.procedural),
            **place_of(point.span, point.page, point.printed),
        )
        own = {"document": cells["document"], "item": cells["item"], "point": f"{key}/points/{i}"}
        _add_references(rows, f"{key}/points/{i}", own, point.references)


def _add_references(rows: Rows, key: str, cells: Cells, references: Iterable[Reference]) -> None:
    for i, each in enumerate(references):
        place = place_of(each.span, each.page, each.printed)
        own = {"kind": each.kind, "text": each.text, "value": each.value}
        rows.add("item_references", id=f"{key}/references/{i}", **cells, **own, **place)


def _add_reservation(rows: Rows, key: str, cells: Cells, record: Reservation) -> None:
    rows.add("reservations", id=key, **cells, **_view(cells["document"], record))
    own = {"document": cells["document"], "reservation": key}
    add_actors(rows, "reservation_actors", f"{key}/by", own, record.by)
    for i, target in enumerate(record.favours):
        rows.add("favours", id=f"{key}/favours/{i}", **own, proposal=f"{cells['document']}#{target}")


def _add_statement(rows: Rows, key: str, cells: Cells, record: Statement) -> None:
    rows.add("statements", id=key, **cells, kind=record.kind, **_view(cells["document"], record))
    own = {"document": cells["document"], "statement": key}
    add_actors(rows, "statement_actors", f"{key}/by", own, record.by)


def _view(document: str, record: Reservation | Statement) -> Cells:
    """Return the cells that reservations and statements share."""
    pointer: Pointer | None = record.pointer
    return {
        "parties": as_list(parties_of(record.by)),
        "persons": as_list(persons_of(record.by)),
        "body": words_of(record.body) or words_of(record.by.body),
        "text": record.text.text,
        "pointer": pointer.words.text if pointer else None,
        "pointer_target": f"{document}#{pointer.target}" if pointer and pointer.target else None,
        **place_of(record.span, record.page, record.text.printed),
    }


def _add_notes(rows: Rows, cells: Cells, record: Item) -> None:
    for kind in ("attachments", "history", "recipients"):
        passages: tuple[Passage, ...] = getattr(record, kind)
        for i, passage in enumerate(passages):
            key = f"{cells['item']}/{kind}/{i}"
            rows.add("item_notes", id=key, **cells, kind=kind, position=i + 1, text=passage.text, **_where(passage))


def _join(words: Iterable[str]) -> str | None:
    return "\n".join(words) or None
