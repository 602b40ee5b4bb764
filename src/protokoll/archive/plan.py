"""What a run has to do: which inputs are to be converted, and what the others are."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from protokoll.archive.inputs import Input
from protokoll.archive.outcome import Outcome, Status, failure, printable

__all__ = ["Duplicate", "Known", "Plan", "Wish", "as_duplicate", "plan"]


class Known(NamedTuple):
    """What the archive holds already."""

    outcomes: Mapping[str, Outcome]
    """By path."""
    outputs: Mapping[str, int]
    """The size of each document that is there."""


class Wish(NamedTuple):
    """What is asked of a run."""

    recipe: str
    """The digest of the recipe."""
    again: bool = False
    """Convert also what has not changed."""
    retry_failed: bool = False
    """Try again what failed before, though nothing has changed."""


class Duplicate(NamedTuple):
    """An input with the bytes of another: what becomes of that one serves both."""

    input: Input
    sha256: str
    first: str
    """The path of the other."""


class Plan(NamedTuple):
    """What a run has to do."""

    todo: list[Input]
    """Largest first, so that no long task is left for the end."""
    settled: list[Outcome]
    """The outcomes that need no work; most stand in the manifest as they are."""
    duplicates: list[Duplicate]


def plan(inputs: Sequence[Input], known: Known, wish: Wish) -> Plan:
    """Return what is to be done with each input.

    Of inputs with the same bytes the one that the archive knows is converted, else the first by path.

    >>> plan([Input("/arkiv/ks.txt", 5, 1)], Known({}, {}), Wish("")).todo[0].path
    '/arkiv/ks.txt'
    """
    made = Plan([], [], [])
    digests = _digests(inputs, known.outcomes)
    firsts = _firsts(digests, {each.path for each in inputs}, known.outcomes)
    for each in inputs:
        before = known.outcomes.get(each.path)
        digest = digests.get(each.path)
        if each.problem:
            made.settled.append(failure(each.path, each.problem))
        elif digest and firsts[digest] != each.path:
            made.duplicates.append(Duplicate(each, digest, firsts[digest]))
        elif before and digest == before.sha256 and _is_done(before, known, wish):
            made.settled.append(replace(before, size=each.size, mtime=each.mtime))
        else:
            made.todo.append(each)
    made.todo.sort(key=lambda each: -each.size)
    return made


def _digests(inputs: Iterable[Input], outcomes: Mapping[str, Outcome]) -> dict[str, str]:
    """Return the digest of each input that may have the bytes of another: no other size is as telling."""
    files = [each for each in inputs if not each.problem]
    sizes = Counter(each.size for each in files) + Counter(outcome.size for path, outcome in outcomes.items())
    digests = {}
    for each in files:
        before = outcomes.get(each.path)
        if before and before.sha256 and (before.size, before.mtime) == (each.size, each.mtime):
            digests[each.path] = before.sha256
        elif sizes[each.size] > 1 and (digest := each.digest()):
            digests[each.path] = digest
    return digests


def _firsts(digests: Mapping[str, str], found: Collection[str], outcomes: Mapping[str, Outcome]) -> dict[str, str]:
    """Return for each digest the path whose document serves all: a known one, else the first."""
    paths: dict[str, set[str]] = defaultdict(set)
    for path, digest in digests.items():
        paths[digest].add(path)
    holders: dict[str, set[str]] = defaultdict(set)
    for path, outcome in outcomes.items():
        is_same = path not in found or digests.get(path) == outcome.sha256
        if outcome.sha256 in paths and is_same and outcome.duplicate_of is None:
            holders[outcome.sha256].add(path)
    return {digest: min(holders.get(digest) or same, key=os.fsencode) for digest, same in paths.items()}


def as_duplicate(each: Input, first: Outcome) -> Outcome:
    """Return the outcome of an input with the bytes of another: a duplicate of its document, or the same failure.

    >>> first = Outcome(path="/arkiv/ks.txt", status=Status.CONVERTED, sha256="3f", output="documents/3f/ks-3f.json")
    >>> as_duplicate(Input("/arkiv/kopia.txt"), first).duplicate_of
    '/arkiv/ks.txt'
    """
    shown, raw = printable(each.path)
    same = Outcome(
        path=shown,
        path_bytes=raw,
        status=Status.DUPLICATE,
        sha256=first.sha256,
        size=each.size,
        mtime=each.mtime,
        duplicate_of=first.path,
    )
    if not first.is_failure:
        return same
    told = f"{shown} has the same bytes as another input: {first.error}"
    return replace(same, status=first.status, error=told, hint=first.hint, exit_code=first.exit_code)


def _is_done(before: Outcome, known: Known, wish: Wish) -> bool:
    """Tell whether a new conversion could give nothing new."""
    if wish.again or before.recipe != wish.recipe or before.duplicate_of:
        return False
    if before.is_failure:
        return not wish.retry_failed and before.sha256 is not None
    return before.output is not None and known.outputs.get(before.output) == before.output_size
