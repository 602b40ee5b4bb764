"""Documents against hand annotations: what is right, missed and invented, and how sure the scores are."""

from protokoll.evaluation.annotation import Facts, decode
from protokoll.evaluation.comparison import compare
from protokoll.evaluation.judgement import APART, Element, Judgement, Verdict
from protokoll.evaluation.reduction import facts
from protokoll.evaluation.run import (
    Difference,
    DocumentRun,
    Run,
    decode_run,
    difference,
    evaluate,
    gather,
    unread,
)
from protokoll.evaluation.scores import Count, Interval, Score

__all__ = [
    "APART",
    "Count",
    "Difference",
    "DocumentRun",
    "Element",
    "Facts",
    "Interval",
    "Judgement",
    "Run",
    "Score",
    "Verdict",
    "compare",
    "decode",
    "decode_run",
    "difference",
    "evaluate",
    "facts",
    "gather",
    "unread",
]
