"""What is known while a list of persons is read, token by token."""

from msgspec import Struct

from protokoll.grammar import Grammar
from protokoll.model.document import Role
from protokoll.parsing.rosters.entry import Entry
from protokoll.parsing.rosters.labels import LabelKind
from protokoll.parsing.rosters.tokens import Token, TokenKind

__all__ = ["Progress"]


class Progress(Struct):
    """The persons met so far, and what the words between them may still say of them."""

    words: str
    kind: LabelKind
    grammar: Grammar
    entries: list[Entry] = []
    line: int = 0
    before: TokenKind = TokenKind.BREAK
    heads: bool = False
    """True where a party stands over or before its members."""
    leads: bool = False
    """True where a title stands before its holder."""
    opening: int | None = None
    """Where the title of the next person begins."""
    over: bool = False
    """True after 'och' or a full stop: what follows is not of the person before."""
    party: str | None = None
    """The party that stands over the names that follow."""
    office: Role | None = None
    """An office that stands before its holder."""
    column: TokenKind | None = None
    """'Ersätter' or 'Ersätts av' as the head of a column: what the second name of a row is."""
    target: TokenKind | None = None
    seated: bool = False
    """True after the holder of a seat, whose party may follow."""
    trailing: bool = False
    """True where an office stands after its holder, behind a comma."""
    titled: bool = False
    starred: bool = False
    excluding: bool = False
    """True after 'utom'."""
    runs_on: bool = False
    """True on a line that goes on where the one before ended."""
    prose: int = 0
    settled: int = 0
    """Where the last person ended before the words that may be prose."""

    def current(self) -> Entry | None:
        """Return the person on this line, if there is one."""
        return self.entries[-1] if self.entries and self.entries[-1].line == self.line else None

    def use(self, entry: Entry, token: Token) -> None:
        """Count a token as said of a person."""
        entry.used.append((token.start, token.end))
        entry.end = max(entry.end, token.end)
