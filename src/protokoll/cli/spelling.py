"""What a mistyped word was probably meant to be."""

from collections.abc import Iterable

__all__ = ["suggest"]


def suggest(word: str, choices: Iterable[str]) -> str:
    """Return advice that names the nearest of `choices`, else all of them; empty where there are too many.

    >>> suggest("jsno", ["json", "jsonl", "csv"])
    "perhaps 'json' or 'jsonl'"
    >>> suggest("xml", ["json", "jsonl", "csv"])
    'choose json, jsonl or csv'
    """
    from difflib import get_close_matches

    choices = list(choices)
    near = get_close_matches(word.lower(), choices, n=2, cutoff=0.6)
    if near:
        return f"perhaps {' or '.join(map(repr, near))}"
    if not choices or len(choices) > 12:
        return ""
    *most, last = choices
    return f"choose {', '.join(most)} or {last}" if most else f"there is only {last}"
