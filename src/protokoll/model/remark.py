"""Doubts: the result is there, and something about it is uncertain or does not add up."""

from enum import StrEnum

from msgspec import Struct

from protokoll.model.text import Span

__all__ = ["LONGEST_PRINTED", "Remark", "RemarkCode"]

LONGEST_PRINTED = 200
"""Characters of a record that a remark repeats at most."""


class RemarkCode(StrEnum):
    """Every kind of doubt. `docs/remarks.md` tells what to make of each."""

    TEXT_CUT = "text_cut"
    """The text breaks off in the middle of an item: something is missing in the source."""
    ITEM_GAP = "item_gap"
    """A number is missing in the run of §§."""
    ITEM_REPEATED = "item_repeated"
    """The same § number stands twice."""
    NO_DECISION = "no_decision"
    """Something was proposed or voted on, and no decision was found."""
    OUTCOME_UNKNOWN = "outcome_unknown"
    """A decision whose points do not say what became of the matter."""
    TALLY_MISMATCH = "tally_mismatch"
    """The number of names in a roll is not the printed number."""
    BALLOT_MISSING = "ballot_missing"
    """A vote without words for what Ja and Nej stand for."""
    ROLL_MISSING = "roll_missing"
    """A vote whose roll is printed elsewhere, and not in this text."""
    TARGET_MISSING = "target_missing"
    """A pointer ('se bilaga 3', 'likalydande med …') whose target is not in this text."""
    PARTY_UNKNOWN = "party_unknown"
    """A bracket after a name that is no party known for this municipality and time."""
    CUE_UNACCOUNTED = "cue_unaccounted"
    """The text says that somebody proposes, reserves, votes or notes, and no record accounts for it."""
    QUOTED_ACTS = "quoted_acts"
    """Acts of an earlier meeting, or on another matter, are quoted here: they are not counted again."""
    KIND_UNCERTAIN = "kind_uncertain"
    """The kind of document was chosen on weak evidence."""
    DATE_MISSING = "date_missing"
    """No date of meeting or document is printed."""
    BODY_MISSING = "body_missing"
    """The body whose document it is is not printed."""
    AUTHOR_MISSING = "author_missing"
    """Nobody is printed as the author of a paper that somebody wrote: a motion, a letter, a programme."""
    TEXT_DAMAGED = "text_damaged"
    """Words were misread, and mended or left: the text layer was made with the wrong language, or badly."""
    WORDS_DOUBTFUL = "words_doubtful"
    """Words of a page that look misread and were left as they stand; the message has what they may have been."""
    TEXT_UNREADABLE = "text_unreadable"
    """A page whose letters carry no meaning: a font without a Unicode map, or a picture."""
    PAGE_EMPTY = "page_empty"
    """A page without text among pages with text."""
    ENCODING_MENDED = "encoding_mended"
    """The characters had been decoded wrongly before and were set right."""
    RECORD_FORCED = "record_forced"
    """The text does not look like a municipal record and was parsed because the caller said so."""


class Remark(Struct, frozen=True, gc=False):
    """One doubt, with the place that gave rise to it."""

    code: RemarkCode
    message: str
    """One sentence in English for people."""
    span: Span | None = None
    """The place in the source text, where there is one."""
    page: int | None = None
    printed: str | None = None
    """The words that gave rise to the doubt, as printed; at most 200 characters."""
