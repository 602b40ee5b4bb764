"""Laws that hold for every record."""

import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import msgspec
import pytest

from protokoll import decode, encode, schema
from protokoll.model.text import SourceText
from protokoll.pipeline import clean
from tests.documents import laws
from tests.documents.samples import NAMES, SAMPLES, read_bytes, take, way

every_record = pytest.mark.parametrize("name", NAMES)


@every_record
def test_passes_replay(name: str) -> None:
    """The recorded edits, applied to the source, give the clean text."""
    text = way(name).text
    assert laws.replay(text) == text.text


@every_record
def test_cleaning_twice_changes_nothing(name: str) -> None:
    """A clean text that is cleaned again stays as it is."""
    text = way(name).text
    again = SourceText(path=name, sha256="", size=0, reader="text", encoding="utf-8", text=text.text)
    assert clean(again).text == text.text


@every_record
def test_blocks_tile(name: str) -> None:
    """The blocks of the outline, joined, are the text, and headings lie in their blocks."""
    assert laws.find_untiled(way(name)) == []


@every_record
def test_words_are_printed_where_the_span_says(name: str) -> None:
    """Every `printed` is what the source has at the span beside it."""
    assert laws.find_misprinted(way(name)) == []


@every_record
def test_pages_are_those_of_the_spans(name: str) -> None:
    """Every `page` is the page on which the span beside it begins."""
    assert laws.find_misplaced(way(name)) == []


@every_record
def test_spans_lie_in_their_item(name: str) -> None:
    """What belongs to an item stands inside it, or in an annex."""
    assert laws.find_strays(way(name)) == []


@every_record
def test_output_comes_back(name: str) -> None:
    """The output, read again, is the same document."""
    document = way(name).document
    assert decode(encode(document)) == document


@every_record
def test_output_follows_the_schema(name: str) -> None:
    """The output is valid by the schema that is published."""
    output = msgspec.json.decode(encode(way(name).document))
    jsonschema.Draft202012Validator(schema()).validate(output)


@every_record
def test_second_parse_gives_the_same_bytes(name: str) -> None:
    """Nothing of one run leaks into the next."""
    assert encode(take(name, read_bytes(name)).document) == encode(way(name).document)


def test_another_process_gives_the_same_bytes() -> None:
    """The output does not depend on the order in which a process happens to keep its sets."""
    runs = [
        subprocess.run(
            [
                Path(sys.executable).with_name("protokoll"),
                "parse",
                *(name for name in NAMES if (SAMPLES / name).exists()),
            ],
            cwd=SAMPLES,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stdout
