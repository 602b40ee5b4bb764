"""What a demand is for or against, without its verb."""

import pytest

from protokoll.positions.objects import object_in


@pytest.mark.parametrize(
    ("demand", "aim"),
    [
        ("att motionen ska avstyrkas", "motionen"),
        ("att motionen skulle tillstyrkas enligt yrkande från M", "motionen"),
        ("Motionen bifalls.", "motionen"),
        ("att avslå kontorets förslag", "kontorets förslag"),
        ("att nämnden tillstyrker motionen med hänvisning till eget yttrande", "motionen"),
        ("att utbildningsnämnden ska avstyrka motionen och översända utlåtandet", "motionen"),
        ("att ansökan från Almunda Energi AB ska avslås", "ansökan från Almunda Energi AB"),
        ("att gatan stängs av", None),
        ("att ge kontoret i uppdrag att utreda en bro", None),
    ],
)
def test_the_object_of_a_demand(demand: str, aim: str | None) -> None:
    """For or against, active or passive, the object is the same; other demands have none."""
    found = object_in(demand)
    assert (found.lower() if found else found) == (aim.lower() if aim else aim)
