"""A run over annotated documents as data: what is written as JSON and compared with an earlier run."""

from collections import Counter
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from protokoll.errors import BrokenInput
from protokoll.evaluation.annotation import Facts, HeadFacts
from protokoll.evaluation.comparison import compare
from protokoll.evaluation.judgement import Element, Judgement, Verdict
from protokoll.evaluation.places import located
from protokoll.evaluation.reduction import facts
from protokoll.evaluation.scores import Count, Score, counts, score
from protokoll.model.document import Document

__all__ = [
    "FORMAT",
    "Difference",
    "DocumentRun",
    "Run",
    "decode_run",
    "difference",
    "evaluate",
    "gather",
    "unread",
]

FORMAT = 1
"""The version of the JSON of a run."""


class DocumentRun(Struct, frozen=True):
    """What came of one annotated document."""

    name: str
    counts: dict[Element, Count]
    findings: tuple[Judgement, ...]
    """What was missed and what was invented, in the order of the document."""
    error: str | None = None
    """Why the text could not be parsed at all; everything annotated then counts as missed."""


class Run(Struct, frozen=True):
    """What came of all annotated documents."""

    format: int
    total: dict[Element, Score]
    documents: tuple[DocumentRun, ...]


class Difference(Struct, frozen=True):
    """What a later run has that an earlier one had not, over the documents that both have."""

    gained: tuple[tuple[str, Judgement], ...]
    """Faults that are gone, each with the name of its document."""
    lost: tuple[tuple[str, Judgement], ...]
    """Faults that are new."""
    f1: dict[Element, tuple[float | None, float | None]]
    """For each element whose F1 differs, before and after."""


def evaluate(name: str, gold: Facts, document: Document, text: str) -> DocumentRun:
    """Return what came of one document: counts for each element, and each fault with its place.

    Args:
        name: the name that the annotation goes by.
        gold: the annotation.
        document: what was parsed.
        text: the source text that the spans of the document count in.
    """
    judgements = compare(gold, facts(document))
    faults = [each for each in judgements if each.verdict is not Verdict.RIGHT]
    return DocumentRun(name, counts(judgements), tuple(located(faults, document, text)))


def unread(name: str, gold: Facts, error: str) -> DocumentRun:
    """Return the run of a document that could not be parsed: all that is annotated is missed."""
    judgements = [
        each
        for each in compare(gold, Facts(document=HeadFacts(kind=gold.document.kind)))
        if each.element is not Element.KIND
    ]
    missed = Judgement(Element.KIND, Verdict.MISSED, gold.document.kind)
    return DocumentRun(name, counts([missed, *judgements]), (missed, *judgements), error)


def gather(documents: Sequence[DocumentRun]) -> Run:
    """Return the run over `documents`, with the score of every element over all of them."""
    total = {element: score([each.counts[element] for each in documents]) for element in Element}
    return Run(FORMAT, total, tuple(documents))


def decode_run(data: bytes, name: str) -> Run:
    """Return the run in the JSON `data`; `name` is for the message if it is none.

    Raises:
        BrokenInput: it is not the JSON of a run.
    """
    try:
        return msgspec.json.decode(data, type=Run)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BrokenInput(
            f"{name} is not the result of an evaluation: {error}",
            hint="make one with 'protokoll evaluate --json'",
        ) from None


def difference(before: Run, after: Run) -> Difference:
    """Return the faults gained and lost from one run to the next, document by document.

    A fault is the same if document, §, element, verdict and words are; its page and line may have moved.
    """
    earlier, later = ({each.name: each for each in run.documents} for run in (before, after))
    gained, lost = [], []
    for name in [each for each in later if each in earlier]:
        old, new = earlier[name].findings, later[name].findings
        gained += [(name, each) for each in _without(old, new)]
        lost += [(name, each) for each in _without(new, old)]
    f1 = {element: (before.total[element].f1, after.total[element].f1) for element in Element}
    return Difference(tuple(gained), tuple(lost), {key: pair for key, pair in f1.items() if pair[0] != pair[1]})


def _without(ones: Sequence[Judgement], others: Sequence[Judgement]) -> list[Judgement]:
    rest = Counter(map(_identity, others))
    kept = []
    for each in ones:
        if rest[_identity(each)]:
            rest[_identity(each)] -= 1
        else:
            kept.append(each)
    return kept


def _identity(judgement: Judgement) -> tuple[Element, Verdict, str | None, str]:
    return judgement.element, judgement.verdict, judgement.item, judgement.words
