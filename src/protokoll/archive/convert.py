"""One input to its document in the archive; what goes wrong is an outcome too."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from protokoll import pipeline
from protokoll.archive.folder import Folder, output_name
from protokoll.archive.inputs import Input, look
from protokoll.archive.outcome import SERIOUS, Outcome, Status, failure, printable
from protokoll.archive.recipe import Recipe
from protokoll.errors import BrokenInput, MissingInput, OutputError, ProtokollError, TooLarge
from protokoll.export.json import dump
from protokoll.model.document import Document
from protokoll.version import __version__

__all__ = ["Converter"]


class Converter(Struct, frozen=True):
    """What a worker does with each input: parse it, write the document, tell what became of it."""

    root: str
    """The folder of the archive."""
    recipe: Recipe
    digest: str
    """The digest of the recipe."""

    def __call__(self, task: Input) -> Outcome | OutputError:
        """Return the outcome, or an OutputError if it is the archive that cannot take any more."""
        task = look(task.path)
        try:
            return self._write(task, self._parse(task))
        except OutputError as error:
            return error
        except ProtokollError as error:
            return self._failure(task, error)
        except MemoryError:
            return self._failure(task, TooLarge(f"{printable(task.path)[0]} takes more memory than there is"))
        except Exception as error:
            told = f"{printable(task.path)[0]} met an unexpected error ({type(error).__name__}: {error})"
            return self._failure(task, ProtokollError(told, hint="please report it, with the file"))

    def _parse(self, task: Input) -> Document:
        if task.problem:
            raise task.problem
        recipe = self.recipe
        document = pipeline.parse_file(task.path, profile=recipe.profile, force=recipe.force, repair=recipe.repair)
        now = look(task.path)
        if now.problem:
            raise MissingInput(f"{printable(task.path)[0]} vanished while it was read")
        if now != task:
            raise BrokenInput(
                f"{printable(task.path)[0]} was changed while it was read", hint="run the same command again"
            )
        return document

    def _write(self, task: Input, document: Document) -> Outcome:
        folder = Folder(Path(self.root))
        output = output_name(task.path, document.source.sha256)
        with folder.telling():
            # The disk is waited for once, at the end: what a power cut takes is seen by its size and made anew.
            size = folder.write(folder.root / output, [dump(document)], lasting=False)
        remarks = Counter(remark.code for remark in document.remarks)
        shown, raw = printable(task.path)
        return Outcome(
            path=shown,
            path_bytes=raw,
            status=Status.CONVERTED if SERIOUS.isdisjoint(remarks) else Status.PARTIAL,
            sha256=document.source.sha256,
            size=task.size,
            mtime=task.mtime,
            output=output,
            output_size=size,
            remarks={code.value: remarks[code] for code in sorted(remarks)},
            version=__version__,
            recipe=self.digest,
        )

    def _failure(self, task: Input, error: ProtokollError) -> Outcome:
        outcome = failure(task.path, error, size=task.size, mtime=task.mtime, sha256=task.digest())
        return replace(outcome, version=__version__, recipe=self.digest)
