"""Claims of whole documents: each with its holder, kind of evidence, quote and place."""

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from protokoll import clean, parse_file, read
from protokoll.model.document import Document
from protokoll.model.position import RANKS, Basis, Position
from protokoll.positions.claims import find_claims

_TEXTS = Path(__file__).parent / "texts"
_ROOT = Path(__file__).resolve().parents[3]
_RECORDS = sorted([*_TEXTS.glob("*.txt"), *(_ROOT / "data" / "samples").glob("*.txt")])

_REPORT = """Utlåtande 2023:14

Motion om fler bänkar
Motion av Eva Ek (V)

Förslag till beslut
Kommunstyrelsen föreslår att kommunfullmäktige beslutar följande.
Motionen avslås.

Föredragande borgarrådet Bo Ask

Sammanfattning av ärendet
Eva Ek (V) föreslår i en motion att staden ska köpa fler bänkar.

Föredragande borgarrådets synpunkter
Jag välkomnar motionens tanke. Staden måste först laga de bänkar som finns.
"""


def _claims(path: Path) -> tuple[Document, tuple[Position, ...]]:
    document = parse_file(path, force=True)
    return document, find_claims(document)


@pytest.fixture(scope="module")
def minutes() -> tuple[Position, ...]:
    """The claims of the invented minutes."""
    return _claims(_TEXTS / "fritidsnamnd-2022.txt")[1]


@pytest.mark.parametrize("path", _RECORDS, ids=lambda path: path.stem)
def test_every_quote_is_verbatim(path: Path) -> None:
    """A quote stands letter for letter at its span and on its page, and its pointer leads to a record."""
    source = read(path)
    pages = clean(source)
    document, claims = _claims(path)
    for claim in claims:
        assert claim.span.of(source.text) == claim.quote
        assert claim.page == pages.page_at(claim.span.start)
        place = re.match(r"/items/(\d+)", claim.pointer)
        assert place is not None
        assert int(place[1]) < len(document.items)
        assert claim.rank == RANKS[claim.basis]


@pytest.mark.parametrize("path", _RECORDS, ids=lambda path: path.stem)
def test_no_claim_twice(path: Path) -> None:
    """No party holds one claim twice in a document."""
    claims = [(each.party, each.claim, each.span) for each in _claims(path)[1]]
    assert len(claims) == len(set(claims))


def test_the_kind_of_evidence_is_that_of_the_record(minutes: tuple[Position, ...]) -> None:
    """A proposal's reasons, a statement and a substitute's words keep their kinds."""
    kinds = {each.party: each.basis for each in minutes}
    assert kinds == {"V": Basis.PROPOSAL, "S": Basis.STATEMENT, "MP": Basis.STATEMENT, "C": Basis.HYPOTHETICAL}


def test_a_joint_statement_is_held_by_each(minutes: tuple[Position, ...]) -> None:
    """Each party behind a joint statement holds its claims, and is told with whom."""
    assert [each.claim for each in minutes if each.party == "S"] == [
        each.claim for each in minutes if each.party == "MP"
    ]
    assert {each.jointly for each in minutes if each.party == "S"} == {("MP",)}
    assert all("joint" in each.caveats for each in minutes if each.party == "S")


def test_a_claim_says_where_it_was_made(minutes: tuple[Position, ...]) -> None:
    """Body, date, § and title are those of the document."""
    first = minutes[0]
    assert (first.body, first.date, first.item, first.title) == (
        "Fritidsnämnden",
        "2022-09-14",
        "7",
        "Öppettider i simhallen",
    )
    assert first.topic is None


def test_a_programme_without_a_party_has_no_holder() -> None:
    """Who holds the claims of a programme that names nobody is `OTHER`."""
    claims = _claims(_TEXTS / "program-2021.txt")[1]
    assert {(each.party, each.basis) for each in claims} == {("OTHER", Basis.PROGRAMME)}


def test_the_reasons_of_a_rapporteur_are_a_report() -> None:
    """What the ruling side writes in its own report is a report's reason, and its party is not made up."""
    claims = find_claims(parse_file("u.txt", data=_REPORT.encode(), force=True))
    assert [(each.party, each.basis, each.stance.value) for each in claims] == [
        ("OTHER", Basis.REPORT, "support"),
        ("OTHER", Basis.REPORT, "demand"),
    ]
    assert claims[0].persons == ("Bo Ask",)
    assert "party_not_printed" in claims[0].caveats


def test_likalydande_texts_give_their_claims_once() -> None:
    """The same text in two acts of one party is one claim of it."""
    note = "Protokollsanteckning\nEva Ek (V) antecknar följande till protokollet: Vi vill se fler bänkar i parken.\n\n"
    text = (
        "Almunda kommun\nFritidsnämnden\nProtokoll 2022-09-14\n\n§ 7 Bänkar\n\nYrkanden\n"
        f"Eva Ek (V) yrkar avslag på förslaget.\n\nBeslut\nNämnden bifaller förslaget.\n\n{note}{note}"
    )
    claims = find_claims(parse_file("p.txt", data=text.encode(), force=True))
    assert [each.claim for each in claims] == ["Se fler bänkar i parken."]


@pytest.fixture(scope="module")
def benchmark_of_claims() -> ModuleType:
    """The benchmark, as a module."""
    spec = importlib.util.spec_from_file_location("claims_benchmark", _ROOT / "benchmarks" / "positions" / "claims.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_invented_texts_are_read_as_annotated(benchmark_of_claims: ModuleType) -> None:
    """The figures asked of annotated texts hold on the invented ones, and every miss is listed."""
    misses: list[str] = []
    total = benchmark_of_claims.score(_TEXTS / "claims.json", _TEXTS, misses)["all"]
    assert total.found >= 0.8 * total.annotated
    assert total.right >= 0.85 * total.told
    assert total.stance >= 0.92 * total.found
    assert total.holder >= 0.98 * total.found
    assert len([miss for miss in misses if miss.startswith("missed")]) == total.annotated - total.found


def test_the_benchmark_counts_what_is_wrong(benchmark_of_claims: ModuleType, tmp_path: Path) -> None:
    """A claim that the text does not make is missed, another stance is wrong, and what is not annotated is invented."""
    claims = [
        {
            "party": "V",
            "document": "fritidsnamnd-2022",
            "stance": "demand",
            "evidence": "Vi säger nej till att sälja Ekebybadet.",
        },
        {"party": "V", "document": "fritidsnamnd-2022", "stance": "demand", "evidence": "Kyrkan målas om till våren."},
    ]
    annotation = tmp_path / "claims.json"
    annotation.write_text(json.dumps({"claims": claims}), "utf-8")
    figures = benchmark_of_claims.score(annotation, _TEXTS)["all"]
    assert (figures.annotated, figures.found, figures.stance, figures.right) == (2, 1, 0, 1)
    assert figures.told > figures.right
