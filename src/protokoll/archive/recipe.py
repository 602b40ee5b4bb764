"""What a document depends on beside its file: the version, the words and the options."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from protokoll.model.document import FORMAT
from protokoll.version import __version__

if TYPE_CHECKING:
    from protokoll.pipeline import Repair

__all__ = ["Recipe"]


class Recipe(msgspec.Struct, frozen=True):
    """The options of a conversion.

    >>> Recipe().digest == Recipe(force=True).digest
    False
    """

    profile: str | None = None
    """The name or the path of a profile; None to recognise it in each text."""
    repair: Repair | None = None
    """How misread words are to be mended; None to leave them."""
    force: bool = False
    """Convert also what does not look like a Swedish municipal record."""

    @property
    def digest(self) -> str:
        """Twelve letters that change whenever the same file might give another document."""
        digest = hashlib.sha256(repr((__version__, FORMAT, self.force, self.profile)).encode())
        digest.update(msgspec.json.encode(self.repair))
        for data in _words(self.profile):
            digest.update(hashlib.sha256(data).digest())
        return digest.hexdigest()[:12]


def _words(profile: str | None) -> Iterator[bytes]:
    """Yield every file of words that conversions read."""
    for place in (files("protokoll.grammar") / "data", files("protokoll.cleaning.repair") / "data"):
        yield from _files(place)
    if profile and profile.endswith(".toml"):
        yield Path(profile).read_bytes()


def _files(place: Traversable) -> Iterator[bytes]:
    for entry in sorted(place.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            yield from _files(entry)
        elif entry.name.endswith((".toml", ".json", ".bin")):
            yield entry.read_bytes()
