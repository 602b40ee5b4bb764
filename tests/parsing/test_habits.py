"""What a record shows of the habits of its municipality."""

from protokoll.grammar import load
from protokoll.parsing.habits import Habits, find_habits
from tests.documents.samples import way

LOCAL = "lokalpartier-2023.txt"


def habits(name: str) -> Habits:
    """Return the habits of one of the invented minutes."""
    done = way(name)
    return find_habits(done.text, done.outline, done.document, load())


def test_form_of_numbers() -> None:
    """Every number stands as 7, with the letters and the sign around it."""
    assert habits("milkommun-2017.txt").numbers == (("MSN § 7", 6),)
    assert habits("samhallsbyggnad-2010.txt").numbers == (("7", 4),)


def test_place_of_the_decision() -> None:
    """First in its item, after the story, or without a heading of its own."""
    assert habits("milkommun-2017.txt").decision[0][0] == "first"
    assert habits("skolstyrelse-1992.txt").decision[0][0] == "without a heading"
    assert habits("nykopia-1991.txt").decision[0][0] == "after the story"


def test_known_headings_with_their_kinds() -> None:
    """Each heading is told with the kind of block that it opens."""
    assert ("Beslutsgång → question_order", 2) in habits(LOCAL).headings


def test_parties_known_and_local() -> None:
    """A local party is what only this record knows."""
    found = habits(LOCAL)
    assert dict(found.parties) == {"M": 3, "S": 2}
    assert found.local == ("Vår Bygd", "Hällnäs Framtid")


def test_lines_that_may_be_headings() -> None:
    """A short line alone in several items is offered; the titles of the items are not."""
    found = habits("protokoll-kf-2023-10-23.txt")
    assert all(count > 1 for _, count in found.unknown)
    titles = {item.title.text for item in way("protokoll-kf-2023-10-23.txt").document.items if item.title}
    assert not titles & {line for line, _ in found.unknown}
