"""Misread words on the whole way: mended before anything is looked for, and led back to what is printed."""

import subprocess
import sys
from pathlib import Path

import pytest

import protokoll
from protokoll.cleaning import replay, undo
from protokoll.model.document import Document
from protokoll.model.remark import RemarkCode
from tests.documents.samples import find_records

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
DAMAGED = SAMPLES / "tjansteutlatande-skadat-2023-05-30.txt"
HEALTHY = sorted(path for path in SAMPLES.glob("*.txt") if path != DAMAGED)


@pytest.fixture(scope="module")
def document() -> Document:
    """The damaged sample, mended and parsed."""
    return protokoll.parse_file(DAMAGED)


def test_words_are_mended_and_kept_as_printed(document: Document) -> None:
    """A proposal has the words as they were, and the letters that stand in the file."""
    point = document.items[0].proposals[0].points[0]
    assert "godkänner förvaltningens tjänsteutlåtande" in point.text
    assert "godkanner f6rvaltningens tjdnsteutldtande" in point.printed


def test_printed_words_stand_where_their_spans_say(document: Document) -> None:
    """Every passage leads back to the source, letter for letter."""
    source = protokoll.read(DAMAGED).text
    passages = [each for _, each in find_records(document) if isinstance(each, protokoll.Passage)]
    assert len(passages) > 10
    assert all(each.printed == each.span.of(source) for each in passages)


def test_remarks_tell_what_was_mended_and_what_is_in_doubt(document: Document) -> None:
    """One remark counts; one for each page names the doubtful words with what they may have been."""
    (counted,) = (each for each in document.remarks if each.code is RemarkCode.TEXT_DAMAGED)
    assert "words mended" in counted.message
    doubtful = [each for each in document.remarks if each.code is RemarkCode.WORDS_DOUBTFUL]
    assert [each.page for each in doubtful] == [1, 2]
    assert "Ljungsdter (Ljungsåter" in doubtful[1].message
    source = protokoll.read(DAMAGED).text
    assert all(each.span and each.printed == each.span.of(source) for each in doubtful)


def test_lexicon_settles_doubts() -> None:
    """A name that the caller tells of is mended."""
    repair = protokoll.Repair(lexicon=("Ljungsäter",))
    text = protokoll.clean(protokoll.read(DAMAGED), repair=repair)
    assert "Ljungsäter" in text.text
    assert "Ljungsdter" not in [doubt.seen for doubt in text.doubts()]


def test_without_repair_every_word_stays() -> None:
    """The clean text has the damaged words, nothing is in doubt, and the remark still says that they look misread."""
    text = protokoll.clean(protokoll.read(DAMAGED), repair=None)
    assert "godkanner f6rvaltningens" in " ".join(text.text.split())
    assert list(text.doubts()) == []
    remarks = protokoll.parse_file(DAMAGED, repair=None).remarks
    assert [each.message.startswith("many words look misread") for each in remarks if each.code == "text_damaged"]


def test_a_rate_of_nothing_leaves_every_word_in_doubt() -> None:
    """Where no word may be wrong none is mended, and all are told."""
    text = protokoll.clean(protokoll.read(DAMAGED), repair=protokoll.Repair(max_error_rate=0))
    assert "f6rvaltningens" in text.text
    assert len(list(text.doubts())) > 80


@pytest.mark.parametrize("sample", HEALTHY, ids=lambda path: path.stem)
def test_healthy_sample_is_unchanged(sample: Path) -> None:
    """Neither rule changes or doubts a word of a text that was read well, and nothing is called unreadable."""
    source = protokoll.read(sample)
    text = protokoll.clean(source)
    assert {each.rule: each.edits for each in text.passes if each.rule in ("section_signs", "repair")} == {
        "section_signs": (),
        "repair": (),
    }
    assert list(text.doubts()) == []
    assert text.unreadable == ()
    assert text.text == protokoll.clean(source, repair=None).text


def test_mending_can_be_replayed_and_taken_back() -> None:
    """The record of the rule is all that happened to the words."""
    text = protokoll.clean(protokoll.read(DAMAGED))
    assert replay(text.source.text, text.passes) == text.text
    at = [each.rule for each in text.passes].index("repair")
    before = replay(text.source.text, text.passes[:at])
    mended = replay(before, text.passes[at : at + 1])
    assert mended != before
    assert replay(mended, [undo(before, text.passes[at])]) == before


def test_every_mended_word_has_confidence_and_evidence() -> None:
    """An edit of the mender says how sure it is, and why."""
    text = protokoll.clean(protokoll.read(DAMAGED))
    edits = [edit for each in text.passes if each.rule == "repair" for edit in each.edits]
    assert len(edits) > 80
    assert all(edit.evidence and edit.confidence and 0.5 < edit.confidence < 1 for edit in edits)


def test_page_without_meaning_is_told() -> None:
    """A page whose font had no map is named; the others are parsed as ever."""
    broken = "UKPQcHRQGIGJcO GHK NKcKPQRG Jzz KRNNRb IccfNRNG UVWX YZKjh fRNGP QRGKc\n" * 14
    pages = (SAMPLES / "medborgarforslag-2023-05-02.txt").read_text("utf-8") + "\f" + broken
    document = protokoll.parse_file("ks.txt", data=pages.encode())
    (found,) = (each for each in document.remarks if each.code is RemarkCode.TEXT_UNREADABLE)
    assert found.page == pages.count("\f") + 1
    assert found.span
    assert found.span.of(pages).startswith("UKPQcHRQ")
    assert "text_damaged" not in [each.code for each in document.remarks]


def test_healthy_text_does_not_read_the_language_model() -> None:
    """The vectors and what reads them are loaded only where a line is damaged."""
    code = (
        "import protokoll, sys\n"
        "from protokoll.cleaning.repair.neighbours import open_neighbours\n"
        "for path in sys.argv[1:]:\n"
        "    protokoll.parse_file(path)\n"
        "    print(open_neighbours.cache_info().currsize)\n"
    )
    words = [sys.executable, "-c", code, str(SAMPLES / "protokoll-kf-2023-10-23.txt"), str(DAMAGED)]
    assert subprocess.run(words, capture_output=True, text=True, check=True).stdout.split() == ["0", "1"]
