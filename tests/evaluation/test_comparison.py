"""A document is right against itself, and each kind of corruption is seen where it is and nowhere else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import UNSET
from msgspec.structs import replace

from protokoll.evaluation.annotation import Facts, decode
from protokoll.evaluation.comparison import compare
from protokoll.evaluation.judgement import Element, Verdict
from protokoll.evaluation.reduction import facts
from protokoll.evaluation.scores import Count, counts
from protokoll.model.document import (
    Action,
    Ballot,
    Document,
    DocumentKind,
    Item,
    Outcome,
    Role,
    StatementKind,
    Voting,
)
from protokoll.pipeline import parse_file
from tests.evaluation.alvby import actors, item, meeting, passage, person, point, proposal, voter

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"
Change = Callable[[Document], Document]


def scored(gold: Facts, document: Document) -> dict[Element, Count]:
    """The counts of a document, elements without any fact left out."""
    found = counts(compare(gold, facts(document)))
    return {element: count for element, count in found.items() if count != Count()}


def in_head(**parts: object) -> Change:
    """Change fields of the head."""
    return lambda document: replace(document, head=replace(document.head, **parts))


def in_item(change: Callable[[Item], Item]) -> Change:
    """Change the § that holds everything."""
    return lambda document: replace(document, items=(change(document.items[0]), *document.items[1:]))


def in_part(name: str, place: int = 0, **parts: object) -> Change:
    """Change fields of one decision, proposal, vote, reservation or statement."""

    def change(whole: Item) -> Item:
        row = list(getattr(whole, name))
        row[place] = replace(row[place], **parts)
        return replace(whole, **{name: tuple(row)})

    return in_item(change)


def in_items(**parts: object) -> Change:
    """Change fields of the § that holds everything."""
    return in_item(lambda whole: replace(whole, **parts))


HIGHER_TALLY = {Element.TALLY, Element.WHOLE_VOTE}
ROLL = (voter("Bo Alm", "S", Voting.NO), voter("Ida Björk", "V", Voting.YES), voter("Eva Ek", "M", Voting.NO))
CORRUPTIONS: dict[str, tuple[Change, set[Element]]] = {
    "another kind": (in_head(kind=DocumentKind.AGENDA), {Element.KIND}),
    "another municipality": (in_head(municipality=passage("Storby")), {Element.MUNICIPALITY}),
    "no body": (in_head(body=None), {Element.BODY}),
    "the date of verification": (in_head(date=passage("2023-05-11")), {Element.DATE}),
    "another title of the document": (in_head(title=passage("Kallelse")), {Element.DOCUMENT_TITLE}),
    "no diary number of the document": (in_head(diary_numbers=()), {Element.DOCUMENT_DIARY_NUMBER}),
    "another author": (in_head(authors=actors(("Eva Ek", "S"))), {Element.AUTHORS}),
    "one person fewer": (lambda each: replace(each, attendance=each.attendance[:1]), {Element.ATTENDANCE}),
    "another role": (
        lambda each: replace(each, attendance=(replace(each.attendance[0], role=Role.MEMBER), *each.attendance[1:])),
        {Element.ATTENDANCE_ROLE},
    ),
    "another title": (in_items(title=passage("Gångbanor i Söderby")), {Element.TITLE}),
    "no diary number": (in_items(diary_numbers=()), {Element.DIARY_NUMBER}),
    "a point too many": (
        in_part("decisions", points=(point("Motionen avslås."), *item("12").decisions[0].points)),
        {Element.POINT},
    ),
    "a point cut short": (in_part("decisions", points=item("12").decisions[0].points[:1]), {Element.POINT}),
    "another outcome": (in_part("decisions", outcome=Outcome.NOTE), {Element.OUTCOME}),
    "another body decides": (in_part("decisions", body=passage("Byggnadsnämnden")), {Element.DECISION_BODY}),
    "another action": (in_part("proposals", 1, action=Action.REMIT), {Element.PROPOSAL}),
    "one proposer fewer": (in_part("proposals", 1, by=actors(("Bo Alm", "S"))), {Element.PROPOSAL}),
    "a body beside the proposer": (
        in_part("proposals", by=replace(actors(("Eva Ek", "M")), body=passage("Förvaltningen"))),
        {Element.PROPOSAL_BODY},
    ),
    "another object": (in_part("proposals", object=passage("förslaget")), {Element.PROPOSAL_OBJECT}),
    "no point in a proposal": (in_part("proposals", points=()), {Element.PROPOSAL_POINT}),
    "a statement cut short": (
        in_part("proposals", statement=passage("Cykeln är det enklaste")),
        {Element.PROPOSAL_STATEMENT},
    ),
    "another party reserves itself": (
        in_part("reservations", by=actors(("Eva Ek", "C"))),
        {Element.RESERVATION},
    ),
    "a reservation too long": (
        in_part("reservations", text=passage("Eva Ek (M) reserverar sig. Bilagor")),
        {Element.RESERVATION_EXTENT},
    ),
    "another kind of statement": (
        in_part("statements", kind=StatementKind.RECORD_NOTE),
        {Element.STATEMENT},
    ),
    "another person states": (
        in_part("statements", by=actors(("Ulf Dal", "V"))),
        {Element.STATEMENT_ACTORS},
    ),
    "another statement": (in_part("statements", text=passage("Se bilaga")), {Element.STATEMENT_EXTENT}),
    "another count": (in_part("votes", yes=3), HIGHER_TALLY),
    "an abstention": (in_part("votes", abstain=0), HIGHER_TALLY),
    "a ballot turned round": (
        in_part("votes", ballot=Ballot(passage("bifall till motionen"), passage("avslag på motionen"))),
        {Element.BALLOT, Element.WHOLE_VOTE},
    ),
    "a turned vote": (in_part("votes", roll=ROLL), {Element.PERSON_VOTE, Element.WHOLE_VOTE}),
    "another recusal": (in_items(recusals=(person("Per Gran", "M"),)), {Element.RECUSAL}),
    "nobody stays out": (in_items(not_participating=()), {Element.NOT_PARTICIPATING}),
    "no attachments": (in_items(attachments=()), {Element.ATTACHMENT}),
}


def test_a_document_is_right_against_itself() -> None:
    """Every element that has facts has precision and recall 1."""
    found = scored(facts(meeting()), meeting())
    assert {element for element, count in found.items() if count.f1 != 1.0} == set()
    assert set(found) == set(Element)


@pytest.mark.parametrize("annotation", sorted(SAMPLES.glob("gold/*.gold.json")), ids=lambda path: path.name)
def test_an_annotation_is_right_against_itself(annotation: Path) -> None:
    """The law holds for annotations made by hand."""
    gold = decode(annotation.read_bytes(), annotation.name)
    assert {each.verdict for each in compare(gold, gold)} == {Verdict.RIGHT}


@pytest.mark.parametrize("record", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.name)
def test_a_parsed_record_is_right_against_itself(record: Path) -> None:
    """The law holds for whatever the parser makes of a record."""
    found = facts(parse_file(record))
    assert {each.verdict for each in compare(found, found)} == {Verdict.RIGHT}


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_a_corruption_lowers_its_own_element_only(name: str) -> None:
    """What is corrupted is less than right, and nothing else is."""
    change, elements = CORRUPTIONS[name]
    found = scored(facts(meeting()), change(meeting()))
    assert {element for element, count in found.items() if count.f1 != 1.0} == elements


def test_every_element_has_a_corruption() -> None:
    """No element is judged that no corruption could lower."""
    lowered = set().union(*(elements for _, elements in CORRUPTIONS.values()))
    assert set(Element) - lowered == {Element.ITEM}


def test_an_empty_output_misses_everything() -> None:
    """Without items and head only the kind can be invented; all else is missed."""
    blank = in_head(
        kind=DocumentKind.OTHER,
        municipality=None,
        body=None,
        date=None,
        title=None,
        diary_numbers=(),
        authors=actors(),
    )(replace(meeting(), items=(), attendance=()))
    judgements = compare(facts(meeting()), facts(blank))
    assert [each.words for each in judgements if each.verdict is Verdict.INVENTED] == ["other"]
    assert not [each for each in judgements if each.verdict is Verdict.RIGHT]


def test_an_invented_item_counts_with_all_that_it_holds() -> None:
    """An item that the annotation lacks is an invention, and so is each fact in it."""
    more = replace(meeting(), items=(*meeting().items, item("14")))
    found = scored(facts(meeting()), more)
    assert found[Element.ITEM] == Count(right=2, invented=1)
    assert found[Element.POINT] == Count(right=2, invented=2)
    assert found[Element.RECUSAL] == Count(right=1, invented=1)
    assert found[Element.PERSON_VOTE] == Count(right=3, invented=3)


def test_the_one_item_of_each_side_go_together() -> None:
    """A one-matter document is compared even if the output gave its item a number."""
    one = replace(meeting(), items=(replace(item("12"), number=None),))
    other = replace(meeting(), items=(item("12"),))
    found = scored(facts(one), other)
    assert {element for element, count in found.items() if count.f1 != 1.0} == {Element.ITEM}


def test_what_was_not_annotated_is_not_judged() -> None:
    """A field that the annotation leaves out holds nothing against the output."""
    gold = facts(meeting())
    bare = replace(
        gold.items[0],
        recusals=UNSET,
        not_participating=UNSET,
        attachments=UNSET,
        decisions=(replace(gold.items[0].decisions[0], outcome=UNSET),),
        proposals=tuple(replace(each, object=UNSET) for each in gold.items[0].proposals),
    )
    found = scored(replace(gold, items=(bare, *gold.items[1:])), meeting())
    silent = {
        Element.RECUSAL,
        Element.NOT_PARTICIPATING,
        Element.ATTACHMENT,
        Element.OUTCOME,
        Element.PROPOSAL_OBJECT,
    }
    assert set(found) == set(Element) - silent


@pytest.mark.parametrize("told", [True, False])
def test_a_bodys_lead_in_is_neither_missed_nor_invented(told: bool) -> None:
    """'Enligt kommunstyrelsens förslag:' may be told as a proposal or not."""
    gold, document = facts(meeting()), meeting()
    board = replace(proposal(Action.OWN, None), by=replace(actors(), body=passage("Kommunstyrelsen")))
    told_item = replace(document.items[0], proposals=(*document.items[0].proposals, board))
    told_facts = facts(replace(document, items=(told_item, *document.items[1:]))).items[0].proposals
    lead_in = replace(told_facts[-1], source="lead_in")
    gold = replace(
        gold,
        items=(replace(gold.items[0], proposals=(*told_facts[:-1], lead_in)), *gold.items[1:]),
    )
    if told:
        document = replace(document, items=(told_item, *document.items[1:]))
    assert scored(gold, document)[Element.PROPOSAL] == Count(right=2)


def test_a_persons_lead_in_counts() -> None:
    """'På förslag av Eva Ek (M):' is a proposal, and leaving it out is a miss."""
    gold = facts(meeting())
    proposals = tuple(replace(each, source="lead_in") for each in gold.items[0].proposals)
    gold = replace(gold, items=(replace(gold.items[0], proposals=proposals), *gold.items[1:]))
    without = in_items(proposals=())(meeting())
    assert scored(gold, without)[Element.PROPOSAL] == Count(missed=2)


def test_a_pointer_does_not_take_the_place_of_the_text() -> None:
    """Of two reservations by one person the one with the annotated ending is the right one."""
    text = "Vi hade hellre sett att motionen bifölls, eftersom cykeln är bra för hälsan. " * 3
    gold = facts(in_part("reservations", text=passage(text))(meeting()))
    full = item("12").reservations[0]
    both = (
        replace(full, text=passage("Vi hade hellre sett att motionen bifölls, se bilaga 2.")),
        replace(full, text=passage(f"Reservation av Eva Ek (M). {text}")),
    )
    judged = compare(gold, facts(in_items(reservations=both)(meeting())))
    invented = [
        each.words for each in judged if each.element is Element.RESERVATION and each.verdict is Verdict.INVENTED
    ]
    assert len(invented) == 1
    assert "se bilaga 2" in invented[0]


def test_an_item_that_is_missing_is_missed() -> None:
    """The item and its title are missed, and nothing is invented for it."""
    found = scored(facts(meeting()), replace(meeting(), items=meeting().items[:1]))
    assert found[Element.ITEM] == Count(right=1, missed=1)
    assert found[Element.TITLE] == Count(right=1, missed=1)
