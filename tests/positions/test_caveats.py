"""Every caveat is explained in the documentation, and has words in the pages."""

import re
from pathlib import Path

import pytest

from protokoll.pipeline import parse_source, read
from protokoll.positions.acts import find_acts
from protokoll.report.words import load_words

ROOT = Path(__file__).parents[2]
DOCUMENTED = {
    name.split(":")[0]
    for row in (ROOT / "docs" / "positions.md").read_text("utf-8").splitlines()
    if row.startswith("| `")
    for name in re.findall(r"`([a-z_:…]+)`", row.split("|")[1])
}


def test_the_caveats_of_samples_are_documented() -> None:
    """Whatever a position from a sample bears, a reader can look up."""
    paths = [each for each in (ROOT / "data" / "samples").iterdir() if each.suffix in (".txt", ".pdf")]
    met = {
        caveat.split(":")[0]
        for path in paths
        for position in find_acts(parse_source(read(path), force=True))
        for caveat in position.caveats
    }
    assert met
    assert met <= DOCUMENTED


@pytest.mark.parametrize("caveat", sorted(DOCUMENTED))
def test_a_documented_caveat_has_words(caveat: str) -> None:
    """A page shows words for it in both languages, not its code."""
    for language in ("sv", "en"):
        assert caveat in load_words(language).words["caveat"]
