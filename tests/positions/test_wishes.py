"""How strongly and which way something is wanted."""

import pytest

from protokoll.model.position import Stance
from protokoll.positions.amounts import amounts_in
from protokoll.positions.wishes import wish_of


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ("Kommunen bör bygga en simhall.", "Kommunen ska bygga en simhall."),
        ("Kommunen ska utreda en simhall.", "Kommunen ska bygga en simhall."),
        ("Kommunen ska på sikt bygga en simhall.", "Kommunen ska bygga en simhall."),
        ("Fler bänkar bör sättas upp.", "Fler bänkar måste sättas upp omedelbart."),
    ],
)
def test_levels(weaker: str, stronger: str) -> None:
    """Study < bör < ska; adverbs weaken and strengthen."""
    assert wish_of(weaker, Stance.DEMAND).level < wish_of(stronger, Stance.DEMAND).level


@pytest.mark.parametrize(
    ("claim", "directions"),
    [
        ("Parkeringsavgifterna i centrum ska höjas.", (("parkeringsavgift", 1),)),
        ("Sänk skatten.", (("skatt", -1),)),
        ("Vi vill minska hemlösheten.", (("hemlöshet", -1),)),
        ("Resurserna till jouren ska öka.", (("resurs", 1),)),
        ("Tiggeri ska förbjudas.", (("tiggeri", -1),)),
    ],
)
def test_directions(claim: str, directions: tuple[tuple[str, int], ...]) -> None:
    """What is to be more or less: the object of the verb, or its subject where it is passive or last."""
    assert wish_of(claim, Stance.DEMAND).directions == directions


@pytest.mark.parametrize(
    ("claim", "stance", "sign"),
    [
        ("Skatten ska sänkas.", Stance.DEMAND, 1),
        ("Skatten ska inte sänkas.", Stance.DEMAND, -1),
        ("Vi säger nej till en sänkt skatt.", Stance.OPPOSE, -1),
        ("Cyklar ska ställas så att de inte är i vägen.", Stance.DEMAND, 1),
        ("Ingen klass ska vara större än 24 elever.", Stance.DEMAND, 1),
        ("att avslå motionen", Stance.FOR, -1),
        ("Många äldre är ensamma.", Stance.DESCRIBE, 0),
    ],
)
def test_signs(claim: str, stance: Stance, sign: int) -> None:
    """A denial turns a wish, not where it stands in a clause beside or names a bound; opposition is counted once."""
    assert wish_of(claim, stance).sign == sign


@pytest.mark.parametrize(
    ("claim", "amounts"),
    [
        ("Lönen ska höjas med 1 500 kr i månaden.", [(1500.0, "money", False)]),
        ("Anslaget ska vara 2,5 miljoner kronor.", [(2500000.0, "money", False)]),
        ("Svaret ska komma inom två veckor.", [(336.0, "time", True)]),
        ("Andelen ska vara minst 40 procent.", [(40.0, "share", False)]),
        ("Klasserna ska ha högst 24 elever.", [(24.0, "elev", True)]),
        ("Kommunen ska vara klimatneutral senast 2035.", [(2035.0, "deadline", True)]),
        ("enligt yrkande från den 18 augusti 2023", []),
        ("Budget 2023 ska följas.", []),
        ("En bro ska byggas.", []),
    ],
)
def test_amounts(claim: str, amounts: list[tuple[float, str, bool]]) -> None:
    """Numbers with what they count; dates and years in passing are none."""
    assert [tuple(each) for each in amounts_in(claim)] == amounts
