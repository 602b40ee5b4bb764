"""One form for words that differ only in case, spacing or accents."""

__all__ = ["fold"]

_LETTERS = str.maketrans("åäáàâãæöøóòôõéèêëüúùûíìîï", "aaaaaaaooooooeeeeuuuuiiii")
_MARKS = str.maketrans({mark: " " for mark in ".,:;–—-_*•\u00a0/"})


def fold(words: str) -> str:
    """Return `words` in the form in which phrases are compared.

    Case, accents, closing marks and runs of white space do not count, so that a phrase in a table and
    the same phrase in a damaged text agree.

    >>> fold("Förvaltningens  förslag till beslut:")
    'forvaltningens forslag till beslut'
    """
    return " ".join(words.lower().translate(_LETTERS).translate(_MARKS).split())
