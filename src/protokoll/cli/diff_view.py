"""A comparison side by side in the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from protokoll.cli.positions_view import shorten
from protokoll.model.comparison import Comparison, Side
from protokoll.model.position import Change, Position, Relation
from protokoll.report.colours import colours_of
from protokoll.report.comparison_page import ORDER, find_parts
from protokoll.report.telling import tell_coverage, tell_gaps, tell_place, tell_places, tell_renames
from protokoll.report.words import Words, load_words

__all__ = ["draw_comparison"]

_STYLES = {
    Relation.REVERSED: "bold red",
    Relation.STRENGTHENED: "bold green",
    Relation.WEAKENED: "bold yellow",
    Relation.NEW: "bold cyan",
}


def draw_comparison(comparison: Comparison, language: str, *, explain: bool) -> Iterator[RenderableType]:
    """Yield what to draw: the coverage, the counts, and the changes under the name of their relation.

    Args:
        comparison: what to show.
        language: `sv` or `en`.
        explain: True to tell why each two were linked.
    """
    words = load_words(language)
    yield _draw_head(comparison, words)
    for relation, changes in find_parts(comparison):
        title = Text(f"{words.of(relation)} ({len(changes)})", _STYLES.get(relation, "bold"))
        lead = Text(words.words["relation_about"][relation.value], "dim")
        yield Group(Text(), Rule(title, align="left", style="dim"), lead)
        for change in changes:
            yield _draw_change(change, words, explain=explain)


def _draw_head(comparison: Comparison, words: Words) -> Group:
    lines = [Text(comparison.party, f"bold {colours_of(comparison.party).terminal}")]
    lines[0].append(f"  {comparison.before.label} → {comparison.after.label}", "bold default")
    for name, side in (("before", comparison.before), ("after", comparison.after)):
        lines.append(_draw_side(words.heading(name), side, words))
    places = tell_places(comparison.before.coverage, comparison.after.coverage, words)
    lines += [Text(told, "yellow") for told in (*tell_renames(comparison.codes, words), *places)]
    counts = [f"{words.of(each)} {comparison.count(each)}" for each in ORDER if comparison.count(each)]
    return Group(*lines, Text(" · ".join(counts), "bold"))


def _draw_side(name: str, side: Side, words: Words) -> Text:
    text = Text(f"{name}: ", "bold")
    told = f"{tell_coverage(side.coverage, words)} · {words.number('positions', side.positions)}"
    text.append(told, "not bold")
    for gap in tell_gaps(side.coverage, words):
        text.append(f"\n  {gap}", "yellow not bold")
    return text


def _draw_change(change: Change, words: Words, *, explain: bool) -> Padding:
    head = Text(change.topic or words.phrase("no_topic"), "bold")
    if change.weak:
        head.append(f"  ~ {words.phrase('weak')}", "yellow not bold")
    sides = [each for each in (change.before, change.after) if each]
    grid = Table.grid(padding=(0, 2), expand=True)
    for _ in sides:
        grid.add_column(ratio=1)
    grid.add_row(*(_draw_position(side, words) for side in sides))
    parts: list[RenderableType] = [head, grid]
    if explain and change.before and change.after:
        reasons = words.phrase("linked", reasons="; ".join(map(words.reason, change.reasons)))
        parts.append(Text(f"{reasons} ({change.weight:.2f})", "dim"))
    return Padding(Group(*parts), (1, 0, 0, 0))


def _draw_position(position: Position, words: Words) -> Text:
    text = Text(f"{position.party} ", f"bold {colours_of(position.party).terminal}")
    text.append(f"{words.of(position.stance)}", "bold default")
    text.append(f" · {words.of(position.basis)}\n", "not bold default")
    quote, claim = shorten(position.quote), shorten(position.claim)
    if claim[:40] not in quote:
        text.append(f"{claim}\n", "not bold default")
    if position.context:  # what "this" and "such" in the quote point back to
        text.append(f"{words.phrase('before', words=shorten(position.context))}\n", "dim not bold")
    text.append(f"{words.phrase('quoted', words=quote)}\n", "italic not bold default")
    caveats = f" ({', '.join(map(words.caveat, position.caveats))})" if position.caveats else ""
    return text.append(
        f"{tell_place(position, words)} · {position.document.rsplit('/', 1)[-1]}{caveats}", "dim not bold"
    )
