"""Which sentences of an owned text are its holder's own words: not the law's, not another's view, not procedure."""

from __future__ import annotations

from collections.abc import Sequence

from protokoll.grammar import Grammar
from protokoll.model.position import Stance
from protokoll.positions.claims.clauses import Clauses, Whose
from protokoll.positions.claims.cues import Cue
from protokoll.positions.claims.owned import Owned
from protokoll.positions.claims.reading import Reading, read_sentence
from protokoll.positions.claims.sentences import Sentence
from protokoll.positions.claims.vocabulary import person_of, verbs_of

__all__ = ["Reader"]

_FEWEST_WORDS = 3
_QUESTION = _LISTED = 2.0
# A demand so worded right after the law was told is the law's.
_OF_LAWS = ("modal", "call", "opener")
_OF_HOLDERS = ("telling", "wish", "backing", "refusal", "consent")


class Reader:
    """Reads the sentences of one owned text in order; what one sets up holds for those after it."""

    def __init__(self, owned: Owned, grammar: Grammar) -> None:
        """Begin with a text."""
        self._basis = owned.basis
        self._parties = frozenset(holder.party for holder in owned.holders)
        self._verbs = verbs_of(grammar)
        self._continuing = tuple(grammar.words["claims"]["continuing"])
        self.open_section()

    def open_section(self) -> None:
        """Forget what the sentences before have set up: a heading stands here."""
        self._retold = self._studied = False
        self.open_paragraph()

    def open_paragraph(self) -> None:
        """Forget the law and the list that were begun: a paragraph begins that is no bullet."""
        self._statute = self._listing = False

    def read(self, sentence: Sentence, cues: Sequence[Cue], *, in_list: bool = False) -> Reading | None:
        """Return what the next sentence claims; None where it claims nothing, or not for the holder of the text.

        Args:
            sentence: the sentence.
            cues: the phrases found in it.
            in_list: True for a bullet: under a demand that ends in a colon it is one of the things demanded.
        """
        kinds = {cue.kind for cue in cues}
        words = sentence.tokens.text.strip().lower()
        if "procedure" in kinds or len(words.split()) < _FEWEST_WORDS:
            return None
        if words.endswith("?"):
            # A question after a study that is asked for is a part of it.
            return Reading(_QUESTION, 0, Stance.DEMAND, "question") if self._studied else None
        people = [each for cue in cues if (each := person_of(cue, self._parties))]
        clauses = Clauses(sentence.tokens, people, self._verbs)
        own = clauses.names(Whose.OWN)
        self._statute = not own and (self._statute or "statute" in kinds)
        if (self._statute and "statute" in kinds) or self._is_retold(sentence, cues, clauses):
            return None
        reading = read_sentence(sentence.tokens, cues, clauses, self._basis)
        if self._statute and reading and reading.kind in _OF_LAWS:
            return None
        self._statute = self._statute and reading is None
        self._retold = reading is None and not own and "reported" in kinds
        demands = reading is not None and reading.stance is Stance.DEMAND
        self._studied = demands and "hedge" in kinds
        if not in_list:
            self._listing = demands and words.endswith(":")
        elif self._listing and reading is None:
            return Reading(_LISTED, 0, Stance.DEMAND, "listed")
        return reading

    def _is_retold(self, sentence: Sentence, cues: Sequence[Cue], clauses: Clauses) -> bool:
        """Tell whether a sentence says what others think: a verb of telling is theirs, and none the holder's."""
        words = sentence.tokens.text.lower()
        own = clauses.names(Whose.OWN)
        if self._retold and not own and words.startswith(self._continuing):
            return True
        told = words.startswith("enligt ") and clauses.names(Whose.OTHERS) and not own
        for cue in cues:
            if cue.kind in _OF_HOLDERS:
                start, end = cue.start - sentence.tokens.start, cue.end - sentence.tokens.start
                whose = clauses.subject(start, end)
                if whose is Whose.OWN:
                    return False
                theirs = whose in (Whose.OTHERS, Whose.RIVALS)
                told = told or (cue.kind == "telling" and theirs and clauses.is_main(start))
        self._retold = told
        return told
