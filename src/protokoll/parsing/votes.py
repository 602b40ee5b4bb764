"""Counted votes: what Ja and Nej stand for, the numbers, and every name."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from protokoll.grammar import Grammar
from protokoll.model.document import Ballot, Person, Vote, VoteKind, Voter, Voting
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.actors import find_persons

__all__ = ["find_votes"]

# "Ja för A och Nej för B", "Ja för A. Nej för B", "Ja-röst för A, Nej-röst för B", "Den som vill bifalla A röstar ja, den som …".
_SIDES = re.compile(
    r"""["”“']?\s*\bJa(?:-röst(?:er)?)?\s*(?:för|till|=|innebär|betyder)\s+(?P<yes>[^"”“]+?)
        (?:\s*[.,;]|\s+(?:och|samt|medan))?\s+(?:och\s+)?Nej(?:-röst(?:er)?)?\s*(?:för|till|=|innebär|betyder)\s+(?P<no>[^"”“\n]*(?:\n(?![ \t]*\n)[^"”“\n]*)*?)
        (?=\s*\.?\s*["”“]|\.\s|\.?\s*$|\n[ \t]*\n)""",
    re.VERBOSE | re.IGNORECASE,
)
_WISHES = re.compile(
    r"""(?:Den|De|Ledamöter)\s+som\s+(?:vill\s+|röstar\s+för\s+(?:att\s+)?|är\s+för\s+|bifaller\s+|stöder\s+)?(?P<yes>[^.:;]+?),?\s+(?:röstar|säger|trycker|svarar)\s+["”“]?ja["”“]?
        [.,;\s]+(?:och\s+|medan\s+)?(?:(?:den|de)\s+(?:som|det\s+ej|det\s+inte)\s+)?(?:vill\s+|bifaller\s+|stöder\s+)?(?P<no>[^.:;]+?),?\s+(?:röstar|säger|trycker|svarar)?\s*["”“]?nej["”“]?""",
    re.VERBOSE | re.IGNORECASE,
)
_ELLIPSIS = re.compile(r"^(?P<act>avslag|bifall)$", re.IGNORECASE)
_AIM = re.compile(r"^(?:bifall|avslag)\s+(?P<link>till|på)\s+(?P<aim>.+)$", re.IGNORECASE | re.DOTALL)
_NUMBERS = {
    "en": 1,
    "ett": 1,
    "två": 2,
    "tre": 3,
    "fyra": 4,
    "fem": 5,
    "sex": 6,
    "sju": 7,
    "åtta": 8,
    "nio": 9,
    "tio": 10,
    "elva": 11,
    "tolv": 12,
}
_COUNT = rf"(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_TALLY = {
    "yes": re.compile(
        rf"(?<![\w-]){_COUNT}\s*(?:st\.?\s+)?[\"”“]?(?:röster\s+)?(?:ja\b|ja-röst|jaröst|röster\s+för\s+ja)|\bja(?:-röster)?\s*[:=]\s*(?P<m>\d{{1,3}})",
        re.IGNORECASE,
    ),
    "no": re.compile(
        rf"(?<![\w-]){_COUNT}\s*(?:st\.?\s+)?[\"”“]?(?:röster\s+)?(?:nej\b|nej-röst|nejröst)|\bnej(?:-röster)?\s*[:=]\s*(?P<m>\d{{1,3}})",
        re.IGNORECASE,
    ),
    "abstain": re.compile(
        rf"(?<![\w-]){_COUNT}\s+(?:ledam(?:ot|öter)\s+|som\s+)?(?:avstår|avstod|avstående|nedlagda|lägger\s+ned|lade\s+ned)|\bavst(?:år|ående|ått)?\s*[:=]\s*(?P<m>\d{{1,3}})",
        re.IGNORECASE,
    ),
    "absent": re.compile(
        rf"(?<![\w-]){_COUNT}\s+(?:ledam(?:ot|öter)\s+)?(?:är\s+|var\s+)?(?:frånvarande)|\bfrånv(?:arande)?\.?\s*[:=]\s*(?P<m>\d{{1,3}})",
        re.IGNORECASE,
    ),
}
# "A (S), B (V) och C (MP) röstar Ja (3)." The names run from the end of the sentence before.
_ROLL = re.compile(
    r"""(?P<how>röstar\s+["”“]?ja["”“]?|röstade\s+["”“]?ja["”“]?|röstar\s+["”“]?nej["”“]?|röstade\s+["”“]?nej["”“]?
        |avstår(?:\s+från\s+att\s+rösta)?|avstod(?:\s+från\s+att\s+rösta)?|lägger\s+ned\s+sin\s+röst|lade\s+ned\s+sin\s+röst
        |är\s+frånvarande|var\s+frånvarande)\s*(?:\(\s*(?P<n>\d{1,3})\s*(?:st\.?)?\))?""",
    re.VERBOSE | re.IGNORECASE,
)
# "Ja-röster: A (S), B (V)" – the names after their side.
_LISTED = re.compile(
    r"""^[ \t]*(?P<how>Ja(?:-röst(?:er|ar)?)?|Nej(?:-röst(?:er|ar)?)?|Avstår|Avstod|Avstående|Frånvarande|Följande\s+(?:ledamöter\s+)?röstar\s+(?:ja|nej)|Ja\s+röstar|Nej\s+röstar)
        (?:\s*\((?P<n>\d{1,3})\s*(?:st\.?)?\)|\s+(?P<m>\d{1,3})\s*(?:st\.?)?)?\s*:\s*(?=[A-ZÅÄÖ])""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_ANNEX = re.compile(
    r"(?:framgår\s+av|enligt|se)\s+(?:bifogad\s+)?(?:bilaga|omröstningslista|voteringslista)\s*(?:nr\s*)?(?P<number>\d{1,3})",
    re.IGNORECASE,
)
_CASTING = re.compile(r"utslagsröst", re.IGNORECASE)
_CUT = re.compile(r"[.”\"]\s|\n[ \t]*\n|\(\d{1,3}\)\.?\s|:\s")
_PAIR = re.compile(
    r"\d{1,3}\s+ja\b|\bja\b\s*[:=]?\s*\d|röstar\s+ja|röstade\s+ja|voteringsproposition|ja-röst|röstsiffrorna|ja\s+för\s|röstar\s+nej",
    re.IGNORECASE,
)


class _Side(NamedTuple):
    how: Voting
    names: Span
    count: int | None
    end: int


def find_votes(
    text: CleanText, content: Span, heading: str, grammar: Grammar
) -> tuple[list[Vote], list[Span]]:
    """Return the counted votes in a block and the text that they account for.

    A vote begins at its ballot or, where none is printed, at its numbers; names before 'röstar Ja (7)' are its roll.

    Args:
        text: the clean text.
        content: the block without its heading.
        heading: the words of the heading ('Omröstning - Huvudvotering'), which tell the kind of vote.
        grammar: the wordings.
    """
    words = text.text
    if not _PAIR.search(words, content.start, content.end):
        return [], []
    starts = _starts(words, content)
    votes, used = [], []
    for index, start in enumerate(starts):
        stop = starts[index + 1] if index + 1 < len(starts) else content.end
        vote = _vote(text, Span(start, stop), heading, grammar)
        if vote:
            votes.append(vote)
            used.append(Span(start, stop))
    return votes, used


def _starts(words: str, content: Span) -> list[int]:
    """Return where each vote of the block begins: at each ballot, else at the block's own start."""
    ballots = [match.start() for match in _SIDES.finditer(words, content.start, content.end)]
    ballots = ballots or [match.start() for match in _WISHES.finditer(words, content.start, content.end)]
    if len(ballots) <= 1:
        return [content.start]
    return [content.start, *ballots[1:]]


def _vote(text: CleanText, span: Span, heading: str, grammar: Grammar) -> Vote | None:
    words = text.text
    ballot, after = _ballot(text, span)
    sides = list(_sides(words, Span(after, span.end)))
    roll = tuple(voter for side in sides for voter in _voters(text, side, grammar))
    tally, place = _tally(text, Span(after, span.end))
    for side in sides:
        if side.count is not None:
            tally[side.how.value] = side.count if tally[side.how.value] is None else tally[side.how.value]
    if ballot is None and tally["yes"] is None and tally["no"] is None and not roll:
        return None
    annex = _ANNEX.search(words, after, span.end)
    whole = text.passage(span.start, span.end)
    return Vote(
        kind=_kind(heading, ballot),
        ballot=ballot,
        yes=tally["yes"],
        no=tally["no"],
        abstain=tally["abstain"],
        absent=tally["absent"],
        tally=place,
        roll=roll,
        annex=annex["number"] if annex else None,
        casting_vote=bool(_CASTING.search(words, span.start, span.end)),
        span=whole.span,
        page=whole.page,
    )


def _ballot(text: CleanText, span: Span) -> tuple[Ballot | None, int]:
    match = _SIDES.search(text.text, span.start, span.end) or _WISHES.search(text.text, span.start, span.end)
    if not match:
        return None, span.start
    yes, no = (_bare(text, match, side) for side in ("yes", "no"))
    return Ballot(_completed(yes, no), _completed(no, yes)), match.end()


def _bare(text: CleanText, match: re.Match[str], side: str) -> Passage:
    passage = text.passage(*match.span(side))
    return Passage(passage.text.rstrip(' ."”“,'), passage.span, passage.page, passage.printed)


def _completed(side: Passage, other: Passage) -> Passage:
    """Complete an elliptical side: in 'Ja för avslag och Nej för bifall till X' Ja is 'avslag på X'."""
    short, whole = _ELLIPSIS.match(side.text), _AIM.match(other.text)
    if not short or not whole:
        return side
    link = "på" if short["act"].lower() == "avslag" else "till"
    return Passage(f"{short['act']} {link} {whole['aim']}", side.span, side.page, side.printed)


def _sides(words: str, span: Span) -> Iterator[_Side]:
    """Yield each side with the stretch that holds its names."""
    begin = span.start
    for match in _ROLL.finditer(words, span.start, span.end):
        cuts = [cut.end() for cut in _CUT.finditer(words, begin, match.start())]
        names = Span(max([begin, *(cut for cut in cuts if not _inside_name(words, cut))]), match.start())
        begin = match.end()
        if "(" in names.of(words) or words[match.end() - 1] == ")":
            yield _Side(_voting(match["how"]), names, int(match["n"]) if match["n"] else None, match.end())
    listed = list(_LISTED.finditer(words, span.start, span.end))
    for index, match in enumerate(listed):
        stop = listed[index + 1].start() if index + 1 < len(listed) else span.end
        gap = re.compile(r"\n[ \t]*\n").search(words, match.end(), stop)
        names = Span(match.end(), gap.start() if gap else stop)
        number = match["n"] or match["m"]
        yield _Side(_voting(match["how"]), names, int(number) if number else None, names.end)


def _inside_name(words: str, cut: int) -> bool:
    """Tell an initial or abbreviation ('m.fl.', 'Lars G. Ek') from the end of a sentence."""
    return bool(re.search(r"(?:\b[A-ZÅÄÖ]|m\.fl|fl)\.\s$", words[max(0, cut - 8) : cut]))


def _voting(how: str) -> Voting:
    said = how.lower()
    if "nej" in said:
        return Voting.NO
    if "ja" in said.replace("lägger", ""):
        return Voting.YES
    return Voting.ABSENT if "frånv" in said else Voting.ABSTAIN


def _voters(text: CleanText, side: _Side, grammar: Grammar) -> Iterator[Voter]:
    person: Person
    for person in find_persons(text, side.names.start, side.names.end, grammar):
        if person.name:
            yield Voter(person.name, person.party, side.how, person.span, person.page, person.printed)


def _tally(text: CleanText, span: Span) -> tuple[dict[str, int | None], Passage | None]:
    words = text.text
    numbers: dict[str, int | None] = {}
    places = []
    for name, pattern in _TALLY.items():
        match = pattern.search(words, span.start, span.end)
        numbers[name] = _number(match["n"] or match["m"]) if match else None
        if match:
            places.append(match.span())
    if not places:
        return numbers, None
    return numbers, text.passage(min(start for start, _ in places), max(end for _, end in places))


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words.lower()]


def _kind(heading: str, ballot: Ballot | None) -> VoteKind:
    said = heading.lower()
    if "motförslag" in said or "kontraproposition" in said or "förberedande" in said:
        return VoteKind.PREPARATORY
    if "sluten" in said:
        return VoteKind.CLOSED
    sides = f"{ballot.yes.text} {ballot.no.text}".lower() if ballot else ""
    if "återremiss" in sides and ("avgör" in sides or "idag" in sides or "i dag" in sides):
        return VoteKind.REMIT_OR_DECIDE
    return VoteKind.MAIN
