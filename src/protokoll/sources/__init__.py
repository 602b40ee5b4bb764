"""Files to text: `read` takes a path and gives the text as found, whatever the file is."""

from protokoll.sources.source import read

__all__ = ["read"]
