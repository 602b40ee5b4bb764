"""The way back from clean text to its source: `CleanText.origin`, `page` and `passage`."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from protokoll.cleaning import replay
from protokoll.model.text import CleanText, Edit, Page, Pass, SourceText, Span

Letters = list[tuple[str, int | None]]


def source_of(text: str) -> SourceText:
    """Return a source that holds `text`."""
    return SourceText(path="-", sha256="", size=len(text), reader="text", encoding="utf-8", text=text)


@st.composite
def edits_for(draw: Callable[..., int], length: int) -> tuple[Edit, ...]:
    """Draw edits in rising order, without overlap, for a text of `length` characters."""
    points = sorted(draw(st.lists(st.integers(0, length), max_size=8)))  # type: ignore[call-overload]
    pairs = zip(points[::2], points[1::2], strict=False)
    return tuple(Edit(Span(start, end), draw(st.text("xyz", max_size=3))) for start, end in pairs)  # type: ignore[arg-type]


@st.composite
def cleaned(draw: Callable[..., object]) -> tuple[CleanText, Letters]:
    """Draw a clean text together with, for each letter of it, the place in the source that it comes from."""
    source = str(draw(st.text("abcd \n", max_size=30)))
    letters: Letters = [(letter, index) for index, letter in enumerate(source)]
    passes = []
    for number in range(int(draw(st.integers(0, 4)))):  # type: ignore[call-overload]
        edits = draw(edits_for(len(letters)))
        assert isinstance(edits, tuple)
        passes.append(Pass(f"rule{number}", edits))
        for edit in reversed(edits):
            letters[edit.span.start : edit.span.end] = [(letter, None) for letter in edit.text]
    text = "".join(letter for letter, _ in letters)
    return CleanText(source=source_of(source), passes=tuple(passes), text=text), letters


@settings(deadline=None)
@given(cleaned())
def test_replay_gives_the_clean_text(case: tuple[CleanText, Letters]) -> None:
    """Replaying the passes on the source gives the clean text, to the letter."""
    clean, _ = case
    assert replay(clean.source.text, clean.passes) == clean.text


@settings(deadline=None)
@given(cleaned(), st.data())
def test_origin_lands_on_the_same_letters(case: tuple[CleanText, Letters], data: st.DataObject) -> None:
    """A span whose outer letters stand in the source comes from the stretch between them, no more and no less."""
    clean, letters = case
    kept = [index for index, (_, origin) in enumerate(letters) if origin is not None]
    if not kept:
        return
    first, last = sorted((data.draw(st.sampled_from(kept)), data.draw(st.sampled_from(kept))))
    start, end = letters[first][1], letters[last][1]
    assert start is not None
    assert end is not None
    assert clean.origin(Span(first, last + 1)) == Span(start, end + 1)


@settings(deadline=None)
@given(cleaned(), st.data())
def test_origin_of_any_span_lies_in_the_source(case: tuple[CleanText, Letters], data: st.DataObject) -> None:
    """Text that a rule put in has no place of its own, but its origin lies inside the source, and in order."""
    clean, _ = case
    start, end = sorted((data.draw(st.integers(0, len(clean.text))), data.draw(st.integers(0, len(clean.text)))))
    origin = clean.origin(Span(start, end))
    assert 0 <= origin.start <= origin.end <= len(clean.source.text)


@settings(deadline=None)
@given(cleaned(), st.data())
def test_passage_prints_what_the_source_has(case: tuple[CleanText, Letters], data: st.DataObject) -> None:
    """A passage gives the words of the source at its span, letter for letter."""
    clean, _ = case
    start, end = sorted((data.draw(st.integers(0, len(clean.text))), data.draw(st.integers(0, len(clean.text)))))
    passage = clean.passage(start, end)
    assert passage.printed == passage.span.of(clean.source.text)
    assert passage.text == " ".join(clean.text[start:end].split())


def test_replaced_letters_lead_back_to_what_they_replace() -> None:
    """Two letters put for a ligature come from the ligature, one of them as well."""
    clean = CleanText(source_of("ﬁsk"), (Pass("characters", (Edit(Span(0, 1), "fi"),)),), "fisk")
    assert clean.origin(Span(0, 4)) == Span(0, 3)
    assert clean.origin(Span(1, 2)) == Span(0, 1)


def test_passage_over_furniture_tells_both_readings() -> None:
    """A passage over a page end reads without the head, and prints it."""
    source = source_of("Motionen\n3 (4)\navslås.")
    clean = CleanText(
        source, (Pass("furniture", (Edit(Span(8, 15), " "),)),), "Motionen avslås.", (Page(0, 2), Page(15, 3))
    )
    passage = clean.passage(0, 16)
    assert (passage.text, passage.printed, passage.page) == ("Motionen avslås.", source.text, 2)
    assert clean.page(Span(9, 16)) == 3
