"""Laws of cleaning, the repair of words apart: on drawn texts, the samples, and a folder of records where one is given.

The folder is named by the environment variable PROTOKOLL_RECORDS; without it only the samples are read.
"""

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protokoll.cleaning import clean, replay, undo
from protokoll.grammar import load, recognise
from protokoll.model.text import CleanText
from tests.cleaning.pages_of_text import LAYOUT_RULES, make_pages, make_source

ROOT = Path(__file__).parents[2]
RECORDS = os.environ.get("PROTOKOLL_RECORDS")
FILES = sorted(
    path
    for folder in (ROOT / "data" / "samples", ROOT / "tests" / "documents", *([Path(RECORDS)] if RECORDS else []))
    for path in folder.rglob("*.txt")
)
LINES = [
    "§ 12 Svar på motion om cykelställ",
    "Dnr KS 2023/101",
    "Beslut",
    "Kommunstyrelsen beslutar att avslå motionen från Karin Ek (S) och",
    "barn- och utbildningsnämnden har yttrat sig den 21 mars 2024, utom-",
    "ordentlig redovisning av vad arbetet har lett till.",
    "Kommunstyrelsen",
    "1. Motionen avslås.",
    "att ärendet avslutas",
    "Karin Ek (S)      Ja",
    "Ali\u00a0Demir (V)",
    " A\u030alvinge kom\u00admun ",
    "",
    " ",
]
HEADS = ["Kommunstyrelsen", "Protokoll nr 7", "Sammanträdesdatum: 2024-03-21", "Sida 3 (7)", "Justerandes sign", "\f"]
DRAWN = st.text("ab.-§1 (\n\u0308", max_size=12)
TEXTS = st.lists(st.sampled_from(LINES) | DRAWN, max_size=40).map("\n".join)
MIXED = st.lists(st.sampled_from(LINES + HEADS) | DRAWN, max_size=40).map("\n".join)
BODY = [*LINES[:3], *LINES[3:6] * 4, *LINES[6:]]
PAGES = st.builds(
    make_pages,
    st.lists(st.sampled_from([BODY, BODY[3:], [*BODY, *BODY]]).map("\n".join), min_size=1, max_size=9),
    st.sampled_from(
        ["", "Älvinge kommun\nKommunstyrelsen\nProtokoll\nSammanträdesdatum 2024-03-21\n", "{page} ({pages})"]
    ),
    st.sampled_from(["", "Justerandes sign      Utdragsbestyrkande", "Sida {page} av {pages}"]),
    feed=st.sampled_from(["", "\f"]),
    first=st.integers(1, 9),
)
WORD = re.compile(r"[^\W_]+")
# A word that a hyphen, a soft hyphen or an odd character touched may be put together or written with other letters.
TOUCHED = {"characters", "hyphens"}


def _check(text: str) -> None:
    """Check all laws on one text."""
    grammar = load(recognise(text))
    done = clean(make_source(text), grammar, LAYOUT_RULES)
    steps = [text]
    for each in done.passes:
        steps.append(replay(steps[-1], [each]))
    assert steps[-1] == done.text
    for each, before, after in zip(done.passes, steps, steps[1:], strict=False):
        assert replay(after, [undo(before, each)]) == before
    assert clean(make_source(done.text), grammar, LAYOUT_RULES).text == done.text
    _check_letters(done)


def _check_letters(done: CleanText) -> None:
    """Check that what was there is still there, furniture apart."""
    gone = " ".join(passage.printed for passage in done.furniture)
    before, after, out = (Counter(re.findall(r"\d", text)) for text in (done.source.text, done.text, gone))
    assert before - out == after
    if not any(each.edits for each in done.passes if each.rule in TOUCHED):
        before, after, out = (Counter(WORD.findall(text)) for text in (done.source.text, done.text, gone))
        assert before - out == after


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_laws_on_records(path: Path) -> None:
    """Replaying gives the clean text, cleaning twice changes nothing, and no digit is changed."""
    _check(path.read_text("utf-8", errors="replace"))


@settings(deadline=None)
@given(TEXTS | PAGES)
def test_laws_on_drawn_texts(text: str) -> None:
    """The laws hold whatever the lines are, and for pages with heads and feet of many kinds."""
    _check(text)


@settings(deadline=None)
@given(MIXED)
def test_heads_anywhere(text: str) -> None:
    """Nothing but furniture is lost, wherever the lines of heads stand."""
    _check_letters(clean(make_source(text), load(), LAYOUT_RULES))


@settings(deadline=None)
@given(MIXED)
def test_every_rule_proposes_edits_that_fit(text: str) -> None:
    """Each rule alone proposes edits inside the text, in order and without overlap."""
    for rule in LAYOUT_RULES:
        done = clean(make_source(text), load(), [rule])
        assert [each.rule for each in done.passes] == [rule.name]


@settings(deadline=None)
@given(MIXED)
def test_pages_and_furniture_lie_in_the_source(text: str) -> None:
    """Pages rise from 0, and the furniture holds what stands there in the source."""
    done = clean(make_source(text), load(recognise(text)), LAYOUT_RULES)
    starts = [page.start for page in done.pages]
    assert starts[0] == 0
    assert starts == sorted(starts)
    assert all(passage.printed == passage.span.of(text) for passage in done.furniture)
