"""What makes two positions in words one proposition, and what does not."""

from protokoll.model.position import Position, Relation
from protokoll.positions.changes import compare
from protokoll.positions.topics import with_topics
from tests.positions.wanting import wants

_LONG = (
    "Parkbolaget får i uppdrag att tillsammans med berörda nämnder utreda möjligheterna att låta den som utsätts för "
    "våld i nära relationer ta över kontraktet på lägenheten i de fall där polis eller jour har funnit att det behövs."
)
_OTHER = (
    "En central fråga i arbetet med våld i nära relationer är att insatser måste ske snabbt när det finns en vilja att "
    "ta emot dem hos den som slår, och att personalen i skolan genomgår en utbildning i att se vad som sker."
)


def _relation(one: Position, other: Position) -> Relation:
    before, after = with_topics([one]), with_topics([other])
    return compare(before, after, party="X")[0].relation


def test_a_clause_in_common_is_no_change() -> None:
    """Two long texts on one topic are related: the words of demand in them are about different things."""
    assert _relation(wants(_LONG), wants(_OTHER)) is Relation.RELATED


def test_the_same_long_words_are_the_same() -> None:
    """A long text that comes again is the same."""
    assert _relation(wants(_LONG), wants(_LONG.replace("Parkbolaget", "Bolaget"))) is Relation.SAME


def test_another_year_is_another_proposition() -> None:
    """Long texts that name different years are not one proposition."""
    report = f"{_LONG.rstrip('.')}, enligt planen för 2016."
    assert _relation(wants(report), wants(report.replace("2016", "2023"))) is not Relation.SAME


def test_the_context_links() -> None:
    """A claim that points back is linked by the sentence before it."""
    before = with_topics([wants("Kommunens fältassistenter ska arbeta nära polisen.")])
    told = "Fältassistenterna fick ett kontor på polisstationen."
    alone, with_it = (wants("Det är bra att detta har skett.", "support", context=each) for each in (None, told))
    assert compare(before, with_topics([alone]), party="X")[0].relation is Relation.NEW
    assert compare(before, with_topics([with_it]), party="X")[0].before is not None


def test_putting_off_says_nothing() -> None:
    """To put off one matter has nothing to do with putting off another."""
    one, other = (
        wants("att ärendet bordläggs", "defer", "proposal", title=title, diary_numbers=(number,))
        for title, number in (("Plan för kulturskolan", "1/16"), ("Taxa för sophämtning", "9/23"))
    )
    assert compare([one], [other], party="X")[0].before is None or compare([one], [other], party="X")[0].after is None


def test_words_told_in_an_act_are_told_once() -> None:
    """A statement without a side is left out where its words are a position by themselves."""
    words = "Skolan ska ha en egen sjuksköterska."
    changes = compare([], [wants(words), wants(words, "none")], party="X")
    assert [each.after.stance.value for each in changes if each.after] == ["demand"]
