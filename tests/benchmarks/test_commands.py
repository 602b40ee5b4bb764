"""Every measurement can be taken on the samples, and a page keeps one table of each."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
SAMPLES = BENCHMARKS.parent / "data" / "samples"


@pytest.mark.parametrize(
    ("script", "words", "told"),
    [
        ("startup.py", ["--repeat", "1"], "`protokoll --help`"),
        ("meeting.py", ["--repeat", "1"], "protokoll-kf-2023-10-23.txt"),
        ("throughput.py", ["--repeat", "1"], "the whole way"),
        ("memory.py", [], "an empty Python"),
    ],
)
def test_a_measurement_prints_its_table(script: str, words: list[str], told: str) -> None:
    """The command runs as the README says and names what it measured."""
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / script), *words], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert f"| {told}" in done.stdout or f"**{told}**" in done.stdout


def test_accuracy_writes_a_page(tmp_path: Path) -> None:
    """The page has every record and a row for each element that some record has."""
    page = tmp_path / "accuracy.md"
    command = [str(BENCHMARKS / "accuracy.py"), str(SAMPLES / "gold"), str(SAMPLES), "--output", str(page)]
    subprocess.run([sys.executable, *command], check=True, capture_output=True)
    text = page.read_text("utf-8")
    assert text.startswith("# Accuracy\n")
    assert text.count("\n| whole vote |") == 2
    for annotation in (SAMPLES / "gold").glob("*.gold.json"):
        assert annotation.name.removesuffix(".gold.json") in text


@pytest.fixture
def sections(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module that writes pages, writing to a page of its own."""
    spec = importlib.util.spec_from_file_location("sections", BENCHMARKS / "sections.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "PAGE", tmp_path / "performance.md")
    return module


def test_a_section_takes_the_place_of_the_one_before(sections: ModuleType) -> None:
    """Measured again, a table is replaced where it stands and its neighbours stay."""
    for name, figure in (("Start-up", "1"), ("Memory", "2"), ("Start-up", "3")):
        sections.publish(sections.Section(name, "Told.", ("case", "ms"), [("all", figure)]), write=True)
    text = sections.PAGE.read_text("utf-8")
    assert [line for line in text.splitlines() if line.startswith(("## ", "| all"))] == [
        "## Start-up",
        "| all | 3 |",
        "## Memory",
        "| all | 2 |",
    ]
