"""docs/commands.md is what the commands say of themselves."""

import runpy
from pathlib import Path

import pytest

from protokoll.cli.app import COMMANDS
from tests.docs.tables import DOCS

SCRIPT = Path(__file__).parents[2] / "scripts" / "commands.py"


def test_page_is_up_to_date() -> None:
    """The page is that which the script makes; run `python scripts/commands.py` after a change."""
    assert (DOCS / "commands.md").read_text("utf-8") == runpy.run_path(str(SCRIPT))["render"]()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_page(name: str) -> None:
    """With a heading of its own and an example."""
    section = (DOCS / "commands.md").read_text("utf-8").split(f"## `protokoll {name}`")[1]
    assert section.split("## ")[0].count(f"protokoll {name}") >= 2
