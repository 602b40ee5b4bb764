"""Words that worn print has torn apart: `kommun fullmäktige`, `Arbetsför medlingen`."""

import re
from collections.abc import Iterator, Sequence

from protokoll.cleaning.repair.store import open_store, skeleton
from protokoll.model.text import Edit, Span

__all__ = ["mend_torn_words"]

# Two pieces in lower case on one line, the first perhaps with a capital.
_TWO = re.compile(r"(?<![\w.:/@'\"-])(?=(?P<first>[A-ZÅÄÖ]?[a-zåäö]{2,30}) (?P<second>[a-zåäö]{2,30})(?![\w:/@-]))")
_LEAST = 8
_LONG = 4
_FAR = 99.0
_GAIN = 7.0
"""By so much a word must be likelier than its two parts beside each other, where both are words, too."""
_SURE = 0.97


def mend_torn_words(text: str, spans: Sequence[Span]) -> Iterator[Edit]:
    """Propose to take out the blank within a word, where what stands beside it makes no two words that go together.

    Args:
        text: the text.
        spans: the noisy stretches.

    >>> text = "Förslaget till kommun fullmäktige om Arbetsför medlingen och en skild person"
    >>> [edit.span.start for edit in mend_torn_words(text, [Span(0, 76)])]
    [21, 46]
    """
    for span in spans:
        for match in _TWO.finditer(text, span.start, span.end):
            if _is_torn(match["first"].lower(), match["second"]):
                at = match.end("first")
                yield Edit(Span(at, at + 1), "", _SURE, "blank")


def _is_torn(first: str, second: str) -> bool:
    if len(first) + len(second) < _LEAST or _cost(first + second) == _FAR or open_store().pair(first, second) >= 0:
        return False
    parts = _cost(first), _cost(second)
    if _FAR in parts:
        return True
    return min(len(first), len(second)) >= _LONG and sum(parts) - _cost(first + second) >= _GAIN


def _cost(word: str) -> float:
    return next((each.cost for each in open_store().bucket(skeleton(word)) if each.text == word), _FAR)
