"""The words of the claims table are found as tokens, with what may stand between them."""

import pytest

from protokoll.grammar import load
from protokoll.positions.claims.language import pipeline
from protokoll.positions.claims.vocabulary import phrases_of


def _kinds(words: str) -> set[str]:
    return {cue.kind for cue in phrases_of(load()).find(pipeline()(words))}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Vi ställer oss dock frågande till detta.", "refusal"),
        ("Därför ser vi också med oro på förslaget.", "refusal"),
        ("Det är enligt vår mening viktigt att bänkarna lagas.", "call"),
        ("Det är djupt olyckligt att bryggan stängs.", "fault"),
        ("Bristfälliga underlag räcker inte.", "fault"),
        ("Parkförvaltningen anser något annat.", "others"),
        ("Kristdemokraterna röstar.", "party:KD"),
    ],
)
def test_phrases_are_found_with_words_between(words: str, kind: str) -> None:
    """Subject and adverbs may part a phrase, and a star stands for the rest of a word."""
    assert kind in _kinds(words)


def test_a_phrase_is_whole_words() -> None:
    """A word inside another is no cue."""
    assert "modal" not in _kinds("Skansen och skallerormen.")


def test_the_longest_phrase_of_a_kind_is_one_cue() -> None:
    """Of phrases of one kind that overlap only the longest counts."""
    found = phrases_of(load()).find(pipeline()("Vi säger nej till försäljningen."))
    assert [cue.end - cue.start for cue in found if cue.kind == "refusal"] == [3]


def test_every_kind_of_word_is_used() -> None:
    """Each list of the table is read by some module of the package."""
    from pathlib import Path

    from protokoll.positions import claims

    code = "".join(each.read_text("utf-8") for each in Path(claims.__file__).parent.glob("*.py"))
    assert [kind for kind in load().words["claims"] if f'"{kind}"' not in code and f"'{kind}'" not in code] == []
