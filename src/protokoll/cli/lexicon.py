"""The archive's own words and names, read from a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from protokoll.errors import BinaryInput, EmptyInput, MissingInput

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read_lexicon"]

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def read_lexicon(path: Path) -> tuple[str, ...]:
    """Return the words of a file in UTF-8, each once, in the order of the alphabet.

    Raises:
        MissingInput: the file cannot be opened.
        BinaryInput: it is not UTF-8 text.
        EmptyInput: it holds no word.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise MissingInput(f"the lexicon {path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise BinaryInput(f"the lexicon {path} is not text in UTF-8", hint="save it as UTF-8") from None
    words = tuple(sorted(set(_WORD.findall(text))))
    if not words or "\0" in text:
        raise EmptyInput(f"the lexicon {path} holds no word", hint="write one word on each line")
    return words
