"""The spaCy pipeline: Swedish tokens, with the ends of sentences as minutes print them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

__all__ = ["pipeline", "set_sentences"]

_NOT_NEEDED = ["parser", "ner", "lemmatizer", "senter"]
_STOPS = frozenset(".!?…")
_CLOSERS = frozenset("\"”’»)]'")
_OPENERS = frozenset('"”“»«([–-§•')
# What stands before a point that ends no sentence, where the tokenizer parts the two.
_ABBREVIATIONS = frozenset(
    ["nr", "dnr", "prop", "bet", "kap", "st", "jfr", "resp", "inkl", "exkl", "ca", "kl", "kr", "tkr"]
)
# Abbreviations that the tokenizer keeps whole and that may well be the last word of a sentence.
_LAST = frozenset(["m.m.", "m.fl.", "mm.", "mfl.", "etc.", "osv.", "o.s.v.", "o.d.", "e.d.", "dyl.", "o.dyl."])


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """Return the pipeline that cuts text into words: spaCy's rules for Swedish.

    Where a trained Swedish pipeline is installed, its reading of the forms of words is used as well; ends of
    sentences are always those of `set_sentences`.

    >>> [token.text for token in pipeline()("Bl.a. detta bör ses över.")][:3]
    ['Bl.a.', 'detta', 'bör']
    """
    import spacy

    trained = sorted(name for name in spacy.util.get_installed_models() if name.startswith("sv_"))
    if trained:
        return spacy.load(trained[0], exclude=_NOT_NEEDED)
    return spacy.blank("sv")


def set_sentences(doc: Doc) -> Doc:
    """Mark where sentences begin, and return the same `doc`.

    >>> doc = set_sentences(pipeline()("Vi vill mer, t.ex. Nya skolor. Dnr. 5 avslås m.m. Nu räcker det."))
    >>> [sentence.text for sentence in doc.sents]
    ['Vi vill mer, t.ex. Nya skolor.', 'Dnr. 5 avslås m.m.', 'Nu räcker det.']
    """
    import numpy as np

    starts = [1 if not token.i or (_opens(token) and _ends(doc, token.i - 1)) else -1 for token in doc]
    column: Any = np.asarray(starts, dtype=np.int64).astype(np.uint64).reshape(-1, 1)
    # Token by token spaCy would look at the whole text each time.
    return doc.from_array(["SENT_START"], column)


def _opens(token: Token) -> bool:
    """Tell whether a sentence may begin with a token."""
    if not token.nbor(-1).whitespace_:
        return token.text[0].isupper() and token.nbor(-1).text in _STOPS
    return token.text[0].isupper() or token.text[0].isdigit() or token.text[0] in _OPENERS


def _ends(doc: Doc, at: int) -> bool:
    """Tell whether a sentence ends with the token `at`, or with the one that closes a quotation there."""
    while at > 0 and doc[at].text in _CLOSERS:
        at -= 1
    word = doc[at].text
    if word.lower() in _LAST:
        return doc[at + 1].text[0].isupper() if at + 1 < len(doc) else True
    if word == ":":
        return doc[at + 1].text[0].isupper() and any(token.lower_ == "följande" for token in doc[max(0, at - 4) : at])
    if word not in _STOPS:
        return False
    before = doc[at - 1].text if at else ""
    return not (word == "." and (before.lower() in _ABBREVIATIONS or _is_ordinal(doc, at)))


def _is_ordinal(doc: Doc, at: int) -> bool:
    """Tell whether the point `at` stands after an initial, or after a number that begins the text."""
    before = doc[at - 1]
    if len(before.text) == 1 and before.text.isupper():
        return True
    return at == 1 and before.text.isdigit()
