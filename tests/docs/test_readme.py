"""The README says what is so."""

import re
import tomllib

from tests.docs.tables import DOCS

TOP = DOCS.parent
README = (TOP / "README.md").read_text("utf-8")


def test_commands_for_a_fresh_machine_come_first() -> None:
    """The two commands stand in the first lines, and are there and may be run."""
    first = "\n".join(README.splitlines()[:12])
    for name in ("try", "test"):
        assert f"./scripts/{name}" in first
        assert (TOP / "scripts" / name).stat().st_mode & 0o111


def test_each_library_is_explained() -> None:
    """The table of libraries has those that the package needs, and no other."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.split(r"[<>=]", each)[0] for each in project["dependencies"]}
    table = README.split("## Libraries")[1].split("\n## ")[0]
    assert set(re.findall(r"^\| `([\w-]+)` \|", table, re.MULTILINE)) == needed


def test_links_lead_somewhere() -> None:
    """Each link to a file of the project has its file, in the README and in docs."""
    pages = [TOP / name for name in ("README.md", "CONTRIBUTING.md", "data/samples/README.md")]
    pages += sorted(DOCS.glob("*.md"))
    links = [(page, link) for page in pages for link in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))]
    assert len(links) > 10
    assert [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()] == []
