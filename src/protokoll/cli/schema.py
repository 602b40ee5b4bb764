"""`protokoll schema`: the JSON Schema of the output."""

from __future__ import annotations

from protokoll.cli import console
from protokoll.cli.options import Compact

EXAMPLES = """
protokoll schema > protokoll.schema.json
protokoll parse ks.pdf -o ks.json && check-jsonschema --schemafile protokoll.schema.json ks.json
"""


def schema(*, compact: Compact = False) -> None:
    """Print the JSON Schema of the output.

    Draft 2020-12, for one document: the output of 'parse' for one file, each element of the array for
    several, each line of jsonl.
    """
    from protokoll.export.json import dump
    from protokoll.export.schema import schema as make_schema

    console.put([dump(make_schema(), compact=compact)])
