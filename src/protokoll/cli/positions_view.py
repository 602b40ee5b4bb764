"""Positions as a table in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from protokoll.model.coverage import Coverage
from protokoll.model.position import Position
from protokoll.report.colours import colours_of
from protokoll.report.telling import tell_coverage, tell_gaps, tell_renames
from protokoll.report.words import Words, load_words

__all__ = ["draw_coverage", "draw_positions", "shorten"]

_QUOTE = 220  # characters of a quote, of which the other formats give all


def draw_positions(positions: Sequence[Position], coverage: Coverage, codes: Sequence[str], language: str) -> Group:
    """Return the table, with what was searched above it.

    Args:
        positions: what to show.
        coverage: what was searched.
        codes: the parties that were asked for.
        language: `sv` or `en`.
    """
    words = load_words(language)
    table = Table(box=box.SIMPLE, pad_edge=False, show_edge=False, expand=True)
    for key, ratio in (("party", 0), ("date", 0), ("topic", 2), ("stance", 2), ("quote", 5), ("document", 2)):
        table.add_column(words.heading(key), ratio=ratio or None, overflow="fold", no_wrap=not ratio)
    for each in positions:
        stance = Text(words.of(each.stance), "bold")
        stance.append(f"\n{words.of(each.basis)}", "dim not bold")
        table.add_row(
            Text(each.party, f"bold {colours_of(each.party).terminal}"),
            each.date or words.phrase("no_date"),
            each.topic or words.phrase("no_topic"),
            stance,
            _said(each, words),
            _source(each, words),
        )
    total = Text(words.number("positions", len(positions)), "bold")
    renames = [Text(told, "yellow") for told in tell_renames(codes, words)]
    return Group(draw_coverage(coverage, words), *renames, total, Text(), table)


def draw_coverage(coverage: Coverage, words: Words) -> Text:
    """Return what was searched and what is missing."""
    text = Text(f"{words.heading('coverage')}: ", "bold")
    text.append(tell_coverage(coverage, words), "not bold")
    for gap in tell_gaps(coverage, words):
        text.append(f"\n  {gap}", "yellow not bold")
    return text


def shorten(words: str, limit: int = _QUOTE) -> str:
    """Return words on one line, cut at a word where they are too many.

    >>> shorten("Fler platser  behövs nu.", 14)
    'Fler platser …'
    """
    line = " ".join(words.split())
    return line if len(line) <= limit else f"{line[:limit].rsplit(' ', 1)[0]} …"


def _said(position: Position, words: Words) -> Text:
    quote, claim = shorten(position.quote), shorten(position.claim)
    text = Text("" if claim[:40] in quote else f"{claim}\n")
    if position.context:
        text.append(f"{words.phrase('before', words=shorten(position.context))}\n", "dim")
    text.append(words.phrase("quoted", words=quote), "italic")
    if position.caveats:
        text.append(f"\n({', '.join(map(words.caveat, position.caveats))})", "dim")
    return text


def _source(position: Position, words: Words) -> Text:
    item = words.phrase("item", number=position.item) + ", " if position.item else ""
    text = Text(position.document.rsplit("/", 1)[-1])
    return text.append(f"\n{item}{words.phrase('page', page=position.page)}", "dim")
