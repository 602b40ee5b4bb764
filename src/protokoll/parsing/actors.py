"""Who acts: persons, parties and bodies as minutes name them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import Grammar, fold
from protokoll.model.document import Actors, Person, Role
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.offices import roles, titles
from protokoll.parsing.party_names import find_parties, group_parties, named_parties, party_of

__all__ = [
    "NAME",
    "NOBODY",
    "find_actors",
    "find_parties",
    "find_persons",
    "is_body",
    "joined_actors",
    "party_of",
]

NOBODY = Actors()

# A name is two to five capitalised words, with particles and hyphens; it may break over a line.
_WORD = r"[A-ZÅÄÖÉÈÁÜØÆŠŽÇ][\w'’´-]*[\w]|[A-ZÅÄÖ]:son|[A-ZÅÄÖ]\.|[A-ZÅÄÖ](?=\s)"
_PARTICLE = r"(?:von|af|de|du|del|della|la|le|van|der|di|da|dos|el|al|bin|ibn|zu|ten)"
NAME = rf"(?:{_WORD})(?:[ \t]*+\n?+[ \t]*+(?<=\s)(?:{_PARTICLE}\s)*(?:{_WORD})){{0,4}}"
_NAME = re.compile(NAME)
# One link of a chain of names: what stands between commas, "och" and "samt", brackets kept whole.
_TOKEN = re.compile(r"\S+")
_LINK = re.compile(
    r"\s*(?:,?\s+med\s+(?:instämmande|biträde|stöd)\s+(?:av|från)\s|,|;|(?<=\s)(?:och|samt|jämte|&|/)(?=\s)|$)\s*|\([^()\n]{0,60}\)"
)
_BRACKET = re.compile(r"\(?\s*([^()]{1,40}?)\s*\)")
# "Bo Ask M)": the first half of the bracket got lost.
_HALF = re.compile(r"\s(?P<label>[A-Za-zÅÄÖåäö]{1,4})\)\s*$")
# "Eva Eks (V) motion": the s belongs to the case.
_OF_HIS = re.compile(
    r"\s+(?:m\.?\s?fl\.?\s+)?(?:\([A-ZÅÄÖa-z]{1,4}\)\s+)?(?:\w*yrkande|\w*förslag|motion|interpellation|skrivelse|reservation|fråga)"
)
_ALL = re.compile(r"(?:båda|bägge|samtliga|alla)\s+(?:för\s+)?", re.IGNORECASE)
# Letters of a local party, or its name written out.
_LOCAL_PARTY = re.compile(r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}!?|[A-ZÅÄÖ][\w-]+(?:partiet|listan|demokraterna|väl|framtid)")
# "Moderata landstingsgruppen", "Centerpartiets ledamöter".
_ONLY_GROUPS = re.compile(
    r"\s*(?:samtliga\s+)?(?:ledamöterna|ledamöter|representanterna|partigrupperna|grupperna)\s+(?:i|för|från)\s",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s*,?\s+m\.?\s?fl\.?(?=[\s,;(]|$)")


class _Found(NamedTuple):
    """A person found in a phrase, by offsets in the clean text."""

    name: str
    party: str | None
    role: Role | None
    start: int
    end: int
    whole_group: bool


def find_actors(text: CleanText, start: int, end: int, grammar: Grammar) -> Actors:
    """Return who is named between `start` and `end` of the clean text.

    Reads 'Eva Ek m.fl. (MP) och ledamöterna Bo Ask (V) och Liv Alm (Fi)', 'A och B (båda L)',
    'Samtliga ledamöter för Moderaterna', 'M, D, L och KD', 'Förvaltningen'. Nobody else is invented:
    'm.fl.' adds no person.
    """
    found = list(_persons(text.text, start, end, grammar))
    words = text.text[start:end]
    if found and not any(each.party for each in found) and _ONLY_GROUPS.match(words) and "(" not in words:
        # "Ledamöterna i Centerpartiet och Hela Tallåsa": what looks like a name is a local party.
        local = (each.name for each in found if not party_of(each.name, grammar))
        groups = tuple(dict.fromkeys((*find_parties(words, grammar), *local)))
        return Actors(None, (), groups, text.passage(start, end))
    persons = tuple(_person(text, each) for each in found)
    parties = dict.fromkeys(each.party for each in found if each.party)
    if not any(each.name for each in found):
        parties = dict.fromkeys(named_parties(words, grammar))
    else:
        parties |= dict.fromkeys(group_parties(words, grammar))
    body = None
    if not persons and not parties and is_body(words, grammar):
        body = text.passage(start, end)
    if not persons and not parties and body is None:
        return NOBODY
    return Actors(body, persons, tuple(parties), text.passage(start, end))


def find_persons(text: CleanText, start: int, end: int, grammar: Grammar) -> tuple[Person, ...]:
    """Return the persons named between `start` and `end` of the clean text, in order."""
    return tuple(_person(text, each) for each in _persons(text.text, start, end, grammar))


def joined_actors(actors: Actors, others: Actors) -> Actors:
    """Return `actors` together with `others`, who support them."""
    parties = tuple(dict.fromkeys((*actors.parties, *others.parties)))
    return Actors(actors.body, (*actors.persons, *others.persons), parties, actors.printed)


def is_body(words: str, grammar: Grammar) -> bool:
    """Tell whether `words` are the name of a body or office, and nothing more.

    >>> from protokoll.grammar import load
    >>> is_body("Socialnämnden", load()), is_body("Eva Ek", load())
    (True, False)
    """
    return grammar.is_body(words)


def _persons(words: str, start: int, end: int, grammar: Grammar) -> Iterator[_Found]:
    """Read a chain of names link by link; a bracket 'båda L' also serves the names before it."""
    waiting: list[_Found] = []
    role: Role | None = None
    for left, right in _links(words, start, end):
        after = waiting and waiting[-1].party is None and words[left:right].strip()
        if after and fold(after) in grammar.party_names:
            # "Vera Alm, Vår Bygd, och …": the party has a link of its own.
            waiting.append(waiting.pop()._replace(party=party_of(after, grammar), end=right))
            continue
        person, role = _link(words, left, right, role, grammar)
        if person is None:
            label = _late_party(words[left:right], grammar)
            if label and waiting and waiting[-1].party is None:
                waiting.append(waiting.pop()._replace(party=label, end=right))
            continue
        if person.whole_group:
            waiting = [each if each.party else each._replace(party=person.party) for each in waiting]
        waiting.append(person)
    yield from waiting


def _late_party(link: str, grammar: Grammar) -> str | None:
    """Read a party that stands in a link of its own: ', s, ordförande' or ', ordförande (S)'."""
    bracket = link.find("(")
    if bracket >= 0:
        return _party_in(link, bracket, len(link), grammar)[0]
    return grammar.party_codes.get(link.strip().lower())


def _links(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _LINK.finditer(words, start, end):
        if match[0].startswith("("):
            continue
        if match.start() > begin:
            yield begin, match.start()
        begin = match.end()
    if begin < end:
        yield begin, end


def _link(words: str, start: int, end: int, role: Role | None, grammar: Grammar) -> tuple[_Found | None, Role | None]:
    """Read one link: title, name, 'm.fl.', bracket. A plural title governs the links after it."""
    bracket = words.find("(", start, end)
    half = _HALF.search(words, start, end) if bracket < 0 else None
    if half and party_of(half["label"], grammar):
        bracket = half.start("label")
    stop = bracket if bracket >= 0 else end
    pattern, openers = titles(grammar)
    title = pattern.search(words, start, stop)
    if title:
        role = roles(grammar)[fold(title[0])]
        start = title.end()
    names = list(_NAME.finditer(words, start, stop))
    # The bracket belongs to the name right before it: "Överläggningen inleds av Eva Ek (V)".
    for match in names[-1:] if bracket >= 0 else names:
        left, right = match.span()
        tokens = list(_TOKEN.finditer(match[0]))
        while tokens and fold(tokens[0][0]) in openers:
            tokens.pop(0)
        if len(tokens) > 2 and tokens[0][0].isupper() and len(tokens[0][0]) > 3 and not tokens[1][0].isupper():
            tokens.pop(0)  # a heading in capitals over the name
        if not tokens:
            continue
        left += tokens[0].start()
        label = _party_in(words, bracket, end, grammar) if bracket >= 0 else (None, False, False)
        if len(tokens) < 2 and not label[1]:
            continue
        if words[right:stop].strip(" \t\n.;") and not _MORE.match(words, right) and not label[1]:
            continue
        name = " ".join(words[left:right].split())
        if label[0] and _OF_HIS.match(words, words.find(")", bracket, end) + 1):
            name = name.removesuffix("s")
        if fold(name) in grammar.party_names:
            continue
        closing = words.find(")", bracket, end) + 1 if bracket >= 0 else 0
        return _Found(name, label[0], role, title.start() if title else left, closing or right, label[2]), role
    return None, role


def _party_in(words: str, start: int, end: int, grammar: Grammar) -> tuple[str | None, bool, bool]:
    """Read a bracket: the party, whether it is a party's bracket at all, whether it serves several names."""
    match = _BRACKET.match(words, start, end)
    if not match:
        return None, False, False
    inner = match[1]
    several = _ALL.match(inner)
    label = inner[several.end() :] if several else inner
    serves_all = several is not None or label.endswith("-gruppen")
    label = label.removesuffix("-gruppen")
    if label.lower() in grammar.words["actors"]["independents"]["words"]:
        return None, True, serves_all
    code = party_of(label, grammar)
    if code is None and _LOCAL_PARTY.fullmatch(label) and fold(label) not in _no_parties(grammar):
        code = label
    return code, code is not None, serves_all


def _person(text: CleanText, found: _Found) -> Person:
    span = text.origin(Span(found.start, found.end))
    return Person(
        name=found.name,
        party=found.party,
        role=found.role,
        span=span,
        page=text.page_at(span.start),
        printed=text.source.text[span.start : span.end],
    )


def passage_of(person: Person) -> Passage:
    """Return the words that name a person as a passage."""
    return Passage(person.name or "", person.span, person.page, person.printed)


@lru_cache(maxsize=8)
def _no_parties(grammar: Grammar) -> frozenset[str]:
    return frozenset(fold(each) for each in grammar.words["actors"]["brackets"]["words"])
