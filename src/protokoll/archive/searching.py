"""What one file gives: its positions, its votes, or the reason why there is nothing; many files side by side."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from protokoll.archive.position_cache import Kept, Stamp
from protokoll.archive.voting import only_votes
from protokoll.errors import MissingInput, ProtokollError
from protokoll.model.coverage import Paper
from protokoll.model.document import Document
from protokoll.model.position import Position

__all__ = ["Track", "Work", "count_votes_in", "digest_of", "find_positions_in", "load_document", "search", "stamp_of"]

Track = Callable[[list[str]], Iterable[str]]
"""What shows how far a run has come: it yields the names that it is given."""

Work = Callable[[str], Kept]

_QUICK = ("text", "pdf", "html", "word")  # readers; what was read from pictures is not read again
_ALONE = 3  # files that are searched sooner than other processes are started


def search(paths: Sequence[str], work: Work, track: Track) -> Iterator[Kept]:
    """Yield what each file gives, in order; several are searched side by side."""
    if len(paths) <= _ALONE:
        yield from map(work, track(list(paths)))
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(len(paths), os.cpu_count() or 1)) as pool:
        results = pool.map(work, paths)
        for _, result in zip(track(list(paths)), results, strict=True):
            yield result


def find_positions_in(path: str, topics: Path | None) -> Kept:
    """Return the positions and the votes of one file."""
    from protokoll.positions import find_positions
    from protokoll.positions.topics import load_topics

    def find(document: Document, source: str | None) -> tuple[Position, ...]:
        return find_positions(document, load_topics(topics) if topics else None, source=source)

    return _read_with(path, find)


def count_votes_in(path: str) -> Kept:
    """Return the votes of one file alone."""
    return _read_with(path, lambda *_: ())


def _read_with(path: str, find: Callable[[Document, str | None], tuple[Position, ...]]) -> Kept:
    try:
        stamp, digest = stamp_of(Path(path)), digest_of(Path(path))
        document, source = load_document(path)
        positions = find(document, source)
    except ProtokollError as error:
        return Kept(path, Stamp(0, 0), "", None, (), reason=str(error))
    except Exception as error:  # one record must not stop the others; the coverage tells of it
        return Kept(path, Stamp(0, 0), "", None, (), reason=f"unexpected error ({type(error).__name__}: {error})")
    return Kept(path, stamp, digest, _paper(document, positions), positions, only_votes(document))


def _paper(document: Document, positions: Iterable[Position]) -> Paper:
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


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise MissingInput(f"{path} cannot be read: {error.strerror}") from None


def stamp_of(path: Path) -> Stamp:
    """Return what tells at a glance whether a file has changed."""
    try:
        told = path.stat()
    except OSError as error:
        raise MissingInput(f"{path} cannot be read: {error.strerror}") from None
    return Stamp(told.st_size, told.st_mtime_ns)


def digest_of(path: Path) -> str:
    """Return the digest of a file."""
    return hashlib.sha256(_read(path)).hexdigest()
