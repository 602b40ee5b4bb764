"""JSON and JSON lines: what is written is read back, always as the same bytes."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll.errors import BrokenInput
from protokoll.export import FORMATS, Style, encode
from protokoll.export.json import decode
from protokoll.model.document import Document
from tests.invented import make_document


@pytest.mark.parametrize("style", [Style(), Style(compact=True)])
def test_output_comes_back(style: Style) -> None:
    """decode(encode(d)) == d, indented or compact."""
    assert decode(encode(make_document(), "json", style)) == make_document()


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_words_come_back(words: str) -> None:
    """Quotes, line breaks, brackets and rare letters survive, and no layout eats them."""
    document = make_document(words)
    assert decode(encode(document)) == document
    assert decode(encode(document, "jsonl")) == document


def test_same_document_same_bytes() -> None:
    """Two documents made apart give identical bytes."""
    assert encode(make_document()) == encode(make_document())


def test_format_version_is_first_and_head_is_called_document() -> None:
    """The keys of the whole stand in the order that is documented."""
    keys = list(json.loads(encode(make_document())))
    assert keys == ["format", "source", "document", "attendance", "items", "remarks"]


def test_indented_by_two_with_spans_on_one_line() -> None:
    """A person can read it: letters as they are, a span on one line, a line break at the end."""
    lines = encode(make_document()).decode().splitlines()
    assert lines[:2] == ["{", '  "format": 1,']
    assert any(line.strip().startswith('"span": [') and line.rstrip(",").endswith("]") for line in lines)
    assert '    "path": "ks-2024-03-06.txt",' in lines
    assert any("Åskolan" in line for line in lines)
    assert encode(make_document()).endswith(b"}\n")


def test_layout_changes_no_data() -> None:
    """The indented and the compact form hold the same."""
    document = make_document("[\n  1,\n  2\n]")
    assert json.loads(encode(document)) == json.loads(encode(document, "json", Style(compact=True)))


def test_compact_is_one_line() -> None:
    """Without indentation there is one line break, at the end."""
    data = encode(make_document(), "json", Style(compact=True))
    assert data.count(b"\n") == 1
    assert b'{"format":1,"source":{' in data


@pytest.mark.parametrize("number", [0, 1, 3])
@pytest.mark.parametrize("compact", [True, False])
def test_several_are_an_array(number: int, compact: bool) -> None:
    """However many documents there are, the output of several is one JSON array of them."""
    documents = [make_document(f"{i}.txt") for i in range(number)]
    data = b"".join(FORMATS["json"].write(documents, Style(compact=compact, several=True)))
    assert msgspec.json.decode(data, type=list[Document]) == documents


def test_jsonl_is_a_line_for_each_document() -> None:
    """Each line is a document of its own."""
    documents = [make_document("a.txt"), make_document("b.txt")]
    lines = b"".join(FORMATS["jsonl"].write(documents)).splitlines()
    assert [decode(line) for line in lines] == documents


def test_documents_are_written_one_by_one() -> None:
    """A long run needs the memory of one document: none is asked for before the one before it is written."""
    asked = []

    def documents() -> object:
        for name in ("a.txt", "b.txt"):
            asked.append(name)
            yield make_document(name)

    for name in ("json", "jsonl", "csv", "markdown"):
        asked.clear()
        pieces = FORMATS[name].write(documents(), Style(several=True))  # type: ignore[arg-type]
        while not asked:
            next(pieces)
        assert asked == ["a.txt"], name


@pytest.mark.parametrize("data", [b"", b"[]", b'{"format": "1"}', b'{"format": 1}', b"\xff", b"Protokoll"])
def test_what_is_no_output_is_refused(data: bytes) -> None:
    """Anything else than the output is one sentence that says so."""
    with pytest.raises(BrokenInput, match="not the output of 'protokoll parse'"):
        decode(data)


def test_wrong_type_is_told_with_its_place() -> None:
    """A field that holds something else is named by its path."""
    data = encode(make_document()).replace(b'"page": 2', b'"page": "two"', 1)
    with pytest.raises(BrokenInput, match=r"\$\.\w+"):
        decode(data)
