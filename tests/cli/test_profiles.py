"""`protokoll profiles`: the list, and one profile to start from."""

import tomllib
from pathlib import Path

from protokoll.errors import ExitCode
from protokoll.grammar import load, profiles
from tests.cli.calling import SAMPLES, call


def test_list_has_a_line_for_each_profile() -> None:
    """Name, municipality and marks."""
    lines = call("profiles").stdout.splitlines()
    assert tuple(line.split()[0] for line in lines) == profiles()
    [stockholm] = [line for line in lines if line.startswith("stockholm ")]
    assert "Stockholms stad · " in stockholm


def test_one_profile_is_printed_as_toml(tmp_path: Path) -> None:
    """What is printed can be saved and used as a profile of one's own."""
    printed = call("profiles", "goteborg").stdout
    assert tomllib.loads(printed)["municipality"] == load("goteborg").municipality
    own = tmp_path / "mitt.toml"
    own.write_text(printed, "utf-8")
    sample = SAMPLES / "protokoll-kf-2023-10-23.txt"
    assert call("parse", sample, "--profile", own).exit_code == 0


def test_profile_of_ones_own_is_printed_too(tmp_path: Path) -> None:
    """A path is printed when it holds a good profile, and refused when it does not."""
    own = tmp_path / "mitt.toml"
    own.write_text('extends = "default"\nmunicipality = "Almunda"\n', "utf-8")
    assert call("profiles", own).stdout == own.read_text("utf-8")
    bad = tmp_path / "fel.toml"
    bad.write_text("municipality = ", "utf-8")
    assert call("profiles", bad).exit_code == ExitCode.PROFILE


def test_unknown_profile() -> None:
    """The nearest name is offered."""
    done = call("profiles", "stokholm")
    assert done.exit_code == ExitCode.PROFILE
    assert "perhaps 'stockholm'" in done.stderr


def test_check_tells_the_habits_of_a_record(tmp_path: Path) -> None:
    """What is found is told in comments, and the whole is a profile that can be used."""
    sample = SAMPLES / "protokoll-kf-2023-10-23.txt"
    done = call("profiles", "check", sample)
    assert done.exit_code == 0
    assert "# municipality: Älvinge\n" in done.stdout
    assert "# decisions: first" in done.stdout
    assert tomllib.loads(done.stdout)["municipality"] == "Älvinge"
    own = tmp_path / "mitt.toml"
    own.write_text(done.stdout, "utf-8")
    assert call("parse", sample, "--profile", own).exit_code == 0


def test_check_with_a_profile_lists_only_what_is_left() -> None:
    """A party that the profile knows is no guess any more."""
    sample = SAMPLES / "protokoll-kf-2023-10-23.txt"
    without = tomllib.loads(call("profiles", "check", sample).stdout)
    known = tomllib.loads(call("profiles", "check", sample, "--profile", SAMPLES / "alvinge.toml").stdout)
    assert "parties" not in known
    assert set(without.get("parties", {})) >= set(known.get("parties", {}))


def test_check_wants_a_file() -> None:
    """Without one, and with one after a name, the call is refused."""
    assert call("profiles", "check").exit_code == ExitCode.USAGE
    assert call("profiles", "goteborg", SAMPLES / "protokoll-kf-2023-10-23.txt").exit_code == ExitCode.USAGE
