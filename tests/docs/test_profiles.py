"""The page on profiles shows a profile that works."""

import re
from pathlib import Path

from protokoll.grammar import load
from tests.docs.tables import DOCS

EXAMPLE = DOCS.parent / "data" / "samples" / "alvinge.toml"
GRAMMAR = DOCS.parent / "src" / "protokoll" / "grammar" / "data"


def test_example_is_the_file() -> None:
    """The profile on the page is the one in the samples, to the letter."""
    page = (DOCS / "profiles.md").read_text("utf-8")
    assert f"```toml\n{EXAMPLE.read_text('utf-8')}```" in page


def test_example_is_understood() -> None:
    """The example gives the municipality and its local party, beside the national ones."""
    grammar = load(str(EXAMPLE))
    assert grammar.municipality == "Älvinge"
    assert grammar.party_names["alvingepartiet"] == "ÄP"
    assert {"S", "M"} <= set(grammar.party_codes.values())


def test_tables_on_the_page_are_files_of_the_grammar() -> None:
    """Each table that the page names is a file of the grammar, and most files are named."""
    page = (DOCS / "profiles.md").read_text("utf-8")
    named = set(re.findall(r"`\[(\w+)(?:\.CODE)?\]`", page))
    files = {path.stem for path in Path(GRAMMAR).glob("*.toml")}
    assert named <= files
    assert {"parties", "headings", "bodies", "furniture"} <= named
