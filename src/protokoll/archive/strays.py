"""Documents that no line of the manifest names: taken into it again, or removed where another took their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from protokoll.archive.folder import Folder
from protokoll.archive.outcome import SERIOUS, Outcome, Status
from protokoll.model.remark import RemarkCode

__all__ = ["settle_strays"]


class _Source(msgspec.Struct):
    path: str
    sha256: str
    size: int


class _Remark(msgspec.Struct):
    code: RemarkCode


class _Document(msgspec.Struct):
    """As much of a document as the manifest tells."""

    source: _Source
    remarks: list[_Remark]


def settle_strays(folder: Folder, outcomes: Mapping[str, Outcome]) -> Iterable[Outcome]:
    """Yield a line for each document whose input has none; remove those whose input has another document now.

    What cannot be read is left where it stands.

    >>> import tempfile
    >>> folder = Folder(Path(tempfile.mkdtemp()))
    >>> folder.documents.mkdir()
    >>> list(settle_strays(folder, {}))
    []
    """
    named = {outcome.output for outcome in outcomes.values()}
    paths = {outcome.path for outcome in outcomes.values()}
    for output, size in folder.outputs():
        if output in named:
            continue
        try:
            document = msgspec.json.decode((folder.root / output).read_bytes(), type=_Document)
        except (OSError, msgspec.DecodeError):
            continue
        if document.source.path in paths:
            Path(folder.root / output).unlink()
        else:
            yield _adopt(document, output, size)


def _adopt(document: _Document, output: str, size: int) -> Outcome:
    remarks = Counter(remark.code for remark in document.remarks)
    return Outcome(
        path=document.source.path,
        status=Status.CONVERTED if SERIOUS.isdisjoint(remarks) else Status.PARTIAL,
        sha256=document.source.sha256,
        size=document.source.size,
        output=output,
        output_size=size,
        remarks={code.value: remarks[code] for code in sorted(remarks)},
    )
