"""Who voted how, where the names stand in running text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from protokoll.grammar import Grammar
from protokoll.model.document import Voter, Voting
from protokoll.model.text import CleanText, Span
from protokoll.parsing.actors import NAME, find_persons, party_of

__all__ = ["Side", "find_sides"]

# "A (S), B (V) och C (MP) röstar Ja (3).": the names run from the end of the sentence before.
_AFTER_NAMES = re.compile(
    r"""(?P<how>(?:röstar|röstade)\s+(?:för\s+)?["”“]?(?:ja|nej)\b["”“]?
        |(?:avstår|avstod)(?:\s+från\s+att\s+rösta)?|(?:lägger|lade)\s+ned\s+sin\s+röst
        |(?:är|var)\s+frånvarande)\s*(?:\(\s*(?P<printed>\d{1,3})\s*(?:st\.?)?\))?(?!\s*(?:\(\d{1,3}\)\s*)?:)""",
    re.VERBOSE | re.IGNORECASE,
)
# "Ja-röster: A (S), B (V)", "Nej röstar: …", "Ja röstade A, s, och B, v.", "Ja-röst lämnas av:": the names after
# their side.
_NUMBER = r"(?:\s*\((?P<printed>\d{1,3})\s*(?:st\.?|röster)?\)|\s+(?P<bare>\d{1,3})\s*(?:st\.?)?)?"
_BEFORE_NAMES = re.compile(
    rf"""(?:^[ \t]*|(?<=[.;)])[ \t]+(?=[A-ZÅÄÖ]))(?:
        (?P<how>(?:Ja|Nej)(?:[- ]?röst(?:er|ar|ade)?(?:\s+(?:lämna|avge|avgav)\w*(?:\s+av)?)?)?
          | (?:(?:Följande|Dessa|Denna)\s+(?:ledam(?:öter|ot)\s+)?(?:och\s+\w+\s+ersättare\s+)?)?
            (?:(?:röst(?:ar|ade)|svara(?:r|de))\s+["”“]?(?:ja|nej)["”“]?|avst(?:år|od)(?:\s+från\s+att\s+rösta)?
              |(?:är|var)\s+frånvarande|(?:lägger|lade)\s+ned\s+sin\s+röst)
          | (?:För\s+)?(?:ja|nej)\s+(?:röst(?:ar|ade)|svara(?:r|de))
          | Avstår(?:\s+från\s+att\s+rösta)?|Avstod|Avstående|Nedlagd\s+röst|Frånvarande
        ){_NUMBER}\s*:\s*(?=[A-ZÅÄÖ]|[a-zåäö:\d\ ]{{3,40}}\s[A-ZÅÄÖ])
      | (?P<told>(?:För[ \t]+)?(?:Ja|Nej|Avstod|Avstår)[ \t]+(?:röst(?:ar|ade)|svara(?:r|de)|gör|gjorde)
            (?:\s+(?:ledamöterna|ledamoten))?)\s+(?=[A-ZÅÄÖ]|tjänst|ordf|vice\s))""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
# "Vid omröstning röstar Eva Ek, Bo Ask och Liv Alm ja."
_AROUND_NAMES = re.compile(
    r"""\bröst(?:ar|ade)\s+(?!(?:ja|nej|för|mot)\b)(?P<names>(?=[A-ZÅÄÖ]|ordf|tjänst|vice|\d:e)[^.:;]{5,500}?)
        \s+["”“]?(?P<how>ja|nej)\b""",
    re.VERBOSE,
)
_ONLY_NAMES = re.compile(rf"\s*{NAME}(?:(?:,|\s+och|\s+samt)\s+{NAME})*\s*")
_ONE_BY_ONE = re.compile(
    rf"(?:(?<=[.,;:])|^)\s*(?P<names>{NAME}(?:\s*\([^()\n]{{1,25}}\))?),?[ \t\n]+"
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
_NO_CUT = re.compile(r"(?:\b[A-ZÅÄÖ]|m\.fl|fl)\.\s$")
# "Den som vill bifalla Eva Eks (V) yrkande röstar ja" names nobody who votes; "Följande röstar ja:" does so after it.
_WISH = re.compile(r"\s*(?:(?:den|de|ledamöter|ledamot)\s+som|följande|dessa)\b", re.IGNORECASE)
# A link of a list in which only surnames are printed: "tjänstgörande ersättaren Hallengren".
_SURNAME = re.compile(r"(?:[a-zåäö:\d]+[ \t\n]+)*(?P<name>[A-ZÅÄÖÉÜ][\w'’´]+(?:-[A-ZÅÄÖÉÜ]\w+)?)")
# A line that ends in a bracket, or in an office after it ("Eva Ek (S), ordförande"); "Eva Ek (S), Bo⏎Ask" goes on.
_NEW_LINE = re.compile(r"(?<=\))(?:[ \t]*,[ \t]*(?:[a-zåäö\d]|Ordf)[^\n,]{1,25})?[ \t]*\n\s*(?=[A-ZÅÄÖÉÜ])")
# A row of a table with the vote in words: "Eva Ek (S)   Nej".
_ROW = re.compile(
    r"[ \t]*[A-ZÅÄÖÉÜ][^\n]{3,60}[)\w][ \t]+(?:ja|nej|avstår|avstod)[ \t]*$", re.IGNORECASE | re.MULTILINE
)
_ROW_END = re.compile(r"[ \t]*$", re.MULTILINE)
_BETWEEN = re.compile(r"\s*(?:,|;|(?<=\s)(?:och|samt)(?=\s))\s*")
_NAMED_LINE = re.compile(r"\s*[A-ZÅÄÖÉÜ][^\n()]{2,50}\([^\n()]{1,25}\)(?:,[^\n]{0,25})?[ \t]*(?=\n|$)")
_GAP = re.compile(r"\n[ \t]*\n")


class Side(NamedTuple):
    """One side of a vote: its voters and the number printed for it."""

    how: Voting
    voters: tuple[Voter, ...]
    printed: int | None


def find_sides(text: CleanText, span: Span, grammar: Grammar) -> Iterator[Side]:
    """Yield each side whose names stand inside `span` of the clean text."""
    words = text.text
    begin = span.start
    for match in _AFTER_NAMES.finditer(words, span.start, span.end):
        names = Span(_names_from(words, begin, match.start()), match.start())
        begin = match.end()
        if _is_row(words, match) or _WISH.match(words, names.start, names.end):
            continue
        if "(" in names.of(words) or match["printed"] or _are_names(words, names):
            yield _side(text, names, match["how"], match["printed"], grammar)
    for match in _AROUND_NAMES.finditer(words, span.start, span.end):
        yield _side(text, Span(*match.span("names")), match["how"], None, grammar)
    yield from _each(text, span, grammar)
    listed = list(_BEFORE_NAMES.finditer(words, span.start, span.end))
    for index, match in enumerate(listed):
        stop = listed[index + 1].start() if index + 1 < len(listed) else span.end
        names = Span(match.end(), _names_to(words, match, stop))
        how = match["how"] or match["told"]
        yield _side(text, names, how, match["printed"] or match["bare"], grammar)
    yield from _by_party(text, span, grammar)


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
    return _ROW_END.match(words, match.end("how")) is not None and any(
        _ROW.match(words, start) is not None for start in (above, below + 1) if start != line and below >= 0
    )


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


def _names_from(words: str, begin: int, end: int) -> int:
    """Return where the names before 'röstar' begin: after the last end of a sentence that is no abbreviation."""
    cuts = (cut.end() for cut in _CUT.finditer(words, begin, end))
    return max([begin, *(cut for cut in cuts if not _NO_CUT.search(words, max(0, cut - 8), cut))])


def _names_to(words: str, match: re.Match[str], stop: int) -> int:
    """Return where the names after their side end: at a blank line, or where names stop standing one on each line."""
    if match["told"]:
        cuts = _CUT.finditer(words, match.end(), stop)
        return next((cut.start() for cut in cuts if not _NO_CUT.search(words, cut.end() - 8, cut.end())), stop)
    gap = _GAP.search(words, match.end(), stop)
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
    voters = [
        Voter(person.name, person.party, voting, person.span, person.page, person.printed)
        for part in _lists(text.text, names)
        for person in find_persons(text, part.start, part.end, grammar)
        if person.name
    ]
    if "(" not in names.of(text.text) and (printed is None or len(voters) < int(printed)):
        voters += _by_surname(text, names, voting, voters)
    return Side(voting, tuple(sorted(voters, key=lambda voter: voter.span.start)), int(printed) if printed else None)


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
