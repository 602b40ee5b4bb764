"""One party by all its names, and no two parties by one."""

import pytest

from protokoll.grammar import load
from protokoll.positions.coalitions import members_of
from protokoll.positions.parties import find_party, identity, names_of, near_parties, same_party


@pytest.mark.parametrize(("one", "other"), [("FP", "L"), ("VPK", "V"), ("KDS", "KD"), ("fp", "FP"), ("M", "M")])
def test_a_renamed_party_is_the_same_party(one: str, other: str) -> None:
    """A rename changes letters, not the party, and it does so in both directions."""
    assert same_party(one, other)
    assert same_party(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("L", "LL"), ("V", "M"), ("KD", "D"), ("S", "SD"), ("PP", "MP"), ("C", "CP")]
)
def test_letters_alike_are_no_kinship(one: str, other: str) -> None:
    """Parties whose letters resemble one another are different parties."""
    assert not same_party(one, other)


def test_a_local_party_belongs_to_its_municipality() -> None:
    """The same letters in two municipalities are two parties, while a national party is one everywhere."""
    assert identity("ALM", "Almunda") != identity("ALM", "Norrby")
    assert identity("M", "Almunda") == identity("M", "Norrby") == "M"
    assert identity("PP", "Nynäshamn") != identity("PP", "Almunda")


def test_the_name_depends_on_the_day() -> None:
    """Folkpartiet became Liberalerna on 22 November 2015, and not a day earlier."""
    assert [each.code for each in names_of("L", "2015-11-21")] == ["FP"]
    assert [each.code for each in names_of("L", "2015-11-22")] == ["L"]
    assert [each.code for each in names_of("FP", "2024")] == ["L"]


def test_two_names_in_a_period_are_both_told() -> None:
    """A period over the rename has both names, the older first; one beside it has one."""
    assert [each.code for each in names_of("L", "2015", "2015")] == ["FP", "L"]
    assert [each.code for each in names_of("V", "1988", "1992")] == ["VPK", "V"]
    assert [each.code for each in names_of("L", "2016", "2024")] == ["L"]


def test_a_party_with_one_name_has_one() -> None:
    """No dates are made up for a party that was never renamed; an unknown party has no name at all."""
    assert [(each.name, each.first, each.until) for each in names_of("S")] == [("Socialdemokraterna", None, None)]
    assert names_of("XYZ") == ()


def test_every_naming_agrees_with_the_table_of_parties() -> None:
    """The codes of the namings are known codes, and what is renamed there is renamed in the table of parties."""
    words = load().words
    for each in words["namings"]["naming"]:
        assert each["code"] in words["parties"]
        assert ("now" in words["parties"][each["code"]]) == (names_of(each["code"])[-1].code != each["code"])
    assert {code for code, entry in words["parties"].items() if "now" in entry} <= {
        each["code"] for each in words["namings"]["naming"]
    }


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("moderaterna", "M"),
        ("(fp)", "FP"),
        ("Folkpartiet liberalerna", "FP"),
        ("Kristdemokratiska samhällspartiet", "KDS"),
        ("Miljöpartiets", "MP"),
        ("F!", "Fi"),
        ("Moderatarna", None),
        ("", None),
    ],
)
def test_a_party_is_found_by_letters_or_name(words: str, code: str | None) -> None:
    """Letters, names and genitives in any case; a slip of the pen is not guessed at."""
    assert find_party(words) == code


def test_near_names_are_suggested() -> None:
    """What is nearest comes first, parties of the records at hand among them; nonsense gets no suggestion."""
    assert near_parties("Liberalarna")[0] == "L"
    assert near_parties("vänsterpartit")[0] == "V"
    assert near_parties("ALMU", among=("ALM",))[0] == "ALM"
    assert near_parties("qqqq") == ()


@pytest.mark.parametrize(
    ("name", "town", "date", "members"),
    [
        ("Alliansen", "Almunda", "2010-01-01", ("M", "C", "FP", "KD")),
        ("Alliansens", "Almunda", "2017-01-01", ("M", "C", "L", "KD")),
        ("Alliansen", "Almunda", "2022-01-01", ()),
        ("Alliansen", "Almunda", None, ()),
        ("den rödgröna majoriteten", "Stockholm", "2024-03-27", ("S", "V", "MP")),
        ("den rödgröna majoriteten", "Almunda", "2024-03-27", ()),
        ("den rödgröna majoriteten", "Stockholm", "2016-03-27", ()),
        ("Den rödgrönrosa majoriteten", "Stockholm", "2016-12-13", ("S", "MP", "V", "Fi")),
        ("Blågröna majoriteten", "Stockholm", "2020-05-05", ("M", "L", "C", "KD", "MP")),
        ("majoriteten", "Stockholm", "2024-03-27", ()),
    ],
)
def test_a_coalition_is_a_function_of_place_and_day(
    name: str, town: str, date: str | None, members: tuple[str, ...]
) -> None:
    """The same words mean other parties in another town or year, and where nothing is known nobody."""
    assert members_of(name, town, date, load()) == members


def test_members_of_coalitions_bear_the_names_of_their_day() -> None:
    """No coalition has a party under a name that it did not have throughout the coalition's time."""
    for each in load().words["coalitions"]["coalition"]:
        for code in each["members"]:
            assert [naming.code for naming in names_of(code, each["from"])] == [code]
