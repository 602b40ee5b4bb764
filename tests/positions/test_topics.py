"""Topics: the same words give the same one, the user's own go first, and a bad list is told of."""

from pathlib import Path

import pytest

from protokoll.errors import ProfileError
from protokoll.grammar import load
from protokoll.positions.terms import bases_of
from protokoll.positions.topics import Topics, load_topics, with_topics
from tests.positions.meetings import parsed
from tests.positions.wanting import wants

STATEMENT = """\
Almunda kommun
Socialnämnden
Sammanträdesprotokoll
Sammanträdesdatum 2019-11-20

§ 4 Verksamhetsplan 2020
Dnr SN 2019/8

Beslut
Planen godkänns.

Särskilt uttalande
Eva Ek (M) lämnar följande särskilda uttalande:

Vi har lämnat ett eget förslag till plan för nästa år, med andra mål än majoritetens.

Ledsagning

Det ska gå att få hjälp även under helger och sena kvällar i hela vår kommun.

Hemlöshet

Ingen ska behöva vänta i flera veckor innan någon svarar på ansökan om ett rum.
"""


@pytest.mark.parametrize(
    ("claim", "topic"),
    [
        ("Bostad först ska utökas till fler personer.", "hemlöshet"),
        ("De hemlösa kvinnorna behöver ett eget härbärge.", "hemlöshet"),
        ("Hemlöshetsprogrammet bör förnyas.", "hemlöshet"),
        ("Ett kompetensteam mot hedersförtryck ska inrättas.", "hedersrelaterat våld och förtryck"),
        ("Ledsagarservicen ska bli mer flexibel.", "ledsagning"),
        ("Nämnden ska bygga ut cykelbanorna.", "cykel och gång"),
        ("Parkeringsavgifterna bör sänkas.", "parkering"),
        ("Skolsköterskor ska finnas varje dag.", "elevhälsa"),
        ("Kollektivtrafiken ska vara avgiftsfri för unga.", "kollektivtrafik"),
        ("Kommunen ska sluta elda upp rivningsvirket på Fågelön.", None),
    ],
)
def test_words_tell_the_topic(claim: str, topic: str | None) -> None:
    """Inflected words, parts of compounds and phrases tell the topic; where none does, it is no listed one."""
    found = with_topics([wants(claim)])[0].topic
    assert found == topic if topic else found not in load().words["topics"]["topics"]


def test_the_same_words_give_the_same_topic() -> None:
    """The year, the document, the party and the neighbours do not matter."""
    claim = "Missbruksvården ska ges nära dem som behöver den."
    alone = with_topics([wants(claim)])[0].topic
    among = with_topics(
        [
            wants("Fler bänkar i parken.", date="2024-01-09"),
            wants(claim, date="2024-01-09", document="other.txt", party="Y", pointer="/items/7/reservations/1"),
            wants("Ny ishall."),
        ]
    )
    assert among[1].topic == alone == "missbruk och beroende"


def test_positions_stay_as_they_were() -> None:
    """Only the topic is added; order and number stay."""
    positions = [wants("Fler cykelbanor."), wants("Lägre skatt."), wants("Mer konst.")]
    found = with_topics(positions)
    assert [each.claim for each in found] == [each.claim for each in positions]
    assert all(each.topic for each in found)


def test_an_act_has_the_topic_of_its_matter() -> None:
    """'Avslå motionen' tells nothing; the title of the matter does."""
    act = wants("att motionen avslås", "for", "vote", title="Motion av Bo Ek (Y) om fler laddstolpar för elbilar")
    assert with_topics([act])[0].topic == "energi"


def test_a_heading_tells_what_stands_under_it() -> None:
    """Sentences without words of their own take the topic of the heading over them."""
    document = parsed(STATEMENT, "sn.txt")
    text = document.items[0].statements[0].text
    claims = ["Det ska gå att få hjälp även under helger", "Ingen ska behöva vänta i flera veckor"]
    positions = []
    for claim in claims:
        start = text.span.start + text.printed.index(claim)
        positions.append(wants(claim, span=type(text.span)(start, start + len(claim))))
    assert [each.topic for each in with_topics(positions, document)] == ["ledsagning", "hemlöshet"]


def test_what_follows_in_one_text_keeps_its_topic() -> None:
    """A sentence that tells nothing continues the one right before it, and none further off."""
    first = wants("Ledsagningen ska byggas ut.")
    right_after = wants("Det måste ske nu.", span=type(first.span)(28, 45))
    far_off = wants("Det måste ske nu.", span=type(first.span)(9000, 9017))
    assert [each.topic for each in with_topics([first, right_after])] == ["ledsagning", "ledsagning"]
    assert with_topics([first, far_off])[1].topic != "ledsagning"


def test_the_users_own_topics_go_first(tmp_path: Path) -> None:
    """One word of the user's list is enough, whatever the general list says."""
    path = tmp_path / "mine.toml"
    path.write_text('[topics]\n"Almundabron" = ["bron över Almån", "Almundabron"]\n', "utf-8")
    own = load_topics(path)
    claims = [wants("Bron över Almån ska få en cykelbana."), wants("Cykelbanor ska byggas.")]
    assert [each.topic for each in with_topics(claims, own=own)] == ["Almundabron", "cykel och gång"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("topics = 3", "has no table [topics]"),
        ("[topics]\n", "has no table [topics]"),
        ('[topics]\n"buller" = "buller"', "'buller'"),
        ('[topics]\n"buller" = []', "'buller'"),
        ('[topics]\n"buller" = [" "]', "'buller'"),
        ("[topics\n", "cannot be read"),
        ('[topics]\n" " = ["buller"]', "1 to 60 characters"),
    ],
)
def test_a_bad_list_is_told_of(tmp_path: Path, text: str, said: str) -> None:
    """The message says what is wrong in which file."""
    path = tmp_path / "mine.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ProfileError, match=r"mine\.toml") as error:
        load_topics(path)
    assert said in str(error.value)


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    """A path to nothing is told of."""
    with pytest.raises(ProfileError, match="there is no list"):
        load_topics(tmp_path / "none.toml")


def test_no_word_tells_two_topics() -> None:
    """In the general list, a word stands under one topic only, and so does its base form."""
    table: dict[str, list[str]] = load().words["topics"]["topics"]
    seen: dict[tuple[str, ...], str] = {}
    told = [(bases_of(word), name) for name, words in table.items() for word in (*words, name)]
    assert [(bases, seen[bases], name) for bases, name in told if seen.setdefault(bases, name) != name] == []


def test_faint_words_are_listed_words() -> None:
    """What is faint is the word of some topic."""
    table = load().words["topics"]
    listed = {bases_of(word) for words in table["topics"].values() for word in words}
    assert [word for word in table["faint"]["words"] if bases_of(word) not in listed] == []


def test_kin_are_listed_topics() -> None:
    """Topics that are near one another are topics of the list."""
    table = load().words["topics"]
    assert {name for group in table["kin"]["groups"] for name in group} <= table["topics"].keys()


def test_weights_fade() -> None:
    """With a fade, what stands first weighs more."""
    topics = Topics({"bad": ["simhall"], "väg": ["tunnel"]})
    from protokoll.positions.terms import words_in

    weights = topics.weigh(words_in("Tunnel och simhall"), 0.5)
    assert weights["väg"] > weights["bad"] > 0
