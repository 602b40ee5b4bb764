"""Which lines at the edges of pages are furniture."""

from protokoll.cleaning.furniture.lines import split_lines
from protokoll.cleaning.furniture.phrases import phrases
from protokoll.cleaning.furniture.scan import find_lines
from protokoll.grammar import load

BODY = "Nämnden avslår förslaget från medborgarna i kommunen.\n" * 9


def _gone(text: str) -> list[str]:
    lines = split_lines(text)
    return [lines[index].text for index in sorted(find_lines(lines, phrases(load())).lines)]


def test_words_tell_in_a_short_text() -> None:
    """With two pages nothing repeats often, and the words of the head tell."""
    assert _gone(f"{BODY}\nÄlvinge kommun\nKommunstyrelsen\nProtokoll\nSida 2 (2)\n\n{BODY}") == [
        "Älvinge kommun",
        "Kommunstyrelsen",
        "Protokoll",
        "Sida 2 (2)",
    ]


def test_a_name_alone_is_no_head() -> None:
    """The name of a body beside a page end says nothing."""
    assert _gone(f"{BODY}\nSkickas till\nKommunstyrelsen\n\f{BODY}") == []


def test_each_name_is_taken_once_on_a_page() -> None:
    """Where the name of the body stands both in the head and below it, the head has the one beside the edge."""
    page = f"Kommunstyrelsen\nProtokoll nr 7\nSammanträdesdatum 2024-03-21\n{BODY}\nKommunstyrelsen\nBeslut\n{BODY}"
    gone = _gone("\f".join([page] * 5))
    assert gone.count("Kommunstyrelsen") == gone.count("Protokoll nr 7") == 4


def test_a_head_among_cells_is_found_again() -> None:
    """A reader may print the head of a page after the cells of its table."""
    foot = "Sammanträdesdatum 2024-03-21"
    pages = [f"{BODY}{foot}\n" for _ in range(5)] + [f"{BODY}{foot}\n{BODY}{BODY}"]
    assert _gone("\f".join(pages)).count(foot) == 6


def test_edges_without_a_page_end_are_told() -> None:
    """Where the text shows no page ends, the rule puts one at each edge."""
    text = f"{BODY}\nSida 2 (3)\n{BODY}\nSida 3 (3)\n{BODY}"
    assert find_lines(split_lines(text), phrases(load())).unmarked == {0, 1}
    assert find_lines(split_lines(f"{BODY}\f{BODY}\f{BODY}"), phrases(load())).unmarked == set()
