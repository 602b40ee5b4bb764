"""The command line: one module a command, each a thin skin over a public function."""

from protokoll.cli.app import main

__all__ = ["main"]
