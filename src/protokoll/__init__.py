"""protokoll."""
