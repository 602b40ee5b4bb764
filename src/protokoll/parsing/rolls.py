"""Who voted how, where the names stand in running text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from protokoll.grammar import Grammar
from protokoll.model.document import Voter, Voting
from protokoll.model.text import CleanText, Span
from protokoll.parsing.actors import NAME, find_persons, party_of
from protokoll.parsing.numbers import read_number
from protokoll.parsing.offices import without_title
from protokoll.parsing.rollruns import OFFICE
from protokoll.parsing.rollwords import AFTER_NAMES, AROUND_NAMES, BEFORE_NAMES, BRACKETED, COUNT_AFTER
from protokoll.parsing.torn_names import joined_names, turned_names

__all__ = ["Side", "find_sides", "names_before"]

_COUNT_ROOM = 20
_ABBREVIATED = 18
_COUNTS = ("printed", "bare", "under", "counted", "over", "many")
_ONLY_NAMES = re.compile(rf"\s*{NAME}(?:(?:,|\s+och|\s+samt)\s+{NAME})*\s*")
_ONE_BY_ONE = re.compile(
    rf"(?:(?<=[.,;:])|^)\s*(?P<names>{NAME}(?:(?:,[ ]ordf\w*\.?)?\s*\([^()\n]{{1,25}}\))?),?[ \t\n]+"
    r"(?P<how>ja|nej|avstår|avstod)(?=\s*(?:[,.;]|$))",
    re.MULTILINE,
)
_HEADS = re.compile(r"röst|\b(?:Ja|Nej|JA|NEJ|Parti|Namn|Ledamot|Ledamöter|Avst\w*)\b")
_FEWEST = 3
_SIDE_LINE = re.compile(
    r"^[ \t]*(?P<how>Ja|Nej|Avstår|Avstod|Frånvarande)(?:-röster)?(?:[ \t]*\(\d{1,3}\))?[ \t]*:?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_PARTY_LINE = re.compile(
    r"^[ \t]*(?P<party>\(?[A-ZÅÄÖ][^\n:]{0,40}):[ \t]*"
    r"(?P<names>[A-ZÅÄÖ][^\n:]*(?:\n(?![^\n]*:)[ \t]*[A-ZÅÄÖ][^\n:]*)*)$",
    re.MULTILINE,
)
_CUT = re.compile(r"[.”\"]\s|\n[ \t]*\n|\(\d{1,3}\)\.?\s|:\s")
# "Hans TO. Lind": initials after a name.
_NO_CUT = re.compile(r"(?:\b[A-ZÅÄÖ]|\b[A-ZÅÄÖ][a-zåäöé]{1,12} [A-ZÅÄÖ]{2}|m\.fl|fl)\.\s$")
# "Den som vill bifalla Eva Eks (V) yrkande röstar ja" names nobody who votes; "Följande röstar ja:" does so after it.
_WISH = re.compile(r"\s*(?:(?:den|de|ledamöter|ledamot)\s+som|följande|dessa)\b", re.IGNORECASE)
# A link of a list in which only surnames are printed: "tjänstgörande ersättaren Hallengren".
_SURNAME = re.compile(r"(?:[a-zåäö:\d]+[ \t\n]+)*(?P<name>[A-ZÅÄÖÉÜ][\w'’´]+(?:-[A-ZÅÄÖÉÜ]\w+)?)")
# A line that ends in a bracket, or in an office after it ("Eva Ek (S), ordförande"); "Eva Ek (S), Bo⏎Ask" goes on.
_NEW_LINE = re.compile(
    r"(?<=\))(?:(?:[ \t]*,[ \t]*(?:[a-zåäö\d]|Ordf)[^\n,]{1,25})?[ \t]*\n\s*(?:[-–•*]\s+)?|[ ]{2,}|\t\s*|[ ][-–•*][ ]"
    r"|[ ](?=(?:[A-ZÅÄÖÉÜ][\w'’.-]*[ \n]){1,4}\())(?=[A-ZÅÄÖÉÜ])"
)
# A row of a table with the vote in words: "Eva Ek (S)   Nej".
_ROW = re.compile(
    r"[ \t]*[A-ZÅÄÖÉÜ][^\n]{3,60}[)\w][ \t]*[:,–-]?[ \t]+(?:ja|nej|avstår|avstod)[ \t]*$", re.IGNORECASE | re.MULTILINE
)
# A cell with nothing but a vote, and such a cell two lines above it.
_CELL = re.compile(r"[ \t]*(?:avstår|avstod)\Z", re.IGNORECASE)
_CELLS = re.compile(
    r"^[ \t]*(?:ja|nej|avstår|avstod)[ \t]*\n+[^\n]+\n+(?:[^\n]{1,40}\n+)?\Z", re.IGNORECASE | re.MULTILINE
)
_CELL_ROOM = 160
# Rows that follow each other in a line: "Eva Ek (S) Ja Bo Ask (M)"; "en ledamot avstår" is a number.
_RUN = re.compile(
    rf"\b(?:ledam(?:ot|öter)|personer|\d{{1,3}})\s*\Z|\)(?:{OFFICE})?[ ]?[:,–-]?[ ](?i:ja|nej|avst\w+)[ ]+[A-ZÅÄÖ]"
)
_ROW_END = re.compile(r"[ \t]*$", re.MULTILINE)
_BETWEEN = re.compile(r"\s*(?:,|;|(?<=\s)(?:och|samt)(?=\s))\s*")
_NAMED_LINE = re.compile(r"\s*[A-ZÅÄÖÉÜ][^\n()]{2,50}\([^\n()]{1,25}\)(?:,[^\n]{0,25})?[ \t]*(?=\n|$)")
_GAP = re.compile(r"\n[ \t]*\n")
# The sentence after the names: "… och Barbro Ny.⏎Således har avgivits …".
_SENTENCE = re.compile(
    r"(?:(?<=[\w)][\w)])|(?<=\s\d))(?<!fl)(?<!ordf)(?<!ers)(?<!st)\.\s+(?=[A-ZÅÄÖ][a-zåäö]+\s+[a-zåäö]{2,}\s)"
    r"|[ ](?=(?:\w+(?:nämnden|styrelsen|fullmäktige|utskottet)|Nämnden|Ordföranden|Styrelsen)[ ][a-zåäö]{3,}[ ])"
)
# "Eva Eks (S) förslag antas": who is named for what is hers does not vote there.
_OF_OTHERS = re.compile(
    r"(?<=[\s.])[A-ZÅÄÖÉÜ][^()\n,.]{2,50}\([^()\n]{1,25}\)\s+(?:m\.?\s?fl\.?\s+)?[a-zåäö]*(?:förslag|yrkande|motion)"
)
# A page broken inside a list leaves a comma, an "och" or half a name: "Ulla Hoffman⏎⏎Berg (KD)".
_OPEN = re.compile(r"\)[^()\n]*(?:,|\boch|\bsamt|(?:,|\soch|\ssamt)\s[A-ZÅÄÖÉÜ][\w ’'\n-]{1,30})[ \t]*\Z")


class Side(NamedTuple):
    """One side of a vote: its voters and the number printed for it."""

    how: Voting
    voters: tuple[Voter, ...]
    printed: int | None


def find_sides(text: CleanText, span: Span, grammar: Grammar) -> Iterator[Side]:
    """Yield each side whose names stand inside `span` of the clean text."""
    words = text.text
    around = list(AROUND_NAMES.finditer(words, span.start, span.end))
    begin = span.start
    for match in AFTER_NAMES.finditer(words, span.start, span.end):
        begin = max([begin, *(each.end() for each in around if each.end() <= match.start())])
        names = Span(names_before(words, begin, match.start()), match.start())
        begin = match.end()
        if _is_row(words, match) or _WISH.match(words, names.start, names.end) or _is_run(words, names):
            continue
        if "(" in names.of(words) or match["printed"] or _are_names(words, names):
            yield _side(text, names, match["how"], match["printed"], grammar)
    for match in around:
        yield _side(text, Span(*match.span("names")), match["how"], None, grammar)
    for match in BRACKETED.finditer(words, span.start, span.end):
        names = Span(*match.span("names"))
        if "(" in match["names"] or _are_names(words, names):
            yield _side(text, names, match["how"], None, grammar)
    yield from _each(text, span, grammar)
    listed = list(BEFORE_NAMES.finditer(words, span.start, span.end))
    for index, match in enumerate(listed):
        stop = listed[index + 1].start() if index + 1 < len(listed) else span.end
        names = Span(match.end(), _names_to(words, match, stop))
        how = next(match[group] for group in ("how", "told", "side", "said", "gave", "lone", "alone") if match[group])
        yield _side(text, names, how, next((match[name] for name in _COUNTS if match[name]), None), grammar)
    yield from _by_party(text, span, grammar)


def names_before(words: str, begin: int, end: int) -> int:
    """Return where the names before 'röstar' begin: after the last end of a sentence that is no abbreviation.

    >>> names_before("Planen antas. Eva K. Ek (V) ", 0, 27)
    14
    """
    cuts = (cut.end() for cut in _CUT.finditer(words, begin, end))
    return max([begin, *(cut for cut in cuts if not _NO_CUT.search(words, max(0, cut - _ABBREVIATED), cut))])


def _are_names(words: str, names: Span) -> bool:
    """Tell names without parties from the heads of the columns of a table."""
    return bool(_ONLY_NAMES.fullmatch(words, names.start, names.end)) and not _HEADS.search(
        words, names.start, names.end
    )


def _each(text: CleanText, span: Span, grammar: Grammar) -> Iterator[Side]:
    """Read a run of names each with its vote: 'Eva Ek ja, Bo Ask nej, Liv Alm avstår.'."""
    found = list(_ONE_BY_ONE.finditer(text.text, span.start, span.end))
    if len(found) < _FEWEST:
        return
    for how in dict.fromkeys(match["how"].lower() for match in found):
        sides = [
            _side(text, Span(*one.span("names")), how, None, grammar) for one in found if one["how"].lower() == how
        ]
        yield Side(_voting(how), tuple(voter for side in sides for voter in side.voters), None)


def _is_row(words: str, match: re.Match[str]) -> bool:
    """Tell whether 'avstår' closes a row of a table, as 'Ja' and 'Nej' do in the rows over and under it."""
    line = words.rfind("\n", 0, match.start()) + 1
    above = words.rfind("\n", 0, max(0, line - 1)) + 1
    below = words.find("\n", match.end("how"))
    if _CELL.match(words, line, match.end("how")) and _CELLS.search(words, max(0, line - _CELL_ROOM), line):
        return True
    return _ROW_END.match(words, match.end("how")) is not None and any(
        _ROW.match(words, start) is not None for start in (above, below + 1) if start != line and below >= 0
    )


def _is_run(words: str, names: Span) -> bool:
    return _RUN.search(words, names.start, names.end) is not None


def _by_party(text: CleanText, span: Span, grammar: Grammar) -> Iterator[Side]:
    """Read names in lines of their parties under a line that tells the side: 'JA⏎Centerpartiet: Eva Ek, Bo Ask'."""
    words = text.text
    sides = list(_SIDE_LINE.finditer(words, span.start, span.end))
    for index, side in enumerate(sides):
        stop = sides[index + 1].start() if index + 1 < len(sides) else span.end
        voting = _voting(side["how"])
        voters: list[Voter] = []
        for line in _PARTY_LINE.finditer(words, side.end(), stop):
            party = party_of(line["party"].strip(" ()"), grammar)
            for person in find_persons(text, *line.span("names"), grammar):
                if person.name:
                    code = person.party or party
                    voters.append(Voter(person.name, code, voting, person.span, person.page, person.printed))
        if voters:
            yield Side(voting, tuple(voters), None)


def _names_to(words: str, match: re.Match[str], stop: int) -> int:
    """Return where the names after their side end: at a blank line, or where names stop standing one on each line."""
    if match["told"]:
        cuts = _CUT.finditer(words, match.end(), stop)
        return next(
            (cut.start() for cut in cuts if not _NO_CUT.search(words, cut.end() - _ABBREVIATED, cut.end())), stop
        )
    for other in (_SENTENCE.search(words, match.end(), stop), _OF_OTHERS.search(words, match.end(), stop)):
        stop = min(stop, other.start()) if other else stop
    gaps = _GAP.finditer(words, match.end(), stop)
    gap = next((each for each in gaps if not _OPEN.search(words, match.end(), each.start())), None)
    if gap is None:
        return stop
    end = gap.start()
    if _NAMED_LINE.match(words, words.rfind("\n", 0, end) + 1, end):
        # A list with one name on each line runs on over a page break.
        while line := _NAMED_LINE.match(words, end, stop):
            end = line.end()
    return end


def _side(text: CleanText, names: Span, how: str, printed: str | None, grammar: Grammar) -> Side:
    voting = _voting(how)
    after = None if printed else COUNT_AFTER.search(text.text, max(names.start, names.end - _COUNT_ROOM), names.end)
    printed = after["printed"] or after["sum"] if after else printed
    voters = [
        Voter(person.name, person.party, voting, person.span, person.page, person.printed)
        for part in _lists(text.text, names)
        for person in find_persons(text, part.start, part.end, grammar)
        if person.name and (person.party or not party_of(person.name, grammar))
    ]
    if "(" not in names.of(text.text) and (printed is None or len(voters) < read_number(printed)):
        surnames = _by_surname(text, names, voting, voters)
        voters += [
            voter for voter in surnames if not party_of(voter.name, grammar) and without_title(voter.name, grammar)
        ]
    voters = turned_names(text, names, joined_names(text, names, voters))
    voters.sort(key=lambda voter: voter.span.start)
    return Side(voting, tuple(voters), read_number(printed) if printed else None)


def _lists(words: str, names: Span) -> Iterator[Span]:
    """Yield the names in parts: a new line after a closed bracket opens a new one, as where each name has its line."""
    begin = names.start
    for line in _NEW_LINE.finditer(words, names.start, names.end):
        yield Span(begin, line.start())
        begin = line.end()
    yield Span(begin, names.end)


def _by_surname(text: CleanText, names: Span, voting: Voting, known: list[Voter]) -> Iterator[Voter]:
    """Read those of whom only the surname is printed; the attendance tells later who they are."""
    taken = [voter.span for voter in known]
    begin, end = names.start, names.start + len(names.of(text.text).rstrip(" \n.;"))
    for stop in (*(gap.span() for gap in _BETWEEN.finditer(text.text, names.start, end)), (end, end)):
        match = _SURNAME.fullmatch(text.text, begin, stop[0])
        begin = stop[1]
        passage = text.passage(*match.span("name")) if match else None
        if passage and not any(span.start <= passage.span.start < span.end for span in taken):
            yield Voter(passage.text, None, voting, passage.span, passage.page, passage.printed)


def _voting(how: str) -> Voting:
    said = how.lower()
    if "nej" in said:
        return Voting.NO
    if "frånv" in said:
        return Voting.ABSENT
    return Voting.YES if re.search(r"\bja\b", said) else Voting.ABSTAIN
