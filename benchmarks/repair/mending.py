"""How well misread words are mended, printed as a table.

    python benchmarks/repair/mending.py TEXT... --cache FOLDER [--model eng] [--pages 20] [--rate 0.003] [--rough]

Each TEXT is a Swedish text that nothing was learnt from. Its pages are rendered in typefaces that nothing was
learnt from, read by the real Tesseract, mended, and compared with what was printed; beside them a spell checker
(if symspellpy and wordfreq are installed) and Tesseract with the Swedish model. What Tesseract read is kept in
the cache, so that a second run takes seconds.
"""

import argparse
import re
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from aligning import groups, word_errors
from rapidfuzz.distance import Levenshtein
from reading import Page, pages_of, read_pages
from rendering import looks

from protokoll.cleaning.repair.mender import find_mendings
from protokoll.cleaning.repair.worn import find_worn
from protokoll.model.text import Edit, Span

_FONTS = (
    "Caladea-Regular.ttf",
    "texgyretermes-regular.otf",
    "LinLibertine_R.otf",
    "Lato-Regular.ttf",
    "texgyreheros-regular.otf",
    "texgyrebonum-regular.otf",
    "LiberationSansNarrow-Regular.ttf",
)
_PER_DOCUMENT = 4
Mender = Callable[[str], list[Edit]]


@dataclass
class Ledger:
    """What became of each word."""

    words: int = 0
    errors_before: int = 0
    errors_after: int = 0
    letters: int = 0
    wrong_letters_before: int = 0
    wrong_letters_after: int = 0
    damaged: int = 0
    mended: int = 0
    healthy: int = 0
    broken: int = 0
    edited: int = 0
    right: int = 0
    digits: int = 0
    characters: int = 0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--model", default="eng", help="eng, swe or swe+eng")
    parser.add_argument("--pages", type=int, default=20, help="pages of each text")
    parser.add_argument("--rate", type=float, default=0.003, help="the share of applied edits that may be wrong")
    parser.add_argument("--rough", action="store_true", help="small, coarse and copied pages: worn print")
    parser.add_argument("--faults", action="store_true", help="print what went wrong, word by word")
    options = parser.parse_args()
    started = time.perf_counter()
    find_mendings("Namnden foreslar att fullmaktige avslar motionen for att det ar for dyrt pa sikt.")
    print(
        f"load {time.perf_counter() - started:.2f} s, {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
    )

    def mend(text: str) -> list[Edit]:
        found = [*find_mendings(text, max_error_rate=options.rate), *find_worn(text, max_error_rate=options.rate)]
        return [Edit(each.span, each.text) for each in sorted(found, key=lambda each: each.span) if each.applied]

    documents = [
        document for path in options.texts for document in _documents(path, options.pages, rough=options.rough)
    ]
    print(_HEADS)
    seen = [read_pages(pages, options.model, options.cache) for pages in documents]
    ledger = _measure(documents, seen, mend)
    _print(f"{options.model}, mended", ledger)
    speller = _spell_checker()
    if speller is not None:
        _print(f"{options.model}, symspellpy", _measure(documents, seen, speller))
    _print(
        "swe, as read", _measure(documents, [read_pages(pages, "swe", options.cache) for pages in documents], _nothing)
    )
    _print("clean text", _measure(documents, [[page.truth for page in pages] for pages in documents], mend))
    if options.faults:
        print("\n".join(ledger.faults))


def _documents(path: Path, count: int, *, rough: bool) -> list[list[Page]]:
    """Return the pages of a text in documents of a few pages, each document with one look."""
    printed = pages_of(path.read_text(encoding="utf-8"))[:count]
    chosen = looks(list(_FONTS), (len(printed) - 1) // _PER_DOCUMENT + 1, seed=len(printed), rough=rough)
    return [
        [Page(path.name, truth, look) for truth in printed[at * _PER_DOCUMENT : (at + 1) * _PER_DOCUMENT]]
        for at, look in enumerate(chosen)
    ]


def _measure(documents: list[list[Page]], seen: list[list[str]], mender: Mender) -> Ledger:
    ledger = Ledger()
    for pages, texts in zip(documents, seen, strict=True):
        whole = "\f".join(texts)
        started = time.perf_counter()
        edits = mender(whole)
        ledger.seconds += time.perf_counter() - started
        ledger.characters += len(whole)
        at = 0
        for page, text in zip(pages, texts, strict=True):
            own = [
                Edit(Span(edit.span.start - at, edit.span.end - at), edit.text)
                for edit in edits
                if at <= edit.span.start < at + len(text)
            ]
            _account(page.truth, text, own, ledger)
            at += len(text) + 1
    return ledger


def _account(truth: str, text: str, edits: list[Edit], ledger: Ledger) -> None:
    mended = _applied(text, edits, 0, len(text))
    before, words = word_errors(truth, text)
    ledger.errors_before += before
    ledger.errors_after += word_errors(truth, mended)[0]
    ledger.words += words
    ledger.letters += len(truth)
    ledger.wrong_letters_before += Levenshtein.distance(truth, text)
    ledger.wrong_letters_after += Levenshtein.distance(truth, mended)
    for group in groups(truth, text):
        own = [edit for edit in edits if group.start <= edit.span.start < group.end]
        after = _applied(text, own, group.start, group.end) if own else group.seen
        right = after == group.truth
        if group.truth == group.seen:
            ledger.healthy += 1
            ledger.broken += not right
        else:
            ledger.damaged += 1
            ledger.mended += right
        if own:
            ledger.edited += 1
            closer = Levenshtein.distance(group.truth, after) < Levenshtein.distance(group.truth, group.seen)
            ledger.right += right or closer
            ledger.digits += _figures(group.seen) != _figures(after) and _figures(group.seen) == _figures(group.truth)
        if not right:
            ledger.faults.append(f"  {group.truth!r} read {group.seen!r} became {after!r}")


def _applied(text: str, edits: list[Edit], start: int, end: int) -> str:
    parts, at = [], start
    for edit in edits:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join(parts) + text[at:end]


def _figures(words: str) -> str:
    return re.sub(r"\D", "", words)


def _nothing(text: str) -> list[Edit]:
    del text
    return []


def _spell_checker() -> Mender | None:
    """Return symspellpy with the words of wordfreq, or None where they are not installed."""
    try:
        import wordfreq
        from symspellpy import SymSpell, Verbosity
    except ImportError:
        print("symspellpy and wordfreq are not installed: no spell checker beside", file=sys.stderr)
        return None
    checker = SymSpell(max_dictionary_edit_distance=2)
    for word, share in wordfreq.get_frequency_dict("sv", wordlist="large").items():
        checker.create_dictionary_entry(word, int(share * 1e9) + 1)

    def correct(text: str) -> list[Edit]:
        edits = []
        for match in re.finditer(r"[^\W_]*[^\W\d_][^\W_]*", text):
            found = checker.lookup(match.group().lower(), Verbosity.TOP, max_edit_distance=2)
            if found and found[0].distance:
                word = found[0].term
                edits.append(Edit(Span(*match.span()), word.capitalize() if match.group()[0].isupper() else word))
        return edits

    return correct


_HEADS = (
    "what                   words   WER %          CER %         mended   broken/10k  edits right  digits      char/s"
)


def _print(name: str, ledger: Ledger) -> None:
    words, letters = max(1, ledger.words), max(1, ledger.letters)
    print(
        f"{name:20} {ledger.words:7} "
        f"{100 * ledger.errors_before / words:6.2f} → {100 * ledger.errors_after / words:5.2f} "
        f"{100 * ledger.wrong_letters_before / letters:6.2f} → {100 * ledger.wrong_letters_after / letters:5.2f} "
        f"{100 * ledger.mended / max(1, ledger.damaged):8.2f} % {1e4 * ledger.broken / max(1, ledger.healthy):9.1f} "
        f"{100 * ledger.right / max(1, ledger.edited):11.2f} % {ledger.digits:6} "
        f"{ledger.characters / max(1e-9, ledger.seconds):12.0f}"
    )


if __name__ == "__main__":
    main()
