"""Reservations: who dissents, in what words, in favour of what."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import Grammar, words_pattern
from protokoll.model.document import Actors, Pointer, Reservation
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.actors import NAME, NOBODY, find_parties, joined_actors
from protokoll.parsing.makers import after_bullet, find_makers, find_makers_after, listed_makers, with_party_spoken_for
from protokoll.parsing.sentences import opens_paragraph, sentences
from protokoll.parsing.signatures import signers, unsigned

__all__ = ["find_pointer", "find_reservations"]

_BY = re.compile(
    r"""(?:[-–•*]\s*)?(?:(?:skriftlig|muntlig|ensam|enskild|gemensam|blank)\w*\s+)?reservation(?:er)?
        (?:\s+\(?till\s+protokollet\)?)?(?:\s+mot\s+beslutet)?
        (?:\s+(?:anmäl|lämna|inlämna|gör|gjord|avge|avgav|avgiv|framför)\w*)?
        (?:\s+(?:av|från)\s+|:\s+(?=[A-ZÅÄÖ][^\n:]{3,60}\())(?P<who>[^\n]+?)
        (?=,?\s+(?:enligt\s+följande|se\s|som\s+är|mot\s|till\s+förmån|med\s)
          |[.:]?\s*\Z|\.\s+(?-i:[A-ZÅÄÖ])|[.:]?[ \t]*\n)""",
    re.VERBOSE | re.IGNORECASE,
)
_POINTING = re.compile(
    r"(?:är\s+)?likalydande\s+med[^.]*|som\s+redovisas\s+(?:nedan|ovan)|se\s+reservation(?:er)?\s*[^.\n]*(?:m\.m\.?)?|(?:se\s+|enligt\s+|,\s*|\(\s*)bilaga\s*\w*|skriftlig\s+reservation[^.\n]*|i\s+enlighet\s+med\s+vad\s+som\s+framgår\s+av[^.]*",
    re.IGNORECASE,
)


# Names, each with its party, and what is said of them.
_NAMES = re.compile(
    rf"(?:[\w:]+\s+){{0,4}}?{NAME}(?:\s+m\.?\s?fl\.?)?\s*\([^()\n]{{1,25}}\)"
    rf"(?:\s*(?:,|och|samt)\s+(?:[a-zåäö:\d]+\s+){{0,4}}{NAME}(?:\s+m\.?\s?fl\.?)?\s*\([^()\n]{{1,25}}\))*",
)
# Names without parties that are all of a sentence, and groups: "Eva Ek och Bo Ask.", "Ledamöterna i Centerpartiet."
_LONE_NAMES = re.compile(rf"{NAME}(?:(?:,|\s+och|\s+samt)\s+(?:{NAME}|\w{{1,4}}-gruppen))*\s*(?:\.|$)")
_GROUPS = re.compile(
    r"(?:samtliga\s+)?(?:ledamöter(?:na)?|representanter(?:na)?)\s+(?:i|för|från)\s[^.\n]+", re.IGNORECASE
)
# "Vänsterpartiet till förmån för avslag på motionen."
_FAVOUR = re.compile(r"(?P<who>[A-ZÅÄÖ][^.\n(]{0,80}?)\s+(?:till\s+förmån\s+för|för\s+(?:eget|egna))\b")
# "Samtliga c- och m-ledamöter mot beslutet."
_JOINED_GROUPS = re.compile(
    r"(?:samtliga\s+)?(?:\(?[a-zåäö!]{1,4}\)?-(?:,\s*|\s+och\s+))*\(?[a-zåäö!]{1,4}\)?-?(?:ledamöter|grupp)\w*",
    re.IGNORECASE,
)
_ALONE = (_NAMES, _LONE_NAMES, _GROUPS, _JOINED_GROUPS)
# A verb of more words than this holds others between its own.
_PLAIN_VERB = 2


class _Head(NamedTuple):
    by: Actors
    start: int


def find_reservations(
    text: CleanText, content: Span, body: Passage | None, grammar: Grammar, heading: str | None = None
) -> tuple[list[Reservation], list[Span]]:
    """Return the reservations in a block and the text that they account for.

    A reservation runs from the sentence in which somebody reserves to the next such sentence or the block's end,
    so that reasons of several pages stay whole.

    Args:
        text: the clean text.
        content: the block without its heading.
        body: the body in which they are made.
        grammar: the wordings.
        heading: that of a block of reservations; under it names are enough ('Eva Ek (V) för eget förslag.').
    """
    heads = list(_heads(text, content, grammar))
    if heading is not None and not heads:
        signed = signers(text, content, grammar)
        heads = [_Head(signed, _begin(text.text, content))] if signed != NOBODY else []
        heads = heads or list(_named(text, content, grammar)) or list(_of_heading(text, content, heading, grammar))
    elif heading is not None:
        heads = [*_named(text, Span(content.start, heads[0].start), grammar), *heads]
    reservations, used = [], []
    for index, head in enumerate(heads):
        stop = heads[index + 1].start if index + 1 < len(heads) else content.end
        start = after_bullet(text.text, head.start)
        passage = text.passage(start, unsigned(text.text, Span(start, stop)).end)
        pointer = find_pointer(text, Span(head.start, stop))
        reservations.append(Reservation(head.by, body, passage, (), pointer, passage.span, passage.page))
        used.append(Span(head.start, stop))
    return reservations, used


def find_pointer(text: CleanText, span: Span) -> Pointer | None:
    """Return the words that send the reader elsewhere, in a passage of a sentence or two; the target is set later."""
    match = _POINTING.search(text.text, span.start, min(span.end, span.start + 600))
    return Pointer(text.passage(*match.span()), None) if match else None


def _heads(text: CleanText, content: Span, grammar: Grammar) -> Iterator[_Head]:
    words = text.text
    long_text = False
    listed = content.start
    for span in sentences(words, content.start, content.end):
        opens = span.start == content.start or opens_paragraph(words, span.start)
        if (long_text and not opens) or span.start < listed:
            continue
        by = _makers(text, span, grammar)
        if by == NOBODY and words[span.end - 1] == ":" and _verbs(grammar).search(words, span.start, span.end):
            # "Mot beslutet reserverar sig:", and the names one a line.
            by, listed = listed_makers(text, span.end, content.end, grammar)
        if by == NOBODY:
            continue
        yield _Head(by, span.start)
        long_text = words[span.end - 1] == ":" or bool(re.search(r"följande\W*$", span.of(words)))


def _makers(text: CleanText, span: Span, grammar: Grammar) -> Actors:
    """Return who reserves in a sentence: before the verb, inside it ('anmäler Eva Ek (V) reservation') or after it."""
    words = text.text
    named = _BY.match(words, span.start, span.end)
    if named:
        return find_makers(text, *named.span("who"), grammar)
    verb = _verbs(grammar).search(words, span.start, span.end)
    if verb is None:
        return NOBODY
    by = find_makers(text, span.start, verb.start(), grammar)
    if len(verb[0].split()) > _PLAIN_VERB and (by == NOBODY or " genom " in verb[0]):
        # "Centerpartiet avger genom Eva Ek reservation"
        first, *_, last = verb[0].split()
        named_within = find_makers(text, verb.start() + len(first), verb.end() - len(last), grammar)
        by = named_within if by == NOBODY else joined_actors(by, named_within)
    if by == NOBODY:
        by = find_makers_after(text, verb.end(), span.end, grammar)
    if by == NOBODY and grammar.pattern("acts", "blocs").search(words, span.start, span.end):
        return Actors(printed=text.passage(span.start, span.end))
    return with_party_spoken_for(by, text, Span(verb.end(), span.end), grammar)


def _named(text: CleanText, content: Span, grammar: Grammar) -> Iterator[_Head]:
    """Yield the sentences that open with names and have no verb, as where the heading says what they do."""
    for span in sentences(text.text, content.start, content.end):
        opens = not text.text[content.start : span.start].strip() or opens_paragraph(text.text, span.start)
        opens = opens or text.text[span.start] in "•–-*"
        favour = _FAVOUR.match(text.text, span.start, span.end) if opens else None
        if favour and (parties := tuple(dict.fromkeys(find_parties(favour["who"], grammar)))):
            yield _Head(Actors(parties=parties, printed=text.passage(*favour.span("who"))), span.start)
            continue
        begin = after_bullet(text.text, span.start)
        names = next((found for shape in _ALONE if (found := shape.match(text.text, begin, span.end))), None)
        by = find_makers(text, span.start, names.end(), grammar) if names and opens else NOBODY
        if by.persons or by.parties:
            yield _Head(by, span.start)


def _of_heading(text: CleanText, content: Span, heading: str, grammar: Grammar) -> Iterator[_Head]:
    """Read 'Reservation (M)' or 'Reservation Moderaterna' over the party's own text."""
    if not any(letter.isalpha() for letter in content.of(text.text)):
        return
    parties = tuple(dict.fromkeys(find_parties(heading.replace("(", " ").replace(")", " "), grammar)))
    if parties:
        yield _Head(Actors(parties=parties, printed=text.passage(content.start, content.start)), content.start)


def _begin(words: str, content: Span) -> int:
    said = content.of(words)
    return content.start + len(said) - len(said.lstrip())


@lru_cache(maxsize=8)
def _verbs(grammar: Grammar) -> re.Pattern[str]:
    return words_pattern(grammar.phrases("acts", "reserve"))
