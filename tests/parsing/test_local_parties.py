"""Local parties that only the record itself shows."""

import pytest

from protokoll.grammar import load
from protokoll.parsing.local_parties import find_local_parties

CASES = {
    "Vera Alm (Vår Bygd) yrkar avslag.": ("Vår Bygd",),
    "Bo Ask (S) och Liv Ek (Framtid för Norrby) reserverar sig.": ("Framtid för Norrby",),
    "Vera Alm (TAP) yrkar avslag. Bo Ask (TAP) instämmer.": ("TAP",),
    "Vera Alm (TAP) yrkar avslag.": (),
    "Jan Ros (D) yrkar bifall. Jan Ros (D) reserverar sig.": ("D",),
    "Sten Åker (kv) yrkar bifall.": ("kv",),
    "Sten Åker (kv) var med.": (),
    "Eva Ek (Folkpartiet) och Bo Ask (M) yrkar bifall.": (),
    "Liv Alm (förvaltningschef) lämnar en redovisning.": (),
    "Liv Alm (Enhetschef) lämnar en redovisning. Bo Ek (Enhetschef) svarar.": (),
    "Eva Ek (Tekniska nämnden) anmäler jäv.": (),
    "Avtalet med Göteborg Energi (Bilaga) godkänns.": (),
}


@pytest.mark.parametrize("words", CASES)
def test_labels(words: str) -> None:
    """A bracket counts after somebody who acts; titles, bodies, known parties and one-off letters do not."""
    assert find_local_parties(words, load()) == CASES[words]


def test_list_of_those_present() -> None:
    """Two names with the same bracket on the front page are enough, but not among officials."""
    members = "Beslutande\nVera Alm (Bygdelistan)\nBo Ask (Bygdelistan)\n"
    assert find_local_parties(members, load()) == ("Bygdelistan",)
    officials = "Övriga närvarande\nVera Alm (Lärarkåren)\nBo Ask (Lärarkåren)\n"
    assert find_local_parties(officials, load()) == ()
