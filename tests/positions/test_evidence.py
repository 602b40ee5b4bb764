"""The kind of evidence follows from the record alone, and is never made stronger."""

import inspect
from typing import get_args

import msgspec
from hypothesis import example, given
from hypothesis import strategies as st

from protokoll.model.document import (
    Action,
    Actors,
    DocumentKind,
    Fate,
    Head,
    Item,
    Person,
    Proposal,
    Reservation,
    Statement,
    StatementKind,
    Vote,
    VoteKind,
)
from protokoll.model.position import RANKS, Basis, Stance
from protokoll.model.text import Passage, Span
from protokoll.positions.evidence import (
    Act,
    Holder,
    Proof,
    Setting,
    Stand,
    basis_of,
    is_hypothetical,
    passage_of,
    position_of,
)

WORDS = Passage("Eva Ek (M)", Span(3, 13), 1, "Eva Ek (M)")
PERSON = Person("Eva Ek", "M", None, Span(3, 13), 1, "Eva Ek (M)")
BY = Actors(None, (PERSON,), ("M",), WORDS)
# What each type of record may be evidence of, and nothing else.
MAY_BE = {
    Vote: {Basis.VOTE},
    Proposal: {Basis.PROPOSAL, Basis.AUTHORSHIP, Basis.REPORT},
    Reservation: {Basis.RESERVATION},
    Statement: {Basis.STATEMENT, Basis.HYPOTHETICAL},
    Person: {Basis.NOT_PARTICIPATING},
    Item: {Basis.AUTHORSHIP},
    Head: {Basis.AUTHORSHIP, Basis.PROGRAMME},
}

actors = st.sampled_from([BY, Actors(None, (), ("M",), WORDS), Actors(None, (PERSON,), (), WORDS)])
texts = st.sampled_from([WORDS, Passage("Om jag hade fått rösta", Span(0, 22), 1, "Om jag hade fått rösta")])
kinds = st.sampled_from(DocumentKind)
acts = st.one_of(
    st.builds(Vote, *map(st.just, (VoteKind.MAIN, None, 1, 2, None, None, None, (), None, False, Span(0, 9), 1))),
    st.builds(
        Proposal,
        by=actors,
        action=st.sampled_from(Action),
        object=st.just(WORDS),
        points=st.just(()),
        statement=st.none(),
        rank=st.none(),
        source=st.sampled_from(["floor", "lead_in", "paper", "retold"]),
        fate=st.sampled_from(Fate),
        span=st.just(Span(0, 20)),
        page=st.just(1),
    ),
    st.builds(Reservation, actors, st.none(), texts, st.just(()), st.none(), st.just(Span(0, 20)), st.just(1)),
    st.builds(
        Statement, st.sampled_from(StatementKind), actors, st.none(), texts, st.none(), st.just(Span(0, 20)), st.just(1)
    ),
    st.just(PERSON),
    st.just(Item(None, WORDS, ())),
    st.builds(Head, kinds, *map(st.just, (None, None, None, WORDS, (), BY, None))),
)
stands = st.builds(
    Stand,
    stance=st.sampled_from(Stance),
    claim=st.just("motionen"),
    rank=st.integers(1, 10),
    caveats=st.sampled_from([(), ("second_hand",)]),
    fate=st.none(),
)


def _setting(kind: DocumentKind) -> Setting:
    return Setting(kind, "Almunda", "Kommunstyrelsen", "2024-03-06", "7", "Skolmat", (), "ks.txt", "0" * 64)


@given(acts, kinds, stands)
def test_a_position_is_no_stronger_than_its_record(act: Act, kind: DocumentKind, stand: Stand) -> None:
    """Whatever is asked for, the basis is one that the record may be, and the rank at best that of the basis."""
    position = position_of(act, _setting(kind), Holder("M", "Eva Ek (M)"), stand, Proof(WORDS, "/items/0"))
    assert position.basis in MAY_BE[type(act)]
    assert position.basis is basis_of(act, kind)
    assert position.rank >= RANKS[position.basis]
    assert position.rank >= stand.rank


def test_every_type_of_act_is_judged() -> None:
    """No record can make a position without this test knowing what it may be evidence of."""
    assert set(MAY_BE) == set(get_args(Act))


def test_nobody_can_choose_the_basis() -> None:
    """Neither the maker of a position nor anything it is given has a field for the kind of evidence."""
    assert "basis" not in inspect.signature(position_of).parameters
    for given_type in (Setting, Holder, Stand, Proof):
        assert "basis" not in {each.name for each in msgspec.structs.fields(given_type)}


@given(texts, kinds)
def test_only_a_vote_is_a_vote(text: Passage, kind: DocumentKind) -> None:
    """A substitute who says how they would have voted has not voted, under whatever heading the words stand."""
    for heading in StatementKind:
        found = basis_of(Statement(heading, BY, None, text, None, Span(0, 9), 1), kind)
        hypothetical = heading is StatementKind.SUBSTITUTE_STATEMENT or is_hypothetical(text.text)
        assert found is (Basis.HYPOTHETICAL if hypothetical else Basis.STATEMENT)


def test_what_stands_in_a_motion_is_its_authors() -> None:
    """The same demand is a proposal in minutes and its authors' wish in a motion or where somebody retells it."""
    demand = Proposal(BY, Action.OWN, WORDS, (), None, None, "paper", Fate.UNKNOWN, Span(0, 9), 1)
    assert basis_of(demand, DocumentKind.PROTOCOL) is Basis.PROPOSAL
    assert basis_of(demand, DocumentKind.MOTION) is Basis.AUTHORSHIP
    retold = msgspec.structs.replace(demand, source="retold")
    assert basis_of(retold, DocumentKind.PROTOCOL) is Basis.AUTHORSHIP


@example("a" * 1500)
@example("a" + " b" * 1500)
@example("a" * 699 + " b" * 20)
@given(st.text(st.sampled_from("ab \nåö."), min_size=1, max_size=2000).filter(str.strip).map(str.strip))
def test_a_long_quote_is_cut_and_stays_verbatim(words: str) -> None:
    """What is left of long words stands at the start of them, at its own span."""
    quote = passage_of(Passage(words, Span(7, 7 + len(words)), 1, words))
    assert words.startswith(quote.printed)
    assert quote.span == Span(7, 7 + len(quote.printed))
    assert 0 < len(quote.printed) <= 700
