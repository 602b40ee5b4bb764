"""The database of an archive: made anew from its documents at any time, and what can be asked of it."""

from protokoll.archive.store.build import rebuild

__all__ = ["rebuild"]
