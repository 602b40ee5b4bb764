"""Text on its way: as found, as cleaned, and the way back from the one to the other."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from protokoll.model.origins import Origins

__all__ = ["CleanText", "Doubt", "Edit", "Page", "Pass", "Passage", "SourceText", "Span"]


class Span(Struct, frozen=True, array_like=True, order=True, gc=False):
    """A half-open stretch of text, counted in characters (code points) from 0.

    >>> Span(2, 5).of("§ 11 Motion")
    '11 '
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers in `text`."""
        return text[self.start : self.end]


class Passage(Struct, frozen=True, gc=False):
    """Words of a record together with the place where they stand.

    The words are given twice: `text` in reading form and `printed` letter for letter, so that
    `printed == source.text[span.start:span.end]`.
    """

    text: str
    """The words in reading form: cleaned, white space folded; a date is in ISO form."""
    span: Span
    """Where the words stand in the source text, in characters."""
    page: int
    """The page on which they begin, by its printed number where pages are numbered, else counted from 1."""
    printed: str
    """The words as printed: line breaks, hyphens and page furniture inside the span included."""


class SourceText(Struct, frozen=True, dict=True):
    r"""A record as found. The text is never altered; a page ends in a form feed.

    >>> SourceText(path="-", sha256="", size=4, reader="text", encoding="utf-8", text="§ 1\f").text
    '§ 1\x0c'
    """

    path: str
    """The path as the caller gave it; `-` for standard input."""
    sha256: str
    """The digest of the bytes, in hexadecimal."""
    size: int
    """The number of bytes."""
    reader: str
    """What read it: `text` or `pdf`."""
    encoding: str | None
    """The character encoding of a text file; None for a PDF."""
    text: str
    r"""The text, with line ends as `\n` and a form feed after each page but the last."""
    mended: tuple[str, ...] = ()
    """What had to be done to the bytes to get the text: `bom`, `mojibake`, `line_ends`, `stray_bytes`."""


class Edit(Struct, frozen=True, repr_omit_defaults=True, gc=False):
    """Put `text` where `span` was. A cleaning rule proposes edits; only `clean` applies them."""

    span: Span
    text: str
    confidence: float | None = None
    """The share of such edits that are right where the truth is known; None where a rule is always right."""
    evidence: str = ""
    """What speaks for the edit, by a rule that gives a confidence."""


class Doubt(Struct, frozen=True, gc=False):
    """A word that looks misread and is left as it stands."""

    span: Span
    seen: str
    """The word as it stands."""
    candidates: tuple[tuple[str, float], ...]
    """What it may have been, the likeliest first, each with its probability; what is seen is one of them."""
    evidence: str
    """What speaks for the likeliest."""


class Pass(Struct, frozen=True, gc=False):
    """What one rule did: edits in rising order, without overlap, in the text that the rule was given."""

    rule: str
    edits: tuple[Edit, ...]
    doubts: tuple[Doubt, ...] = ()
    """What the rule would rather not decide, in the text that it was given."""


class Page(Struct, frozen=True, array_like=True, gc=False):
    """One page of the source; in JSON a pair of numbers."""

    start: int
    """The first character of the page in the source text."""
    number: int
    """The printed number where there is one, else the count from 1."""


class CleanText(Struct, frozen=True, dict=True):
    r"""A text that has been cleaned, with every change that made it so.

    `CleanText` answers the question *where did this come from?* for any stretch of the clean text:
    `origin` gives the span in the source and `page` the page. Replaying `passes` on the source gives
    `text` again, to the letter.

    >>> source = SourceText(path="-", sha256="", size=0, reader="text", encoding="utf-8", text="bi-\nfall")
    >>> passes = (Pass("hyphens", (Edit(Span(2, 4), ""),)),)
    >>> clean = CleanText(source=source, passes=passes, text="bifall")
    >>> clean.origin(Span(0, 6))
    Span(start=0, end=8)
    """

    source: SourceText
    passes: tuple[Pass, ...]
    text: str
    pages: tuple[Page, ...] = (Page(0, 1),)
    """The pages, in order; the first one starts at 0."""
    furniture: tuple[Passage, ...] = ()
    """Page heads and feet that were taken out, in order: they tell body, date and page."""
    unreadable: tuple[Span, ...] = ()
    """Stretches of the source whose letters carry no meaning."""

    def origin(self, span: Span) -> Span:
        """Return where in the source the clean `span` comes from; text inserted by a rule has no place of its own."""
        return Span(*self._origins.stretch(span.start, span.end))

    def position(self, at: int) -> int:
        """Return where in the source the clean character `at` comes from."""
        return self._origins.start(at)

    def doubts(self) -> Iterator[Doubt]:
        """Yield the words that were left in doubt, with their places in the source."""
        for at, each in enumerate(self.passes):
            if each.doubts:
                so_far = CleanText(self.source, self.passes[:at], "")
                yield from (replace(doubt, span=so_far.origin(doubt.span)) for doubt in each.doubts)

    def page(self, span: Span) -> int:
        """Return the number of the page on which the clean `span` begins."""
        return self.page_at(self._origins.start(span.start))

    def page_at(self, position: int) -> int:
        """Return the number of the page that holds the source `position`."""
        return self.pages[max(0, bisect_right(self._page_starts, position) - 1)].number

    def place(self, span: Span) -> Span:
        """Return where in the source the words of the clean `span` stand, outer white space left out."""
        words = span.of(self.text)
        bare = words.strip()
        start = span.start + len(words) - len(words.lstrip()) if bare else span.start
        return self.origin(Span(start, start + len(bare)))

    def put_in(self, span: Span) -> dict[int, int]:
        """Return for each character of the clean `span` that a rule put in where in the source it stands for some."""
        return self._origins.put_in(span.start, span.end)

    def passage(self, start: int, end: int, text: str | None = None) -> Passage:
        """Return the clean words from `start` to `end` as a passage, outer white space left out.

        Args:
            start: the first character, in the clean text.
            end: the character after the last.
            text: a reading form to give in place of the words themselves (a date in ISO form, say).
        """
        words = self.text[start:end]
        bare = words.strip()
        if bare and len(bare) < len(words):
            start += len(words) - len(words.lstrip())
        begin, stop = self._origins.stretch(start, start + len(bare))
        said = text
        if said is None:  # what is printable has no white space but blanks: most words need no folding
            said = bare if bare.isprintable() and "  " not in bare else " ".join(bare.split())
        return Passage(said, Span(begin, stop), self.page_at(begin), self.source.text[begin:stop])

    @cached_property
    def _page_starts(self) -> list[int]:
        return [page.start for page in self.pages]

    @cached_property
    def _origins(self) -> Origins:
        return Origins(len(self.source.text), (each.edits for each in self.passes))
