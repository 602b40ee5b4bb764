"""What a sentence claims, and what it does not."""

from time import process_time

import pytest

from protokoll.model.position import Basis, Stance
from tests.positions.claims.owning import claims_of, stances_of


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Alla skolor ska ha ett bibliotek.", "demand"),
        ("Staden bör laga bryggan.", "demand"),
        ("Ingen ska behöva vänta.", "demand"),
        ("Vi vill se fler träd.", "demand"),
        ("Vänsterpartiet kräver en ny plan.", "demand"),
        ("Det är viktigt att parken hålls ren.", "demand"),
        ("Säkerställ att lampan lyser.", "demand"),
        ("Vi välkomnar den nya parken.", "support"),
        ("Vi delar motionärernas uppfattning om parken.", "support"),
        ("Det är mycket positivt att parken byggs.", "support"),
        ("För oss är det en självklarhet att alla ska få plats.", "support"),
        ("Arbetet mot buller är prioriterat.", "support"),
        ("Vi har inget emot att parken byggs.", "support"),
        ("Det är inte fel att bygga parker.", "support"),
        ("Vi säger nej till att förbjuda cyklar.", "oppose"),
        ("Vi kan inte ställa oss bakom förslaget.", "oppose"),
        ("Vi delar inte förvaltningens bedömning.", "oppose"),
        ("Därför kommer vi att avslå motionen.", "oppose"),
        ("Därför föreslår vi att avslå motionen.", "oppose"),
        ("Det är oacceptabelt att bryggan stängs.", "oppose"),
        ("Förslaget riskerar att slå ut de små butikerna.", "oppose"),
        ("Parken är vacker, men bänkarna måste lagas.", "demand"),
        ("Tyvärr finns det inga enkla svar.", "describe"),
        ("Alldeles för många barn kan inte simma.", "describe"),
    ],
)
def test_a_sentence_and_its_stance(words: str, stance: str) -> None:
    """One sentence gives one claim with its stance."""
    assert stances_of(words) == [stance]


@pytest.mark.parametrize(
    "words",
    [
        "Parken anlades 1912.",
        "Förvaltningen anser att bryggan bör rivas.",
        "Kristdemokraterna vill ha fler parkeringsplatser.",
        "Enligt länsstyrelsens bedömning ska dammen fyllas igen.",
        "Enligt kommunallagen ska budgeten antas före årets slut.",
        "Av budgeten framgår att nämnden ska spara två miljoner.",
        "Nämnden ska enligt förslaget ta över skötseln.",
        "Personalen behöver inte flytta.",
        "I övrigt hänvisar vi till vår budgetreservation.",
        "Eva Ek (V) yrkar bifall till motionen.",
        "Hur länge ska barnen vänta?",
        "Barnen vill inget hellre än att bada.",
        "Vi bor i en stad.",
    ],
)
def test_what_is_no_claim(words: str) -> None:
    """Bare facts, the law, the views of others, procedure and questions are no claims of the holder."""
    assert stances_of(words) == []


def test_the_law_goes_on_in_its_list() -> None:
    """What follows the law in its list is the law's until the holder speaks."""
    words = "Enligt skollagen ska skolan ge stöd. Skolan ska:\n• ha böcker\n• ha lärare\nVi anser att det behövs mer."
    assert [claim.words for claim in claims_of(words)] == ["Vi anser att det behövs mer."]


def test_bullets_under_a_demand_are_demanded() -> None:
    """What is listed under 'vi vill se:' is wanted; what is listed under a bare fact is not."""
    listed = "\n• Fler träd i parken\n• Bänkar med ryggstöd\nParken är stor."
    assert stances_of(f"Vi vill se följande i parken:{listed}") == 3 * ["demand"]
    assert stances_of(f"I parken finns redan detta:{listed}") == []


def test_what_is_retold_goes_on() -> None:
    """A sentence that goes on with another's plan is no demand of the holder."""
    words = "I majoritetens budget framkommer vissa ändringar. Bland annat ska åldern höjas. Det är fel väg att gå."
    assert stances_of(words) == ["oppose"]


def test_a_plan_of_the_rulers_is_backed_by_them_and_wanted_by_others() -> None:
    """'Utökas' in a statement beside a decision backs it; in a proposal it is what is wanted."""
    assert stances_of("Lovsimmet utökas i sommar.", basis=Basis.STATEMENT) == ["support"]
    assert stances_of("Lovsimmet utökas i sommar.", basis=Basis.PROPOSAL) == ["demand"]


def test_the_same_words_are_another_partys_view_for_another_holder() -> None:
    """Whose a view is depends on whose text it stands in."""
    words = "Liberalerna vill ha längre öppettider."
    assert stances_of(words, party="L") == ["demand"]
    assert stances_of(words, party="V") == []


@pytest.mark.parametrize(
    ("words", "caveats"),
    [
        ("Vi vill utreda en ny hall.", ("hedged",)),
        ("Nämnden ska se över avgiften.", ("hedged",)),
        ("En ny hall bör byggas på sikt.", ("hedged",)),
        ("Vi vill bygga en hall under förutsättning att staten betalar.", ("conditional",)),
        ("Vi vill bygga en ny hall.", ()),
    ],
)
def test_a_study_or_condition_is_said(words: str, caveats: tuple[str, ...]) -> None:
    """A demand to study something is no demand for it, and a condition is kept."""
    assert [claim.caveats for claim in claims_of(words)] == [caveats]


def test_two_demands_of_one_sentence_are_two() -> None:
    """Two demands with a subject each are two claims with one sentence, each with its own caveats."""
    first, second = claims_of("Bryggan ska lagas i vår, och avgiften för barn ska ses över.")
    assert (first.words, second.words) == ("Bryggan ska lagas i vår", "avgiften för barn ska ses över.")
    assert (first.caveats, second.caveats) == ((), ("hedged",))
    assert first.passage == second.passage


def test_a_sentence_that_only_goes_on_is_no_second_claim() -> None:
    """A judgement on what was just said belongs to it."""
    (claim,) = claims_of("Undersökningar visar att många lever i trångboddhet. Det är inte acceptabelt.")
    assert claim.passage.text.endswith("Det är inte acceptabelt.")


def test_a_question_after_a_study_is_part_of_it() -> None:
    """A question in a list of what is to be studied is a demand; by itself it is none."""
    assert stances_of("Undersöka hur hallen kan betalas. Vilka bidrag kan staden söka?") == ["demand", "demand"]
    assert stances_of("Vilka bidrag kan staden söka?") == []


def test_points_are_demands_but_formal_ones() -> None:
    """A point of a proposal is a demand; one that only decides the matter or leads on is left to the acts."""
    assert [claim.words for claim in claims_of("att bygga en ny hall", points=Stance.DEMAND)] == ["bygga en ny hall"]
    assert claims_of("Att avslå förvaltningens förslag till beslut.", points=Stance.DEMAND) == ()
    assert claims_of("Att därutöver anföra följande", points=Stance.DEMAND) == ()


def test_points_of_a_proposal_that_backs_another_are_backed() -> None:
    """The points under 'ansluter sig till' or 'yrkar avslag på' are another's, backed or turned down."""
    backed = claims_of("Att bygga en ny hall.", points=Stance.SUPPORT)
    assert [(claim.stance, claim.words) for claim in backed] == [(Stance.SUPPORT, "bygga en ny hall.")]


def test_the_text_ends_where_the_record_goes_on() -> None:
    """What is printed after the words of the party is not theirs."""
    assert stances_of("Vi vill se fler träd.\nVid protokollet\nBo Ask\nNämnden ska väga in buller.") == ["demand"]


@pytest.mark.parametrize("between", [" ", "\n"])
def test_time_grows_with_the_text(between: str) -> None:
    """Four times the text takes about four times as long, in one paragraph as in many."""
    sentence = "Vi vill att barnen ska få simma, och förvaltningen anser att det är viktigt."

    def seconds(times: int) -> float:
        text = between.join([sentence] * times)
        start = process_time()
        assert len(claims_of(text)) == times
        return process_time() - start

    seconds(10)
    short = min(seconds(150) for _ in range(3))
    assert seconds(600) < 9 * short
