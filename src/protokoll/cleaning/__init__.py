"""SourceText → CleanText: an ordered table of rules, each of which proposes edits."""
