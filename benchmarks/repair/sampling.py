"""Pages chosen by chance from kinds of text, in documents of a few pages that follow each other."""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reading import Page, pages_of
from rendering import looks

__all__ = ["LEARNT", "UNSEEN", "documents", "texts_in"]

LEARNT = [
    "LiberationSerif-Regular.ttf",
    "LiberationSans-Regular.ttf",
    "DejaVuSans.ttf",
    "DejaVuSerif.ttf",
    "FreeSerif.ttf",
    "Carlito-Regular.ttf",
    "texgyrepagella-regular.otf",
    "LiberationSerif-Bold.ttf",
    "LiberationSans-Italic.ttf",
    "FreeSans.ttf",
    "OpenSans-Regular.ttf",
    "texgyreschola-regular.otf",
]
"""The typefaces that the mender learnt from."""
UNSEEN = [
    "Caladea-Regular.ttf",
    "texgyretermes-regular.otf",
    "LinLibertine_R.otf",
    "Lato-Regular.ttf",
    "texgyreheros-regular.otf",
    "texgyrebonum-regular.otf",
    "LiberationSansNarrow-Regular.ttf",
]
"""Those that it is measured on."""
_PER_DOCUMENT = 4
_SLIPS = 2


def texts_in(path: Path) -> dict[str, str]:
    """Return the texts of a folder, or the one text of a file, by their names."""
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    return {file.name: file.read_text(encoding="utf-8") for file in files}


def documents(
    kinds: Sequence[Mapping[str, str]], count: int, fonts: list[str], *, rough: bool
) -> Iterator[tuple[int, list[Page]]]:
    """Yield documents of up to four pages, each in one look, with the number of their kind.

    Args:
        kinds: for each kind of text, its texts by name.
        count: about how many pages of each kind.
        fonts: file names of typefaces.
        rough: draw small, coarse and copied pages only.
    """
    chance = random.Random(count + rough)  # noqa: S311 - a sample, no secret
    chosen: list[tuple[int, str, list[str]]] = []
    for kind, texts in enumerate(kinds):
        most = max(1, round(count / len(texts) / _PER_DOCUMENT))
        for name, text in texts.items():
            pages = pages_of(text)
            runs = [pages[at : at + _PER_DOCUMENT] for at in range(0, len(pages), _PER_DOCUMENT)]
            chosen += [(kind, name, run) for run in chance.sample(runs, min(most, len(runs)))]
    own = looks(fonts, len(chosen), seed=count + 1, rough=rough)
    chance.shuffle(own)
    for (kind, name, run), look in zip(chosen, own, strict=True):
        if not _lacks_letters(run):
            yield kind, [Page(name, page, look) for page in run]


def _lacks_letters(pages: list[str]) -> bool:
    """Tell whether a text lost double letters when it was made ('at' for 'att'): its print is wrong itself."""
    words = re.findall(r"\w+", " ".join(pages).lower())
    return words.count("at") > _SLIPS + words.count("att") / 10
