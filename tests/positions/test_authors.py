"""Who wrote the paper that a title names."""

import pytest

from protokoll.grammar import load
from protokoll.positions.authors import authors_in_title


@pytest.mark.parametrize(
    ("title", "parties", "persons", "about"),
    [
        ("Motion av Eva Ek (M) om skolmat", ("M",), ("Eva Ek",), "skolmat"),
        (
            "Motion (2021:14) av Eva Ek och Bo Ask (båda L) om att stänga gatan",
            ("L",),
            ("Eva Ek", "Bo Ask"),
            "att stänga gatan",
        ),
        (
            "Svar på motion av Eva Ek (M), Per Blom (M) och Liv Alm (L) angående bad",
            ("M", "L"),
            ("Eva Ek", "Per Blom", "Liv Alm"),
            "bad",
        ),
        ("Yrkande från M, D och L angående bussar", ("M", "L"), (), "bussar"),
        ("Skrivelse från Centerpartiet om landsbygden", ("C",), (), "landsbygden"),
        ("Motion från Folkpartiet om bibliotek", ("FP",), (), "bibliotek"),
    ],
)
def test_authors_and_subject_of_a_title(
    title: str, parties: tuple[str, ...], persons: tuple[str, ...], about: str
) -> None:
    """Persons with their parties, or parties alone, and what the paper is about."""
    found = authors_in_title(title, load())
    assert found is not None
    assert found.parties == parties
    assert tuple(name for name, _ in found.persons) == persons
    assert found.about == about
    assert not found.asks


@pytest.mark.parametrize(
    "title", ["Interpellation av Eva Ek (M) till Per Blom (S) om vatten", "Fråga från Eva Ek (M) om bad"]
)
def test_a_question_only_asks(title: str) -> None:
    """An interpellation or a question is no demand; who is asked is no author."""
    found = authors_in_title(title, load())
    assert found is not None
    assert found.asks
    assert found.parties == ("M",)
    assert found.about in ("vatten", "bad")


@pytest.mark.parametrize(
    "title",
    [
        "Redovisning av motioner som inte har besvarats",
        "Medborgarförslag av Eva Ek om en park",
        "Avsägelse av Eva Ek (M) från uppdraget som ledamot",
        "Motion av Eva Ek (KF) om skolmat",
        "Budget 2024",
    ],
)
def test_a_title_without_authors_has_none(title: str) -> None:
    """Citizens have no party, resignations no author, and brackets that are no party none either."""
    assert authors_in_title(title, load()) is None
