"""The state of an archive, drawn for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from protokoll.export.labels import Labels, load_labels

if TYPE_CHECKING:
    from rich.console import RenderableType

    from protokoll.archive.store.status import Status

__all__ = ["draw_status"]

_FEW = 10

_WORDS = {
    "sv": {
        "head": "Handlingar: {documents}, ärenden: {items}",
        "inputs": "Indata",
        "kinds": "Slag av handling",
        "bodies": "Organ",
        "years": "År",
        "remarks": "Vanligaste anmärkningarna",
        "failures": "Det som inte gick",
        "gaps": "Luckor i paragrafnumren",
        "votes": "Omröstningar som inte går ihop",
        "none": "inga",
        "more": "… och {count} till (--all visar alla)",
        "inside": "saknas i {after}",
        "between": "saknas mellan {before} och {after}",
        "counts": "tryckt {printed}, i röstlistan {roll}",
        "converted": "omvandlade",
        "partial": "omvandlade, med något som fattas",
        "skipped": "oförändrade",
        "duplicate": "dubbletter",
        "failed": "misslyckade",
        "timed_out": "avbrutna efter för lång tid",
        "too_large": "för stora",
    },
    "en": {
        "head": "Documents: {documents}, items: {items}",
        "inputs": "Inputs",
        "kinds": "Kinds of document",
        "bodies": "Bodies",
        "years": "Years",
        "remarks": "The commonest remarks",
        "failures": "What failed",
        "gaps": "Gaps in the § numbers",
        "votes": "Votes that do not add up",
        "none": "none",
        "more": "… and {count} more (--all shows all)",
        "inside": "missing in {after}",
        "between": "missing between {before} and {after}",
        "counts": "printed {printed}, in the roll {roll}",
        "partial": "converted, with something missing",
        "skipped": "unchanged",
        "duplicate": "duplicates",
        "timed_out": "timed out",
        "too_large": "too large",
    },
}


def draw_status(status: Status, language: str, *, whole: bool) -> Iterator[RenderableType]:
    """Yield what to draw, part by part.

    Args:
        status: the state of the archive.
        language: of headings, `sv` or `en`.
        whole: True for all of the long lists.
    """
    words, labels = _WORDS[language], load_labels(language)
    most = None if whole else _FEW
    yield Text(words["head"].format(documents=status.documents, items=status.items), "bold")
    kinds = {_label(labels, "document_kind", kind): count for kind, count in status.kinds.items()}
    codes = {_label(labels, "remark_code", code): count for code, count in status.remarks.items()}
    went = {words.get(name, name): count for name, count in status.inputs.items()}
    counts = {"inputs": went, "kinds": kinds, "bodies": status.bodies, "years": status.years, "remarks": codes}
    for key, counted in counts.items():
        if counted:
            yield from _counts(words[key], counted, words, None if key == "years" else most)
    yield from _list(words["gaps"], [_gap(gap, words) for gap in status.gaps], words, most)
    yield from _list(words["votes"], [_vote(vote, words, labels) for vote in status.votes], words, most)
    yield from _list(words["failures"], [_failure(each) for each in status.failures], words, most)


def _counts(
    heading: str, counts: Mapping[str, int], words: Mapping[str, str], most: int | None
) -> Iterator[RenderableType]:
    yield Text(f"\n{heading}", "bold cyan")
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right")
    table.add_column()
    for name, count in list(counts.items())[:most]:
        table.add_row(str(count), name)
    yield Padding(table, (0, 0, 0, 2))
    yield from _rest(len(counts), words, most)


def _list(heading: str, lines: Sequence[Text], words: Mapping[str, str], most: int | None) -> Iterator[RenderableType]:
    yield Text(f"\n{heading}: {len(lines) or words['none']}", "bold cyan")
    for line in lines[:most]:
        yield Padding(line, (0, 0, 0, 2))
    yield from _rest(len(lines), words, most)


def _rest(count: int, words: Mapping[str, str], most: int | None) -> Iterator[RenderableType]:
    if most is not None and count > most:
        yield Text(f"  {words['more'].format(count=count - most)}", "dim")


def _gap(gap: Mapping[str, Any], words: Mapping[str, str]) -> Text:
    first, last = gap["first_missing"], gap["last_missing"]
    numbers = f"§ {first}" if first == last else f"§§ {first}–{last}"
    told = words[gap["place"]].format(before=_name(gap["document_before"]), after=_name(gap["document_after"]))
    return Text(f"{' '.join(filter(None, (gap['body'], gap['date'])))}: {numbers} {told}")


def _vote(vote: Mapping[str, Any], words: Mapping[str, str], labels: Labels) -> Text:
    number = labels.phrase("item", number=vote["item_number"]) if vote["item_number"] else _name(vote["document"])
    where = " ".join(filter(None, (vote["body"], vote["date"], number)))
    ways = ("yes", "no", "abstain", "absent")
    printed, roll = (
        ", ".join(
            f"{vote[prefix + way]} {labels.words['voting'][way].lower()}" for way in ways if vote[way] is not None
        )
        for prefix in ("", "roll_")
    )
    told = words["counts"].format(printed=printed, roll=roll)
    return Text(f"{where} ({labels.phrase('page', page=vote['page'])}): {told}")


def _failure(failure: Mapping[str, Any]) -> Text:
    path, reason = failure["path"], failure["reason"]
    line = Text(reason if reason.startswith(path) else f"{path}: {reason}")
    return line.append(f" → {failure['hint']}", "dim") if failure["hint"] else line


def _label(labels: Labels, group: str, key: str) -> str:
    return labels.words[group].get(key, key)


def _name(document: str) -> str:
    from protokoll.archive.store.inputs import name_of

    return name_of(document)
