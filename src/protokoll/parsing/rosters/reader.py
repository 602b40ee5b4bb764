"""A list of persons read from its tokens: who, of which party, in which part, and for whom."""

import re

from protokoll.grammar import Grammar, fold
from protokoll.model.document import Role
from protokoll.parsing.actors import party_of
from protokoll.parsing.rosters.columns import with_seats
from protokoll.parsing.rosters.entry import Entry, without_replaced
from protokoll.parsing.rosters.labels import LabelKind
from protokoll.parsing.rosters.sections import Section
from protokoll.parsing.rosters.state import Progress
from protokoll.parsing.rosters.tokens import Token, TokenKind
from protokoll.parsing.rosters.wording import list_tokens

__all__ = ["read_section"]

_PROSE = 8  # words in a row without a name or a mark: no list any more
_FOR = ("för", "f")  # between two names of a list of politicians; 'f' with a full stop
_NAMED = (TokenKind.NAME, TokenKind.SINGLE)
_PERSONAL = (TokenKind.NAME, TokenKind.TITLE, TokenKind.ROLE)
_OFFICES = (Role.CHAIR, Role.VICE_CHAIR)
_SIGNED = re.compile(r"[ ]?(?:\.{2}|…|_)")
_INITIAL = re.compile(r"\s*[A-ZÅÄÖ]\.[ ]?[A-ZÅÄÖ]")
_POLITICIANS = (LabelKind.MEMBERS, LabelKind.SERVING, LabelKind.SUBSTITUTES)


def read_section(words: str, section: Section, grammar: Grammar) -> list[Entry]:
    r"""Return the persons of one list, in order, those marked as absent too.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import Span
    >>> words = "Eva Ek (S), ordf\nBo Ask (M) tjg ers för Liv Alm (V), § 12"
    >>> section = Section((LabelKind.MEMBERS,), (Span(0, len(words)),), Span(0, 0))
    >>> [(each.name, each.party, each.serves_for) for each in read_section(words, section, load())]
    [('Eva Ek', 'S', None), ('Bo Ask', 'M', 'Liv Alm')]
    """
    tokens = with_seats(words, list_tokens(words, section, grammar))
    reader = _Reader(words, section.kinds[0], grammar)
    marks = [t.kind for t in tokens if t.kind in (TokenKind.PARTY, TokenKind.TITLE, TokenKind.NAME)]
    reader.heads, reader.leads = marks[:1] == [TokenKind.PARTY], marks[:1] == [TokenKind.TITLE]
    for index, token in enumerate(tokens):
        reader.read(token, tokens[index + 1].kind if index + 1 < len(tokens) else TokenKind.BREAK)
        if reader.prose >= _PROSE:
            break
    return without_replaced(words, reader.entries)


class _Reader(Progress):
    """Takes tokens one by one and keeps what they say of the persons met so far."""

    def read(self, token: Token, after: TokenKind) -> None:
        """Take one token; `after` is the kind of the next."""
        match token.kind:
            case TokenKind.NAME:
                self._name(token)
            case TokenKind.SINGLE:
                self._single(token)
            case TokenKind.PARTY:
                self._party(token, after)
            case TokenKind.COLUMN:
                self._column(token)
            case TokenKind.PARTS:
                self._cells(token)
            case TokenKind.ROLE:
                self._role(token, after)
            case TokenKind.SERVES | TokenKind.SERVED:
                self._serves(token)
            case TokenKind.BREAK:
                self.line += 2 if self.words.count("\n", token.start, token.end) > 1 else 1
            case TokenKind.STAR:
                self.starred = True
            case TokenKind.BUT:
                self.excluding = True
            case _:
                self._other(token, after)
        if token.kind not in (TokenKind.TEXT, TokenKind.BREAK, TokenKind.GAP):
            self.prose = 0
        if self.before is TokenKind.BREAK:
            self.runs_on = token.kind is TokenKind.TEXT and not self.words[token.start].isupper()
        self.before = token.kind

    def _name(self, token: Token) -> None:
        entry = self.entries[-1] if self.entries else None
        if self.column and self.before is TokenKind.GAP and self.current():
            self.target = self.column
        if self.target is TokenKind.SERVES and entry:
            entry.serves_for = token.value
            entry.role = entry.role if entry.role in _OFFICES else Role.SERVING_SUBSTITUTE
            self.use(entry, token)
            self.target, self.seated = None, True
            entry.line = self.line
            return
        fresh = Entry(
            token.value,
            LabelKind.ABSENT if self.excluding else self.kind,
            token.start if self.opening is None else self.opening,
            token.end,
            self.line,
            party=self.party,
            placed=self.party is not None,
            role=self.office,
            official=self.titled,
            used=[(token.start, token.end)],
        )
        if self.target is TokenKind.SERVED and entry:
            fresh.role, fresh.serves_for, fresh.replaces = Role.SERVING_SUBSTITUTE, entry.name, entry.name
        if self.office is Role.SUBSTITUTE and self.kind is LabelKind.MEMBERS:
            fresh.role = Role.SERVING_SUBSTITUTE  # 'ers. Eva Ek' under the member whose seat she takes
        if self.starred:
            fresh.role = fresh.role or Role.SERVING_SUBSTITUTE
        self.entries.append(fresh)
        self.target, self.office, self.opening = None, None, None
        self.seated = self.titled = self.starred = self.over = False

    def _single(self, token: Token) -> None:
        if self.target and self.entries:
            vacant = fold(token.value) in self.grammar.words["attendance"]["vacant"]["words"]
            self.entries[-1].serves_for = None if vacant else token.value
            self.use(self.entries[-1], token)
            self.target, self.seated = None, True
        elif self.before is TokenKind.BREAK and (party := party_of(token.value, self.grammar)):
            self.party = party

    def _party(self, token: Token, after: TokenKind) -> None:
        entry = self.entries[-1] if self.entries else None
        follows = after is TokenKind.NAME and (self.heads or entry is None or entry.placed)
        opens = self.before is TokenKind.BREAK and (self.heads or follows)
        leads = follows or (
            after is TokenKind.ROLE and self.before in (TokenKind.GAP, TokenKind.TEXT)
        )  # 'S  Ers. Eva Ek'
        opens = opens or (self.heads and leads and self.words[token.start] != "(")
        unsure = token.value.startswith("?")
        if opens:
            self.party = token.value.lstrip("?") or None
        elif self.seated and entry:
            self.use(entry, token)
        elif entry and (not entry.placed or (self.party is not None and self.before is TokenKind.NAME)):
            # What stands directly after a name goes before what stands over it.
            entry.party, entry.placed, entry.unsure = token.value.lstrip("?") or None, True, unsure
            self.use(entry, token)

    def _column(self, token: Token) -> None:
        """Pair the parties of a column with the names before it, if there are as many of both."""
        parties = token.value.split("|")
        waiting = [entry for entry in self.entries if not entry.placed]
        if len(parties) == len(waiting):
            for entry, party in zip(waiting, parties, strict=True):
                entry.party, entry.placed = party.lstrip("?") or None, True

    def _cells(self, token: Token) -> None:
        """Give the cells of a column to the persons before it, if there are as many of both."""
        cells = token.value.split("|")
        seats = [cell for cell in cells if cell[:1] == ">"]
        if len(cells) != len(self.entries):
            cells = seats  # the offices before them are of another list
        if len(cells) != len(self.entries):
            return
        for entry, cell in zip(self.entries, cells, strict=True):
            if cell[:1] == ">":
                entry.serves_for, entry.role = cell[1:], Role.SERVING_SUBSTITUTE
            elif cell:
                entry.role = Role(cell)

    def _role(self, token: Token, after: TokenKind) -> None:
        role, printed = Role(token.value), self.words[token.start : token.end].lower()
        entry = self.current()
        if _SIGNED.match(self.words, token.end):
            return  # 'Ordförande… Eva Ek': the line of a signature
        if entry and self.seated and after is TokenKind.PARTY and self.before is TokenKind.COMMA:
            self.use(entry, token)  # 'Bo Ask (V) tjänstgör för Eva Ek, ordf (V)': the office of the seat's holder
            return
        if entry and role is Role.SUBSTITUTE and after is TokenKind.NAME and _INITIAL.match(self.words, token.end):
            self._serves(token._replace(kind=TokenKind.SERVES))  # 'Eva Ek (S), ers. B. Ask'
            return
        leads = after is TokenKind.NAME and (entry is None or entry.role is not None or printed.endswith(("n", "na")))
        leads = leads and not (self.before is TokenKind.COMMA and self.trailing)
        leads = leads or (self.heads and self.before is TokenKind.PARTY and after is TokenKind.NAME)
        leads = leads or self.words[token.end : token.end + 1] == ":"
        wraps = self.before is TokenKind.BREAK and self.entries and not leads
        if entry is None and wraps and (self.words[token.start].islower() or after is TokenKind.BREAK):
            entry = self.entries[-1]
        if entry is None or (leads and self.words[token.start] != "("):
            self.office = role
            self.over = leads
            return
        self.trailing = self.trailing or self.before is TokenKind.COMMA
        if entry.role not in _OFFICES and not (entry.serves_for and self.seated and role in _OFFICES):
            entry.role = role if entry.role is None or role in _OFFICES else entry.role
        self.use(entry, token)

    def _serves(self, token: Token) -> None:
        if not self.entries:
            self.column = token.kind
            return
        entry = self.entries[-1]
        if token.kind is TokenKind.SERVES and entry.role not in _OFFICES:
            entry.role = Role.SERVING_SUBSTITUTE
        self.use(entry, token)
        self.target = token.kind

    def _other(self, token: Token, after: TokenKind) -> None:
        entry = self.current()
        words = self.words[token.start : token.end]
        words = words.lower() if len(words) > 1 and words.isupper() else words
        if token.kind is TokenKind.TITLE:
            self._title(token, after, entry)
            if self.opening is not None:
                return
        elif token.kind is TokenKind.ABSENT and entry and after is not TokenKind.TEXT:
            entry.absent = True
        elif entry and self.kind in _POLITICIANS and not entry.official and words in _FOR and after in _NAMED:
            self._serves(token._replace(kind=TokenKind.SERVES))
            return
        elif token.kind is TokenKind.TEXT:
            self._text(token, after)
        if token.kind in (TokenKind.COMMA, TokenKind.GAP) or self.over:
            return
        opens = self.before is TokenKind.BREAK and token.kind is TokenKind.TEXT and not words[0].isupper()
        if entry is None and self.entries and self.entries[-1].line == self.line - 1 and (opens or self.runs_on):
            entry = self.entries[-1]
        if entry:
            entry.end = self.settled if self.prose >= _PROSE else token.end

    def _title(self, token: Token, after: TokenKind, entry: Entry | None) -> None:
        """Give a title to the person after it where titles lead, else to the person before."""
        parted = entry is not None and entry.party is not None and self.before is not TokenKind.COMMA
        leads = after is TokenKind.NAME and (self.leads or entry is None or self.over or parted)
        self.leads = self.leads or (leads and self.over)
        if leads or (self.leads and self.before in (TokenKind.COMMA, TokenKind.BREAK)):
            self.opening = token.start if self.opening is None else self.opening
        self.titled = self.titled or self.opening is not None
        if entry and self.opening is None:
            entry.official = True
            if entry.unsure:
                entry.party, entry.placed = None, False

    def _text(self, token: Token, after: TokenKind) -> None:
        words = self.words[token.start : token.end]
        if self.target and fold(words) in self.grammar.words["attendance"]["vacant"]["words"]:
            self.target, self.seated = None, True
        self.excluding = self.excluding and words != "."
        joins = words in ("och", "samt", "jämte") and self.words[token.start - 2] != "-"
        self.over = self.over or words == "." or (joins and after in _PERSONAL)
        if self.prose == 0 and self.entries:
            self.settled = self.entries[-1].end
        self.prose = self.prose + 1 if words.isalpha() else 0
