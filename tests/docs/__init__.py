"""The documentation, held against the code that it describes."""
