"""The positions of many documents: of files, searched side by side, or of an archive, searched once and kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from protokoll.archive.position_cache import Kept, PositionCache
from protokoll.archive.searching import (
    Track,
    Work,
    count_votes_in,
    digest_of,
    find_positions_in,
    search,
    stamp_of,
)
from protokoll.archive.voting import read_votes
from protokoll.model.coverage import Coverage, Unread
from protokoll.model.document import Document
from protokoll.model.position import Position

__all__ = ["CACHE", "Found", "Voted", "find_in_archive", "find_in_files", "find_votes", "is_archive"]

CACHE = "positions.sqlite"
"""The file in an archive that keeps its positions; it may be deleted at any time."""

Pick = Callable[[Coverage], Collection[str] | None]

_AT_ONCE = 32  # documents that are kept in one transaction


class Found(NamedTuple):
    """Positions, and what was searched for them."""

    positions: tuple[Position, ...]
    coverage: Coverage


class Voted(NamedTuple):
    """Documents with their votes alone, and what was searched for them."""

    documents: tuple[Document, ...]
    coverage: Coverage


def is_archive(path: Path) -> bool:
    """Tell whether `path` is a folder that `protokoll batch` made.

    >>> is_archive(Path("finns-inte"))
    False
    """
    return (path / "archive.json").is_file() and (path / "documents").is_dir()


def find_votes(words: Sequence[str], track: Track = iter) -> Voted:
    """Return the votes in some files, or in the one archive that `words` names.

    Args:
        words: paths.
        track: what shows how far the run has come.
    """
    if len(words) == 1 and is_archive(Path(words[0])):
        with _open_cache(Path(words[0]), None, track) as cache:
            return Voted(read_votes(cache.votes()), cache.coverage())
    kept = list(search(words, count_votes_in, track))
    return Voted(read_votes(each.votes for each in kept if each.votes), _coverage(kept))


def find_in_files(paths: Sequence[str], topics: Path | None, track: Track = iter) -> Found:
    """Return the positions of all parties in some files.

    Args:
        paths: records, or JSON of records.
        topics: a file with topics of the user's own.
        track: what shows how far the run has come.
    """
    kept = list(search(paths, partial(find_positions_in, topics=topics), track))
    return Found(tuple(one for each in kept for one in each.positions), _coverage(kept))


def find_in_archive(folder: Path, topics: Path | None, pick: Pick = lambda _: None, track: Track = iter) -> Found:
    """Return the positions of some parties, or of all, in an archive; what changed since last time is searched anew.

    Args:
        folder: the archive.
        topics: a file with topics of the user's own.
        pick: what chooses the codes of the parties wanted by what was searched; None for all of them.
        track: what shows how far the run has come.
    """
    with _open_cache(folder, topics, track) as cache:
        coverage = cache.coverage()
        return Found(tuple(cache.positions(pick(coverage))), coverage)


@contextmanager
def _open_cache(folder: Path, topics: Path | None, track: Track) -> Iterator[PositionCache]:
    with PositionCache(_cache_path(folder, topics), _version(topics)) as cache:
        _bring_up_to_date(cache, folder / "documents", partial(find_positions_in, topics=topics), track)
        yield cache


def _bring_up_to_date(cache: PositionCache, documents: Path, work: Work, track: Track) -> None:
    there = {path.relative_to(documents).as_posix(): stamp_of(path) for path in sorted(documents.rglob("*.json"))}
    kept = cache.stamps()
    cache.forget(kept.keys() - there.keys())
    changed, touched = [], {}
    for name, stamp in there.items():
        if kept.get(name) == stamp:
            continue
        if name in kept and cache.digest(name) == digest_of(documents / name):
            touched[name] = stamp
        else:
            changed.append(name)
    cache.restamp(touched)
    batch: list[Kept] = []
    for each in search([str(documents / name) for name in changed], work, track):
        batch.append(each._replace(name=Path(each.name).relative_to(documents).as_posix()))
        if len(batch) == _AT_ONCE:
            cache.keep(batch)
            batch = []
    cache.keep(batch)


def _coverage(kept: Iterable[Kept]) -> Coverage:
    kept = tuple(kept)
    return Coverage(
        papers=tuple(each.paper for each in kept if each.paper),
        unread=tuple(Unread(each.name, each.reason) for each in kept if not each.paper),
    )


def _cache_path(folder: Path, topics: Path | None) -> Path:
    """Topics of the user's own have a file of their own: going back and forth costs nothing."""
    return folder / (CACHE if topics is None else f"positions-{digest_of(topics)[:8]}.sqlite")


def _version(topics: Path | None) -> str:
    """Return what the positions depend on beside the documents: this package's words and code, and the topics."""
    from importlib.resources import files

    digest = hashlib.sha256(digest_of(topics).encode() if topics else b"")
    for folder in ("positions", "grammar"):
        for path in sorted(Path(str(files("protokoll") / folder)).rglob("*")):
            if path.suffix in {".py", ".toml"}:
                digest.update(path.read_bytes())
    return digest.hexdigest()
