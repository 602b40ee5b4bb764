"""Who was at the meeting: from the front page, and from lists and tables in annexes."""

import re
from functools import lru_cache, partial

from protokoll.grammar import Grammar, fold, words_pattern
from protokoll.model.document import Attendance, Role
from protokoll.model.outline import Block, BlockKind, Outline
from protokoll.model.remark import Remark, RemarkCode
from protokoll.model.text import CleanText, Span
from protokoll.parsing.rosters.entry import Entry, note_of, role_of
from protokoll.parsing.rosters.joins import with_given_names_first
from protokoll.parsing.rosters.labels import LabelKind, find_labels
from protokoll.parsing.rosters.narrative import read_narrative
from protokoll.parsing.rosters.parts import resolved
from protokoll.parsing.rosters.reader import read_section
from protokoll.parsing.rosters.seating import find_holders, is_seating, read_seating
from protokoll.parsing.rosters.sections import Section, find_sections
from protokoll.parsing.rosters.tables import printed_column
from protokoll.parsing.rosters.told import told_sections
from protokoll.parsing.rosters.unlabelled import unlabelled_section
from protokoll.parsing.rosters.wording import has_loose_parties

__all__ = ["attendance_doubts", "find_attendance"]

_LONGEST_FRONT = 40_000
_ANNEX_HEAD = 300  # characters in which an annex says that it lists the present
_VOTING = re.compile(r"\b(?:Ja|JA)\b[^§]{0,80}\b(?:Nej|NEJ)\b|Omröstning|Votering")
_PRESENCE = re.compile(r"närvar|upprop|beslutande|tjänstgör", re.IGNORECASE)
# "Bilaga 1, närvarolista": the head of an annex is the label of its list.
_LIST_OF_PRESENT = re.compile(
    r"""\s*bilaga[^\n]{0,30}?[ \t,:–-]+
        (?P<list>(?:närvaro|upprops?|tjänstgörings|deltagar)[\w/ -]*?(?:lista|förteckning))\b""",
    re.IGNORECASE | re.VERBOSE,
)


def find_attendance(text: CleanText, outline: Outline, grammar: Grammar) -> tuple[Attendance, ...]:
    """Return who was at the meeting, each person once, in the order of the text.

    Read are the lists of the front page, by their labels, and annexes that open with such a list. Those who are
    named only as verifiers, in signatures, or as absent are not among them.

    Args:
        text: the record.
        outline: its blocks; only the front page and annexes are read.
        grammar: the wordings, and the parties of the municipality.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.document import DocumentKind
    >>> from protokoll.model.text import SourceText
    >>> words = "Beslutande  Eva Ek (S), ordf, ej § 3"
    >>> text = CleanText(SourceText("-", "", 0, "text", None, words), (), words)
    >>> outline = Outline(DocumentKind.PROTOCOL, (Block(BlockKind.FRONT, Span(0, len(words))),))
    >>> [(each.name, each.party, each.role.value, each.note) for each in find_attendance(text, outline, load())]
    [('Eva Ek', 'S', 'chair', 'ej § 3')]
    """
    entries: list[Entry] = []
    for span in _places(text, outline, grammar):
        entries += read_narrative(text.text, span, grammar)
        for section in told_sections(text.text, span):
            entries += read_section(text.text, section, grammar)
        for section in _sections(text, span, grammar):
            entries += resolved(text, section, read_section(text.text, section, grammar), grammar)
    annexes = [block.span for block in outline.blocks if block.kind is BlockKind.ANNEX]
    for span in annexes:
        if is_seating(text.text, span):
            holders = find_holders(text.text, annexes, grammar)
            entries += read_seating(text.text, span, holders, grammar)
    return tuple(_attendance(text, entry) for entry in _once(with_given_names_first(entries, grammar)))


def attendance_doubts(
    text: CleanText, outline: Outline, attendance: tuple[Attendance, ...], grammar: Grammar
) -> list[Remark]:
    """Return what is uncertain about the attendance: a list that is not in this text, politicians without a party.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.document import DocumentKind
    >>> from protokoll.model.text import SourceText
    >>> words = "Beslutande  Se bilaga 1"
    >>> text = CleanText(SourceText("-", "", 0, "text", None, words), (), words)
    >>> outline = Outline(DocumentKind.PROTOCOL, (Block(BlockKind.FRONT, Span(0, len(words))),))
    >>> [doubt.code.value for doubt in attendance_doubts(text, outline, (), load())]
    ['target_missing']
    """
    doubts: list[Remark] = []
    places = _places(text, outline, grammar)
    if not attendance:
        for span in places:
            pointer = _pointer(text, span, grammar)
            if pointer:
                where = text.passage(*pointer)
                message = "the list of those present is not in this text"
                doubts.append(Remark(RemarkCode.TARGET_MISSING, message, where.span, where.page, where.printed[:200]))
    politicians = [each for each in attendance if each.role is not Role.OTHER]
    lost = [each for each in politicians if each.party is None and not _is_independent(each, grammar)]
    sections = [section for span in places for section in _sections(text, span, grammar)] if lost else []
    loose = any(has_loose_parties(text.text, section, grammar) for section in sections)
    if lost and (loose or len(lost) < len(politicians)):
        message = f"the party of {len(lost)} of those present could not be told, first of {lost[0].name}"
        doubts.append(Remark(RemarkCode.PARTY_UNKNOWN, message, lost[0].span, lost[0].page, lost[0].printed[:200]))
    return doubts


def _places(text: CleanText, outline: Outline, grammar: Grammar) -> list[Span]:
    """Return where lists of the present may stand: the front page, and annexes that open with such a label."""
    places: list[Span] = []
    for block in outline.blocks:
        span = block.span
        if block.kind in (BlockKind.FRONT, BlockKind.CONTENTS) and block.item is None:
            places.append(Span(span.start, min(span.end, span.start + _LONGEST_FRONT)))
        elif block.kind is BlockKind.ANNEX and _lists_present(text, block, grammar):
            places.append(span)
    if not any(find_sections(text.text, place, grammar) for place in places):
        places += _late_front(text, outline, grammar)
    return places


def _late_front(text: CleanText, outline: Outline, grammar: Grammar) -> list[Span]:
    """Return the front page where the list of matters stands before it, and was taken for the first items."""
    said = _place_said(text.text, grammar)
    block = next((each for each in outline.blocks if said and each.span.start <= said.start < each.span.end), None)
    if not said or not block or block.item is None:
        return []
    near = Span(said.start, min(block.span.end, said.end + _ANNEX_HEAD))
    members = any(label.kind is LabelKind.MEMBERS for label in find_labels(text.text, near, grammar))
    return [Span(said.start, block.span.end)] if members else []


@lru_cache(maxsize=1)  # asked for those present, and again for the doubts about them
def _place_said(words: str, grammar: Grammar) -> Span | None:
    said = _places_said(grammar).search(words, 0, _LONGEST_FRONT)
    return Span(*said.span()) if said else None


@lru_cache(maxsize=8)
def _places_said(grammar: Grammar) -> re.Pattern[str]:
    return words_pattern([phrase for phrase in grammar.words["attendance"]["labels"]["place"] if " " in phrase])


def _lists_present(text: CleanText, block: Block, grammar: Grammar) -> bool:
    head = Span(block.span.start, min(block.span.end, block.content.start + _ANNEX_HEAD))
    words = head.of(text.text)
    if _VOTING.search(words) and not _PRESENCE.search(words):
        return False  # a roll has 'Ledamöter' over its names, too
    listed = bool(_LIST_OF_PRESENT.search(words)) or bool(find_sections(text.text, head, grammar))
    return listed and not is_seating(text.text, block.span)


def _sections(text: CleanText, span: Span, grammar: Grammar) -> list[Section]:
    """Return the lists in a front page or annex; the title of an annex is the label of what follows it."""
    sections = find_sections(text.text, span, grammar, partial(printed_column, text))
    title = _LIST_OF_PRESENT.match(text.text, span.start, span.end)
    if title:
        stop = min((section.label.start for section in sections), default=span.end)
        label = Span(title.start("list"), title.end("list"))
        first = Section((LabelKind.MEMBERS,), (Span(title.end(), max(title.end(), stop)),), label)
        return [first, *sections] if stop > title.end() else sections
    unlabelled = unlabelled_section(text.text, span, sections)
    return [*sections, unlabelled] if unlabelled else sections


def _once(entries: list[Entry]) -> list[Entry]:
    """Keep each person once: the first time counts, a later one completes it."""
    known: dict[str, Entry] = {}
    parties = {entry.party for entry in entries if entry.kind not in (LabelKind.OTHERS, LabelKind.SECRETARY)}
    for entry in entries:
        if entry.unsure and entry.party not in parties:
            entry.party, entry.placed = None, False  # letters beside an official: 'Eva Ek (HR)'
        name = fold(entry.name)
        same = known.get(name)
        longer = next((each for each in known if name.startswith(f"{each} ")), None) if not entry.placed else None
        if same and same.placed and entry.placed and same.party != entry.party:
            known[f"{name} ({entry.party})"] = entry
        elif same:
            same.party, same.placed = same.party or entry.party, same.placed or entry.placed
            same.serves_for = same.serves_for or entry.serves_for
            served = role_of(same) is Role.SUBSTITUTE and role_of(entry) is Role.SERVING_SUBSTITUTE
            if served or (same.kind is LabelKind.OTHERS and entry.kind is LabelKind.MEMBERS):
                same.kind, same.role = entry.kind, entry.role
        elif not longer and not entry.absent and entry.kind is not LabelKind.ABSENT:
            known[name] = entry
    return list(known.values())


def _attendance(text: CleanText, entry: Entry) -> Attendance:
    passage = text.passage(entry.start, entry.end)
    return Attendance(
        name=entry.name,
        party=entry.party,
        role=role_of(entry),
        serves_for=entry.serves_for,
        note=note_of(text.text, entry),
        span=passage.span,
        page=passage.page,
        printed=passage.printed,
    )


def _pointer(text: CleanText, span: Span, grammar: Grammar) -> tuple[int, int] | None:
    pattern = words_pattern(grammar.words["attendance"]["pointers"]["words"])
    for section in find_sections(text.text, span, grammar):
        for part in section.spans:
            match = pattern.search(text.text, part.start, min(part.end, part.start + 200))
            if match:
                end = text.text.find("\n", match.end())
                return match.start(), end if 0 <= end <= part.end else match.end()
    return None


def _is_independent(each: Attendance, grammar: Grammar) -> bool:
    bracket = re.search(r"\(([^()]{1,25})\)", each.printed)
    words = grammar.words["actors"]["independents"]["words"]
    return bracket is not None and (bracket[1].strip() in words or fold(bracket[1]) in words)
