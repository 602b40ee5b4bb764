"""What members propose on the floor (yrkanden, förslag till beslut)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import Grammar, words_pattern
from protokoll.model.document import Action, Actors, Fate, Point, Proposal
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.actors import NOBODY, find_actors
from protokoll.parsing.points import find_points, list_end
from protokoll.parsing.sentences import opens_paragraph, sentences

__all__ = ["find_proposals"]

# "Vidare yrkar Eva Ek (V) bifall …": verb before actor.
_INVERTED = re.compile(
    r"^(?:Vidare|Därefter|Dessutom|Också|Därutöver|I (?:första|andra|tredje) hand|Slutligen|Sedan|Därtill)\b",
    re.IGNORECASE,
)
# What is asked for. The order matters: "avslag på återremissyrkandet" is a rejection.
_DEMAND = re.compile(
    r"""(?P<approve>bifall(?:\s+till|\s+på)?\b) | (?P<reject>avslag(?:\s+på|\s+till)?\b) | (?P<clause>\batt\s)
      | (?P<remit>(?<![\w])återremiss\b|minoritetsåterremiss\b|återremittering\b) | (?P<defer>bordläggning\b)
      | (?P<add>(?<!\w)tillägg(?:syrkande)?\b) | (?P<amend>(?<!\w)ändring(?:syrkande)?\b)""",
    re.VERBOSE | re.IGNORECASE,
)
# Where one demand ends and the next begins: "… och avslag på …", "samt att …", ", dels bifall …".
_AND = re.compile(
    r"(?:,|\s+(?:och|samt)|,\s*(?:dels|samt|och))\s+(?:dels\s+|i\s+(?:första|andra|tredje)\s+hand\s+)?(?=(?:bifall|avslag|återremiss|bordläggning)\b|att\s)",
    re.IGNORECASE,
)
_RANK = re.compile(r"i\s+(?P<rank>första|andra|tredje)\s+hand\s*", re.IGNORECASE)
_RANKS = {"första": 1, "andra": 2, "tredje": 3}
_REMITS = re.compile(r"återremitt|\bremitter", re.IGNORECASE)
_DEFERS = re.compile(r"bordlägg", re.IGNORECASE)
_AS_PROPOSED = re.compile(
    r"att\s+[^.:]{0,90}?(?:beslutar|besluta|bifaller|bifalla|beslutade)\s+(?:i\s+enlighet\s+med|enligt|bifalla|att\s+bifalla)?\s*(?P<object>[^.:]*?förslag(?:et)?(?:\s+till\s+beslut)?)\s*\.?$",
    re.IGNORECASE,
)
_ADDS_STATEMENT = re.compile(r"(?:anför(?:a|s|es|er)\s+följande|följande\s+anförs)\W*$", re.IGNORECASE)
_OPENS_LIST = re.compile(r"(?:följande|:)\W*$")
_JOINS = re.compile(r"ansluter sig till|anslöt sig till|instämmer i|instämde i|biträder|biträdde", re.IGNORECASE)


class _Act(NamedTuple):
    """A sentence in which somebody proposes: who, and what comes after the verb."""

    actors: Actors
    sentence: Span
    rest: Span
    verb: str


def find_proposals(text: CleanText, content: Span, grammar: Grammar) -> tuple[list[Proposal], list[Span]]:
    """Return the proposals in a block, and the stretches of text that they account for.

    Reads 'A (P) och B (Q) yrkar bifall till X och avslag på Y' (two proposals of two persons), 'yrkar i första hand
    … och i andra hand …' (ranked), 'föreslår att nämnden beslutar följande:' with its list and the running text
    after 'anföra följande'. The proposer's own words that follow are the statement; what is proposed inside it is
    not a new act.
    """
    proposals: list[Proposal] = []
    used: list[Span] = []
    acts = list(_acts(text, content, grammar))
    for index, act in enumerate(acts):
        stop = acts[index + 1].sentence.start if index + 1 < len(acts) else content.end
        found, span = _of_act(text, act, stop, grammar)
        proposals.extend(found)
        if found:
            used.append(span)
    return proposals, used


def _acts(text: CleanText, content: Span, grammar: Grammar) -> Iterator[_Act]:
    words = text.text
    verbs = _verbs(grammar)
    own_text = False
    for span in sentences(words, content.start, content.end):
        opens = span.start == content.start or opens_paragraph(words, span.start)
        match = verbs.search(words, span.start, span.end)
        if match and not (own_text and not opens):
            act = _act(text, span, match, grammar)
            if act and not (own_text and not act.actors.persons):
                own_text = False
                yield act
                continue
        if _ADDS_STATEMENT.search(words, max(span.start, span.end - 60), span.end):
            own_text = True


def _act(text: CleanText, span: Span, match: re.Match[str], grammar: Grammar) -> _Act | None:
    words = text.text
    before = Span(span.start, match.start())
    if before.of(words).count("(") != before.of(words).count(")"):
        return None
    if _INVERTED.match(before.of(words)) or not before.of(words).strip():
        after = _DEMAND.search(words, match.end(), span.end)
        middle = after.start() if after else span.end
        actors = find_actors(text, match.end(), middle, grammar)
        rest = Span(middle, span.end)
    else:
        actors = find_actors(text, before.start, before.end, grammar)
        rest = Span(match.end(), span.end)
    if actors == NOBODY or (not actors.persons and not actors.parties and actors.body is None):
        return None
    return _Act(actors, span, rest, match[0].lower())


def _of_act(text: CleanText, act: _Act, stop: int, grammar: Grammar) -> tuple[list[Proposal], Span]:
    words = text.text
    rest = act.rest.of(words)
    if any(phrase in rest.lower() for phrase in grammar.phrases("acts", "withdraw")):
        return [], act.sentence
    joined = _JOINS.search(words, act.sentence.start, act.sentence.end)
    if joined and not _DEMAND.search(words, act.rest.start, act.rest.end):
        return _joining(text, act, stop, grammar)
    if _OPENS_LIST.search(rest) and not _AS_PROPOSED.search(rest):
        return _own(text, act, act.rest.end, stop, grammar)
    return list(_demands(text, act)), act.sentence


def _joining(text: CleanText, act: _Act, stop: int, grammar: Grammar) -> tuple[list[Proposal], Span]:
    """Read 'ansluter sig till Moderaternas förslag avseende beslutspunkt 3, 3. … samt föreslår följande: …'."""
    words = text.text
    more = re.compile(r"(?:^|\s)samt\s+föreslår[^:]{0,120}:", re.IGNORECASE).search(words, act.rest.start, stop)
    end = more.start() if more else min(stop, max(act.sentence.end, list_end(words, act.sentence.end, stop)))
    quoted = re.compile(r"^[ \t]*\d{1,2}[.)]\s+", re.MULTILINE).search(words, act.rest.start, end)
    points: tuple[Point, ...] = ()
    aim = text.passage(_after_join(words, act), quoted.start() if quoted else act.sentence.end)
    if quoted:
        passage = text.passage(quoted.end(), end)
        points = (Point(re.sub(r"\D", "", quoted[0]), passage.text, passage.span, passage.page, passage.printed),)
    proposals = [_proposal(text, act, Action.APPROVE, aim, points, Span(act.sentence.start, end))]
    if more:
        own, span = _own(text, act, more.end(), stop, grammar)
        return proposals + own, Span(act.sentence.start, span.end)
    return proposals, Span(act.sentence.start, end)


def _after_join(words: str, act: _Act) -> int:
    match = _JOINS.search(words, act.sentence.start, act.sentence.end)
    return match.end() if match else act.rest.start


def _own(text: CleanText, act: _Act, start: int, stop: int, grammar: Grammar) -> tuple[list[Proposal], Span]:
    """A list of one's own points, and the running text that follows 'anföra följande'."""
    words = text.text
    end = list_end(words, start, stop)
    points = find_points(text, start, end, grammar) if end > start else ()
    statement = text.passage(end, stop) if words[end:stop].strip() else None
    if not points and statement is None:
        return [], act.sentence
    if not points and statement is not None:
        points = find_points(text, start, stop, grammar)
        statement = None
    action = Action.OWN
    if points and len(points) <= 2 and re.match(r"(?i)att\s+motionen\s+bifalls|att\s+bifalla\s+motion", points[0].text):
        action = Action.APPROVE
    return [_proposal(text, act, action, None, points, Span(act.sentence.start, stop), statement)], Span(
        act.sentence.start, stop
    )


def _demands(text: CleanText, act: _Act) -> Iterator[Proposal]:
    """Yield one proposal for each thing asked for in the sentence."""
    words = text.text
    rank: int | None = None
    for part in _split(words, act.rest):
        ranked = _RANK.search(words, part.start, part.end)
        if ranked:
            rank = _RANKS[ranked["rank"].lower()]
        demand = _DEMAND.search(
            words,
            ranked.end() if ranked and not words[part.start : ranked.start()].strip() else part.start,
            part.end,
        )
        if demand is None:
            continue
        yield _demand(text, act, demand, part, rank)


def _demand(text: CleanText, act: _Act, demand: re.Match[str], part: Span, rank: int | None) -> Proposal:
    words = text.text
    kind = demand.lastgroup or "clause"
    end = part.end - 1 if words[part.end - 1 : part.end] == "." and kind != "clause" else part.end
    if kind == "clause":
        clause = words[demand.start() : part.end]
        as_proposed = _AS_PROPOSED.search(words, demand.start(), part.end)
        if as_proposed and as_proposed["object"].strip():
            return _proposal(
                text,
                act,
                Action.APPROVE,
                text.passage(*as_proposed.span("object")),
                (),
                act.sentence,
                rank=rank,
            )
        action = (
            Action.REMIT
            if _REMITS.search(clause)
            else Action.DEFER
            if _DEFERS.search(clause)
            else _clause_action(clause)
        )
        passage = text.passage(demand.start(), part.end - (words[part.end - 1 : part.end] == "."))
        point = Point(None, passage.text, passage.span, passage.page, passage.printed)
        return _proposal(text, act, action, None, (point,), act.sentence, rank=rank)
    aim = text.passage(demand.end(), end) if kind in ("approve", "reject") else text.passage(demand.start(), end)
    return _proposal(text, act, Action(kind), aim if aim.text else None, (), act.sentence, rank=rank)


def _clause_action(clause: str) -> Action:
    """Read the action of an att-clause about a motion or the whole proposal; else it is the proposer's own."""
    said = " ".join(clause.lower().split())
    if re.search(r"\b(?:avstyrk|avslå)", said) and not re.search(r"\bdelvis\b", said):
        return Action.REJECT
    if re.search(r"\b(?:tillstyrk|bifall)", said) and "delvis" not in said:
        return Action.APPROVE
    return Action.OWN


def _split(words: str, rest: Span) -> Iterator[Span]:
    begin = rest.start
    for match in _AND.finditer(words, rest.start, rest.end):
        # "yrkar att A ska väljas och att B ska …" are two; "yrkar bifall till förslaget att …" is one.
        if words[begin : match.start()].strip():
            yield Span(begin, match.start())
            begin = match.end() if not _RANK.search(words, match.start(), match.end()) else match.start()
    if words[begin : rest.end].strip():
        yield Span(begin, rest.end)


def _proposal(
    text: CleanText,
    act: _Act,
    action: Action,
    aim: Passage | None,
    points: tuple[Point, ...],
    span: Span,
    statement: Passage | None = None,
    rank: int | None = None,
) -> Proposal:
    whole = text.passage(span.start, span.end)
    return Proposal(act.actors, action, aim, points, statement, rank, "floor", Fate.UNKNOWN, whole.span, whole.page)


@lru_cache(maxsize=8)
def _verbs(grammar: Grammar) -> re.Pattern[str]:
    return words_pattern(grammar.phrases("acts", "propose"))
