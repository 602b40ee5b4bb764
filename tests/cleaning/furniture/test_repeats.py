"""Lines that stand at the same side of the edge on page after page."""

from protokoll.cleaning.furniture.edges import find_edges
from protokoll.cleaning.furniture.lines import split_lines
from protokoll.cleaning.furniture.phrases import phrases
from protokoll.cleaning.furniture.repeats import find_repeats
from protokoll.grammar import load

BODY = "Nämnden avslår förslaget.\n" * 12


def _repeats(page: str, pages: int = 6) -> list[set[str]]:
    lines = split_lines("\f".join([page] * pages))
    return find_repeats(lines, find_edges(lines, {}, phrases(load())), phrases(load()))


def test_heads_repeat_below_and_feet_above() -> None:
    """What stands at the head of each page stands below an edge, what stands at its foot above."""
    above, _, below = _repeats(f"Budget och flerårsplan för Älvinge\n{BODY}Utdrag ur diariet i Älvinge 2024\n")
    assert below == {"budget och flerårsplan för älvinge"}
    assert above == {"utdrag ur diariet i älvinge"}


def test_digits_do_not_matter() -> None:
    """Lines that differ only in their digits are one."""
    pages = [f"{BODY}Älvinge kommun Sammanträdesdatum 2024-0{month}-11\n" for month in range(1, 7)]
    lines = split_lines("\f".join(pages))
    above, _, _ = find_repeats(lines, find_edges(lines, {}, phrases(load())), phrases(load()))
    assert above == {"älvinge kommun sammanträdesdatum"}


def test_body_text_that_repeats_stays() -> None:
    """Decisions, headings and heads of §§ repeat beside page ends as well."""
    assert _repeats(f"§ 4\nBeslut\n{BODY}Motionen avslås.\n") == [set(), set(), set()]


def test_recipients_at_the_end_of_pages_stay() -> None:
    """A body that ends a list of recipients ends the page, as many decisions do."""
    assert _repeats(f"{BODY}\nProtokollsutdrag skickas till\nKommunstyrelsen\n")[0] == set()


def test_lines_on_few_pages_stay() -> None:
    """A line that says nothing of pages must stand on most of them."""
    page = f"Tillgänglighet i hela kommunen\n{BODY}"
    lines = split_lines("\f".join([page, page] + [BODY] * 6))
    assert find_repeats(lines, find_edges(lines, {}, phrases(load())), phrases(load())) == [set(), set(), set()]
