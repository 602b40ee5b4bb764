"""The database of an archive."""
