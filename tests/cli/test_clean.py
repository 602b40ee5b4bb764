"""`protokoll clean`: the text, the list of changes, the marked lines."""

import json
from pathlib import Path

import pytest

from protokoll.errors import ExitCode
from protokoll.model.text import CleanText, Edit, Page, Pass, SourceText, Span
from tests.cli.calling import SAMPLES, call


@pytest.fixture
def hyphens(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text in which one rule joined a word and another took a page foot away."""
    source = SourceText(
        path="-",
        sha256="",
        size=0,
        reader="text",
        encoding=None,
        text="Oförändrad\nbi-\nfall\nSida 1\nMyntgatan\n\fÅr",
    )
    passes = (
        Pass("furniture", (Edit(Span(19, 37), ""),)),
        Pass("hyphens", (Edit(Span(13, 15), ""),)),
    )
    text = CleanText(source, passes, "Oförändrad\nbifall\fÅr", (Page(0, 1), Page(38, 2)))
    monkeypatch.setattr("protokoll.pipeline.read", lambda *_, **__: source)
    monkeypatch.setattr("protokoll.pipeline.clean", lambda *_, **__: text)


@pytest.mark.usefixtures("hyphens")
def test_text_goes_to_standard_output_as_it_is() -> None:
    """No line break is added, no form feed lost."""
    assert call("clean", "ks.txt").stdout_bytes == "Oförändrad\nbifall\fÅr".encode()


@pytest.mark.usefixtures("hyphens")
def test_explain_tells_rule_page_place_before_and_after() -> None:
    """One line for each change, with line breaks written as signs."""
    lines = call("clean", "ks.txt", "--explain").stdout.splitlines()
    assert [line.split() for line in lines] == [
        ["furniture", "1", "19–37", r"'\nSida", r"1\nMyntgatan\n'", "→", "''"],
        ["hyphens", "1", "13–15", r"'-\n'", "→", "''"],
    ]


@pytest.mark.usefixtures("hyphens")
def test_explain_as_jsonl() -> None:
    """The same for programs."""
    lines = call("clean", "ks.txt", "--explain", "--format", "jsonl").stdout.splitlines()
    assert json.loads(lines[1]) == {
        "rule": "hyphens",
        "page": 1,
        "span": [13, 15],
        "before": "-\n",
        "after": "",
    }


@pytest.mark.usefixtures("hyphens")
def test_diff_marks_what_went_and_leaves_unchanged_lines_out() -> None:
    """Without colour what went stands in brackets; a stretch of several lines is shown as several."""
    assert call("clean", "ks.txt", "--diff").stdout.splitlines() == [
        "@@ 1 @@",
        "bi[--⏎-]fall[-⏎",
        "Sida 1⏎",
        "Myntgatan⏎",
        "-]␌År",
    ]


@pytest.mark.usefixtures("hyphens")
def test_diff_in_colour_has_no_brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Red says that it went."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    shown = call("clean", "ks.txt", "--diff", "--profile", "default").stdout
    assert "\x1b[31m-⏎\x1b[0m" in shown
    assert "[-" not in shown


@pytest.mark.parametrize("words", [["--explain", "--diff"], ["--format", "jsonl"], ["--explain", "-f", "csv"]])
def test_views_that_do_not_go_together(words: list[str]) -> None:
    """A call that asks for two things, or for a form of nothing, is refused."""
    assert call("clean", "ks.txt", *words).exit_code == ExitCode.USAGE


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_change_of_a_sample_is_told(sample: Path) -> None:
    """The places of all changes lie in the text that `read` prints, and none is empty on both sides."""
    source = call("read", sample).stdout_bytes.decode()
    for line in call("clean", sample, "--explain", "-f", "jsonl").stdout.splitlines():
        change = json.loads(line)
        assert 0 <= change["span"][0] <= change["span"][1] <= len(source)
        assert change["before"] != change.get("after")
