"""An agenda: one item for each entry, and nothing decided."""

from tests.parsing.matters.reading import read

_AGENDA = """KALLELSE
Norrtuna kommun
Barn- och utbildningsnämnden

Nämnden kallas till sammanträde
Tid: torsdagen den 12 mars 2015 kl. 13.15
Plats: Sessionssalen

Ärenden                                                      Bilaga

§ 1   Val av justerare
      Förslag: Eva Ek (V)
§ 2   Godkännande av dagordning
§ 3   Budgetuppföljning februari 2015            Dnr BUN 2015/12     1
§ 4   Svar på motion om läxhjälp för elever      Dnr BUN 2014/233    2
      i årskurs 7 till 9
§ 5   Information från förvaltningen

Välkomna!
Lars Holm
Ordförande
"""


def test_entries() -> None:
    """Numbers, titles over two lines without the columns between, diary numbers."""
    items = read(_AGENDA).items
    assert [(item.number and item.number.text, item.title and item.title.text) for item in items] == [
        ("1", "Val av justerare"),
        ("2", "Godkännande av dagordning"),
        ("3", "Budgetuppföljning februari 2015"),
        ("4", "Svar på motion om läxhjälp för elever i årskurs 7 till 9"),
        ("5", "Information från förvaltningen"),
    ]
    assert [number.text for item in items for number in item.diary_numbers] == ["BUN 2015/12", "BUN 2014/233"]
    assert not any(item.decisions or item.proposals for item in items)


def test_head() -> None:
    """The body that is called and the day of its meeting."""
    head = read(_AGENDA).head
    assert head.body and head.body.text == "Barn- och utbildningsnämnden"
    assert head.date and head.date.text == "2015-03-12"
