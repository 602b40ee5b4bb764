"""`protokoll search`: the hits of a search in an archive, in context."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from protokoll.cli import console
from protokoll.cli.archive_options import Archive, TableFormat
from protokoll.cli.options import Language, choose_language

if TYPE_CHECKING:
    from rich.console import Group

    from protokoll.archive.store import Found, Hit
    from protokoll.export.labels import Labels

EXAMPLES = """
protokoll search arkiv hemlöshet                           # any form of the word, and as a part of others
protokoll search arkiv hemlöshet --party V --kind reservation --from 2016 --to 2020
protokoll search arkiv '"ekonomiskt bistånd" NOT budget' --body socialnämnden
protokoll search arkiv 'cykel* (skola OR förskola)' --sort best
protokoll search arkiv --kind vote --from 2024-01-01 --format csv > votes.csv
"""


def _complete_kind(incomplete: str) -> list[str]:
    from protokoll.archive.store.texts import KINDS
    from protokoll.model.document import DocumentKind

    kinds = dict.fromkeys([*KINDS, *(kind.value for kind in DocumentKind)])
    return [kind for kind in kinds if kind.startswith(incomplete)]


Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORDS",
        show_default=False,
        help='Words in any form, "phrases", prefix*, AND, OR, NOT and (brackets); none for all that the options find.',
    ),
]
Kind = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        "-k",
        metavar="KIND",
        show_default=False,
        autocompletion=_complete_kind,
        help="reservation, statement, proposal, decision, vote, item, section, or a kind of document.",
    ),
]
Party = Annotated[
    list[str] | None,
    typer.Option("--party", metavar="PARTY", show_default=False, help="A code or a name; L finds FP too."),
]
Body = Annotated[
    list[str] | None,
    typer.Option("--body", metavar="NAME", show_default=False, help="A body, or a part of its name."),
]
Municipality = Annotated[
    list[str] | None,
    typer.Option("--municipality", metavar="NAME", show_default=False, help="A municipality."),
]
From = Annotated[
    str | None, typer.Option("--from", metavar="DATE", show_default=False, help="The first year, month or day.")
]
To = Annotated[
    str | None, typer.Option("--to", metavar="DATE", show_default=False, help="The last year, month or day.")
]
Limit = Annotated[int, typer.Option("--limit", "-n", metavar="N", min=1, help="The most hits to show.")]


def _check_sort(name: str) -> str:
    if name not in ("date", "best"):
        raise typer.BadParameter(f"there is no order {name!r}; choose date or best")
    return name


Sort = Annotated[
    str,
    typer.Option(
        "--sort",
        metavar="date|best",
        callback=_check_sort,
        autocompletion=lambda: ["date", "best"],
        help="The latest first, or the best first.",
    ),
]


def search(
    archive: Archive,
    words: Words = None,
    *,
    kind: Kind = None,
    party: Party = None,
    body: Body = None,
    municipality: Municipality = None,
    since: From = None,
    until: To = None,
    limit: Limit = 20,
    sort: Sort = "date",
    format_name: TableFormat = "table",
    lang: Language = None,
) -> None:
    """Search an archive, and show the hits in context.

    A word is found in any of its forms and as a part of compounds: hemlöshet finds hemlöshetsarbetet. In quotation
    marks it is found as it stands. An option that is given again widens the search: --party S --party V.
    """
    from protokoll.archive.store import Filters, ask
    from protokoll.archive.store import search as find

    filters = Filters(kind or (), party or (), body or (), municipality or (), since, until)
    asked = " ".join(words or [])
    found = ask(archive, lambda database: find(database, asked, filters, limit=limit, best=sort == "best"), console.say)
    if format_name == "json":
        from protokoll.export.json import dump

        console.put([dump({"total": found.total, "hits": [hit._asdict() for hit in found.hits]})])
    elif format_name == "csv":
        from protokoll.export.rows import write_rows

        console.put(write_rows(_columns(), map(_as_cells, found.hits)))
    else:
        _show(found, asked, choose_language(lang))


def _columns() -> tuple[str, ...]:
    from protokoll.archive.store import Hit

    return tuple(name for name in Hit._fields if name != "hits")


def _as_cells(hit: Hit) -> dict[str, object]:
    return hit._asdict() | {"parties": "; ".join(hit.parties)}


def _show(found: Found, asked: str, language: str) -> None:
    from protokoll.export.labels import load_labels

    labels = load_labels(language)
    for hit in found.hits:
        console.draw(_draw(hit, labels))
    console.say(_closing(found, asked, language))


def _closing(found: Found, asked: str, language: str) -> str:
    from protokoll.archive.store.search import COUNTED

    swedish = language == "sv"
    if not found.hits:
        told = f" för {asked!r}" if asked and swedish else f" for {asked!r}" if asked else ""
        return f"inga träffar{told}." if swedish else f"no hits{told}."
    more = ("mer än " if swedish else "more than ") if found.total > COUNTED else ""
    count = f"{more}{min(found.total, COUNTED)}"
    if swedish:
        return f"{len(found.hits)} av {count} träffar."
    return f"{len(found.hits)} of {count} hits."


def _draw(hit: Hit, labels: Labels) -> Group:
    """Return where a hit stands, what it is about, and the words around it."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    number = labels.phrase("item", number=hit.number) if hit.number else ""
    page = labels.phrase("page", page=hit.page) if hit.page else ""
    where = [hit.date or "–", " ".join(filter(None, (hit.body or hit.municipality, number))), page]
    head = Text(" · ".join(filter(None, where)), "bold cyan")
    parties = f" ({', '.join(hit.parties)})" if hit.parties else ""
    head.append(f" · {_kind(hit, labels)}{parties}", "not bold green")
    words = Text(hit.snippet)
    for start, end in hit.hits:
        words.stylize("bold yellow", start, end)
    lines = [Text(hit.title)] if hit.title and hit.kind not in ("item", "document") else []
    lines += [words, Text(hit.path, "dim")]
    return Group(head, *(Padding(line, (0, 0, 0, 2)) for line in lines), Text())


def _kind(hit: Hit, labels: Labels) -> str:
    from protokoll.archive.store.schema import kind_label
    from protokoll.model.document import DocumentKind

    if hit.kind == "document":
        return labels.of(DocumentKind(hit.document_kind))
    return kind_label(hit.kind, labels.language)
