"""The mender of misread words: damaged lines, confusions, lexicon, compounds, context, confidence."""

from protokoll.cleaning.repair.impossible import impossible_figures
from protokoll.cleaning.repair.rule import keep_sure, propose_mendings
from protokoll.cleaning.repair.section_signs import restore_section_signs

__all__ = [
    "impossible_figures",
    "keep_sure",
    "propose_mendings",
    "restore_section_signs",
]
