"""Rule `page_breaks`: page ends that show only as an indented line."""

from protokoll.cleaning.page_breaks import mark_page_breaks
from tests.cleaning.pages_of_text import clean_words, propose

_DOUBLE = (
    "Nämnden ser det stora behovet av fler platser i förskolan och \n\n"
    "vill därför bygga nytt i hela kommunen under de närmaste \n\n" * 15
)


def test_an_indented_line_in_double_spacing_opens_a_page() -> None:
    """Where an empty line follows every line, a line right under another begins a page."""
    text = f"{_DOUBLE}kommunen. Det är \n viktigt att alla \n\nfår plats. \n\n"
    assert "Det är \n\fviktigt" in propose(mark_page_breaks, text)


def test_pages_are_counted_at_such_lines() -> None:
    """The text after such a line stands on the next page, and the sentence is whole."""
    text = clean_words(
        f"{_DOUBLE}åren. Det är viktigt för oss att varje barn i kommunen \n verkligen får en plats. \n\n"
    )
    assert [page.number for page in text.pages] == [1, 2]
    assert "varje barn i kommunen verkligen får en plats." in text.text


def test_bullets_are_no_pages() -> None:
    """Indented bullets stand right under each other in double spacing too."""
    text = f"{_DOUBLE}nämligen: \n • en skola \n • en gata \n\noch mer. \n\n"
    assert "\f" not in propose(mark_page_breaks, text)


def test_single_spacing_shows_no_pages() -> None:
    """In a text of plain lines a blank before a line is a slip."""
    text = "Nämnden avslår motionen\n om cykelställ vid\n skolan.\n" * 20
    assert propose(mark_page_breaks, text) == text
