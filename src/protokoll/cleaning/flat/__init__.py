"""Pages that come as one line each: where their lines began is told again by numbers, headings and heads of pages."""

from protokoll.cleaning.flat.rule import part_flat_pages

__all__ = ["part_flat_pages"]
