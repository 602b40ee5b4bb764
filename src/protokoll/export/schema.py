"""The JSON Schema (draft 2020-12) of the output, made from the records themselves."""

from __future__ import annotations

import ast
import enum
import inspect
from itertools import pairwise
from typing import Any

import msgspec

from protokoll.model import document, remark, text

__all__ = ["schema"]


def schema() -> dict[str, Any]:
    """Return the schema of what `parse` writes; titles and descriptions are the words of the records.

    Every field is required, since every field is written; fields may be added without a new format version,
    and so unknown ones are allowed.

    >>> made = schema()
    >>> made["$defs"]["Vote"]["properties"]["tally"]["description"]
    'The words that print the numbers.'
    """
    made = msgspec.json.schema(document.Document)
    records = _records()
    for name, definition in made["$defs"].items():
        _describe(definition, records[name])
    made["$defs"]["Document"]["properties"]["format"]["const"] = document.FORMAT
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:kommunprotokoll:schema:{document.FORMAT}",
        "title": f"protokoll, format {document.FORMAT}",
        **made,
    }


def _records() -> dict[str, type]:
    modules = (document, remark, text)
    return {name: getattr(module, name) for module in modules for name in module.__all__ if name != "FORMAT"}


def _describe(definition: dict[str, Any], record: Any) -> None:
    """Set the descriptions of a definition, and of its fields, from the docstrings of its record."""
    definition["description"] = _first_paragraph(record.__doc__)
    notes = _field_notes(record)
    if issubclass(record, enum.Enum):
        for member in sorted(notes):
            definition["description"] += f" `{record[member].value}`: {notes[member]}"
        return
    if "properties" not in definition:
        definition["maxItems"] = definition["minItems"]
        return
    definition["required"] = list(definition["properties"])
    for field in msgspec.structs.fields(record):
        entry = definition["properties"][field.encode_name]
        entry.pop("default", None)
        if field.name in notes:
            entry["description"] = notes[field.name]


def _field_notes(record: type) -> dict[str, str]:
    """Return the docstring under each field; nothing where the source of the package is not at hand."""
    try:
        tree = ast.parse(inspect.getsource(record))
    except OSError:
        return {}
    notes: dict[str, str] = {}
    body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else []
    for field, note in pairwise(body):
        name = _target(field)
        if name and isinstance(note, ast.Expr) and isinstance(note.value, ast.Constant):
            notes[name] = _in_json_words(str(note.value.value))
    return notes


def _target(node: ast.stmt) -> str | None:
    target = (
        node.target if isinstance(node, ast.AnnAssign) else node.targets[0] if isinstance(node, ast.Assign) else None
    )
    return target.id if isinstance(target, ast.Name) else None


def _first_paragraph(words: str | None) -> str:
    return _in_json_words(inspect.cleandoc(words or "").split("\n\n")[0])


def _in_json_words(words: str) -> str:
    """Say `null` where the docstring of a Python record says None, and so on."""
    words = words.replace("None", "null").replace("True", "true").replace("False", "false")
    return " ".join(words.split())
