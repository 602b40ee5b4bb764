"""Who proposes: the sentences in which somebody asks for something."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from protokoll.grammar import Grammar
from protokoll.model.document import Actors
from protokoll.model.text import CleanText, Span
from protokoll.parsing.actors import NOBODY, find_actors, find_parties, joined_actors
from protokoll.parsing.asked import find_asked
from protokoll.parsing.offices import find_chair
from protokoll.parsing.sentences import opens_paragraph, sentences

__all__ = ["ADDS_STATEMENT", "Act", "find_acts"]

# "yrkar, med instämmande av Eva Ek (V) och Bo Ask (M), att …": supporters named after the verb.
_SUPPORT = re.compile(
    r"""\s*,?\s*(?:med\s+(?:instämmande|biträde|stöd|bifall)\s+(?:av|från)|biträdda?\s+av|tillsammans\s+med)\s+
        (?P<who>[^.]{3,300}?)\s*,?\s+(?=(?:att|bifall|avslag|återremiss|bordläggning|dels)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
# "yrkar för S, V och MP att": on whose behalf.
_BEHALF = re.compile(
    r"\s+för\s+(?P<who>[^.:]{1,60}?)(?:s?\s+räkning)?,?\s+(?=(?:att|bifall|avslag|återremiss|bordläggning|följande)\b)",
    re.IGNORECASE,
)
# "Socialdemokraterna yrkar genom Eva Ek (S) att": who speaks for the group.
_THROUGH = re.compile(
    r"""\s+genom\s+(?P<who>[A-ZÅÄÖ][^.:]{3,120}?),?\s+
        (?=(?:att|bifall|avslag|återremiss|bordläggning|följande|i\s+första|på)\b)""",
    re.VERBOSE,
)
# What follows the actor where the verb stands first: "Vidare yrkar Eva Ek (V) bifall till …".
_ASKED = re.compile(
    r"\s,?\s*(?:(?:i\s+(?:första|andra|tredje)\s+hand\s+)?(?:bifall|avslag|återremiss|bordläggning|dels|att|följande|ändring|tillägg|som\s+tillägg)\b)|:",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"""(?:\s*\d{1,2}[.)]\s+)?(?P<who>[A-ZÅÄÖ][^\n:()]{3,60}\([^()\n]{1,30}\)
        (?:,?[^:().]{3,70}\([^()\n]{1,30}\)){0,12}
      |[A-ZÅÄÖ][^\n:(),]{3,60},\s(?:[A-ZÅÄÖa-zåäö!]{1,4}|[A-ZÅÄÖ][^\n:(),]{2,30}))(?:,?\s+för\s+(?P<behalf>[^:().]{1,60}))?
        (?::\s+(?=\S)|\s+[–-]\s+(?=(?i:bifall|avslag|återremiss|bordläggning)))""",
    re.VERBOSE,
)
_NAMED_LINE = re.compile(r"(?<=\S)[ \t]*\n[ \t]*(?=[A-ZÅÄÖ][^\n:()]{3,60}\([^()\n]{1,30}\)[^\n:.]{0,200}:[ \t])")
# The chair finds, and a ballot says what a vote means: nobody proposes.
_NO_ACT = re.compile(r"\bfinner\s+att\b|\b(?:den|de|ledamot|ledamöter)\s+som\s+(?:\w+\s+)?$", re.IGNORECASE)
# A further demand of one whose proposal is listed by name.
_GOES_ON = re.compile(
    r"(?:(?:samt|och|dessutom|i\s+övrigt)\s+)?(?:i\s+(?:första|andra|tredje)\s+hand\s+)?(?:yrka(?:r|s|de)\s+)?"
    r"(?:bifall|avslag|återremiss|bordläggning)\b",
    re.IGNORECASE,
)
# "… bifall till förslaget, vari Eva Ek (V) instämmer", "i vilket yrkande Bo Ask (M) instämmer": supporters at the end.
_FOLLOWERS = re.compile(
    r",?\s+(?:vari|i\s+vilket(?:\s+yrkande)?|vilket(?:\s+yrkande)?)\s+(?P<who>[A-ZÅÄÖ][^.:;]{3,300}?)\s+"
    r"(?:instämmer|instämde|biträder|biträdde|stöder|stödjer)(?:\s+i)?[\s.]*\Z"
    r"|,?\s+och\s+(?:får|fick)\s+(?:stöd|medhåll|bifall|instämmande)\s+(?:av|från)\s+(?P<with>[A-ZÅÄÖ][^.:;]{3,200}?)[\s.]*\Z"
)
# What the chair proposes of the meeting itself is no proposal in the matter.
# "(S) yrkar": letters alone.
_LETTERS = re.compile(r"\s*\(([A-ZÅÄÖ][A-Za-zåäö]{0,2}(?:(?:,\s|\soch\s|\+)[A-ZÅÄÖ][A-Za-zåäö]{0,2})*)\)\s*$")
# What is begged for is read with the rest: "begär att ärendet återremitteras".
_BEGS = re.compile(r"(?:begär(?:de)?|anhåller|anhöll)\b", re.IGNORECASE)
_ORDER = re.compile(r"proposition|beslutsgång|omröstning|votering|ordningen|ajourner|paus", re.IGNORECASE)
_LIST_MARK = re.compile(r"\s*\d{1,2}[.)]\s+")
ADDS_STATEMENT = re.compile(r"(?:anför(?:a|s|es|er)\s+följande|följande\s+anförs)\W*$", re.IGNORECASE)
"""The last words of a point that takes in all the running text after it ('Att därutöver anföra följande')."""


class Act(NamedTuple):
    """A sentence in which somebody proposes: who, the whole sentence, and what comes after the verb."""

    actors: Actors
    sentence: Span
    rest: Span


def find_acts(text: CleanText, content: Span, grammar: Grammar) -> Iterator[Act]:
    """Yield the acts of proposing in a block.

    The running text that a proposer adds after 'anföra följande' is the proposer's own: inside it only a new
    paragraph that opens with a named person is a new act, not 'Liberalerna föreslår att …'.
    """
    words = text.text
    verbs = grammar.pattern("acts", "propose")
    own_text = listing = False
    last: Act | None = None
    for span in _lines(words, content):
        opens = span.start == content.start or opens_paragraph(words, span.start)
        match = verbs.search(words, span.start, span.end)
        act = _named(text, span, grammar)
        if act is None and (asked := find_asked(text, span, grammar)):
            act = Act(asked[0], span, asked[1])
        if act is None and match and (opens or not own_text):
            act = _act(text, span, match, grammar)
        if act is None and last and _goes_on(text, last, span, grammar) and not opens:
            # "Eva Ek (V): Återremiss. I andra hand avslag."
            act = Act(last.actors, span, span)
        if act and listing and act.actors.body and _LIST_MARK.match(words, span.start, span.end):
            # "Eva Ek (V) yrkar följande: 1. Parknämnden hemställer …": what the body is to do is a point of hers.
            continue
        if act and (act.actors.persons or not own_text):
            own_text = False
            last = act
            listing = words[span.end - 1] == ":"
            yield _with_followers(text, act, grammar)
        elif ADDS_STATEMENT.search(words, max(span.start, span.end - 60), span.end):
            own_text = True


def _goes_on(text: CleanText, last: Act, span: Span, grammar: Grammar) -> bool:
    """Tell a further demand of the last who proposed: 'I andra hand avslag.', 'I övrigt yrkas bifall till …'."""
    match = _GOES_ON.match(text.text, span.start, span.end)
    listed = last.rest == last.sentence or _named(text, last.sentence, grammar) is not None
    return match is not None and (listed or "yrka" in match[0].lower())


def _lines(words: str, content: Span) -> Iterator[Span]:
    """Yield the sentences of a block; where lines open with names and a colon, each is one, full stop or not."""
    for span in sentences(words, content.start, content.end):
        begin = span.start
        for match in _NAMED_LINE.finditer(words, span.start, span.end):
            if match.start() > begin:
                yield Span(begin, match.start())
            begin = match.end()
        yield Span(begin, span.end)


def _with_followers(text: CleanText, act: Act, grammar: Grammar) -> Act:
    """Count those who are told to agree at the end of a sentence among those who propose."""
    match = _FOLLOWERS.search(text.text, act.rest.start, act.rest.end)
    followers = find_actors(text, *match.span("who" if match["who"] else "with"), grammar) if match else NOBODY
    if match is None or not followers.persons:
        return act
    return Act(joined_actors(act.actors, followers), act.sentence, Span(act.rest.start, match.start()))


def _named(text: CleanText, span: Span, grammar: Grammar) -> Act | None:
    """Read 'Eva Ek (V): Bifall till motionen.', as some clerks list proposals."""
    named = _NAMED.match(text.text, span.start, span.end)
    actors = find_actors(text, named.start("who"), named.end("who"), grammar) if named else NOBODY
    if named is None or not actors.persons or not (actors.parties or "(" in named["who"]):
        return None
    if named["behalf"]:
        actors = joined_actors(actors, Actors(parties=tuple(find_parties(named["behalf"], grammar))))
    return Act(actors, span, Span(named.end(), span.end))


def _act(text: CleanText, span: Span, verb: re.Match[str], grammar: Grammar) -> Act | None:
    """Read the actors before the verb, or after it where the sentence opens with something else."""
    words = text.text
    if _NO_ACT.search(words, span.start, verb.start()):
        return None
    mark = _LIST_MARK.match(words, span.start, verb.start())
    before = words[mark.end() if mark else span.start : verb.start()]
    if before.rfind("(") > before.rfind(")"):
        return None
    actors = find_actors(text, span.start, verb.start(), grammar)
    if actors == NOBODY and (line := words.rfind("\n", span.start, verb.start())) >= 0:
        actors = find_actors(text, line + 1, verb.start(), grammar)  # what stands above closed with no full stop
    if actors == NOBODY and not _ORDER.search(words, verb.end(), span.end):
        actors = find_chair(text, span.start, verb.start(), grammar)
    if actors == NOBODY and (letters := _LETTERS.match(words, span.start, verb.start())):
        parties = tuple(find_parties(letters[1], grammar))
        actors = Actors(None, (), parties, text.passage(*letters.span(1))) if parties else NOBODY
    begs = _BEGS.match(words, verb.start(), verb.end())
    rest = begs.end() if begs else verb.end()
    if actors == NOBODY:
        asked = _ASKED.search(words, verb.end(), span.end)
        rest = asked.start() if asked else span.end
        actors = find_actors(text, verb.end(), rest, grammar)
    support = _SUPPORT.match(words, rest, span.end)
    if support:
        actors = joined_actors(actors, find_actors(text, *support.span("who"), grammar))
        rest = support.end()
    through = _THROUGH.match(words, rest, span.end)
    if through and (speaker := find_actors(text, *through.span("who"), grammar)).persons:
        actors = joined_actors(actors, speaker)
        rest = through.end()
    behalf = _BEHALF.match(words, rest, span.end)
    if behalf and (parties := tuple(find_parties(behalf["who"], grammar))):
        actors = joined_actors(actors, Actors(parties=parties))
        rest = behalf.end()
    return None if actors == NOBODY else Act(actors, span, Span(rest, span.end))
