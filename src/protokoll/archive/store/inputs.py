"""The manifest as rows: every input, and what became of it."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from protokoll.archive.folder import Folder
from protokoll.archive.manifest import read_lines
from protokoll.archive.outcome import Outcome
from protokoll.archive.store.rows import Rows

__all__ = ["add_inputs", "document_of", "name_of"]

_DIGEST = re.compile(r"-[0-9a-f]{16}\Z")


def document_of(output: str | None) -> str | None:
    """Return the key of the document that stands at a path of the archive.

    >>> document_of("documents/3f/ks-3f2a.json")
    '3f/ks-3f2a'
    """
    return output.removeprefix("documents/").removesuffix(".json") if output else None


def name_of(document: str) -> str:
    """Return what a document is called by: the name of its file, without folder and digest.

    >>> name_of("3f/ks-2024-03-06-3f2a91c05b7e44d1")
    'ks-2024-03-06'
    """
    return _DIGEST.sub("", document.rpartition("/")[2])


def add_inputs(rows: Rows, folder: Folder, documents: frozenset[str], unread: dict[str, str]) -> None:
    """Add a row for each input of the manifest, and one for each document that cannot be read.

    Args:
        rows: where to add them.
        folder: the archive; without a manifest it has no inputs.
        documents: the keys of the documents that were read.
        unread: file of a document → why it could not be read.
    """
    outcomes = read_lines(folder.manifest)[0] | read_lines(folder.journal)[0]
    for path in sorted(outcomes, key=lambda each: each.encode("utf-8", "surrogateescape")):
        outcome = outcomes[path]
        original = outcomes.get(outcome.duplicate_of) if outcome.duplicate_of else None
        document = document_of(outcome.output or (original.output if original else None))
        rows.add(
            "inputs",
            id=_name(path),
            status=outcome.status,
            reason=outcome.error,
            hint=outcome.hint,
            document=document if document in documents else None,
            duplicate_of=outcome.duplicate_of if original else None,
            remark_count=sum(outcome.remarks.values()),
            exit_code=outcome.exit_code,
            sha256=outcome.sha256,
            size=outcome.size,
            mtime=_moment(outcome),
            version=outcome.version,
        )
    for path, reason in unread.items():
        rows.add("inputs", id=path, status="failed", reason=reason, hint="run the batch again", exit_code=16)


def _name(path: str) -> str:
    """A name that is not UTF-8 is written with escapes, so that two such names stay two."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _moment(outcome: Outcome) -> str | None:
    if not outcome.mtime:
        return None
    return datetime.fromtimestamp(outcome.mtime // 1_000_000_000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
