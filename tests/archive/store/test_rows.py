"""What a document becomes in the tables."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from protokoll.model.document import Vote
from tests.archive.store.making import dated, make_archive, make_full, passage, rows, section, titled
from tests.invented import TEXT, make_document

_PLACES = "SELECT page, span_start, span_end, printed FROM {}"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented document as an archive."""
    return make_archive(tmp_path_factory.mktemp("archive"), {"ks": make_document()})


def test_document(archive: Path) -> None:
    """The head, and what the document is called by."""
    query = "SELECT label, kind, municipality, body, date, year, diary_numbers, item_count, remark_count FROM documents"
    assert rows(archive, query) == [
        ("Kommunstyrelsen 2024-03-06", "protocol", "Almunda", "Kommunstyrelsen", "2024-03-06", 2024,
         '["KS 2024/17"]', 2, 2)
    ]  # fmt: skip


def test_every_fact_has_its_place(archive: Path) -> None:
    """Page, span and printed words, and the span is where the words stand."""
    for table in ("points", "rolls", "attendance", "proposal_actors", "recusals", "item_notes", "contests"):
        found = rows(archive, _PLACES.format(table))
        assert found
        for page, start, end, printed in found:
            assert isinstance(page, int)
            assert isinstance(start, int)
            assert isinstance(end, int)
            assert TEXT[start:end] == printed


def test_vote_with_its_roll(archive: Path) -> None:
    """The numbers as printed and as in the roll, and that they agree."""
    query = "SELECT yes, no, abstain, absent, roll_yes, roll_no, adds_up, casting_vote, yes_means FROM votes"
    assert rows(archive, query) == [(2, 1, 0, None, 2, 1, 1, 1, "avslag på motionen")]
    assert rows(archive, "SELECT name, party, voting FROM rolls ORDER BY position")[2] == ("Per Blom", "M", "no")


@pytest.mark.parametrize(("yes", "roll", "expected"), [(2, True, 1), (3, True, 0), (3, False, None), (None, True, 1)])
def test_votes_add_up(tmp_path: Path, yes: int | None, roll: bool, expected: int | None) -> None:
    """A roll of other numbers does not; without a roll nothing can be said."""
    document = make_document()
    vote: Vote = replace(document.items[0].votes[0], yes=yes)
    vote = vote if roll else replace(vote, roll=())
    item = replace(document.items[0], votes=(vote,))
    archive = make_archive(tmp_path, {"ks": replace(document, items=(item,))})
    assert rows(archive, "SELECT adds_up FROM votes") == [(expected,)]


def test_reservation_with_its_proposal(archive: Path) -> None:
    """Who, in which body, and in favour of what."""
    [(parties, persons, body, target)] = rows(
        archive, "SELECT parties, persons, body, pointer_target FROM reservations"
    )
    assert (parties, persons, body) == ('["M"]', '["Per Blom (M)"]', "Kommunstyrelsen")
    assert target == "ks#/items/0/proposals/1"
    query = "SELECT action FROM favours JOIN proposals ON proposals.id = favours.proposal"
    assert rows(archive, query) == [("approve",)]


def test_party_without_persons_is_an_actor(archive: Path) -> None:
    """The statement of a party has a row that names it, and no name."""
    assert rows(archive, "SELECT name, party FROM statement_actors") == [(None, "V")]


def test_remark_belongs_to_its_item(archive: Path) -> None:
    """By its place; one about the whole belongs to none."""
    query = "SELECT code, item FROM remarks ORDER BY id"
    assert rows(archive, query) == [("date_missing", None), ("target_missing", "ks#/items/0")]


def test_parties_have_their_code_of_today(archive: Path) -> None:
    """FP is L, KDS is KD and VPK is V."""
    query = "SELECT id, now FROM parties WHERE id <> now ORDER BY id"
    assert rows(archive, query) == [("FP", "L"), ("KDS", "KD"), ("VPK", "V")]


def test_local_party_is_known(tmp_path: Path) -> None:
    """A code that the grammar lacks has a row all the same."""
    document = make_document()
    attendance = (replace(document.attendance[0], party="ALM"),)
    archive = make_archive(tmp_path, {"ks": replace(document, attendance=attendance)})
    assert rows(archive, "SELECT id, name, now FROM parties WHERE id = 'ALM'") == [("ALM", None, "ALM")]


def test_sections_with_their_paragraphs(tmp_path: Path) -> None:
    """Running text is there, paragraph by paragraph."""
    archive = make_archive(tmp_path, {"ks": section(passage("Först.", 2), passage("Sedan.", 3))})
    assert rows(archive, "SELECT kind, page FROM sections") == [("background", 2)]
    assert rows(archive, "SELECT text, page FROM paragraphs ORDER BY position") == [("Först.", 2), ("Sedan.", 3)]


def test_what_a_point_does_and_names(tmp_path: Path) -> None:
    """The verb, who is to do it, and the amount; what the item names by itself has no point."""
    archive = make_archive(tmp_path, {"ks": make_full()})
    query = "SELECT verb, addressee FROM points WHERE verb IS NOT NULL"
    assert rows(archive, query) == [("avslå", "tekniska nämnden")]
    assert rows(archive, "SELECT kind, value, point FROM item_references ORDER BY kind") == [
        ("amount", 2_500_000.0, "ks#/items/0/decisions/0/points/0"),
        ("law", None, None),
    ]
    assert rows(archive, "SELECT text, page FROM questions") == [("När kommer cykelställen?", 2)]


def test_vote_of_another_body_and_day(tmp_path: Path) -> None:
    """What a dossier tells of a committee's vote counts as the committee's."""
    document = make_document()
    vote = replace(document.items[0].votes[0], body=passage("Tekniska nämnden"), date=passage("2024-01-15"))
    item = replace(document.items[0], votes=(vote,))
    archive = make_archive(tmp_path, {"ks": replace(document, items=(item,))})
    query = "SELECT DISTINCT body, date FROM votes_by_party"
    assert rows(archive, query) == [("Tekniska nämnden", "2024-01-15")]


def test_views_answer_the_usual_questions(archive: Path) -> None:
    """Reservations by party, how parties voted, decisions by outcome."""
    assert rows(archive, "SELECT party_now, year, item_number FROM reservations_by_party") == [("M", 2024, "11")]
    query = "SELECT party_now, direction, united, yes, no FROM votes_by_party ORDER BY party_now"
    assert rows(archive, query) == [("M", "no", 1, 0, 1), ("MP", "yes", 1, 1, 0), ("S", "yes", 1, 1, 0)]
    query = "SELECT outcome, COUNT(*) FROM decisions_by_outcome GROUP BY 1 ORDER BY 1"
    assert rows(archive, query) == [(None, 1), ("note", 1), ("reject", 1)]
    assert ("KS 2024/17", 1, 1) in rows(archive, "SELECT diary_number, documents, items FROM matters")
    assert len(rows(archive, "SELECT name FROM attendance_by_meeting")) == 2


def test_gaps_inside_and_between(tmp_path: Path) -> None:
    """A § that is missing in a protocol, and a protocol that is missing between two."""
    holed = titled("Ett", "Två", "Fem")
    number = replace(holed.items[2], number=passage("5"))
    documents = {
        "a": dated(replace(holed, items=(*holed.items[:2], number)), "2024-01-10"),
        "b": dated(titled("Nio", "Tio", first=9), "2024-02-10"),
        "c": dated(titled("Elva", first=11), "2024-03-10"),
        "d": dated(titled("Nämnden", first=40), "2024-02-10", "Socialnämnden"),
        "e": dated(titled("Nästa år", first=1), "2025-01-10"),
    }
    archive = make_archive(tmp_path, documents)
    query = "SELECT first_missing, last_missing, missing, place, document_before, document_after FROM gaps"
    assert sorted(rows(archive, query), key=str) == [
        (3, 4, 2, "inside", "a", "a"),
        (6, 8, 3, "between", "a", "b"),
    ]


def test_numbers_that_begin_anew_leave_no_gap(tmp_path: Path) -> None:
    """Where each meeting begins with § 1, nothing is missing between two."""
    documents = {
        "a": dated(titled("Ett", "Två", "Tre"), "2024-01-10"),
        "b": dated(titled("Ett", "Två"), "2024-02-10"),
    }
    assert rows(make_archive(tmp_path, documents), "SELECT * FROM gaps") == []
