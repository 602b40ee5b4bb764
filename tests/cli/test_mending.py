"""The options that steer the mender, in every command that cleans."""

import json
from pathlib import Path

import pytest

from protokoll.errors import ExitCode
from tests.cli.calling import SAMPLES, call

DAMAGED = SAMPLES / "tjansteutlatande-skadat-2023-05-30.txt"
COMMANDS = ["parse", "show", "clean", "segment"]


def _explained(*words: str | Path) -> list[dict[str, object]]:
    lines = call("clean", DAMAGED, "--explain", "-f", "jsonl", *words).stdout.splitlines()
    return [each for each in map(json.loads, lines) if each["rule"] == "repair"]


@pytest.mark.parametrize(
    ("command", "words"),
    [("parse", "kvällsöppet"), ("show", "kvällsöppet"), ("clean", "kvällsöppet"), ("segment", "förslag till beslut")],
)
def test_no_repair_leaves_the_words(command: str, words: str) -> None:
    """The words of the file come out as they stand; without the option they come out mended."""
    mended, left = call(command, DAMAGED).stdout, call(command, DAMAGED, "--no-repair").stdout
    assert words in mended
    assert words not in left


@pytest.mark.parametrize("command", COMMANDS)
def test_lexicon_is_used(command: str, tmp_path: Path) -> None:
    """A word that the file names is mended; so much can be seen in the text."""
    path = tmp_path / "orter.txt"
    path.write_text("Ljungsäter\n", "utf-8")
    done = call(command, DAMAGED, "--lexicon", path, "--max-error-rate", "0.01")
    assert done.exit_code == ExitCode.OK
    if command == "clean":
        assert "Ljungsäter" in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--max-error-rate", "1.5"], ExitCode.USAGE),
        (["--max-error-rate", "nan"], ExitCode.USAGE),
        (["--lexicon", "borta.txt"], ExitCode.MISSING_INPUT),
        (["--no-repair", "--max-error-rate", "0.01"], ExitCode.USAGE),
    ],
)
def test_options_that_cannot_be_followed(command: str, words: list[str], code: ExitCode) -> None:
    """Each is refused before the file is read, with its own exit code, and nothing is printed."""
    done = call(command, DAMAGED, *words)
    assert done.exit_code == code
    assert done.stdout == ""
    assert done.stderr.strip()


def test_min_confidence_is_a_share() -> None:
    """It is an option of `clean` alone."""
    assert call("clean", DAMAGED, "--min-confidence", "-1").exit_code == ExitCode.USAGE
    assert call("parse", DAMAGED, "--min-confidence", "0.9").exit_code == ExitCode.USAGE


def test_explain_tells_confidence_evidence_and_doubts() -> None:
    """A change has what speaks for it; a word in doubt has its candidates and no words to come after it."""
    told = _explained()
    changes = [each for each in told if "after" in each]
    assert {"confidence", "evidence"} <= changes[0].keys()
    (doubt,) = (each for each in told if each["before"] == "Ljungsdter")
    assert "after" not in doubt
    assert isinstance(doubt["candidates"], list)
    assert doubt["candidates"][0][0] == "Ljungsåter"


def test_explain_for_people_tells_the_same() -> None:
    """An arrow leads to a change, a question mark to candidates; nothing is said to be sure to 1."""
    lines = [line for line in call("clean", DAMAGED, "--explain").stdout.splitlines() if line.startswith("repair")]
    assert any("'Arendet' → 'Ärendet'  (0.99" in line for line in lines)
    assert any("'Ljungsdter' ? Ljungsåter 0." in line for line in lines)
    assert not any("(1.000" in line for line in lines)


def test_min_confidence_turns_changes_into_doubts() -> None:
    """What is less sure than asked for is left and told as a doubt; the words are not lost from the list."""
    usual, strict = _explained(), _explained("--min-confidence", "0.99")
    applied = [each for each in strict if "after" in each]
    assert 0 < len(applied) < len([each for each in usual if "after" in each])
    assert all(isinstance(each["confidence"], float) and each["confidence"] >= 0.99 for each in applied)
    assert len(strict) == len(usual)


def test_a_larger_rate_mends_more() -> None:
    """The more may be wrong, the more is mended."""
    mended = [sum("after" in each for each in _explained("--max-error-rate", rate)) for rate in ("0", "0.003", "0.05")]
    assert mended[0] <= 2
    assert mended[0] < mended[1] < mended[2]
