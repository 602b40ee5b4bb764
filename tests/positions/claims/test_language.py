"""Sentences end where minutes end them."""

import pytest

from protokoll.positions.claims import language
from protokoll.positions.claims.language import pipeline, set_sentences


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("Vi vill mer. Nu räcker det.", ["Vi vill mer.", "Nu räcker det."]),
        ("Bl.a. detta, t.ex. Norrsjön, ska ses över. Ja.", ["Bl.a. detta, t.ex. Norrsjön, ska ses över.", "Ja."]),
        ("Fler bänkar, träd m.m. Vi vill också ha lampor.", ["Fler bänkar, träd m.m.", "Vi vill också ha lampor."]),
        ("Enligt prop. 2019/20:3 är det så. Bra.", ["Enligt prop. 2019/20:3 är det så.", "Bra."]),
        ("Priset är 1,5 mnkr. Det är för mycket.", ["Priset är 1,5 mnkr.", "Det är för mycket."]),
        ("Varför väntar staden? Vi vill börja nu!", ["Varför väntar staden?", "Vi vill börja nu!"]),
        ("”Det duger inte.” Vi håller med.", ["”Det duger inte.”", "Vi håller med."]),
        ("Kom hit.Nu är det dags.", ["Kom hit.", "Nu är det dags."]),
        ("E. Ek antecknar följande: Vi vill mer.", ["E. Ek antecknar följande:", "Vi vill mer."]),
        ("1. Vi vill mer.", ["1. Vi vill mer."]),
    ],
)
def test_sentences(words: str, sentences: list[str]) -> None:
    """Abbreviations, numbers and initials end no sentence; stops, questions and closed quotations do."""
    assert [each.text for each in set_sentences(pipeline()(words)).sents] == sentences


@pytest.fixture
def trained(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A trained pipeline that is installed; the list has what was loaded."""
    import spacy

    loaded: list[str] = []

    def load(name: str, exclude: list[str]) -> object:
        loaded.append(name)
        assert "parser" in exclude
        return spacy.blank("sv")

    monkeypatch.setattr(spacy.util, "get_installed_models", lambda: ["en_core_web_sm", "sv_core_news_sm"])
    monkeypatch.setattr(spacy, "load", load)
    return loaded


def test_a_trained_pipeline_is_used_where_there_is_one(trained: list[str]) -> None:
    """A Swedish pipeline that is installed is loaded, one of another language is not."""
    language.pipeline.__wrapped__()
    assert trained == ["sv_core_news_sm"]
