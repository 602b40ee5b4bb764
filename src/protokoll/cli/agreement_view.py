"""Agreement between parties as tables in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich import box
from rich.console import Group as Stack
from rich.console import RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from protokoll.cli.positions_view import draw_coverage
from protokoll.model.coverage import Coverage
from protokoll.positions.agreement import Agreement, Cell, Group
from protokoll.positions.counting import CountedVote
from protokoll.report.colours import colours_of
from protokoll.report.pairs import cells_of, order_parties
from protokoll.report.words import Words, load_words

__all__ = ["draw_agreement"]

Cells = Mapping[tuple[str, str], Cell]

_HIGH, _LOW = 0.8, 0.5


def draw_agreement(
    every: Agreement, contested: Agreement, coverage: Coverage, language: str, *, votes: bool
) -> Iterator[RenderableType]:
    """Yield what to draw: the coverage, and for each group its table, its cohesion and, if wanted, its votes.

    Args:
        every: the agreement over all votes.
        contested: the same without those in which all parties were agreed.
        coverage: what was searched.
        language: `sv` or `en`.
        votes: True to list the votes.
    """
    words = load_words(language)
    yield draw_coverage(coverage, words)
    told = [words.number("votes", len(every.votes)), words.number("contested", len(contested.votes))]
    told += [words.number("without_roll", every.without_roll)] if every.without_roll else []
    yield Text(" · ".join(told), "bold")
    yield Text(words.phrase("cell_about"), "dim")
    fought = {group.key: group for group in contested.groups}
    for group in every.groups:
        yield Stack(Text(), Rule(Text(f"{group.key} ({len(group.votes)})".strip(), "bold"), align="left", style="dim"))
        yield _draw_matrix(group, fought.get(group.key), words)
        if votes:
            yield _draw_votes([every.votes[place] for place in group.votes], words)


def _draw_matrix(group: Group, fought: Group | None, words: Words) -> Table:
    parties = order_parties(group.parties)
    every, contested = cells_of(group), cells_of(fought) if fought else {}
    same = fought is not None and len(fought.votes) == len(group.votes)
    cohesion = {each.party: each for each in group.cohesion}
    table = Table(box=box.SIMPLE, pad_edge=False, show_edge=False)
    table.add_column("")
    for party in parties:
        table.add_column(Text(party, f"bold {colours_of(party).terminal}"), justify="right")
    table.add_column(words.heading("cohesion"), justify="right")
    for party in parties:
        united = cohesion[party]
        table.add_row(
            Text(party, f"bold {colours_of(party).terminal}"),
            *(_draw_cell((party, other), (every, None if same else contested), words) for other in parties),
            Text(f"{_percent(united.share, words)}\nn={united.votes}", "dim"),
        )
    return table


def _draw_cell(pair: tuple[str, str], tables: tuple[Cells, Cells | None], words: Words) -> Text:
    """Return the share of all votes, the number of votes, and, where they differ, the same of contested votes."""
    every, contested = tables
    cell = every.get(pair)
    if cell is None:
        return Text("·" if pair[0] == pair[1] else "–", "dim")
    share = cell.share
    style = "dim" if share is None else "green" if share >= _HIGH else "red" if share < _LOW else "yellow"
    text = Text(_percent(share, words), style)
    text.append(f" n={len(cell.votes)}", "dim")
    if contested is not None:
        fought = contested.get(pair)
        text.append(f"\n{_percent(fought.share, words)} n={len(fought.votes)}" if fought else "\n–", "dim")
    return text


def _percent(share: float | None, words: Words) -> str:
    return "–" if share is None else f"{share:.0%}".replace("%", words.phrase("percent"))


def _draw_votes(votes: list[CountedVote], words: Words) -> Table:
    table = Table(box=box.SIMPLE, pad_edge=False, show_edge=False, expand=True)
    for key, ratio in (("date", 0), ("item", 0), ("title", 3), ("yes", 1), ("no", 1), ("abstain", 1)):
        table.add_column(words.heading(key), ratio=ratio or None, no_wrap=not ratio)
    for vote in votes:
        sides = {"yes": Text(), "no": Text(), "abstain": Text()}
        for stand in vote.stands:
            for side, text in sides.items():
                number = getattr(stand, side)
                if number:
                    text.append(f"{stand.party} {number} ", colours_of(stand.party).terminal)
        table.add_row(vote.date or "", vote.item or "", vote.title or "", *sides.values())
    return table
