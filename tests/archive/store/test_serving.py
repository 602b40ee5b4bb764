"""The database in Datasette, as a program and as a person in a browser meets it."""

import asyncio
import json
import shutil
import socket
import threading
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from protokoll.archive.store.metadata import make_metadata
from protokoll.archive.store.schema import tables, views
from protokoll.archive.store.serving import HOST, find_port, make_site
from protokoll.errors import ArchiveError
from tests.archive.store.making import dated, make_archive, reserved
from tests.invented import make_document

CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of some reservations of two parties in three years."""
    documents = {"ks": make_document()}
    for year in (2016, 2017, 2018):
        for party in ("V", "KD"):
            text = f"Vi i {party} vill se mer hemlöshetsarbete {year}."
            documents[f"{party}-{year}"] = dated(reserved(party, text), f"{year}-05-02", "Socialnämnden")
    return make_archive(tmp_path_factory.mktemp("archive"), documents) / "protokoll.db"


def _get(site: Any, path: str) -> Any:
    """Return what a Datasette answers, without a network."""

    async def ask() -> Any:
        await site.invoke_startup()
        return await site.client.get(path)

    answer = asyncio.run(ask())
    assert answer.status_code == 200, answer.text[:500]
    return answer


def _rows(site: Any, path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = _get(site, f"{path}{'&' if '?' in path else '?'}_shape=array").json()
    return found


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_table_view_and_question_has_a_page(database: Path, language: str) -> None:
    """With its title; and no question is wrong SQL."""
    site = make_site(database, language)
    told = make_metadata(language)["databases"]["protokoll"]
    for name in (*tables(), *views()):
        assert told["tables"][name]["title"] in unescape(_get(site, f"/protokoll/{name}").text)
    for name, query in told["queries"].items():
        assert query["title"] in unescape(_get(site, f"/protokoll/{name}").text)


def test_search_of_a_table_knows_swedish(database: Path) -> None:
    """The box over the rows takes what `protokoll search` takes."""
    site = make_site(database, "sv")
    search = f"/protokoll/texts.json?_search={quote('hemlösheten')}"
    assert len(_rows(site, search)) == 6
    assert len(_rows(site, f"/protokoll/texts.json?_search={quote('hemlöshet NOT 2016')}")) == 4
    assert len(_rows(site, f"/protokoll/texts.json?_search={quote('AND (')}")) == 0  # no query, and no error


def test_question_shows_hits_in_context(database: Path) -> None:
    """The hits stand between marks."""
    site = make_site(database, "sv")
    found = _rows(site, f"/protokoll/search.json?words={quote('hemlöshet')}")
    assert found[0]["words"] == "Vi i V vill se mer »hemlöshetsarbete« 2018."


def test_plain_datasette_opens_the_database_as_it_is(database: Path) -> None:
    """Without a word of ours: the search of the table finds words and parts of compounds; metadata is taken."""
    from datasette.app import Datasette
    from datasette.plugins import pm

    ours = pm.unregister(name="protokoll")
    try:
        metadata = json.loads(database.with_name("metadata.json").read_bytes())
        for site in (Datasette([str(database)]), Datasette([], immutables=[str(database)], metadata=metadata)):
            assert len(_rows(site, f"/protokoll/texts.json?_search={quote('hemlöshet')}")) == 6
            assert len(_rows(site, f"/protokoll/texts.json?_search={quote('hemloshet')}")) == 0
            assert len(_rows(site, "/protokoll/reservations_by_party.json?party_now=V&year=2017")) == 1
        assert len(_rows(site, f"/protokoll/search.json?words={quote('hemlöshet')}")) == 6
    finally:
        if ours:
            pm.register(ours, name="protokoll")


def test_database_cannot_be_written_to(database: Path) -> None:
    """Not even by a question."""
    before = database.read_bytes()
    site = make_site(database, "sv")

    async def ask() -> Any:
        await site.invoke_startup()
        return await site.client.get("/protokoll.json?sql=delete+from+items")

    assert asyncio.run(ask()).status_code == 400
    assert database.read_bytes() == before


def test_port_that_is_taken() -> None:
    """Is refused in a sentence; 0 finds a free one."""
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        with pytest.raises(ArchiveError, match="is taken"):
            find_port(taken.getsockname()[1])
    assert find_port(0) > 0


@pytest.fixture
def address(database: Path) -> Iterator[str]:
    """The address at which the database is served, in this process."""
    import uvicorn

    port = find_port(0)
    config = uvicorn.Config(make_site(database, "sv").app(), host=HOST, port=port, log_level="error", lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive()
        yield f"http://{HOST}:{port}"
    finally:
        server.should_exit = True
        thread.join(20)


@pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine")
def test_a_person_finds_the_reservations_of_a_party_in_a_year(address: str) -> None:
    """From the first page: the view, the party, the year, the record; and a word in the search."""
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as run:
        browser = run.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(f"{address}/protokoll")
        page.get_by_role("link", name="Reservationer per parti och år", exact=True).first.click()
        assert "Reservationer per parti och år" in page.locator("h1").inner_text()
        page.locator(".facet-results").get_by_role("link", name="V", exact=True).click()
        page.locator(".facet-results").get_by_role("link", name="2017", exact=True).click()
        texts = page.locator("td.col-text")
        assert texts.all_inner_texts() == ["Vi i V vill se mer hemlöshetsarbete 2017."]
        page.locator("td.col-document a").click()
        assert "V-2017" in page.locator("h1").inner_text()
        page.goto(f"{address}/protokoll/texts")
        page.fill("input[name=_search]", "hemlösheten")
        page.click("input[value=Apply]")
        assert "6 rows" in page.locator("h3").first.inner_text()
        browser.close()
