"""Who stands behind an act: printed parties, inferred ones, vildar and coalitions."""

from protokoll.grammar import load
from protokoll.model.document import Actors, Person
from protokoll.model.text import Passage, Span
from protokoll.positions.evidence import Holder
from protokoll.positions.holders import Roster, find_holders, roster_of
from tests.positions.meetings import minutes, parsed


def _person(name: str, party: str | None, printed: str | None = None) -> Person:
    words = printed or (f"{name} ({party})" if party else name)
    return Person(name, party, None, Span(0, len(words)), 1, words)


def _by(*persons: Person, printed: str = "de") -> Actors:
    words = Passage(printed, Span(0, len(printed)), 1, printed)
    return Actors(None, persons, tuple(dict.fromkeys(each.party for each in persons if each.party)), words)


def _roster(**parties: str) -> Roster:
    return Roster({name.replace("_", " "): party for name, party in parties.items()}, load(), "Almunda", "2012-03-06")


def test_each_party_once_with_its_own_persons() -> None:
    """Two persons of one party are one holder, and each holder names the others."""
    found = find_holders(_by(_person("Eva Ek", "M"), _person("Bo Ask", "L"), _person("Per Blom", "M")), _roster())
    assert found == (
        Holder("M", "de", ("Eva Ek", "Per Blom"), ("L",)),
        Holder("L", "de", ("Bo Ask",), ("M",)),
    )


def test_the_attendance_list_tells_a_party_that_is_not_printed() -> None:
    """The party is known, but not from the words of the act, and the holder says so."""
    found = find_holders(_by(_person("Eva Ek", None)), _roster(eva_ek="M"))
    assert found == (Holder("M", "de", ("Eva Ek",), (), ("inferred_party",)),)


def test_a_printed_party_needs_no_inference() -> None:
    """A name without a bracket beside one of the same party adds a person and no caveat."""
    found = find_holders(_by(_person("Per Blom", "M"), _person("Eva Ek", None)), _roster(eva_ek="M"))
    assert [(each.party, each.caveats) for each in found] == [("M", ())]


def test_a_vilde_stays_without_a_party() -> None:
    """'(-)' says that the member left the party, whatever an attendance list says."""
    found = find_holders(_by(_person("Eva Ek", None, "Eva Ek (-)")), _roster(eva_ek="M"))
    assert found == ()


def test_a_body_is_no_holder() -> None:
    """Kommunstyrelsen is not a party."""
    body = Passage("Kommunstyrelsen", Span(0, 15), 1, "Kommunstyrelsen")
    assert find_holders(Actors(body, (), (), body), _roster()) == ()


def test_a_coalition_gives_its_members_of_that_day() -> None:
    """'Alliansen' in 2012 is four parties; the words as printed and a caveat tell where they come from."""
    found = find_holders(_by(printed="Alliansen"), _roster())
    assert [each.party for each in found] == ["M", "C", "FP", "KD"]
    assert {each.caveats for each in found} == {("coalition",)}
    assert {each.printed for each in found} == {"Alliansen"}


def test_an_unknown_coalition_is_nobody() -> None:
    """'Majoriteten' is not resolved without a table."""
    assert find_holders(_by(printed="Majoriteten"), _roster()) == ()


def test_a_name_with_two_parties_in_the_list_has_none() -> None:
    """Two members of one name, or a misread list, infer nothing."""
    front = (
        "Almunda kommun\nKommunstyrelsen\nSammanträdesprotokoll\nSammanträdesdatum 2024-03-06\n\nBeslutande\n"
        "Maj Grön (MP), ordförande\nEva Ek (M)\nEva Ek (S)\nPer Blom (L)\n\n"
    )
    roster = roster_of(parsed(minutes("§ 1 Upprop\n\nBeslut\nUppropet förrättas.\n", front=front)), load())
    assert roster.parties == {"maj gron": "MP", "per blom": "L"}
