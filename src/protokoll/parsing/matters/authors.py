"""Who wrote a party's or a member's paper: by its title, its lead-in, its signature, its letterhead."""

import re

from protokoll.grammar import Grammar
from protokoll.model.document import Actors, Person
from protokoll.model.text import CleanText, Span
from protokoll.parsing.actors import NOBODY, find_actors, find_parties, find_persons

__all__ = ["find_authors", "named_author", "signers"]

_LINE = re.compile(r"[^\n]+")
# "Motion av A (P) och B (Q) om …", "Svar på skrivelse från Eva Ek (M)", "Motion (2016:5) av A m.fl. (M) till …"
_BY = re.compile(
    r"""\b(?:(?:motion|interpellation|skrivelse)(?:en|n)?|fråga|medborgarförslag(?:et)?|yrkande|förslag)
        (?:\s*\([\d:/-]+\))?\s+(?:väckt\s+|ställd\s+|inlämnad\s+)?(?:av|fr[åaéd4]n)\s+(?P<who>[^.:;]{3,260}?)
        (?=\s+(?:om|angående|till|med|gällande|kring|avseende|rörande|ang\.?|väckt|för|i|beträffande|enligt|på)\s
          |[.:;]|\s*$|\n[ \t]*\n|\s+[–-]\s)""",
    re.VERBOSE | re.IGNORECASE,
)
_FOR_PARTY = re.compile(r"^[ \t]*För[ \t]+(?P<party>[A-ZÅÄÖ][^\n,.]{2,60}?)[ \t]*[,.]?$", re.MULTILINE)
# "Eva Ek (V)     Bo Ask (M)": names side by side at the foot of a paper.
_SIDE_BY_SIDE = re.compile(r"(?<=\))[ \t]+(?=[A-ZÅÄÖ])|[ \t]{3,}")
_PLACE_DATE = re.compile(r"\d{4}\s*$|^\s*\d")
_NAME_LABEL = re.compile(
    r"^[ \t]*(?:Namn|Förslagsställare|Avsändare|Motionär(?:er)?|Inlämnad av)[ \t]*:[ \t]*(?P<who>[^\n]+)$", re.MULTILINE
)
_LETTERHEAD = re.compile(
    r"""^[ \t]*(?P<name>[A-ZÅÄÖ][\wåäöÅÄÖ]+)(?:[ \t]+\((?P<code>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4})\))?
        (?:[ \t]+i[ \t]+[^\n]{2,40})?(?:[ \t]+\d[^\n]*)?$""",
    re.VERBOSE | re.MULTILINE,
)


def find_authors(text: CleanText, front: Span, lead: Span | None, foot: Span | None, grammar: Grammar) -> Actors:
    """Return who wrote a paper.

    The signature tells persons, and their party where no bracket does; the title ('Motion av …') comes next; a
    party that speaks in the lead-in of the demand ('… vill Moderaterna ge …') or stands in the letterhead
    wrote the paper where nobody signs.

    Args:
        text: the clean text.
        front: title and argument.
        lead: the sentence that leads in the demand, if one was found.
        foot: date and signature, if any.
        grammar: the wordings.
    """
    parties = _parties(text, front, lead, foot, grammar)
    persons = signers(text, foot, grammar) if foot else ()
    if not persons:
        named = named_author(text, Span(front.start, min(front.end, front.start + 700)), grammar)
        persons = named.persons
    if persons:
        if len(parties) == 1 and not any(person.party for person in persons):
            persons = tuple(_of_party(person, parties[0]) for person in persons)
        codes = tuple(dict.fromkeys(person.party for person in persons if person.party))
        return Actors(None, persons, codes, None)
    return Actors(None, (), parties, None) if parties else NOBODY


def named_author(text: CleanText, span: Span, grammar: Grammar) -> Actors:
    """Return who is named as the author of what a title or subtitle speaks of, or nobody."""
    for match in _BY.finditer(text.text, span.start, span.end):
        actors = find_actors(text, *match.span("who"), grammar)
        if actors.persons or actors.parties:
            return actors
    return NOBODY


def signers(text: CleanText, foot: Span, grammar: Grammar) -> tuple[Person, ...]:
    """Return the persons whose names stand at the foot of a paper, each once."""
    persons: dict[str, Person] = {}
    labelled = list(_NAME_LABEL.finditer(text.text, foot.start, foot.end))
    spans = [match.span("who") for match in labelled] or list(_name_lines(text.text, foot))
    for start, end in spans:
        for person in find_persons(text, start, end, grammar):
            if person.name and person.name not in persons:
                persons[person.name] = person
    return tuple(persons.values())


def _name_lines(words: str, foot: Span) -> list[tuple[int, int]]:
    """Return the pieces of lines that can be names: without figures, prose or a party's name alone."""
    pieces = []
    for line in _LINE.finditer(words, foot.start, foot.end):
        begin = line.start()
        cuts = [*_SIDE_BY_SIDE.finditer(words, line.start(), line.end()), None]
        for cut in cuts:
            end = cut.start() if cut else line.end()
            said = words[begin:end].strip()
            if said and not _PLACE_DATE.search(said) and not said.startswith("För ") and len(said) < 90:
                pieces.append((begin, end))
            begin = cut.end() if cut else end
    return pieces


def _parties(text: CleanText, front: Span, lead: Span | None, foot: Span | None, grammar: Grammar) -> tuple[str, ...]:
    words = text.text
    if foot and (match := _FOR_PARTY.search(words, foot.start, foot.end)):
        found = tuple(dict.fromkeys(find_parties(match["party"], grammar)))
        if found:
            return found
    if lead:
        found = tuple(dict.fromkeys(find_parties(lead.of(words), grammar)))
        if found:
            return found
    return tuple(dict.fromkeys(_letterhead(words, front, grammar)))


def _letterhead(words: str, front: Span, grammar: Grammar) -> list[str]:
    """Return the party whose name stands alone among the first lines."""
    for match in _LETTERHEAD.finditer(words, front.start, min(front.end, front.start + 500)):
        found = list(find_parties(match["name"].capitalize() if match["name"].isupper() else match["name"], grammar))
        if found:
            return found
        if match["code"] and match["name"].lower().endswith(("partiet", "listan", "demokraterna")):
            return [match["code"]]
    return []


def _of_party(person: Person, party: str) -> Person:
    return Person(person.name, party, person.role, person.span, person.page, person.printed)
