"""What is put on record beside a decision: special statements, substitutes' statements, notes."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import Grammar, words_pattern
from protokoll.model.document import Actors, Statement, StatementKind
from protokoll.model.outline import BlockKind
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.actors import NOBODY, find_actors
from protokoll.parsing.dissents import find_pointer
from protokoll.parsing.introductions import introduction, maker_line
from protokoll.parsing.makers import after_bullet, find_makers, with_party_spoken_for
from protokoll.parsing.sentences import opens_paragraph, sentences
from protokoll.parsing.signatures import signers, unsigned

__all__ = ["find_statements", "is_hypothetical"]

_KINDS = {
    BlockKind.SPECIAL_STATEMENT: StatementKind.SPECIAL_STATEMENT,
    BlockKind.SUBSTITUTE_STATEMENT: StatementKind.SUBSTITUTE_STATEMENT,
    BlockKind.VOTE_EXPLANATION: StatementKind.VOTE_EXPLANATION,
    BlockKind.RECORD_NOTE: StatementKind.RECORD_NOTE,
}
_NAMED_KINDS = {
    "special_statement": StatementKind.SPECIAL_STATEMENT,
    "substitute_statement": StatementKind.SUBSTITUTE_STATEMENT,
    "vote_explanation": StatementKind.VOTE_EXPLANATION,
}
_IMPERSONAL = re.compile(
    r"(?:Det\s+antecknas|Till\s+protokollet\s+antecknas|Antecknas\s+(?:till\s+protokollet\s+)?att|Det\s+noteras)",
    re.IGNORECASE,
)
_OPENS_TEXT = re.compile(
    r"(?::|\bföljande(?:(?:\s+särskilda)?\s+(?:uttalande|yttrande|ersättaryttrande|röstförklaring|\w*anteckning))?"
    r"(?:\s+för\s[^.:]{1,60})?\W*)$"
)
# "… lämnar följande ersättaryttrande:", "antecknar följande till protokollet: Om jag hade …".
_ANNOUNCES = re.compile(
    r"\b(?:lämna|avge|anför|anteckna|inkomme|anmäle|avgav)\w*\b[^:.]{0,80}?\bföljande\b[^:.]{0,60}:|\benligt följande:"
    r"|\b(?:\w*yttrande|\w*uttalande|\w*anteckning|röstförklaring|protokollet|antecknat)(?:\s+till\s+protokollet)?:"
    r"|\bföljande\b[^:.\n]{0,40}(?:yttrande|uttalande|anteckning|förklaring)[ \t]*(?=\n)"
)
# What stands after the heading on its line: "Protokollsanteckning från Centerpartiet", "Särskilt yttrande (V)".
_MAKER = re.compile(r"(?:från|av|för)\s+(?P<who>[A-ZÅÄÖ][^\n.:]{0,60})|\((?P<bracket>[^()\n]{1,40})\)")
# "Eva Ek (V): Vi anser …": the words follow the colon.
_NAMED = re.compile(
    r"(?P<who>[A-ZÅÄÖ][^\n:()]{3,60}\([^()\n]{1,25}\)(?:(?:,|\soch|\ssamt)\s[^:().]{3,60}\([^()\n]{1,25}\)){0,5})\s*:\s*"
)
_NAME_NEXT = re.compile(r"\s+[A-ZÅÄÖ]")
_AFTER_BY = re.compile(r"\s+(?:enligt|att|följande|till|som|i)\s|:|\.|,\s+(?:se|bilaga)\b")
_LONGEST_QUOTE = 600
_LONGEST_NAMING = 300
_GROUP = re.compile(r"(?:representanterna|ledamöterna|samtliga|gruppen|företrädarna)\b|\S+-gruppen\b", re.IGNORECASE)


class _Head(NamedTuple):
    by: Actors
    sentence: Span
    kind: StatementKind
    words_from: int | None = None
    """Where its own words begin, if that is known from the head alone."""


def find_statements(
    text: CleanText, content: Span, block: BlockKind, body: Passage | None, grammar: Grammar
) -> tuple[list[Statement], list[Span]]:
    """Return the statements in a block and the text that they account for.

    The kind comes from the words, and only then from the heading: 'Om jag hade fått rösta …' under
    'Protokollsanteckning' is a substitute's statement. Sentences about who does not take part are no statements.
    """
    heads = list(_heads(text, content, block, grammar)) or _signed(text, content, block, grammar)
    statements, used = [], []
    for index, head in enumerate(heads):
        stop = heads[index + 1].sentence.start if index + 1 < len(heads) else content.end
        start = after_bullet(text.text, head.sentence.start)
        whole = text.passage(start, stop)
        own = _own_words(text, head, unsigned(text.text, Span(start, stop)).end)
        kind = StatementKind.SUBSTITUTE_STATEMENT if is_hypothetical(own.text, grammar) else head.kind
        pointer = find_pointer(text, Span(head.sentence.start, head.sentence.end))
        statements.append(Statement(kind, head.by, body, own, pointer, whole.span, whole.page))
        used.append(Span(head.sentence.start, stop))
    return statements, used


def _heads(text: CleanText, content: Span, block: BlockKind, grammar: Grammar) -> Iterator[_Head]:
    words = text.text
    verbs = _verbs(grammar)
    long_text = False
    begin = next((span.start for span in sentences(words, content.start, content.end)), content.end)
    for span in sentences(words, content.start, content.end):
        opens = span.start == begin or opens_paragraph(words, span.start)
        if long_text and not opens:
            continue
        if _tells_absence(words, span, grammar):
            continue
        line = maker_line(text, span.start, content.end, grammar) if span.start == begin and block in _KINDS else None
        if line and line.words_from:
            yield _Head(line.by, Span(span.start, line.words_from), _KINDS[block], line.words_from)
            long_text = True
            continue
        head = _head(text, span, verbs, block, grammar)
        if head is None or (long_text and not head.by.persons and not _GROUP.match(span.of(words))):
            continue
        yield head
        long_text = bool(_OPENS_TEXT.search(span.of(words)) or _MAKER.fullmatch(words, span.start, span.end))


def _signed(text: CleanText, content: Span, block: BlockKind, grammar: Grammar) -> list[_Head]:
    """Read a text that only its signature ascribes to somebody."""
    by = signers(text, content, grammar)
    if by == NOBODY:
        return []
    first = next(sentences(text.text, content.start, content.end))
    return [_Head(by, first, _KINDS[block])]


def _tells_absence(words: str, span: Span, grammar: Grammar) -> bool:
    """Tell a sentence about who takes no part, and brings no statement of theirs: 'deltar inte i beslutet'."""
    said = " ".join(span.of(words).lower().split())
    if _has(said, grammar, "recuse"):
        return True
    if not _has(said, grammar, "not_participating") or _IMPERSONAL.match(span.of(words)):
        return False
    return _OPENS_TEXT.search(span.of(words)) is None


def _head(text: CleanText, span: Span, verbs: re.Pattern[str], block: BlockKind, grammar: Grammar) -> _Head | None:
    words = text.text
    kind = _kind(span.of(words), block, grammar)
    if kind is None:
        return None
    impersonal = _IMPERSONAL.match(words, span.start, span.end)
    if impersonal:
        return _Head(_told_of(text, Span(impersonal.end(), span.end), grammar), span, kind)
    maker = _MAKER.fullmatch(words, span.start, span.end)
    if maker:
        by = find_actors(text, *maker.span(maker.lastgroup or "who"), grammar)
        return _Head(by, span, kind) if by.persons or by.parties else None
    named = _NAMED.match(words, span.start, span.end)
    if named:
        by = find_actors(text, named.start("who"), named.end("who"), grammar)
        return _Head(by, span, kind) if by.persons and by.parties else None
    introduced = introduction(text, span, grammar) if block in _KINDS else None
    if introduced:
        return _Head(introduced.by, span, kind, introduced.words_from)
    verb = verbs.search(words, span.start, span.end) or _says(text, span, block, grammar)
    if verb is None:
        return None
    absent = grammar.pattern("acts", "not_participating").search(words, span.start, verb.start())
    by = find_makers(text, span.start, absent.start() if absent else verb.start(), grammar)
    if words[span.start : verb.start()].rstrip().endswith(",") and _NAME_NEXT.match(words, verb.end()):
        by = NOBODY  # "Hade vi haft en plats hade vi yrkat avslag, meddelar Eva Ek (V)."
    by = with_party_spoken_for(by, text, Span(verb.end(), span.end), grammar)
    if by == NOBODY:
        # "Särskilt uttalande gjordes av Eva Ek (MP) enligt följande:", "För Tallåsapartiet anför Eva Ek (TP) att …"
        end = _AFTER_BY.search(words, verb.end(), span.end)
        by = find_makers(text, verb.end(), end.start() if end else span.end, grammar)
    return _Head(by, span, kind) if by.persons or by.parties else None


def _says(text: CleanText, span: Span, block: BlockKind, grammar: Grammar) -> re.Match[str] | None:
    """Find 'Eva Ek (V) meddelar att …' under a heading of statements: right after who says it."""
    words = text.text
    if block not in _KINDS:
        return None
    verb = grammar.pattern("acts", "says").search(words, span.start, min(span.end, span.start + _LONGEST_NAMING))
    opens = verb and (_GROUP.match(words, span.start) or words[: verb.start()].rstrip().endswith((")", ",")))
    return verb if opens else None


def _told_of(text: CleanText, rest: Span, grammar: Grammar) -> Actors:
    """Return whose statement is told of: 'Till protokollet antecknas att Eva Ek (V) lämnar en protokollsanteckning'."""
    named = (*_NAMED_KINDS, "record_note")
    brings = any(grammar.pattern("acts", kind).search(text.text, rest.start, rest.end) for kind in named)
    verbs = _verbs(grammar) if brings else grammar.pattern("acts", "says")
    verb = verbs.search(text.text, rest.start, rest.end)
    by = find_makers(text, rest.start, verb.start(), grammar) if verb else NOBODY
    return by if by.persons or by.parties else NOBODY


def _kind(sentence: str, block: BlockKind, grammar: Grammar) -> StatementKind | None:
    for entry, kind in _NAMED_KINDS.items():
        if grammar.pattern("acts", entry).search(sentence) and grammar.pattern("acts", "brings").search(sentence):
            return kind
    return _KINDS.get(block)


def _own_words(text: CleanText, head: _Head, stop: int) -> Passage:
    """Return the statement without the sentence that leads it in, where that only announces it."""
    words = text.text
    sentence = head.sentence
    if head.words_from is not None:
        return text.passage(head.words_from, stop)
    # A lead-in may quote a point of somebody's proposal ("3. Att …") before it announces the statement.
    found = _ANNOUNCES.search(words, sentence.start, min(stop, sentence.end + _LONGEST_QUOTE))
    maker = _MAKER.fullmatch(words, sentence.start, sentence.end)
    named = _NAMED.match(words, sentence.start, sentence.end)
    if named and words[named.end() : stop].strip():
        return text.passage(named.end(), stop)
    start = found.end() if found else sentence.end if maker or _OPENS_TEXT.search(sentence.of(words)) else stop
    start = start if words[start:stop].strip() else after_bullet(words, sentence.start)
    return text.passage(start, stop)


def is_hypothetical(words: str, grammar: Grammar) -> bool:
    """Tell the conditional in which somebody without a vote says what he or she would have done.

    >>> from protokoll.grammar import load
    >>> is_hypothetical("Om jag hade haft rätt att rösta hade jag röstat ja.", load())
    True
    """
    said = " ".join(words[:400].lower().split())
    return any(phrase in said for phrase in grammar.phrases("acts", "hypothetical"))


def _has(said: str, grammar: Grammar, entry: str) -> bool:
    return any(phrase in said for phrase in grammar.phrases("acts", entry))


@lru_cache(maxsize=8)
def _verbs(grammar: Grammar) -> re.Pattern[str]:
    return words_pattern(grammar.phrases("acts", "note"))
