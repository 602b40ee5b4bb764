"""Headings, bullets and paragraphs are told by how a passage is printed."""

from protokoll.positions.claims.alignment import Alignment
from protokoll.positions.claims.paragraphs import paragraphs
from tests.positions.claims.owning import passage_of

_WRAPPED = """Simhallen har öppet för få timmar om dagen, och det märks
på hur många barn som lär sig simma innan de slutar sexan i
skolan. Därför vill vi att hallen håller öppet längre, och att
skolorna får egna tider.

Badplatserna
Bryggan vid Norrsjön ska lagas innan sommaren, så att alla kan
bada där. Det kostar inte mycket, och det kan göras av egen
personal."""


def _kinds(printed: str) -> list[tuple[str, str]]:
    words = passage_of(printed)
    return [(each.kind.value, words.text[each.start : each.end]) for each in paragraphs(words, Alignment(words))]


def test_wrapped_lines_are_one_paragraph() -> None:
    """Lines broken inside sentences make one paragraph, a blank line ends it, and a short line heads the next."""
    kinds = _kinds(_WRAPPED)
    assert [kind for kind, _ in kinds] == ["text", "heading", "text"]
    assert kinds[1] == ("heading", "Badplatserna")


def test_double_spacing_is_no_paragraph() -> None:
    """Where an empty line follows every line, only a larger gap ends a paragraph."""
    printed = _WRAPPED.replace("\n\n", "\n \n\n").replace("\n", " \n\n").replace(" \n\n \n\n \n\n", " \n\n \n\n")
    assert [kind for kind, _ in _kinds(printed)] == ["text", "heading", "text"]


def test_a_line_is_a_paragraph_where_none_is_wrapped() -> None:
    """In a text whose paragraphs are single lines each line stands by itself, a short open one as a heading."""
    assert _kinds("Skola\nAlla barn ska lära sig läsa.\nVi vill se mer.") == [
        ("heading", "Skola"),
        ("text", "Alla barn ska lära sig läsa."),
        ("text", "Vi vill se mer."),
    ]


def test_bullets_stand_by_themselves() -> None:
    """A list mark opens a bullet, whatever mark it is."""
    assert [kind for kind, _ in _kinds("Vi vill:\n• Fler träd\n– Fler bänkar\n1. Fler lampor")] == ["text"] + 3 * [
        "bullet"
    ]


def test_a_line_that_goes_on_is_no_paragraph() -> None:
    """A line that begins with a small letter belongs to the one before it."""
    assert _kinds("Samtliga ledamöter för Vänsterpartiet\nstår bakom detta.") == [
        ("text", "Samtliga ledamöter för Vänsterpartiet står bakom detta.")
    ]
