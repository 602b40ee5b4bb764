"""The same record gives the same facts, whatever file it comes in."""

import subprocess
import sys
from pathlib import Path

from protokoll.evaluation.reduction import facts
from tests.documents.samples import SAMPLES, take, way

EXTRACT = "protokollsutdrag-bun-2024-02-20"
OLD = "protokoll-ks-2003-11-12.txt"


def test_pdf_says_what_its_text_says() -> None:
    """The PDF of a sample gives the facts of the text that it was made from."""
    assert facts(way(f"{EXTRACT}.pdf").document) == facts(way(f"{EXTRACT}.txt").document)


def test_pdf_is_made_from_its_text(tmp_path: Path) -> None:
    """The PDF in the samples is what the script makes of the text today."""
    script = SAMPLES.parents[1] / "scripts" / "make_sample_pdf.py"
    subprocess.run([sys.executable, script, tmp_path], check=True)
    name = f"{EXTRACT}.pdf"
    assert (tmp_path / name).read_bytes() == (SAMPLES / name).read_bytes()


def test_windows_text_is_read_as_such() -> None:
    """The old minutes are Windows-1252, and give the same facts as UTF-8."""
    old = way(OLD)
    assert old.source.encoding == "windows-1252"
    again = take(OLD, old.source.text.encode("utf-8"))
    assert again.source.text == old.source.text
    assert facts(again.document) == facts(old.document)
