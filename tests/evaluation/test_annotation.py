"""An annotation is checked as it is read."""

import pytest
from msgspec import UNSET

from protokoll.errors import BrokenInput
from protokoll.evaluation.annotation import decode


def test_a_field_left_out_is_not_annotated() -> None:
    """Left out and empty are different things."""
    gold = decode(b'{"document": {"kind": "protocol"}, "items": [{"recusals": []}]}', "alvby")
    assert gold.items[0].recusals == ()
    assert gold.items[0].attachments is UNSET


def test_an_unknown_field_is_passed_over() -> None:
    """Annotations may carry more than is compared."""
    assert decode(b'{"document": {"kind": "motion", "colour": "red"}}', "alvby").items == ()


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b'{"document": {"kind": "poem"}}', b'{"document": {"kind": "motion", "title": 7}}', b"\xff"],
)
def test_a_broken_annotation_is_refused_by_name(data: bytes) -> None:
    """The message names the file and where the format is described."""
    with pytest.raises(BrokenInput, match="alvby") as refused:
        decode(data, "alvby.gold.json")
    assert "docs/format.md" in str(refused.value)
