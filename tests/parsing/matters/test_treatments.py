"""The board's vote, told in the past tense: who voted for what, how many, and what does not agree."""

from tests.parsing.matters.reading import read, read_item

_TOLD = """Kommunfullmäktige

Handling 2023 nr 7

Yttrande över motion av Eva Ek (V) om bänkar i stadsparken

Till Alvby kommunfullmäktige

Kommunstyrelsens förslag Kommunstyrelsen tillstyrker yrkande från S och föreslår att kommunfullmäktige beslutar:

Den av Eva Ek väckta motionen anses besvarad.

----

Vid behandling av ärendet i kommunstyrelsen förekom skiljaktiga meningar:

Bo Ask (M) yrkade att motionen skulle tillstyrkas.

Liv Alm (S) yrkade att motionen skulle anses besvarad.

Vid omröstning om Bo Asks yrkande om motionen röstade Bo Ask (M) och Siv Dal (L) att motionen skulle tillstyrkas.

Per Lind (S), Uno Rask (C) och ordföranden Liv Alm (S) röstade att motionen skulle anses besvarad.

Kommunstyrelsen beslutade med tre röster mot två att anse motionen besvarad.

Alvby den 4 maj 2023 Alvby kommunstyrelse

Liv Alm
"""


def test_sides_told_with_att() -> None:
    """'röstade att …' is a side as 'röstade för …' is; who is named before 'röstade' in the first does not vote."""
    (vote,) = read_item(_TOLD).votes
    assert vote.ballot
    assert vote.ballot.yes.text == "att motionen skulle tillstyrkas"
    assert vote.ballot.no.text == "att motionen skulle anses besvarad"
    assert [(voter.name, voter.vote) for voter in vote.roll] == [
        ("Bo Ask", "yes"),
        ("Siv Dal", "yes"),
        ("Per Lind", "no"),
        ("Uno Rask", "no"),
        ("Liv Alm", "no"),
    ]


def test_winner_need_not_be_named_first() -> None:
    """The greater number goes first in print; it belongs to the side with so many names."""
    (vote,) = read_item(_TOLD).votes
    assert (vote.yes, vote.no) == (2, 3)


def test_numbers_that_do_not_agree() -> None:
    """A report whose names are not as many as its numbers says so."""
    document = read(_TOLD.replace("Bo Ask (M) och Siv Dal (L) att", "Bo Ask (M) att"))
    assert [remark.message for remark in document.remarks if remark.code == "tally_mismatch"] == [
        "2 are printed as voting yes, 1 are named"
    ]
