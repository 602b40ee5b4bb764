"""What an empty line means."""

from protokoll.cleaning.paragraphs.gaps import Gap, read_blanks

LINE = "I ett vidare perspektiv finns det flera som vill"


def test_an_empty_line_after_every_line_is_a_line_end() -> None:
    """Where sentences go on over most empty lines, these part no paragraphs."""
    gaps = [Gap.BLANK] * 9
    assert read_blanks([LINE] * 10, gaps, set(range(0, 9, 2))) == [Gap.LINE] * 9


def test_a_few_empty_lines_inside_sentences_change_nothing() -> None:
    """A blank inside one sentence does not tell of the others."""
    gaps = [Gap.BLANK] * 30
    assert read_blanks([LINE] * 31, gaps, {3, 20}) == gaps


def test_other_gaps_stay() -> None:
    """Page ends and line ends are what they are."""
    gaps = [Gap.BLANK, Gap.PAGE, Gap.LINE] * 6
    read = read_blanks([LINE] * 19, gaps, set(range(18)))
    assert list(read) == [Gap.LINE, Gap.PAGE, Gap.LINE] * 6


def test_it_holds_only_nearby() -> None:
    """One double-spaced part of a text says nothing of the rest."""
    read = read_blanks([LINE] * 101, [Gap.BLANK] * 100, set(range(20)))
    assert read[0] is Gap.LINE
    assert read[99] is Gap.BLANK
