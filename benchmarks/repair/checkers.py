"""What stands beside the mender: a spell checker, and nothing at all."""

import re
import sys

from accounts import Mender

from protokoll.model.text import Edit, Span

__all__ = ["nothing", "spell_checker"]


def nothing(text: str) -> list[Edit]:
    """Return no edits: the text as it was read."""
    del text
    return []


def spell_checker() -> Mender | None:
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
