"""What Datasette is told of the database: titles, descriptions, facets, questions, and where to begin."""

from __future__ import annotations

import tomllib
from html import escape
from importlib.resources import files
from typing import Any

from protokoll.archive.store.schema import Table, View, tables, views

__all__ = ["make_metadata"]

_WORDS = {
    "sv": ("Protokollarkiv", "Börja här", "Eller ställ en fråga", "Alla tabeller står nedanför."),
    "en": ("An archive of municipal records", "Begin here", "Or ask a question", "All tables stand below."),
}
# Columns that do not explain themselves; to tell of all would push the rows down the page.
_TOLD = {
    "serves_for", "follows", "proposes_to", "fate", "rank", "source", "procedural", "finding", "yes_means", "no_means",
    "roll_yes", "adds_up", "casting_vote", "pointer", "pointer_target", "now", "act",
}  # fmt: skip
# The words around a hit, as far as SQL alone can find them.
_IN_CONTEXT = "substr(texts.text, max(1, instr(lower(texts.text), lower(:words)) - 80), 240)"
# What is read with the latest first.
_DATED = ("documents", "reservations_by_party", "proposals_by_party", "statements_by_party", "votes_by_party",
          "votes_that_do_not_add_up", "decisions_by_outcome", "attendance_by_meeting", "gaps")  # fmt: skip


def make_metadata(language: str, *, plain: bool = True) -> dict[str, Any]:
    """Return the metadata, in the form that `datasette --metadata` reads.

    Args:
        language: of titles and descriptions, `sv` or `en`.
        plain: True for a Datasette of its own, which lacks what `plugin` gives ours.

    >>> make_metadata("sv")["databases"]["protokoll"]["tables"]["reservations"]["title"]
    'Reservationer'
    """
    title = _WORDS[language][0]
    everything: list[Table | View] = [*tables().values(), *views().values()]
    described = {each.name: _describe(each, language) for each in everything}
    return {
        "title": title,
        "databases": {
            "protokoll": {
                "title": title,
                "description_html": _welcome(language),
                "tables": described,
                "queries": {name: _ask(entry, language, plain) for name, entry in _queries().items()},
            }
        },
    }


def _ask(entry: dict[str, Any], language: str, plain: bool) -> dict[str, Any]:
    title, about = entry[language]
    sql = entry["sql"].strip()
    sql = sql.replace("in_context(texts.text, :words)", _IN_CONTEXT) if plain else sql
    return {"title": title, "description": about, "hide_sql": True, "sql": sql}


def _describe(each: Table | View, language: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "title": each.titles[language],
        "description": each.about[language],
        "size": 50,
        "facet_size": 10,
    }
    if each.facets:
        told["facets"] = list(each.facets)
    if each.name in _DATED:
        told["sort_desc"] = "date"
    elif each.name == "texts":
        told["sort_desc"] = "rowid"  # they are stored in the order of dates
    if isinstance(each, Table):
        columns = (column for column in each.columns if column.name in _TOLD)
        told["columns"] = {column.name: column.about[language] for column in columns}
        told["label_column"] = _label(each)
    return {key: value for key, value in told.items() if value is not None}


def _label(table: Table) -> str | None:
    """Return the column that a row is called by where another refers to it."""
    return next((name for name in ("label", "title", "name", "text") if name in table.names), None)


def _queries() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("protokoll.archive.store") / "queries.toml").read_text("utf-8"))


def _welcome(language: str) -> str:
    """Return the lines over the list of tables: it is long, and the usual questions are views."""
    _, begin, ask, rest = _WORDS[language]
    links = "".join(
        f'<li><a href="/protokoll/{view.name}">{escape(view.titles[language])}</a>: {escape(view.about[language])}</li>'
        for view in views().values()
    )
    asked = "".join(
        f'<li><a href="/protokoll/{name}">{escape(entry[language][0])}</a>: {escape(entry[language][1])}</li>'
        for name, entry in _queries().items()
    )
    return f"<p><b>{begin}</b></p><ul>{links}</ul><p><b>{ask}</b></p><ul>{asked}</ul><p>{rest}</p>"
