"""What a report retells of the motion or letter that it answers."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from protokoll.grammar import Grammar
from protokoll.model.document import Action, Actors, Fate, Point, Proposal
from protokoll.model.outline import Block, BlockKind
from protokoll.model.text import CleanText, Span
from protokoll.parsing.actors import NOBODY, find_actors, party_of
from protokoll.parsing.points import find_points
from protokoll.parsing.sentences import sentences

__all__ = ["find_retold"]

_TOLD_IN = (BlockKind.SUMMARY, BlockKind.BACKGROUND)
_LIST = re.compile(r"\s*(?:[-–•*]|\d[.)]|att\b)\s")
_AND_THAT = re.compile(r",?\s+(?:och|samt)\s+(?=att\s)")


def find_retold(
    text: CleanText, blocks: Sequence[Block], initiator: Actors, grammar: Grammar, *, summary_first: bool = False
) -> Proposal | None:
    """Return the demand of the answered paper in the report's words, or None.

    The same demand is told two to four times in a report; it is given once, from a list of its points where
    there is one, else from the story or the summary.

    Args:
        text: the clean text.
        blocks: the blocks of the report.
        initiator: who wrote the answered paper, as far as title and story tell.
        grammar: the wordings.
        summary_first: True where the summary goes before the story (a report to the council).
    """
    best: tuple[int, tuple[Point, ...], Span, Actors] | None = None
    for block in blocks:
        if block.kind not in _TOLD_IN or block.body is not None:
            continue
        preferred = (block.kind is BlockKind.SUMMARY) == summary_first
        for rank, points, span, who in _told(text, block, grammar, preferred=preferred):
            whom = initiator if initiator != NOBODY else who
            if whom == NOBODY:
                continue
            if best is None or rank > best[0]:
                best = rank, points, span, whom
            elif rank == best[0] and _adjoins(best[2], span, block):
                best = rank, (*best[1], *points), Span(best[2].start, span.end), best[3]
    if best is None:
        return None
    whole = text.passage(best[2].start, best[2].end)
    return Proposal(best[3], Action.OWN, None, best[1], None, None, "retold", Fate.UNKNOWN, whole.span, whole.page)


def _told(
    text: CleanText, block: Block, grammar: Grammar, *, preferred: bool
) -> Iterator[tuple[int, tuple[Point, ...], Span, Actors]]:
    """Yield the sentences that retell a demand: how plainly, its points, its place, and who is named in it."""
    words = text.text
    for span in sentences(words, block.content.start, block.span.end):
        match = _pattern(grammar).match(words, span.start, span.end)
        if not match:
            continue
        who = _who(text, match, grammar)
        opens = re.compile(r"följande\W*$|:\s*$").search(words, match.end("verb"), span.end)
        if opens and _LIST.match(words, span.end, block.span.end):
            gap = re.compile(r"\n[ \t]*\n\s*(?![-–•*\d]|att\b)|\Z").search(words, span.end + 3, block.span.end)
            end = gap.start() if gap else block.span.end
            yield 6, find_points(text, span.end, end, grammar), Span(span.start, end), who
        elif match["clause"]:
            # "vill därför" closes the argument: what went before it led there.
            concludes = "därför" in words[match.end("verb") : match.start("clause")]
            yield 2 + 2 * preferred + concludes, _clauses(text, match, span, grammar), span, who


def _who(text: CleanText, match: re.Match[str], grammar: Grammar) -> Actors:
    if match["citizen"]:
        return find_actors(text, *match.span("citizen"), grammar)
    if not match["who"]:
        return NOBODY
    who = find_actors(text, *match.span("who"), grammar)
    party = party_of(match["who"], grammar) if who == NOBODY else None
    return Actors(None, (), (party,), text.passage(*match.span("who"))) if party else who


def _clauses(text: CleanText, match: re.Match[str], span: Span, grammar: Grammar) -> tuple[Point, ...]:
    """Read 'föreslår att A och att B' as points A and B; 'vill …' stands as the whole sentence."""
    words = text.text
    if match["verb"].strip().lower().startswith(("vill", "önskar")):
        return find_points(text, span.start, span.end, grammar)
    begin = match.start("clause") + len("att ")
    end = span.end - 1 if words[span.end - 1] == "." else span.end
    points: list[Point] = []
    for joint in [*_AND_THAT.finditer(words, begin, end), None]:
        stop = joint.start() if joint else end
        points.extend(find_points(text, begin, stop, grammar))
        begin = joint.end() + len("att ") if joint else end
    return tuple(points)


def _adjoins(before: Span, span: Span, block: Block) -> bool:
    return block.span.start <= before.start and before.end <= span.start <= before.end + 3


@lru_cache(maxsize=8)
def _pattern(grammar: Grammar) -> re.Pattern[str]:
    table = grammar.words["matters"]["retelling"]
    initiators = "|".join(map(re.escape, table["initiators"]))
    passives = "|".join(r"\s+".join(re.escape(word) for word in each.split()) for each in table["passives"])
    verbs = "|".join(map(re.escape, table["verbs"]))
    return re.compile(
        rf"""(?:(?:{initiators})\b|(?P<passive>{passives})\b|(?P<who>[A-ZÅÄÖ][^.:;]{{2,160}}?(?:\([^)\n]{{1,14}}\)|partiet|erna))
              |(?P<citizen>[A-ZÅÄÖ][a-zåäö-]+\s+[A-ZÅÄÖ][a-zåäö-]+)(?=\s+(?:föreslår|har\s+föreslagit)\s+i\s+(?:ett|sitt)\s))
             (?P<verb>(?(passive)|\s+(?:{verbs})\b))
             (?:\s+(?:också|även|d\w{{2,4}}f\wr|vidare|bland\s+annat|dels|i\s+(?:en|sin)\s+motion(?:\s*\([\d:/-]+\))?(?:\s+till\s+kommunfullmäktige)?|i\s+(?:en|sin)\s+skrivelse|i\s+(?:ett|sitt)\s+\w+förslag|i\s+motionen|i\s+skrivelsen)){{0,3}}
             (?:\s+(?P<clause>att\b|ge\b|dels\s+att\b)|\s+följande|\s*:)""",
        re.VERBOSE,
    )
