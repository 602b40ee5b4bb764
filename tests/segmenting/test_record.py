"""What is no municipal record is told from what is, damaged or not."""

import pytest

from protokoll.grammar import load
from protokoll.segmenting.record import is_record
from tests.segmenting.outlining import clean

_NO_RECORDS = {
    "a recipe": "Sockerkaka\n\n3 ägg\n2 dl socker\n\nVispa ägg och socker. Rör ner mjölet. Grädda i 40 minuter.\n",
    "a table": "namn;parti;röst\nEva Ek;V;ja\nBo Ask;M;nej\nLiv Alm;S;ja\nKommunen;Nämnden;Beslut\n",
    "source code": "import os\n\ndef kommun(beslut):\n    return beslut\n\nclass Protokoll:\n    pass\n",
    "data": '{"kommun": "Alvby",\n "beslut": [\n  {"nämnd": "park"},\n  {"nämnd": "bad"}\n ]\n};\n',
    "a novel": "Hon gick längs vägen och tänkte på sin mor. Regnet föll över taken. Ingen visste vart hon gick. " * 20,
}
_RECORDS = {
    "a short letter": "Vänsterpartiet vill ge förvaltningen i uppdrag att se över bänkarna i parken på Torget.",
    "a programme": "Vi vill att kommunen satsar på skolan. Nämnden ska besluta om budgeten. " * 8,
    "misread": "Namnden godkanner forvaltningens tjansteutldtande som svar pa skrivelsen fran ledamoten. " * 4,
    "minutes": "§ 4 Val\nBeslut\nKommunstyrelsen utser Eva Ek att justera protokollet.",
}


@pytest.mark.parametrize("name", list(_NO_RECORDS))
def test_no_record(name: str) -> None:
    """A text of another kind is refused."""
    assert not is_record(clean(_NO_RECORDS[name]), load())


@pytest.mark.parametrize("name", list(_RECORDS))
def test_record(name: str) -> None:
    """A record is let through, however short or damaged."""
    assert is_record(clean(_RECORDS[name]), load())
