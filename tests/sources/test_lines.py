"""Lines of a page and the white space between them."""

from protokoll.sources.lines import GAP, Line, as_text, in_rows


def line(text: str, left: float, bottom: float, width: float = 100, height: float = 12) -> Line:
    """Return a line at a place."""
    return Line(text, left, bottom, left + width, bottom + height)


def stack(*steps: float) -> list[Line]:
    """Return lines a, b, c … one under another, each so far below the one before as `steps` say."""
    lines, bottom = [line("a", 60, 700)], 700.0
    for i, step in enumerate(steps):
        bottom -= step
        lines.append(line("bcdefghijklm"[i], 60, bottom))
    return lines


def test_paragraphs_stand_apart() -> None:
    """More white space than between the lines of a paragraph is an empty line."""
    assert as_text(stack(13, 13, 22, 13, 30, 13)) == "a\nb\nc\n\nd\ne\n\nf\ng"


def test_double_spacing_is_no_gap() -> None:
    """Where all lines stand wide apart, none of them begins a paragraph for that."""
    assert as_text(stack(24, 24, 24, 24, 24)) == "a\nb\nc\nd\ne\nf"


def test_lines_far_apart_on_a_title_page() -> None:
    """The few lines of a title page are blocks of their own, though no two of them stand close."""
    assert as_text(stack(100, 120)) == "a\n\nb\n\nc"


def test_next_column() -> None:
    """At the top of the next column a sentence goes on, unless it had ended."""
    assert as_text([line("kvali-", 60, 100), line("teten", 300, 700)]) == "kvali-\nteten"
    assert as_text([line("avslås.", 60, 100), line("Ärendet", 300, 700)]) == "avslås.\n\nÄrendet"


def test_no_lines() -> None:
    """A page without lines has no text."""
    assert as_text([]) == ""


def test_cells_of_a_row() -> None:
    """Pieces at the same height are one row, from left to right, with a gap between."""
    rows = in_rows([line("Ja", 300, 700, 12), line("Anna Alm (S)", 60, 700), line("Bo Berg (M)", 60, 680)])
    assert [row.text for row in rows] == [f"Anna Alm (S){GAP}Ja", "Bo Berg (M)"]


def test_footnote_mark() -> None:
    """A raised figure stands close to its word, and what follows it as far off as a word does."""
    rows = in_rows([line("enligt lag", 60, 700, 50), line("2", 110.5, 702, 4, 10), line("ska", 118, 700, 20)])
    assert [row.text for row in rows] == ["enligt lag2 ska"]


def test_lines_on_top_of_one_another() -> None:
    """What would cover the other is not put on one row."""
    assert len(in_rows([line("UTKAST", 60, 700), line("Protokoll", 80, 701)])) == 2
