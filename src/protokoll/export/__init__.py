"""Records → JSON, JSON lines, CSV, Markdown: one module a format, one table of FORMATS."""

from protokoll.export.formats import FORMATS, PLAIN, Format, Style, encode

__all__ = ["FORMATS", "PLAIN", "Format", "Style", "encode"]
