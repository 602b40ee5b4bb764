"""The direction of imports, read from the syntax trees."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "protokoll"
BASE = {"errors", "model", "version"}
STAGES = {"sources", "cleaning", "segmenting", "parsing"}
# Part of the package → the other parts that it may import, wherever in the module the import stands.
ALLOWED = {
    "errors": set(),
    "version": set(),
    "model": {"errors"},
    "grammar": BASE,
    **{part: {*BASE, "grammar"} for part in (*STAGES, "positions", "evaluation", "export")},
    "pipeline": {*BASE, "grammar", *STAGES},
    "report": {*BASE, "grammar", "positions", "export"},
    "archive": {*BASE, "grammar", "pipeline", "positions", "export"},
}
# The surface may import whatever lies below it.
ALLOWED |= {part: {*ALLOWED, "cli"} for part in ("__init__", "__main__", "cli")}
MODULES = sorted(PACKAGE.rglob("*.py"))


def _part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported(path: Path) -> Iterator[str]:
    """Yield the parts of the package that a module imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by a relative name"
            names = [f"{node.module}.{name}" for name in names]
        yield from (name.split(".")[1] for name in names if name.startswith("protokoll."))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    """A module imports only its own part and those below; the stages never import one another."""
    part = _part(path)
    assert set(_imported(path)) <= {part, *ALLOWED[part]}


def test_every_part_has_its_place() -> None:
    """A new part of the package is not there before its place in the order is."""
    assert {_part(path) for path in MODULES} == set(ALLOWED)
