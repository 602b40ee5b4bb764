"""What the commands about positions search: files, folders, patterns or an archive; and which parties are meant."""

from __future__ import annotations

import datetime
import glob
import tomllib
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from protokoll.cli import console
from protokoll.cli.position_options import split
from protokoll.errors import BrokenInput, MissingInput, UnreadableInput, UsageError
from protokoll.model.coverage import Coverage, Dated, Paper, Unread

if TYPE_CHECKING:
    from protokoll.archive.positions import Found
    from protokoll.model.position import Position

__all__ = ["Search", "choose_parties", "gather", "list_files", "tell_unread"]

_SIDECAR = ".toml"


class Search(NamedTuple):
    """How to search."""

    topics: Path | None = None
    """A file with topics of the user's own."""
    date: str | None = None
    """The date of documents that have none."""


def list_files(words: Iterable[str]) -> list[str]:
    """Return the files that arguments name: each a file, a folder, a pattern, or several of these with commas between.

    Raises:
        MissingInput: nothing is there.
    """
    found: dict[str, None] = {}
    for word in words:
        parts = [word] if Path(word).exists() or "," not in word else [part.strip() for part in word.split(",")]
        for part in filter(None, parts):
            found |= dict.fromkeys(_list_one(part))
    return list(found)


def _list_one(word: str) -> list[str]:
    path = Path(word)
    if path.is_dir():
        inside = sorted(each for each in path.rglob("*") if each.is_file() and each.suffix.lower() != _SIDECAR)
        files = [str(each) for each in inside if not any(part.startswith(".") for part in each.relative_to(path).parts)]
        if not files:
            raise MissingInput(f"there are no files in {word}")
        return files
    if path.exists():
        return [word]
    files = sorted(each for each in glob.glob(word, recursive=True) if Path(each).is_file())  # noqa: PTH207
    if not files:
        raise MissingInput(f"there is no file {word}")
    return files


def gather(words: Sequence[str], search: Search, parties: Sequence[str] = ()) -> tuple[Found, tuple[str, ...]]:
    """Return the positions in files or in an archive, with what was searched, and the codes of the parties wanted.

    Args:
        words: the arguments of the call: one archive, or files.
        search: how to search.
        parties: the parties as the user wrote them; none for all.

    Raises:
        UsageError: a party is nowhere in what was searched.
        MissingInput: a file or a folder is not there.
        UnreadableInput: no file could be read.
    """
    from protokoll.archive.positions import find_in_archive, find_in_files, is_archive

    if search.topics and not search.topics.is_file():
        raise MissingInput(f"there is no list of topics {search.topics}")
    codes: tuple[str, ...] = ()

    def pick(coverage: Coverage) -> Collection[str] | None:
        nonlocal codes
        codes = choose_parties(parties, coverage)
        return codes if parties else None

    if len(words) == 1 and is_archive(Path(words[0])):
        found = find_in_archive(Path(words[0]), search.topics, pick, console.track)
    else:
        found = find_in_files(list_files(words), search.topics, console.track)
        wanted = pick(found.coverage)
        found = found._replace(positions=tuple(each for each in found.positions if not wanted or each.party in wanted))
    if not found.coverage.papers:
        raise UnreadableInput(tell_unread(found.coverage.unread))
    return _date(found, search.date), codes


def tell_unread(unread: Sequence[Unread]) -> str:
    """Return why nothing could be read: the reason of one file, or the first of several."""
    first = unread[0]
    reason = first.reason.rstrip(".")
    reason = reason if first.document in reason else f"{first.document}: {reason}"
    return reason if len(unread) == 1 else f"none of the {len(unread)} files could be read, the first {reason}"


def choose_parties(wanted: Sequence[str], coverage: Coverage) -> tuple[str, ...]:
    """Return the codes of the parties that a user wrote by code or name, each with its codes of other years.

    Raises:
        UsageError: there is nothing of such a party in what was searched.
    """
    from protokoll.positions.parties import find_party, identity

    there = dict.fromkeys(code for paper in coverage.papers for code in paper.parties)
    codes: dict[str, None] = {}
    for word in split(list(wanted)):
        exact = next((code for code in there if code.casefold() == word.casefold()), None)
        code = exact or find_party(word) or word
        named = {each: None for each in there if each == code or identity(each) == identity(code)}
        if not named:
            raise UsageError(f"there is nothing of a party {word!r} in these records", hint=_near(word, tuple(there)))
        codes |= named
    return tuple(codes)


def _near(word: str, there: tuple[str, ...]) -> str:
    from protokoll.positions.parties import near_parties

    near = [code for code in near_parties(word, there) if code in there]
    return f"perhaps {' or '.join(near)}" if near else f"there are {', '.join(sorted(there))}"


def _date(found: Found, given: str | None) -> Found:
    """Give documents without a date the one of the file beside them, else the one that the user gave."""
    dated: dict[str, Paper] = {}
    for paper in found.coverage.undated:
        beside = _read_sidecar(paper.document)
        if beside or given:
            how = Dated.SIDECAR if beside else Dated.OPTION
            dated[paper.sha256] = replace(paper, date=beside or given, dated=how)
        else:
            dated[paper.sha256] = replace(paper, dated=Dated.NONE)
    papers = tuple(dated.get(paper.sha256, paper) for paper in found.coverage.papers)

    def with_date(position: Position) -> Position:
        paper = None if position.date else dated.get(position.sha256)
        return replace(position, date=paper.date) if paper else position

    return found._replace(
        positions=tuple(map(with_date, found.positions)), coverage=replace(found.coverage, papers=papers)
    )


def _read_sidecar(document: str) -> str | None:
    """Return the date in the TOML file beside a document, where there is one: `date = 2022-05-20`."""
    path = Path(document).with_suffix(_SIDECAR)
    try:
        told = tomllib.loads(path.read_text("utf-8")).get("date")
    except OSError:
        return None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BrokenInput(f"{path} is no TOML: {error}", hint="write a line such as: date = 2022-05-20") from None
    if not isinstance(told, datetime.date | str | int | None):
        raise BrokenInput(f"the date in {path} is {told!r}", hint="write a line such as: date = 2022-05-20")
    return None if told is None else str(told)
