"""Damage of the kinds that scanners and converters do to a text; the same seed does the same damage."""

import random
import re

__all__ = ["KINDS", "damage"]

# What a reader without Swedish makes of a letter.
_CONFUSIONS = {"å": "ad4é", "ä": "aéid", "ö": "o6é", "Ä": "A", "Å": "A", "Ö": "OG", "l": "1", "§": "S8"}

KINDS = ("letters", "lines", "pages", "holes", "spaces")


def damage(text: str, kind: str, seed: int) -> str:
    """Return `text` with damage of one kind."""
    rng = random.Random(f"{kind} {seed}")  # noqa: S311 # nothing secret
    match kind:
        case "letters":
            return "".join(
                rng.choice(_CONFUSIONS[each]) if each in _CONFUSIONS and rng.random() < 0.3 else each for each in text
            )
        case "lines":
            return re.sub(r" ", lambda _: "\n" if rng.random() < 0.05 else " ", text)
        case "pages":
            return re.sub(r"\n", lambda _: "\n\f" if rng.random() < 0.05 else "\n", text)
        case "holes":
            starts = sorted(rng.randrange(len(text)) for _ in range(8))
            return "".join(each[rng.randrange(40) :] for each in _cut(text, starts))
        case _:
            return re.sub(r"\s+", lambda white: white[0] * rng.choice((1, 1, 1, 2, 3)), text)


def _cut(text: str, places: list[int]) -> list[str]:
    return [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]
