"""The whole output for each sample stays as it is until somebody means to change it.

The goldens hold what the parser gave; that it is right is for the annotations in `data/samples/gold` to tell.
"""

import difflib
from pathlib import Path

import pytest

from protokoll import encode
from tests.documents.samples import NAMES, SAMPLES, way

GOLDENS = Path(__file__).parent / "goldens"
SHOWN = [name for name in NAMES if (SAMPLES / name).exists()]


@pytest.mark.parametrize("name", SHOWN)
def test_output_is_golden(name: str) -> None:
    """The output is the golden; a missing golden is written, and wants to be read before it is committed."""
    golden, output = GOLDENS / f"{name}.json", encode(way(name).document)
    if not golden.exists():
        GOLDENS.mkdir(exist_ok=True)
        golden.write_bytes(output)
        pytest.fail(f"{golden.name} was missing and is written: read it line by line beside {name}, then commit it")
    change = difflib.unified_diff(
        golden.read_text("utf-8").splitlines(), output.decode().splitlines(), "golden", "output", lineterm="", n=2
    )
    assert "\n".join(list(change)[:80]) == ""


def test_no_golden_is_left_over() -> None:
    """Each golden belongs to a sample."""
    assert {path.name for path in GOLDENS.glob("*.json")} <= {f"{name}.json" for name in SHOWN}
