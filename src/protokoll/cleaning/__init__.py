"""SourceText → CleanText: an ordered table of rules, each of which proposes edits."""

from protokoll.cleaning.engine import Rule, clean, replay, undo
from protokoll.cleaning.rules import RULES

__all__ = ["RULES", "Rule", "clean", "replay", "undo"]
