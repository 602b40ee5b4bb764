"""`protokoll segment`: the outline of a record."""

from __future__ import annotations

from protokoll.cli import console
from protokoll.cli.options import (
    Compact,
    Decipher,
    File,
    Lexicon,
    MaxErrorRate,
    NoRepair,
    Profile,
    choose_repair,
    stdin_data,
)

EXAMPLES = """
protokoll segment ks-2024-03-06.pdf
protokoll segment ks-2024-03-06.pdf | jq -r '.blocks[] | [.page, .kind, .words] | @tsv'
"""


def segment(
    file: File,
    *,
    profile: Profile = None,
    compact: Compact = False,
    no_repair: NoRepair = False,
    max_error_rate: MaxErrorRate = None,
    lexicon: Lexicon = None,
    decipher: Decipher = False,
) -> None:
    """Print where things are in a record, as JSON.

    The third stage alone: the kind of the record, and its blocks from heading to heading. Spans count in the
    text that 'clean' prints; page and the words of the heading are given beside them.
    """
    import msgspec

    from protokoll import pipeline
    from protokoll.export.json import dump
    from protokoll.grammar import load

    grammar = load(profile) if profile else None
    repair = choose_repair(no_repair=no_repair, max_error_rate=max_error_rate, lexicon=lexicon, decipher=decipher)
    text = pipeline.clean(pipeline.read(file, data=stdin_data(file)), grammar, repair=repair)
    outline = pipeline.segment(text, grammar)
    blocks = [
        {
            **msgspec.to_builtins(block),
            "words": block.heading.of(text.text) if block.heading else None,
            "page": text.page(block.span),
        }
        for block in outline.blocks
    ]
    console.put([dump({**msgspec.to_builtins(outline), "blocks": blocks}, compact=compact)])
