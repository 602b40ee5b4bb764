"""How often parties voted alike, counted by hand on invented meetings."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from msgspec.structs import replace

import protokoll
from protokoll.errors import UsageError
from protokoll.model.document import Document, DocumentKind, VoteKind, Voting
from protokoll.positions.agreement import Agreement, agreement
from protokoll.positions.counting import count_votes
from tests.positions.meetings import minutes, parsed

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "positions" / "agreement.py"


def front(date: str, body: str = "Kommunstyrelsen") -> str:
    """Return a front page."""
    return f"Almunda kommun\n{body}\nSammanträdesprotokoll\nSammanträdesdatum {date}\n\n"


def section(number: int, title: str, yes: str, no: str, abstain: str = "", ballot: str = "") -> str:
    """Return a § with one vote."""
    asked = ballot or "Ja för avslag på motionen och Nej för bifall till motionen."
    lines = [f"§ {number} {title}\n\nBeslut\nMotionen avslås.\n\nOmröstning\n{asked}"]
    lines += [f"{names} röstar {side}." for names, side in ((yes, "Ja"), (no, "Nej")) if names]
    lines += [f"{abstain} avstår från att rösta."] if abstain else []
    return "\n".join(lines) + "\n"


FIRST = minutes(
    section(1, "Motion om bad", "Ove Röd (S) och Siv Ros (S)", "Per Blom (M), Eva Ek (M) och Liv Alm (L)"),
    section(2, "Motion om bio", "Ove Röd (S), Siv Ros (S) och Liv Alm (L)", "Per Blom (M) och Eva Ek (M)"),
    section(3, "Motion om buss", "Ove Röd (S) och Siv Ros (S)", "Per Blom (M)", "Eva Ek (M) och Liv Alm (L)"),
    section(4, "Motion om båt", "Ove Röd (S), Siv Ros (S), Per Blom (M), Eva Ek (M) och Liv Alm (L)", ""),
    front=front("2024-03-06"),
)
LATER = minutes(
    section(9, "Motion om broar", "Ove Röd (S) och Per Blom (M)", "Gun Dal (FP)"),
    front=front("2025-02-05"),
)


def cells(found: Agreement, key: str) -> dict[tuple[str, str], tuple[int, int]]:
    """Return the votes and agreements of a group."""
    group = next(each for each in found.groups if each.key == key)
    return {(each.party, each.other): (len(each.votes), len(each.agreed)) for each in group.cells}


def test_agreement_of_a_year() -> None:
    """M was equally divided in the third vote, which counts for S and L alone; to abstain is a side of its own."""
    found = agreement([parsed(FIRST)], by="year")
    assert cells(found, "2024") == {("L", "M"): (3, 2), ("L", "S"): (4, 2), ("M", "S"): (3, 1)}


def test_agreement_without_unanimous_votes() -> None:
    """The fourth vote, in which all were of one mind, is left out of both counts."""
    found = agreement([parsed(FIRST)], by="all", unanimous=False)
    assert cells(found, "") == {("L", "M"): (2, 1), ("L", "S"): (3, 1), ("M", "S"): (2, 0)}
    assert found.left_out == 1


def test_the_votes_behind_a_cell() -> None:
    """Each cell leads to the records of its votes."""
    found = agreement([parsed(FIRST)], by="all")
    cell = next(each for each in found.groups[0].cells if (each.party, each.other) == ("L", "M"))
    assert [found.votes[place].item for place in cell.votes] == ["1", "2", "4"]
    assert [found.votes[place].pointer for place in cell.agreed] == ["/items/0/votes/0", "/items/3/votes/0"]
    assert cell.share == pytest.approx(2 / 3)


def test_cohesion() -> None:
    """M split once, one against one who abstained; L has one member and so no cohesion."""
    found = agreement([parsed(FIRST)], by="all")
    by_party = {each.party: each for each in found.groups[0].cohesion}
    assert by_party["M"].votes == 4
    assert by_party["M"].share == pytest.approx((1 + 1 + 0.5 + 1) / 4)
    assert by_party["M"].rice == 1
    assert [found.votes[place].item for place in by_party["M"].split] == ["3"]
    assert (by_party["S"].rice, by_party["S"].share) == (1, 1)
    assert (by_party["L"].votes, by_party["L"].rice, by_party["L"].share) == (0, None, None)


def test_the_rice_index_of_a_party_that_splits() -> None:
    """Three Ja and one Nej: |3 - 1| / 4."""
    text = minutes(
        section(1, "Motion", "Ove Röd (S), Siv Ros (S), Tor Vik (S) och Per Blom (M)", "Ida Berg (S)"),
        front=front("2024-03-06"),
    )
    social = agreement([parsed(text)], by="all").groups[0].cohesion[-1]
    assert (social.party, social.rice, social.share) == ("S", 0.5, 0.75)


def test_minutes_parsed_twice_count_once() -> None:
    """The same meeting under another file name adds nothing."""
    once, twice = agreement([parsed(FIRST)]), agreement([parsed(FIRST), parsed(FIRST, "kopia.txt")])
    assert cells(once, "2024") == cells(twice, "2024")
    assert len(twice.votes) == 4


def test_a_vote_quoted_in_another_document_counts_once() -> None:
    """An extract from the minutes in a report on the same matter is the same vote; another matter's is not."""
    document = parsed(FIRST)
    item = replace(document.items[1], number=None)
    quoting = replace(
        document,
        source=replace(document.source, path="utlatande.txt", sha256="1" * 64),
        head=replace(document.head, kind=DocumentKind.COUNCIL_REPORT),
        items=(item,),
    )
    assert len(count_votes([quoting])) == 1
    assert len(count_votes([quoting, document])) == 4
    other = replace(quoting, items=(replace(item, title=document.items[0].title),))
    assert len(count_votes([other, document])) == 5


def test_a_renamed_party_is_one_party_over_the_years() -> None:
    """FP in one year and L in another are one row, under the name of today."""
    found = agreement([parsed(FIRST), parsed(LATER)], by="all")
    assert found.groups[0].parties == ("L", "M", "S")
    assert cells(found, "")["L", "S"] == (5, 2)


def test_preparatory_votes_are_counted_only_when_asked_for() -> None:
    """Who shall meet the main proposal is another question than the matter."""
    document = parsed(FIRST)
    vote = replace(document.items[0].votes[0], kind=VoteKind.PREPARATORY)
    item = replace(document.items[0], votes=(vote,))
    changed = replace(document, items=(item, *document.items[1:]))
    assert len(agreement([changed]).votes) == 3
    assert len(agreement([changed], kinds=tuple(VoteKind)).votes) == 4


def test_groups_by_body_and_term() -> None:
    """A term begins in the middle of October after an election; bodies are told apart and can be chosen."""
    council = minutes(
        section(1, "Motion", "Ove Röd (S)", "Per Blom (M)"), front=front("2022-10-13", "Kommunfullmäktige")
    )
    documents = [parsed(FIRST), parsed(council)]
    assert [each.key for each in agreement(documents, by="term").groups] == ["2018–2022", "2022–2026"]
    assert [each.key for each in agreement(documents, by="body").groups] == ["Kommunfullmäktige", "Kommunstyrelsen"]
    assert len(agreement(documents, bodies=("fullmäktige",)).votes) == 1


def test_votes_without_names_are_told_of() -> None:
    """Where only totals are printed nobody's side is known; the count of such votes says what is missing."""
    text = minutes(
        "§ 1 Motion\n\nBeslut\nMotionen avslås.\n\nOmröstning\n"
        "Ja för avslag på motionen och Nej för bifall till motionen.\n"
        "Omröstningen utfaller med 43 Ja mot 38 Nej.\n",
        front=front("2024-03-06"),
    )
    found = agreement([parsed(text)])
    assert (found.votes, found.without_roll) == ((), 1)


def test_local_parties_with_the_same_letters_are_kept_apart() -> None:
    """'NY' in two municipalities is two parties; M is one."""
    texts = [
        minutes(
            section(1, "Motion", "Ove Röd (NY)", "Per Blom (M)"), front=front("2024-03-06").replace("Almunda", town)
        )
        for town in ("Almunda", "Norrby")
    ]
    found = agreement([parsed(text, f"{place}.txt") for place, text in enumerate(texts)], by="all")
    assert found.groups[0].parties == ("M", "NY (Almunda)", "NY (Norrby)")


def test_the_absent_do_not_count() -> None:
    """A party of which nobody was there had no stand."""
    document = parsed(FIRST)
    vote = document.items[0].votes[0]
    roll = tuple(replace(each, vote=Voting.ABSENT) if each.party == "L" else each for each in vote.roll)
    item = replace(document.items[0], votes=(replace(vote, roll=roll),))
    assert cells(agreement([replace(document, items=(item,))]), "2024") == {("M", "S"): (1, 0)}


def test_an_unknown_grouping_is_refused() -> None:
    """The error says what there is."""
    with pytest.raises(UsageError, match="month"):
        agreement([], by="month")


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    """The independent count."""
    spec = importlib.util.spec_from_file_location("agreement_benchmark", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _json(documents: list[Document]) -> list[dict[str, object]]:
    return [json.loads(protokoll.encode(each)) for each in documents]


@pytest.mark.parametrize("unanimous", [True, False])
def test_the_independent_count_agrees(benchmark: ModuleType, unanimous: bool) -> None:
    """The benchmark, which shares no code with the count, comes to the same cells."""
    documents = _json([parsed(FIRST), parsed(FIRST, "kopia.txt"), parsed(LATER)])
    counted = benchmark.recount(documents, unanimous=unanimous)
    assert counted == benchmark.claimed(documents, unanimous=unanimous)
    assert counted["2024", "L", "S"] == ((4, 2) if unanimous else (3, 1))


def test_the_independent_count_imports_nothing_of_the_count(benchmark: ModuleType) -> None:
    """Only the comparison knows of the module that is checked."""
    source = BENCHMARK.read_text("utf-8")
    assert "protokoll.positions" not in source.split("def claimed", maxsplit=1)[0].split('"""', maxsplit=2)[2]
    assert benchmark.COUNTED == ("main", "remit_or_decide")


@pytest.mark.parametrize(("yes", "counted"), [(2, True), (3, True), (5, False), (None, True)])
def test_a_roll_far_from_its_numbers_is_not_counted(yes: int | None, counted: bool) -> None:
    """Two names where five are printed were misread; one name too few is a slip."""
    document = parsed(FIRST)
    vote = replace(document.items[0].votes[0], yes=yes)
    item = replace(document.items[0], votes=(vote,))
    assert bool(count_votes([replace(document, items=(item,))])) is counted
