"""What cleaning changed: places in the source, and two texts woven into one."""

from hypothesis import given
from hypothesis import strategies as st

from protokoll.export.changes import find_changes, weave
from protokoll.model.text import CleanText, Edit, Page, Pass, SourceText, Span


def _apply(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@st.composite
def _cleaned(draw: st.DrawFn) -> CleanText:
    """A text with up to three passes of edits drawn at random."""
    words = draw(st.text("ab\n-", max_size=30))
    source = SourceText(path="-", sha256="", size=0, reader="text", encoding=None, text=words)
    passes = []
    for rule in draw(st.lists(st.sampled_from("xyz"), max_size=3)):
        cuts = sorted(draw(st.lists(st.integers(0, len(words)), max_size=6)))
        spans = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
        # Two edits at one place would have no order.
        spans = [span for i, span in enumerate(spans) if i == 0 or span.start > spans[i - 1].end]
        edits = tuple(Edit(span, draw(st.text("cd\n", max_size=3))) for span in spans)
        passes.append(Pass(rule, edits))
        words = _apply(words, edits)
    return CleanText(source, tuple(passes), words)


@given(_cleaned())
def test_woven_text_holds_both(text: CleanText) -> None:
    """Without what came it is the source, without what went it is the clean text."""
    pieces = weave(text)
    assert "".join(piece.text for piece in pieces if piece.sign != "+") == text.source.text
    assert "".join(piece.text for piece in pieces if piece.sign != "-") == text.text
    assert all(piece.text for piece in pieces)


@given(_cleaned())
def test_every_edit_is_a_change(text: CleanText) -> None:
    """Each edit is told once, in the order of the rules, with what it was given and what it made."""
    changes = list(find_changes(text))
    edits = [(each.rule, edit.text) for each in text.passes for edit in each.edits]
    assert [(change.rule, change.after) for change in changes] == edits


def test_place_is_led_back_through_earlier_rules() -> None:
    """The second rule works on a shorter text, and is told where it worked in the source."""
    source = SourceText(path="-", sha256="", size=0, reader="text", encoding=None, text="sid 1\nbi-\nfall")
    passes = (
        Pass("furniture", (Edit(Span(0, 6), ""),)),
        Pass("hyphens", (Edit(Span(2, 4), ""),)),
    )
    text = CleanText(source, passes, "bifall", (Page(0, 7), Page(6, 8)))
    furniture, hyphens = find_changes(text)
    assert (furniture.before, furniture.page, furniture.span) == ("sid 1\n", 7, Span(0, 6))
    assert (hyphens.before, hyphens.page, hyphens.span) == ("-\n", 8, Span(8, 10))


def test_what_both_have_is_not_told_as_changed() -> None:
    """An edit that puts fewer blank lines for more only takes some away."""
    source = SourceText(path="-", sha256="", size=0, reader="text", encoding=None, text="för \n\n2017")
    text = CleanText(source, (Pass("spacing", (Edit(Span(3, 6), " "),)),), "för 2017")
    assert [piece.sign + piece.text for piece in weave(text)] == [" för ", "-\n\n", " 2017"]


def test_nothing_changed_is_one_piece() -> None:
    """A clean source is woven as it is."""
    source = SourceText(path="-", sha256="", size=0, reader="text", encoding=None, text="bifall")
    assert [tuple(piece) for piece in weave(CleanText(source, (), "bifall"))] == [(" ", "bifall")]
