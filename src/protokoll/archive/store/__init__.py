"""The database of an archive: made anew from its documents at any time, and what can be asked of it."""

from protokoll.archive.store.build import rebuild
from protokoll.archive.store.filters import Filters
from protokoll.archive.store.opening import ask
from protokoll.archive.store.search import Found, Hit, search

__all__ = ["Filters", "Found", "Hit", "ask", "rebuild", "search"]
