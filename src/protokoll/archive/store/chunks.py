"""Documents to rows, a chunk at a time, in this process or in several, always in the same order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from protokoll.archive.store.documents import add_document
from protokoll.archive.store.language.forms import extra_words
from protokoll.archive.store.marks import document_marks, text_marks
from protokoll.archive.store.rows import Rows
from protokoll.archive.store.texts import find_texts
from protokoll.errors import ProtokollError
from protokoll.export.json import decode
from protokoll.model.document import Document

__all__ = ["Chunk", "Dated", "find_dates", "make_chunks"]

_CHUNK = 2_000_000  # bytes of documents; small enough for flat memory, large enough for few messages

_FEW = 4


class Dated(NamedTuple):
    """A document that is to be stored: by date, then by key."""

    date: str
    key: str
    path: str
    size: int


class Chunk(NamedTuple):
    """What some documents give."""

    rows: dict[str, list[tuple[Any, ...]]]
    texts: list[tuple[str, str, str | None, str, str, str]]
    """Kind, document, item, act, text, and the text as it is indexed."""
    keys: list[str]
    unread: dict[str, str]
    """Path → why it could not be read."""


class _Date(msgspec.Struct):
    text: str


class _Head(msgspec.Struct):
    date: _Date | None = None


class _Opening(msgspec.Struct):
    document: _Head


_opening = msgspec.json.Decoder(_Opening)


def find_dates(root: Path, names: Sequence[str]) -> list[Dated]:
    """Return the documents in the order in which they are stored.

    Args:
        root: the folder `documents`.
        names: their paths in it.

    >>> find_dates(Path("/finns/inte"), ["b.json", "a.json"])[0].key
    'a'
    """
    dated = []
    for name in names:
        data = b""
        try:
            data = (root / name).read_bytes()
            opening = _opening.decode(data)
            date = opening.document.date.text if opening.document.date else ""
        except (msgspec.DecodeError, UnicodeDecodeError, OSError):
            date = ""  # why will be said when it is its turn
        key = name.removesuffix(".json").encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        dated.append(Dated(date, key, str(root / name), len(data)))
    return sorted(dated)


def make_chunks(documents: Sequence[Dated], jobs: int) -> Iterator[Chunk]:
    """Yield the rows of all documents, in order, whatever the number of processes.

    Args:
        documents: what to store.
        jobs: how many processes make rows; 1 for this one alone.

    >>> [chunk.unread for chunk in make_chunks([Dated("", "ks", "/finns/inte/ks.json", 0)], 1)]
    [{'/finns/inte/ks.json': 'No such file or directory'}]
    """
    parts = list(_part(documents))
    if jobs < 2 or len(parts) < _FEW:  # to start processes would take longer
        yield from map(_make_chunk, parts)
        return
    with ProcessPoolExecutor(min(jobs, len(parts)), mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[Chunk]] = deque()
        for part in parts:
            # No more in hand than the processes need, or the rows of all would wait in memory.
            if len(waiting) > jobs:
                yield waiting.popleft().result()
            waiting.append(pool.submit(_make_chunk, part))
        while waiting:
            yield waiting.popleft().result()


def _part(documents: Sequence[Dated]) -> Iterator[Sequence[Dated]]:
    """Yield runs of documents of about the same size together."""
    first = size = 0
    for at, each in enumerate(documents):
        if size and size + each.size > _CHUNK:
            yield documents[first:at]
            first, size = at, 0
        size += each.size
    if documents:
        yield documents[first:]


def _make_chunk(part: Sequence[Dated]) -> Chunk:
    rows, chunk = Rows(), Chunk({}, [], [], {})
    for each in part:
        try:
            document = decode(Path(each.path).read_bytes())
        except (ProtokollError, OSError) as error:
            chunk.unread[each.path] = error.message if isinstance(error, ProtokollError) else str(error.strerror)
            continue
        chunk.keys.append(each.key)
        add_document(rows, each.key, document)
        chunk.texts.extend(_texts(each.key, document))
    chunk.rows.update({name: found for name, found in rows.found.items() if found})
    return chunk


_ACTS = ("proposal", "vote", "reservation", "statement")


def _texts(key: str, document: Document) -> Iterator[tuple[str, str, str | None, str, str, str]]:
    marks = document_marks(document)
    for text in find_texts(document):
        item = None if text.item is None else f"{key}#/items/{text.item}"
        # 'Reserverar sig mot beslutet' does not say what it is about: the title of the matter does.
        title = document.items[text.item].title if text.item is not None and text.kind in _ACTS else None
        words = f"{text.text} {title.text}" if title else text.text
        index = " ".join([words, *extra_words(words), *marks, *text_marks(text)])
        yield text.kind, key, item, f"{key}#{text.pointer}", text.text, index
