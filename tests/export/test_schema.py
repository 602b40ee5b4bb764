"""The JSON Schema: valid, complete, and obeyed by the output."""

import json
from typing import Any

import jsonschema
import pytest

from protokoll.export import encode
from protokoll.export.schema import schema
from protokoll.model import document, remark, text
from tests.invented import make_document


def _validate(data: object, against: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(against).validate(data)


def test_schema_is_a_schema() -> None:
    """It follows the rules of its draft and says which draft and which format it is."""
    jsonschema.Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema()["$id"].endswith(f":{document.FORMAT}")


def test_output_obeys() -> None:
    """What is written is valid."""
    _validate(json.loads(encode(make_document())), schema())


def test_output_has_nothing_beside_the_schema() -> None:
    """With unknown fields forbidden the output is still valid: every field that is written is described."""
    strict = schema()
    for definition in strict["$defs"].values():
        if "properties" in definition:
            definition["additionalProperties"] = False
    _validate(json.loads(encode(make_document())), strict)


@pytest.mark.parametrize(
    ("key", "value"), [("format", 2), ("items", None), ("remarks", [{"code": "hm"}]), ("document", {})]
)
def test_wrong_output_is_found(key: str, value: object) -> None:
    """The schema refuses another format version, a missing field and an unknown code."""
    data = json.loads(encode(make_document())) | {key: value}
    with pytest.raises(jsonschema.ValidationError):
        _validate(data, schema())


def test_span_is_a_pair() -> None:
    """Three numbers are no span."""
    spans = schema() | {"$ref": "#/$defs/Span"}
    _validate([1, 2], spans)
    for wrong in ([1], [1, 2, 3], [1, "2"]):
        with pytest.raises(jsonschema.ValidationError):
            _validate(wrong, spans)


def test_every_definition_has_a_description() -> None:
    """Each record tells what it is, in the words of its docstring and without its examples."""
    definitions = schema()["$defs"]
    assert set(definitions) >= {"Document", "Vote", "Span", "RemarkCode"}
    for name, definition in definitions.items():
        assert definition["description"], name
        assert ">>>" not in definition["description"], name


def test_every_field_docstring_is_in_the_schema() -> None:
    """The words under the fields of the records are the descriptions of the properties."""
    made = schema()["$defs"]
    assert made["Person"]["properties"]["party"]["description"].startswith("The code of the party")
    assert "null" in made["Person"]["properties"]["name"]["description"]
    assert "`text_cut`" in made["RemarkCode"]["description"]


def test_every_record_of_the_output_is_defined() -> None:
    """No record of the model that the output can hold is missing."""
    held = {*document.__all__, *remark.__all__, "Page", "Passage", "Span"} - {"FORMAT", "LONGEST_PRINTED"}
    assert set(schema()["$defs"]) == held
    assert "SourceText" in text.__all__
