"""The real Tesseract, run once for each page, look and model; what it read is kept in a folder of the caller's."""

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from rendering import Look, render

__all__ = ["Page", "pages_of", "read_pages", "tidy"]

_GLYPHS = str.maketrans(
    {"”": '"', "“": '"', "„": '"', "»": '"', "«": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "−": "-", "‑": "-"}
    | dict.fromkeys("•▪●·", "*")
    | dict.fromkeys(map(chr, range(0xE000, 0xF900)), "*")  # bullets of fonts that nobody else has
    | {"\u00ad": "", "\u00a0": " ", "\ufeff": "", "…": "...", "\u200b": ""}
)


@dataclass(frozen=True)
class Page:
    """What is printed on a page, and how it looks."""

    source: str
    truth: str
    look: Look


def tidy(text: str) -> str:
    """Return the text with one glyph for each kind of quote, dash and bullet, as the comparison wants it."""
    return text.translate(_GLYPHS)


def pages_of(text: str, size: int = 2600) -> list[str]:
    """Cut a text into pages of about `size` characters, at line ends; very long lines are cut at a space."""
    pages: list[str] = []
    page: list[str] = []
    filled = 0
    for line in tidy(text).replace("\f", "\n").splitlines():
        for piece in re.findall(r".{1,1200}(?:\s|$)", line.strip()) or [""]:
            if filled + len(piece) > size and page:
                pages.append("\n".join(page).strip())
                page, filled = [], 0
            page.append(piece)
            filled += max(len(piece) + 1, 45)  # a short line fills a row
    pages.append("\n".join(page).strip())
    return [page for page in pages if len(page) > 200]


def read_pages(pages: list[Page], model: str, cache: Path, workers: int = 2) -> list[str]:
    """Return what Tesseract reads on each page with `model` (eng, swe, swe+eng …)."""
    if shutil.which("tesseract") is None:
        raise SystemExit("there is no tesseract; scripts/install-debian installs it")
    cache.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(lambda page: _read(page, model, cache), pages))


def _read(page: Page, model: str, cache: Path) -> str:
    key = hashlib.sha256(repr((page.truth, page.look, model)).encode()).hexdigest()[:24]
    kept = cache / f"{key}.txt"
    if not kept.exists():
        with tempfile.TemporaryDirectory() as folder:
            image = Path(folder) / "page.png"
            render(page.truth.splitlines(), page.look).save(image, dpi=(page.look.dpi, page.look.dpi))
            command = ["tesseract", str(image), "stdout", "-l", model, "--dpi", str(page.look.dpi)]
            done = subprocess.run(command, capture_output=True, check=True, env=os.environ | {"OMP_THREAD_LIMIT": "1"})
        kept.write_text(done.stdout.decode().replace("\f", ""), encoding="utf-8")
    return tidy(kept.read_text(encoding="utf-8"))
