"""Who makes a reservation or a statement: persons, parties and whole groups, as they stand about the verb."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from protokoll.grammar import Grammar, fold
from protokoll.model.document import Actors
from protokoll.model.text import CleanText, Span
from protokoll.parsing.actors import NAME, NOBODY, find_actors, find_parties, joined_actors, party_of

__all__ = ["after_bullet", "find_makers", "find_makers_after", "listed_makers", "with_party_spoken_for"]

_BRACKET = re.compile(r"\(\s*([^()\n]{1,25}?)\s*\)")
# "samtliga ledamöter i vänsterpartiet och miljöpartiet samt Eva Ek (s)": groups beside a person.
_BESIDE = re.compile(
    r"(?:ledamöter|representanter|grupper)(?:na)?\s+(?:i|från|för)\s+(?P<who>[^.()\n]{1,90}?)"
    r"(?=,?\s+(?:samt|och)\s+[A-ZÅÄÖ][\w-]+\s+[A-ZÅÄÖ]|$)"
)
_LETTERS_OF_LOCAL = re.compile(r"[A-ZÅÄÖa-zåäö]{2,4}!?")
_IN_BRACKET = re.compile(r"\s*(?:,|/|\soch\s|\ssamt\s)\s*")
# "m-, fp- och kd-ledamöterna", "SD:s ledamöter": letters of a party joined to a word for its members.
_LETTERS = re.compile(
    r"(?<![\w(-])(?P<code>[A-ZÅÄÖa-zåäö]{1,4}!?)(?:-(?=,|\s+(?:och|samt)\b|/|[a-zåäö]{5})|:\s?s(?=\s+[a-zåäö]{5}))"
)
# What ends the naming of makers, beside the phrases of `acts.after_maker`.
_STOP = re.compile(r"[:;]|,?\s+\(?(?:se\s+)?bil(?:aga|\.)?(?=\s)", re.IGNORECASE)
# "… ingav följande för Nackalistans grupp", "… följande för Folkpartiet:".
_SPOKEN_FOR = re.compile(
    r"\bför\s+(?!(?:eget|egna|sitt|sin|sina|bifall|avslag)\b)(?P<who>[A-ZÅÄÖ(][^.:;\n]{0,60}?|[a-zåäö]{1,3}-gruppen)"
    r"(?:s?\s+(?:\w*grupp(?:en)?|räkning|del|ledamöter)\b|(?=\s+(?:och|att)\s)|\s*[.:]?\s*$)"
)
# Names on lines of their own in a list of those who act: one a line, or several, each with its party.
_LISTED = re.compile(
    rf"[ \t]*(?:[-–•*]\s*|\d{{1,2}}[.)]\s+)?{NAME}"
    rf"(?:[ \t]*[(,][^\n.:,]{{1,25}}"
    rf"|[ \t]*\([^()\n]{{1,25}}\)(?:(?:,|[ \t]+(?:och|samt))\s+{NAME}[ \t]*\([^()\n]{{1,25}}\))*)?"
    r"[,.]?[ \t]*(?:\n|\Z)"
)
_OF_ALL = re.compile(r",?\s+(?:samtliga|båda|bägge|alla)\s+\((?P<code>[^()\n]{1,20})\)")
_FIRST_WORDS = re.compile(r"(?<=[a-zåäö])\s+(?=[A-ZÅÄÖ(])")
_LONGEST_HEADING = 60
_BULLET = re.compile(r"[-–•*]\s+")
# The name of a local party is no person: "Representanterna för Tallåsapartiet (TP)".
_PARTY_NAME = re.compile(r"[A-ZÅÄÖ][\w-]+(?:partiet|listan|demokraterna|alternativet|samlingen)s?")
_LONGEST_LIST = 40


def find_makers(text: CleanText, start: int, end: int, grammar: Grammar) -> Actors:
    """Return who is named between `start` and `end`, groups that are printed by letters only among them.

    Reads all that `find_actors` reads, and '(M), (KD) och (SD)', 'Ledamöterna i (S)', 'c- och m-ledamöter',
    'SD:s ledamöter'.
    """
    start = _after_heading(text.text, start, end, grammar)
    actors = find_actors(text, start, end, grammar)
    words = text.text[start:end]
    if actors.persons:
        actors = replace(
            actors, persons=tuple(each for each in actors.persons if not _PARTY_NAME.fullmatch(each.name or ""))
        )
        groups = tuple(dict.fromkeys((*_letters(words, grammar), *_groups_beside(words, grammar))))
        actors = _with_party_of_all(actors, words, grammar)
        return joined_actors(actors, Actors(parties=groups)) if groups else actors
    parties = dict.fromkeys((*_bracketed(words, grammar), *actors.parties, *_letters(words, grammar)))
    if not parties:
        return actors
    return Actors(None, (), tuple(parties), text.passage(start, end))


def find_makers_after(text: CleanText, start: int, end: int, grammar: Grammar) -> Actors:
    """Return who is named right after a verb that ends at `start`: 'Mot beslutet reserverar sig Eva Ek (V) till …'.

    What the act is for or against is none of its makers.
    """
    stops = (grammar.pattern("acts", "after_maker").search(text.text, start, end), _STOP.search(text.text, start, end))
    return find_makers(text, start, min([end, *(stop.start() for stop in stops if stop)]), grammar)


def after_bullet(words: str, start: int) -> int:
    """Return where the words begin that a bullet or dash at `start` marks.

    >>> after_bullet("• Eva Ek (V) reserverar sig.", 0), after_bullet("Eva Ek (V) reserverar sig.", 0)
    (2, 0)
    """
    bullet = _BULLET.match(words, start)
    return bullet.end() if bullet else start


def listed_makers(text: CleanText, start: int, end: int, grammar: Grammar) -> tuple[Actors, int]:
    """Return those named one a line from `start` on, and where the list ends; nobody and `start` where none is."""
    actors, place = NOBODY, start
    begin = start
    for _ in range(_LONGEST_LIST):
        while begin < end and text.text[begin].isspace():
            begin += 1
        line = _LISTED.match(text.text, begin, end)
        found = find_makers(text, begin, line.end(), grammar) if line else NOBODY
        if line is None or not found.persons:
            break
        actors, place = (joined_actors(actors, found) if actors.persons else found), line.end()
        begin = place
    if actors.persons:
        actors = replace(actors, printed=text.passage(start, place))
    return actors, place


def with_party_spoken_for(by: Actors, text: CleanText, rest: Span, grammar: Grammar) -> Actors:
    """Add the party of those who are named without one, where the sentence says for whom they speak."""
    if not by.persons or by.parties:
        return by
    said = _SPOKEN_FOR.search(text.text, rest.start, rest.end)
    parties = tuple(dict.fromkeys(find_parties(said["who"], grammar))) if said else ()
    return joined_actors(by, Actors(parties=parties)) if parties else by


def _with_party_of_all(actors: Actors, words: str, grammar: Grammar) -> Actors:
    """Give all the party of 'Eva Ek, Bo Ask och Liv Alm, samtliga (V)'."""
    match = _OF_ALL.search(words)
    code = party_of(match["code"], grammar) if match else None
    if match is None or code is None:
        return actors
    named = words[: match.start()]
    persons = [
        replace(each, party=each.party or code) if (each.name or "") in named else each for each in actors.persons
    ]
    return replace(actors, persons=tuple(persons), parties=tuple(dict.fromkeys((*actors.parties, code))))


def _after_heading(words: str, start: int, end: int, grammar: Grammar) -> int:
    """Skip a heading that stands on the line of the sentence under it: 'Protokollsanteckning Eva Ek (V) lämnar …'."""
    for match in _FIRST_WORDS.finditer(words, start, min(end, start + _LONGEST_HEADING)):
        if fold(words[start : match.start()]) in grammar.headings:
            return match.end()
    return start


def _bracketed(words: str, grammar: Grammar) -> Iterator[str]:
    """Yield the parties of brackets in a phrase that names nobody else: '(M), (SD) och (KD)', '(M, SD och KD)'."""
    for match in _BRACKET.finditer(words):
        codes = [party_of(label, grammar) for label in _IN_BRACKET.split(match[1])]
        if codes == [None] and _may_be_party(match[1], grammar):
            yield match[1]  # a party that sits only here: "Stoppa bygget (sb)"
        elif all(codes):
            yield from (code for code in codes if code)


def _groups_beside(words: str, grammar: Grammar) -> Iterator[str]:
    for match in _BESIDE.finditer(words):
        yield from find_parties(match["who"], grammar)


def _may_be_party(label: str, grammar: Grammar) -> bool:
    never = grammar.words["actors"]["brackets"]["words"]
    return _LETTERS_OF_LOCAL.fullmatch(label) is not None and label.lower() not in never


def _letters(words: str, grammar: Grammar) -> Iterator[str]:
    for match in _LETTERS.finditer(words):
        code = grammar.party_codes.get(match["code"].lower())
        if code:
            yield code
