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
# What is read with the latest first.
_DATED = ("documents", "reservations_by_party", "proposals_by_party", "statements_by_party", "votes_by_party",
          "votes_that_do_not_add_up", "decisions_by_outcome", "attendance_by_meeting", "gaps")  # fmt: skip


def make_metadata(language: str) -> dict[str, Any]:
    """Return the metadata, in the form that `datasette --metadata` reads.

    Args:
        language: of titles and descriptions, `sv` or `en`.

    >>> make_metadata("sv")["databases"]["protokoll"]["tables"]["reservations"]["title"]
    'Reservationer'
    """
    title = _WORDS[language][0]
    described = {each.name: _describe(each, language) for each in (*tables().values(), *views().values())}
    return {
        "title": title,
        "databases": {
            "protokoll": {
                "title": title,
                "description_html": _welcome(language),
                "tables": described,
                "queries": {
                    name: {"title": entry[language][0], "description": entry[language][1], "sql": entry["sql"].strip()}
                    for name, entry in _queries().items()
                },
            }
        },
    }


def _describe(each: Table | View, language: str) -> dict[str, Any]:
    told: dict[str, Any] = {"title": each.titles[language], "description": each.about[language], "size": 50}
    if each.facets:
        told["facets"] = list(each.facets)
    if each.name in _DATED:
        told["sort_desc"] = "date"
    if isinstance(each, Table):
        told["columns"] = {column.name: column.about[language] for column in each.columns}
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
