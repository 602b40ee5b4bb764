"""An answer to a consultation: whose it is, to whom, and what it says."""

from tests.parsing.matters.reading import read

_ANSWER = """Norrtuna kommun
Kommunstyrelsen
2020-09-07
Dnr KS 2020/412

Socialdepartementet
103 33 Stockholm
Ert dnr S2020/03456/SOF

Remissvar avseende SOU 2020:11 Tryggare barn

Norrtuna kommun har beretts möjlighet att yttra sig över rubricerat betänkande.

Kommunen ställer sig i huvudsak positiv till förslagen men vill framföra följande.

Kapitel 4
Kommunen avstyrker förslaget om kortare utredningstider.

Kommunstyrelsen i Norrtuna kommun

Stina Ask                        Per Ekberg
Kommunstyrelsens ordförande      Kommundirektör
"""


def test_answer_to_a_ministry() -> None:
    """The answer is one statement of the body; the ministry's number and address are not its own."""
    document = read(_ANSWER)
    head, (item,) = document.head, document.items
    assert head.title and head.title.text == "Remissvar avseende SOU 2020:11 Tryggare barn"
    assert [number.text for number in head.diary_numbers] == ["KS 2020/412"]
    assert head.addressee and head.addressee.text == "Socialdepartementet"
    (statement,) = item.statements
    assert statement.kind == "consultation_statement"
    assert statement.by.body and statement.by.body.text == "Kommunstyrelsen"
    assert statement.text.text.startswith("Norrtuna kommun har beretts")
    assert statement.text.text.endswith("kortare utredningstider.")
