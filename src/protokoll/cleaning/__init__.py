"""SourceText → CleanText: an ordered table of rules, each of which proposes edits."""

from protokoll.cleaning.engine import clean
from protokoll.cleaning.replaying import replay, undo
from protokoll.cleaning.rule import Rule
from protokoll.cleaning.rules import RULES

__all__ = ["RULES", "Rule", "clean", "replay", "undo"]
