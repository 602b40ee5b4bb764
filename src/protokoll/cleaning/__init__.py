"""SourceText → CleanText: an ordered table of rules, each of which proposes edits."""

from protokoll.cleaning.engine import clean
from protokoll.cleaning.repairing import DEFAULT_REPAIR, Repair
from protokoll.cleaning.replaying import replay, undo
from protokoll.cleaning.rule import Rule
from protokoll.cleaning.rules import RULES, rules_with

__all__ = ["DEFAULT_REPAIR", "RULES", "Repair", "Rule", "clean", "replay", "rules_with", "undo"]
