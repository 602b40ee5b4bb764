"""The measurements of archives can be taken, here on very small ones."""

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks" / "archive"
SAMPLES = BENCHMARKS.parents[1] / "data" / "samples"


@pytest.mark.parametrize(
    ("script", "words", "told"),
    [
        ("batching.py", [str(SAMPLES / "gold"), "--repeat", "1", "--jobs", "2"], "| 2 processes on their own |"),
        ("overnight.py", ["--count", "20", "--jobs", "2"], "20 records of"),
        ("killing.py", ["--count", "10", "--moments", "1"], "| identical after the next run | 1 |"),
        ("bad_files.py", ["--count", "10"], "| a record | "),
    ],
)
def test_a_measurement_prints_its_table(script: str, words: list[str], told: str) -> None:
    """The command runs as its first lines say and names what it measured."""
    command = [sys.executable, str(BENCHMARKS / script), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert told in done.stdout


def test_generated_records_differ_and_can_be_made_again(tmp_path: Path) -> None:
    """The same count gives the same bytes, and no two records are alike."""
    trees = []
    for name in ("a", "b"):
        subprocess.run(
            [sys.executable, str(BENCHMARKS / "generating.py"), str(tmp_path / name), "--count", "40"], check=True
        )
        trees.append([path.read_bytes() for path in sorted((tmp_path / name).rglob("*.txt"))])
    assert trees[0] == trees[1]
    assert len(set(trees[0])) == 40
