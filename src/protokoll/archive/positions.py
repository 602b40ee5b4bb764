"""The positions of many documents: of files, searched side by side, or of an archive, searched once and kept."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from protokoll.archive.position_cache import Kept, PositionCache, Stamp
from protokoll.archive.voting import only_votes, read_votes
from protokoll.errors import MissingInput, ProtokollError
from protokoll.model.coverage import Coverage, Paper, Unread
from protokoll.model.document import Document
from protokoll.model.position import Position

__all__ = ["CACHE", "Found", "Voted", "find_in_archive", "find_in_files", "find_votes", "is_archive", "load_document"]

CACHE = "positions.sqlite"
"""The file in an archive that keeps its positions; it may be deleted at any time."""

Track = Callable[[list[str]], Iterable[str]]
"""What shows how far a run has come: it yields the names that it is given."""

Work = Callable[[str], Kept]
Pick = Callable[[Coverage], Collection[str] | None]

_QUICK = ("text", "pdf", "html", "word")  # readers; what was read from pictures is not read again
_ALONE = 3  # files that are searched sooner than other processes are started
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


def load_document(path: str | Path) -> tuple[Document, str | None]:
    """Return the document of a file, a record or the JSON that `parse` or `batch` made of one, and its source text.

    The source text is None where the record itself is no longer where it was read, or only its pictures are.

    Raises:
        ProtokollError: the file gives no document; the error says why.
    """
    from protokoll.export.json import decode
    from protokoll.pipeline import parse_source, read

    if Path(path).suffix.lower() != ".json":
        source = read(path)
        return parse_source(source), source.text
    document = decode(_read(Path(path)))
    return document, _source_of(document)


def _source_of(document: Document) -> str | None:
    """Return the text that the spans of a document count in, if it can be had quickly."""
    from protokoll.pipeline import read

    if document.source.reader not in _QUICK:
        return None
    try:
        source = read(document.source.path)
    except ProtokollError:
        return None
    same = source.sha256 == document.source.sha256 and len(source.text) == document.source.characters
    return source.text if same else None


def find_votes(words: Sequence[str], track: Track = iter) -> Voted:
    """Return the votes in some files, or in the one archive that `words` names.

    Args:
        words: paths.
        track: what shows how far the run has come.
    """
    if len(words) == 1 and is_archive(Path(words[0])):
        with _open_cache(Path(words[0]), None, track) as cache:
            return Voted(read_votes(cache.votes()), cache.coverage())
    kept = list(_search(words, _count_one, track))
    return Voted(read_votes(each.votes for each in kept if each.votes), _coverage(kept))


def find_in_files(paths: Sequence[str], topics: Path | None, track: Track = iter) -> Found:
    """Return the positions of all parties in some files.

    Args:
        paths: records, or JSON of records.
        topics: a file with topics of the user's own.
        track: what shows how far the run has come.
    """
    kept = list(_search(paths, partial(_search_one, topics=topics), track))
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
        _bring_up_to_date(cache, folder / "documents", partial(_search_one, topics=topics), track)
        yield cache


def _bring_up_to_date(cache: PositionCache, documents: Path, work: Work, track: Track) -> None:
    there = {path.relative_to(documents).as_posix(): _stamp(path) for path in sorted(documents.rglob("*.json"))}
    kept = cache.stamps()
    cache.forget(kept.keys() - there.keys())
    changed, touched = [], {}
    for name, stamp in there.items():
        if kept.get(name) == stamp:
            continue
        if name in kept and cache.digest(name) == _digest(documents / name):
            touched[name] = stamp
        else:
            changed.append(name)
    cache.restamp(touched)
    batch: list[Kept] = []
    for each in _search([str(documents / name) for name in changed], work, track):
        batch.append(each._replace(name=Path(each.name).relative_to(documents).as_posix()))
        if len(batch) == _AT_ONCE:
            cache.keep(batch)
            batch = []
    cache.keep(batch)


def _search(paths: Sequence[str], work: Work, track: Track) -> Iterator[Kept]:
    """Yield what each file gives, in order; several are searched side by side."""
    if len(paths) <= _ALONE:
        yield from map(work, track(list(paths)))
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(len(paths), os.cpu_count() or 1)) as pool:
        results = pool.map(work, paths)
        for _, result in zip(track(list(paths)), results, strict=True):
            yield result


def _search_one(path: str, topics: Path | None) -> Kept:
    """Return the positions and the votes of one file."""
    from protokoll.positions import find_positions
    from protokoll.positions.topics import load_topics

    def find(document: Document, source: str | None) -> tuple[Position, ...]:
        return find_positions(document, load_topics(topics) if topics else None, source=source)

    return _read_with(path, find)


def _count_one(path: str) -> Kept:
    """Return the votes of one file alone."""
    return _read_with(path, lambda *_: ())


def _read_with(path: str, find: Callable[[Document, str | None], tuple[Position, ...]]) -> Kept:
    try:
        stamp, digest = _stamp(Path(path)), _digest(Path(path))
        document, source = load_document(path)
        positions = find(document, source)
    except ProtokollError as error:
        return Kept(path, Stamp(0, 0), "", None, (), reason=str(error))
    except Exception as error:  # one record must not stop the others; the coverage tells of it
        return Kept(path, Stamp(0, 0), "", None, (), reason=f"unexpected error ({type(error).__name__}: {error})")
    return Kept(path, stamp, digest, paper_of(document, positions), positions, only_votes(document))


def paper_of(document: Document, positions: Iterable[Position]) -> Paper:
    """Return what there is to say about a document that was searched."""
    head, source = document.head, document.source
    return Paper(
        document=source.path,
        sha256=source.sha256,
        kind=head.kind,
        municipality=head.municipality.text if head.municipality else None,
        body=head.body.text if head.body else None,
        date=head.date.text if head.date else None,
        title=head.title.text if head.title else None,
        parties=tuple(sorted({each.party for each in positions})),
    )


def _coverage(kept: Iterable[Kept]) -> Coverage:
    kept = tuple(kept)
    return Coverage(
        papers=tuple(each.paper for each in kept if each.paper),
        unread=tuple(Unread(each.name, each.reason) for each in kept if not each.paper),
    )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise MissingInput(f"{path} cannot be read: {error.strerror}") from None


def _stamp(path: Path) -> Stamp:
    try:
        told = path.stat()
    except OSError as error:
        raise MissingInput(f"{path} cannot be read: {error.strerror}") from None
    return Stamp(told.st_size, told.st_mtime_ns)


def _digest(path: Path) -> str:
    return hashlib.sha256(_read(path)).hexdigest()


def _cache_path(folder: Path, topics: Path | None) -> Path:
    """Topics of the user's own have a file of their own: going back and forth costs nothing."""
    return folder / (CACHE if topics is None else f"positions-{_digest(topics)[:8]}.sqlite")


def _version(topics: Path | None) -> str:
    """Return what the positions depend on beside the documents: this package's words and code, and the topics."""
    from importlib.resources import files

    digest = hashlib.sha256(_read(topics) if topics else b"")
    for folder in ("positions", "grammar"):
        for path in sorted(Path(str(files("protokoll") / folder)).rglob("*")):
            if path.suffix in {".py", ".toml"}:
                digest.update(path.read_bytes())
    return digest.hexdigest()
