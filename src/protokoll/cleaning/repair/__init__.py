"""The mender of misread words: damaged lines, confusions, lexicon, compounds, context, confidence."""

from protokoll.cleaning.repair.mender import Mending, find_mendings
from protokoll.cleaning.repair.rule import keep_sure, propose_mendings
from protokoll.cleaning.repair.section_signs import restore_section_signs
from protokoll.cleaning.repair.unreadable import unreadable_spans

__all__ = [
    "Mending",
    "find_mendings",
    "keep_sure",
    "propose_mendings",
    "restore_section_signs",
    "unreadable_spans",
]
