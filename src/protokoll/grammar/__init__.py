"""The language of minutes: words are data (`data/*.toml`), shapes are code."""

from protokoll.grammar.folding import fold, words_of, words_pattern
from protokoll.grammar.grammar import Grammar, Party, load, profiles
from protokoll.grammar.recognising import recognise

__all__ = ["Grammar", "Party", "fold", "load", "profiles", "recognise", "words_of", "words_pattern"]
