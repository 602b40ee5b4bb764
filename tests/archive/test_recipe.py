"""What makes a document out of date."""

from pathlib import Path

import pytest

from protokoll.archive import recipe
from protokoll.archive.recipe import Recipe
from protokoll.cleaning.repairing import Repair


def test_every_option_counts(tmp_path: Path) -> None:
    """Each way to convert has a digest of its own, and the same one each time."""
    own = tmp_path / "own.toml"
    own.write_text('extends = "default"\n', "utf-8")
    recipes = [
        Recipe(),
        Recipe(force=True),
        Recipe(profile="stockholm"),
        Recipe(profile=str(own)),
        Recipe(repair=Repair()),
        Recipe(repair=Repair(max_error_rate=0.01)),
        Recipe(repair=Repair(lexicon=("Gryningslund",))),
    ]
    assert len({each.digest for each in recipes}) == len(recipes)
    assert [each.digest for each in recipes] == [each.digest for each in recipes]


def test_the_words_of_a_profile_count(tmp_path: Path) -> None:
    """Whoever edits a profile wants the records read with it again."""
    own = tmp_path / "own.toml"
    own.write_text('extends = "default"\n', "utf-8")
    before = Recipe(profile=str(own)).digest
    own.write_text('extends = "default"\n[parties.LP]\nnames = ["Lokalpartiet"]\n', "utf-8")
    assert Recipe(profile=str(own)).digest != before


def test_the_version_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A later version may read better."""
    before = Recipe().digest
    monkeypatch.setattr(recipe, "__version__", "99")
    assert Recipe().digest != before
