"""How many § that the Swedish model of Tesseract cannot read are restored, and how many are written wrongly.

    python benchmarks/repair/section_signs.py KIND... --cache FOLDER [--pages 60] [--rough] [--misses] [--write]

Each KIND is a text or a folder of texts that hold §. Documents of up to four pages that have one are rendered in
typefaces that nothing was learnt from, read with `swe`, and their signs restored; --rough draws coarse, copied pages.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from aligning import applied, groups
from reading import Page, read_pages
from sampling import UNSEEN, documents, texts_in

from protokoll.cleaning.repair.section_signs import restore_section_signs
from protokoll.grammar import load
from protokoll.model.text import Edit, Span
from tables import Table, publish

_SIGN = "§"
_READABLE = 0.3
"""Pages with more wrong words than this are left out."""
_BESIDE = 30


@dataclass
class _Count:
    """Signs printed, restored and written where none is."""

    printed: int = 0
    restored: int = 0
    wrong: int = 0
    misses: list[str] = field(default_factory=list)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="+", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--pages", type=int, default=60, help="pages of each kind")
    parser.add_argument("--rough", action="store_true", help="small, coarse and copied pages")
    parser.add_argument("--misses", action="store_true", help="print what was missed or wrong")
    parser.add_argument("--write", action="store_true", help="put the table in docs/repair.md")
    options = parser.parse_args()
    counts = [_Count() for _ in options.kinds]
    chosen = documents([texts_in(path) for path in options.kinds], options.pages, UNSEEN, rough=options.rough)
    for kind, pages in chosen:
        if any(_SIGN in page.truth for page in pages):
            _add(counts[kind], pages, read_pages(pages, "swe", options.cache))
    rows = [_row(path.name, count) for path, count in zip(options.kinds, counts, strict=True)]
    whole = _Count(*(sum(getattr(each, name) for each in counts) for name in ("printed", "restored", "wrong")))
    head = ("text", "§ printed", "restored", "of those printed", "written where none is")
    publish(Table("section signs" + " rough" * options.rough, head, [*rows, _row("all", whole)]), write=options.write)
    if options.misses:
        print("\n".join(miss for count in counts for miss in count.misses))


def _row(name: str, count: _Count) -> tuple[str, ...]:
    share = f"{100 * count.restored / count.printed:.1f} %" if count.printed else ""
    return name, str(count.printed), str(count.restored), share, str(count.wrong)


def _add(count: _Count, pages: Sequence[Page], texts: Sequence[str]) -> None:
    """Count the signs of one document, which are restored as in one text."""
    at, edits = 0, list(restore_section_signs("\f".join(texts), load()))
    for page, text in zip(pages, texts, strict=True):
        own = [
            Edit(Span(each.span.start - at, each.span.end - at), each.text)
            for each in edits
            if at <= each.span.start < at + len(text)
        ]
        at += len(text) + 1
        for printed, restored, wrong, place in _groups(page.truth, text, own):
            count.printed += printed
            count.restored += restored
            count.wrong += wrong
            if wrong or restored < printed:
                count.misses.append(
                    ("wrong " if wrong else "missed ") + repr(text[max(0, place - _BESIDE) : place + _BESIDE])
                )


def _groups(truth: str, text: str, edits: Sequence[Edit]) -> Iterator[tuple[int, int, int, int]]:
    """Yield for each group of words the signs printed, restored, and written wrongly, and its place."""
    found = groups(truth, text)
    if sum(group.truth != group.seen for group in found) > _READABLE * len(found):
        return
    for group in found:
        own = [edit for edit in edits if group.start <= edit.span.start < group.end]
        printed, after = group.truth.count(_SIGN), applied(text, own, group.start, group.end) if own else group.seen
        yield printed, min(printed, after.count(_SIGN)), int(bool(own) and not printed), group.start


if __name__ == "__main__":
    main()
