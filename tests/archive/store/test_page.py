"""The page on the database says what the database is."""

import re

from protokoll.archive.store.schema import tables, views
from tests.archive.store.test_language import MATCHES, MISSED, WRONG
from tests.docs.tables import DOCS

PAGE = (DOCS / "database.md").read_text("utf-8")


def test_page_names_every_table_and_view() -> None:
    """In the order of the database, and no others."""
    parts = re.split(r"^## ", PAGE, flags=re.MULTILINE)
    for heading, names in (("Tables", tables()), ("Views", views())):
        part = next(each for each in parts if each.startswith(heading))
        assert re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE) == list(names)


def test_figures_of_the_search_are_those_measured() -> None:
    """How many words are found that should be, and how many that should not."""
    wanted = sum(len(each["finds"]) for each in MATCHES.values())
    others = sum(len(each["not"]) for each in MATCHES.values())
    assert f"holds {len(MATCHES)} words" in PAGE
    share = f"{100 - 100 * len(MISSED) / wanted:.0f} %"
    assert f"Of the {wanted} that should be found {wanted - len(MISSED)} are ({share})" in " ".join(PAGE.split())
    assert f"{len(WRONG)} of {others} others are found" in " ".join(PAGE.split())
