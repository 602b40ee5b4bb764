"""Then and now: links, relations, and what is said of what has no partner."""

import pytest
from msgspec.structs import replace

from protokoll.model.position import Change, Position, Relation
from protokoll.positions.changes import compare
from protokoll.positions.topics import with_topics
from tests.positions.wanting import wants

Entry = tuple[str, str]


def _compared(before: list[Position], after: list[Position]) -> tuple[Change, ...]:
    early = [replace(each, date="2016-05-01") for each in before]
    late = [replace(each, date="2023-05-01") for each in after]
    return compare(with_topics(early), with_topics(late), party="X")


def _pair(before: Position, after: Position) -> Change:
    changes = [each for each in _compared([before], [after]) if each.before and each.after]
    assert len(changes) == 1
    return changes[0]


@pytest.mark.parametrize(
    ("before", "after", "relation"),
    [
        (("demand", "Fler bänkar ska sättas upp i parkerna."), ("demand", "Bänkarna i parkerna ska bli fler."), "same"),
        (("demand", "Kommunen bör utreda en ny simhall."), ("demand", "En ny simhall ska byggas."), "strengthened"),
        (("demand", "En simhall ska byggas."), ("demand", "Möjligheten till en simhall bör ses över."), "weakened"),
        (("demand", "Parkeringsavgifterna ska höjas."), ("demand", "Sänk parkeringsavgifterna."), "reversed"),
        (("oppose", "Vi säger nej till tiggeriförbud."), ("demand", "Tiggeri ska förbjudas."), "reversed"),
        (("oppose", "Vi avvisar vindkraft i Björkby."), ("support", "Vi vill ha vindkraft i Björkby."), "reversed"),
        (("demand", "Höj lönen med 800 kr."), ("demand", "Lönen ska höjas med 1 200 kr."), "strengthened"),
        (("demand", "Bygglov ska ges inom fyra veckor."), ("demand", "Bygglov ska ges inom tio veckor."), "weakened"),
        (("describe", "Simhallen i Norrby är sliten."), ("demand", "Simhallen i Norrby ska rustas upp."), "related"),
    ],
)  # fmt: skip
def test_relations(before: Entry, after: Entry, relation: str) -> None:
    """Direction, demand words, amounts and kinds of words tell how the later stands to the earlier."""
    change = _pair(wants(before[1], before[0]), wants(after[1], after[0]))
    assert (change.relation, change.weak) == (Relation(relation), False)
    assert change.reasons


def test_every_position_of_the_party_is_told_once_at_least() -> None:
    """What has no partner is new, or not found later; other parties are left out."""
    before = [wants("Fler bänkar i parken."), wants("Lägre skatt på båtar.")]
    after = [wants("Fler bänkar i parken."), wants("Gratis skollunch i gymnasiet."), wants("Högre arvoden.", party="Y")]
    changes = _compared(before, after)
    assert {each.before.claim for each in changes if each.before} == {each.claim for each in before}
    assert {each.after.claim for each in changes if each.after} == {each.claim for each in after[:2]}
    assert [each.relation for each in changes] == [Relation.SAME, Relation.NEW, Relation.NOT_FOUND_LATER]


@pytest.mark.parametrize("side", ["before", "after", "both"])
def test_an_empty_side(side: str) -> None:
    """With nothing to compare, all is new, or not found later, or there is nothing."""
    one = [wants("Fler bänkar i parken.")]
    before, after = ([] if side != "after" else one), ([] if side != "before" else one)
    relations = {"before": [Relation.NEW], "after": [Relation.NOT_FOUND_LATER], "both": []}
    assert [each.relation for each in _compared(before, after)] == relations[side]


def test_nothing_is_ever_dropped() -> None:
    """No relation says that a party gave something up: silence proves nothing."""
    assert "dropped" not in {each.value for each in Relation}


def test_the_same_matter_links_acts() -> None:
    """Votes on one motion are linked by its title, whatever the words of the act."""
    title = "Motion av Bo Ek (Y) om fri entré till badhuset"
    yes = wants("att motionen bifalls", "for", "vote", title=title)
    no = wants("bifall till motionen", "against", "vote", title=title)
    change = _pair(yes, no)
    assert change.relation is Relation.REVERSED
    assert "matters with the same title" in change.reasons


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("kommunstyrelsens förslag", "yrkandet från Y"),
        ("övriga yrkanden", "kommunstyrelsens förslag"),
    ],
)
def test_acts_that_do_not_tell_their_side_reverse_nothing(before: str, after: str) -> None:
    """For one's proposal, against another's: what the proposals say is not known."""
    title = "Motion av Bo Ek (Y) om fri entré till badhuset"
    change = _pair(wants(before, "for", "vote", title=title), wants(after, "against", "vote", title=title))
    assert change.relation is Relation.RELATED


def test_the_budget_of_another_year_is_another_matter() -> None:
    """For one year's and against the next is no change of mind."""
    early = wants("kommunstyrelsens förslag", "for", "vote", title="Kompletterande budget 2016")
    late = wants("kommunstyrelsens förslag", "against", "vote", title="Kompletterande budget 2023")
    assert [each.relation for each in _compared([early], [late]) if each.before and each.after] in (
        [],
        [Relation.RELATED],
    )


def test_another_kind_of_evidence_is_no_change() -> None:
    """The same words in a reservation and later in a statement are the same, and the reason says so."""
    early = wants("Ledsagning ska beviljas även för inköp.", basis="reservation")
    change = _pair(early, wants("Ledsagning ska beviljas även för inköp."))
    assert change.relation is Relation.SAME
    assert any("another kind of evidence" in reason for reason in change.reasons)


def test_a_programme_against_a_proposal_is_a_tension() -> None:
    """General words against a formal act prove no change."""
    early = wants("Parkeringsavgifterna ska höjas.", basis="programme")
    late = wants("Parkeringsavgifterna ska sänkas.", basis="proposal")
    assert _pair(early, late).relation is Relation.RELATED


def test_only_a_topic_in_common_makes_nothing_the_same() -> None:
    """Two demands on homelessness that share no more than that word are related at most."""
    early = wants("Hemlösheten bland unga kvinnor ska kartläggas med hjälp av Stadsmissionen.")
    late = wants("En särskild tjänst ska samordna kommunens arbete mot hemlösheten bland pensionärer.")
    relations = {each.relation for each in _compared([early], [late]) if each.before and each.after}
    assert relations <= {Relation.RELATED}


def test_what_is_told_again_counts_once() -> None:
    """The same vote in the board and the council is one change, with the stronger and later evidence."""
    title = "Motion av Bo Ek (X) om fri entré till badhuset"
    board = wants("att motionen bifalls", "for", "proposal", title=title, date="2016-02-01", body="Kommunstyrelsen")
    council = wants("att motionen bifalls", "for", "vote", title=title, date="2016-03-01", body="Kommunfullmäktige")
    changes = compare([board, council], [], party="X")
    assert [each.before and each.before.body for each in changes] == ["Kommunfullmäktige"]
    assert "told 2 times: the strongest and last is shown" in changes[0].reasons


def test_names_link_what_words_do_not() -> None:
    """A proper name in both is a reason, and shown."""
    change = _pair(wants("Resurserna till Syrenen ska öka."), wants("Anslaget till Syrenen bör dubbleras."))
    assert any(reason.startswith("both name") and "syren" in reason for reason in change.reasons)


def test_the_surest_come_first() -> None:
    """Pairs are in falling order of weight."""
    before = [
        wants("Fler bänkar i parken."),
        wants("Läxhjälp ska ges alla elever."),
        wants("Missbruksvården ska byggas ut."),
    ]
    after = [
        wants("Fler bänkar i parken."),
        wants("Läxhjälp bör ges i skolan."),
        wants("Beroendevården ska bli lättare att nå."),
    ]
    weights = [each.weight for each in _compared(before, after) if each.before and each.after]
    assert weights == sorted(weights, reverse=True)
    assert len(weights) >= 2
