"""The glossary names what the code names."""

from enum import Enum

import pytest

from protokoll.model import document, outline, position
from tests.docs.tables import find_names

ENUMS: dict[str, type[Enum]] = {
    name: each
    for module in (document, outline, position)
    for name in module.__all__
    if isinstance(each := getattr(module, name), type) and issubclass(each, Enum)
}


def test_glossary_has_a_table_for_each_enum() -> None:
    """Every closed set of the model has its table, and no table is left over."""
    assert set(find_names("glossary.md")) == set(ENUMS)


@pytest.mark.parametrize("name", sorted(ENUMS))
def test_glossary_names_each_member(name: str) -> None:
    """A table lists the members of its set, each once, in the order of the code."""
    assert find_names("glossary.md")[name] == [member.value for member in ENUMS[name]]
