"""Where the demand stands in a motion, a letter, an interpellation, a citizen's proposal."""

import re
from collections.abc import Iterator
from functools import lru_cache

from protokoll.grammar import Grammar
from protokoll.model.outline import BlockKind
from protokoll.model.text import Span
from protokoll.segmenting.headings import Heading
from protokoll.segmenting.matter_headings import find_matter_headings

__all__ = ["initiative_marks", "question_marks"]

# Where a sentence of running text begins: after a full stop, after a blank line, at the start.
_SENTENCE = re.compile(r"(?:\A|(?<=[.!?:])\s+|\n[ \t]*\n\s*)(?=[A-ZÅÄÖ•–-])")
_LIST = r"(?:att\b|Att\b|1[.)]|a\)|[-–•*][ \t])"
# "Älvinge den 13 februari 2023", or a line with nothing but names and parties: here the paper is signed.
_SIGNED = re.compile(
    r"""\n[ \t]*(?:
        [A-ZÅÄÖ][a-zåäö]+(?:[ -][A-ZÅÄÖ]?[a-zåäö]+)*,?[ ](?:den[ ])?
            (?:\d{1,2}[ ][a-z]{3,9}[ ]\d{4}|\d{4}-\d\d-\d\d)[ \t]*$
      | För[ ][A-ZÅÄÖ][^\n.]{2,60}$
      | (?:[A-ZÅÄÖ][^\n().]{3,40}\([A-ZÅÄÖa-zåäö]{1,5}\)
            (?:,[ ][a-zåäö][a-zåäö -]{3,40})?[ \t,]*(?:och[ ]|samt[ ])?){1,4}$)""",
    re.VERBOSE | re.MULTILINE,
)


def initiative_marks(words: str, grammar: Grammar) -> Iterator[Heading]:
    r"""Yield where the demand of a motion or letter opens, and where its signature.

    The demand is the last sentence that leads in a list of what is wanted, or else the last in which the writer
    says what he or she wants; a heading ('Förslag till beslut', 'Yrkande') shows it more plainly.

    >>> from protokoll.grammar import load
    >>> words = "Bad\n\nBadet är kallt. Därför yrkar jag\natt badet värms.\n\nEva Ek (V)\n"
    >>> [words[mark.span.start : mark.span.end] for mark in initiative_marks(words, load())]
    ['Därför yrkar jag', '']
    """
    headed = [
        heading
        for heading in find_matter_headings(words, 0, len(words), grammar)
        if heading.kind is BlockKind.PROPOSAL and heading.span.start > 0
    ]
    demand = headed[-1] if headed else _demand(words, grammar)
    if demand:
        yield demand
    signed = _SIGNED.search(words, demand.span.end if demand else len(words) // 2)
    if signed:
        yield Heading(BlockKind.OTHER, Span(signed.start() + 1, signed.start() + 1), None)


def question_marks(words: str, grammar: Grammar) -> Iterator[Heading]:
    r"""Yield where the questions of an interpellation open, and where its signature.

    >>> from protokoll.grammar import load
    >>> words = "Bad\n\nDärför vill jag fråga:\n1. När öppnar badet?\n\nEva Ek (V)\n"
    >>> [words[mark.span.start:mark.span.end] for mark in question_marks(words, load())]
    ['Därför vill jag fråga', '']
    """
    for mark in initiative_marks(words, grammar):
        yield mark._replace(kind=BlockKind.OTHER)


def _demand(words: str, grammar: Grammar) -> Heading | None:
    starts = [match.end() for match in _SENTENCE.finditer(words)]
    listed = [match for match in _leads(grammar).finditer(words) if _is_writers(match[0])]
    if listed:
        lead = listed[-1]["lead"]
        opens = listed[-1].start() + len(lead) - len(lead.lstrip())
        start = max((place for place in starts if place <= opens), default=0)
        return Heading(BlockKind.PROPOSAL, Span(start, listed[-1].end("lead")), None)
    own = list(_wants(grammar).finditer(words))
    if not own:
        return None
    start = max((place for place in starts if place <= own[-1].start()), default=0)
    return Heading(BlockKind.PROPOSAL, Span(start, start), None)


def _is_writers(lead: str) -> bool:
    """Tell the writer's demand from a quoted one: 'I läroplanen står att skolan ska …'."""
    return not re.search(r"\b(?:står|framgår|enligt lagen|sägs|anges)\b", lead)


@lru_cache(maxsize=8)
def _leads(grammar: Grammar) -> re.Pattern[str]:
    """Match a sentence with a verb of demand that ends as a list begins."""
    verbs = "|".join(re.escape(verb) for verb in grammar.words["matters"]["demand"]["verbs"])
    return re.compile(
        # It begins where a line or sentence does, so that no stretch is tried twice.
        rf"(?:^|(?<=[.!?:]))(?P<lead>[^\n.!?:]*\b(?:{verbs})\b(?:(?!\n[ \t]*\n)[^.!?:]){{0,400}}?)"
        rf"(?::\s*(?={_LIST}|[A-ZÅÄÖ])|[ \t]*\n\s*(?={_LIST}))",
        re.IGNORECASE | re.MULTILINE,
    )


@lru_cache(maxsize=8)
def _wants(grammar: Grammar) -> re.Pattern[str]:
    """Match the writer's own wish in a running sentence: 'Därför yrkar jag att …'."""
    table = grammar.words["matters"]["demand"]
    verbs = "|".join(re.escape(verb) for verb in table["verbs"])
    selves = "|".join(re.escape(word) for word in table["selves"])
    return re.compile(
        rf"\b(?:(?:{verbs})\s+(?:därför\s+)?(?:{selves})|(?:{selves})\s+(?:{verbs}))\b"
        rf"(?:(?!\n[ \t]*\n)[^.!?])*?\s(?:att|ge)\s",
        re.IGNORECASE,
    )
