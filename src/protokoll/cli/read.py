"""`protokoll read`: the text of a file as found."""

from __future__ import annotations

from protokoll.cli import console
from protokoll.cli.options import File, stdin_data

EXAMPLES = """
protokoll read ks-2024-03-06.pdf           # the text layer, a form feed after each page
protokoll read gammal.txt > gammal-utf8.txt  # any encoding in, UTF-8 out
"""


def read(file: File) -> None:
    """Print the text of a file as found.

    The first stage alone: bytes to letters, nothing cleaned. Pages end in form feeds. Every place in the
    output of 'parse' counts in characters of this text.
    """
    from protokoll import pipeline

    console.put([pipeline.read(file, data=stdin_data(file)).text.encode()])
