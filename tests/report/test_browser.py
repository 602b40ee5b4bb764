"""The pages in a real browser: filters, keyboard, screen readers, paper, the dark, and no network."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from protokoll.report import render_positions
from tests.report.browser import Visit, needs_chromium, open_browser
from tests.report.records import HOSTILE, make_coverage, make_position, make_positions
from tests.report.test_pages import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = needs_chromium

# What a page that can be read by all must not have: axe's rules that need no more than the page itself.
_FAULTS = """() => {
  const faults = [];
  const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
  if (new Set(ids).size !== ids.length) faults.push("an id twice");
  for (const field of document.querySelectorAll("input, select")) {
    if (!field.labels.length) faults.push(`no label: ${field.id}`);
  }
  for (const each of document.querySelectorAll("[aria-labelledby]")) {
    const label = document.getElementById(each.getAttribute("aria-labelledby"));
    if (!label) faults.push(`label of nothing: ${each.className}`);
  }
  for (const each of document.querySelectorAll("button, summary, a, h1, h2, h3, h4, h5")) {
    if (!each.textContent.trim() && !each.ariaLabel) faults.push(`without words: ${each.outerHTML.slice(0, 60)}`);
  }
  let level = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) faults.push(`h${level} then h${own}`);
    level = own;
  }
  if (document.querySelectorAll("h1").length !== 1) faults.push("not one h1");
  for (const name of ["header", "main", "footer"]) {
    if (document.querySelectorAll(`body > ${name}`).length !== 1) faults.push(`not one ${name}`);
  }
  for (const svg of document.querySelectorAll("svg")) {
    const table = svg.closest("figure")?.querySelector("table");
    if (svg.getAttribute("aria-hidden") !== "true" || !table) faults.push("a picture without a table");
  }
  if ([...document.querySelectorAll(".scroll")].some((each) => each.tabIndex !== 0)) faults.push("for a mouse only");
  return faults;
}"""

# Every text that can be seen against what is behind it, as WCAG 2 counts contrast; 4.5 is wanted, 3 for large letters.
_PALE = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [red, green, blue] = parts(colour).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (parts(colour)[3] !== 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const pale = [];
  for (const element of document.querySelectorAll("body *:not(script, style, svg *)")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const [dark, bright] = [light(style.color), light(behind(element))].sort((one, other) => one - other);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
    const contrast = (bright + 0.05) / (dark + 0.05);
    if (contrast < (large ? 3 : 4.5)) pale.push(`${element.className || element.tagName}: ${contrast.toFixed(2)}`);
  }
  return [...new Set(pale)];
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """One Chromium for all tests here."""
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages of the invented records, as files."""
    folder = tmp_path_factory.mktemp("pages")
    for name, render in PAGES.items():
        for language in ("sv", "en"):
            (folder / f"{name}-{language}.html").write_bytes(render(language))
    return {path.stem: path for path in folder.iterdir()}


@pytest.mark.parametrize("name", [f"{name}-{language}" for name in PAGES for language in ("sv", "en")])
def test_page_asks_for_nothing_and_complains_of_nothing(browser: "Browser", pages: dict[str, Path], name: str) -> None:
    """The only request is for the page itself, and the console stays empty."""
    visit = Visit(browser, pages[name])
    assert visit.asked == [pages[name].as_uri()]
    assert visit.complaints == []
    visit.page.close()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_can_be_read_by_all(browser: "Browser", pages: dict[str, Path], name: str, scheme: Any) -> None:
    """Labels, headings, landmarks and tables are there, and no text is too pale, everything unfolded."""
    visit = Visit(browser, pages[f"{name}-sv"], color_scheme=scheme)
    visit.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert visit.page.evaluate(_FAULTS) == []
    assert visit.page.evaluate(_PALE) == []
    visit.page.close()


def test_dark_is_dark(browser: "Browser", pages: dict[str, Path]) -> None:
    """A reader who wants the dark gets it, and the charts take its colours."""
    grounds, bars = [], []
    for scheme in ("light", "dark"):
        visit = Visit(browser, pages["positions-sv"], color_scheme=scheme)
        grounds.append(visit.page.evaluate("getComputedStyle(document.body).backgroundColor"))
        bars.append(visit.page.evaluate("getComputedStyle(document.querySelector('svg [fill^=\"var(--b-\"]')).fill"))
        visit.page.close()
    assert grounds == ["rgb(252, 251, 248)", "rgb(22, 24, 26)"]
    assert bars[0] != bars[1]
    assert all(each.startswith("rgb") for each in bars)


def test_filters_choose_and_are_remembered(browser: "Browser", pages: dict[str, Path]) -> None:
    """Party, topic, year, evidence and words narrow the list together; the address brings the choice back."""
    visit = Visit(browser, pages["positions-sv"])
    assert visit.shown == "5 av 5 visas"
    visit.page.select_option("#filter-party", "MP")
    assert (visit.shown, visit.shows(".claim")) == ("1 av 5 visas", 1)
    visit.page.select_option("#filter-party", "V")
    visit.page.select_option("#filter-year", "2024")
    assert visit.shown == "2 av 5 visas"
    visit.page.select_option("#filter-basis", "vote")
    assert (visit.shown, visit.shows(".group")) == ("1 av 5 visas", 1)
    again = browser.new_page()
    again.goto(visit.page.url)
    assert again.inner_text("#count") == "1 av 5 visas"
    again.close()
    visit.page.click("button[type=reset]")
    visit.wait_for("5 av 5 visas")
    visit.page.select_option("#filter-topic", "skolmat")
    assert visit.shows(".claim") == 1
    visit.page.click("button[type=reset]")
    visit.page.fill("#filter-words", "LAGAS i skolan")
    visit.wait_for("1 av 5 visas")
    visit.page.fill("#filter-words", "gurka")
    visit.page.wait_for_selector("#empty", state="visible")
    visit.page.close()


def test_changes_are_filtered_by_kind_and_sureness(browser: "Browser", pages: dict[str, Path]) -> None:
    """A reader may see only what was reversed, or leave out weak links; a heading tells how many are left."""
    visit = Visit(browser, pages["comparison-sv"])
    assert visit.shown == "7 av 7 visas"
    visit.page.select_option("#filter-relation", "reversed")
    assert (visit.shows(".change"), visit.shows(".group")) == (1, 1)
    visit.page.select_option("#filter-relation", "*")
    visit.page.select_option("#filter-link", "weak")
    assert visit.page.inner_text(".group:visible h3") == "närliggande 1"
    visit.page.close()


def test_pair_of_a_table_shows_its_votes(browser: "Browser", pages: dict[str, Path]) -> None:
    """From the share of two parties in a year to the votes behind it, and to those in which they were apart."""
    visit = Visit(browser, pages["agreement-sv"])
    visit.page.evaluate("document.querySelectorAll('details.table').forEach((each) => { each.open = true; })")
    visit.page.click("button.pair[data-pair='S M'][data-group='2024']")
    assert visit.shown == "2 av 3 visas"
    assert visit.page.evaluate("document.activeElement.id") == "list"
    visit.page.select_option("#filter-alike", "apart")
    assert visit.shown == "1 av 3 visas"
    visit.page.close()


def test_claim_unfolds_by_keyboard(browser: "Browser", pages: dict[str, Path]) -> None:
    """The way from the top is: skip to the list, to a claim, open it with the space bar, with a ring to be seen."""
    visit = Visit(browser, pages["positions-sv"])
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.className") == "skip"
    visit.page.keyboard.press("Enter")
    for _ in range(12):
        visit.page.keyboard.press("Tab")
        if visit.page.evaluate("document.activeElement.closest('details.claim') !== null"):
            break
    assert visit.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    quote = visit.page.locator("details.claim blockquote").first
    assert not quote.is_visible()
    visit.page.keyboard.press("Space")
    assert quote.is_visible()
    assert quote.inner_text() == "Fler cykelställ ska byggas vid Åskolan."
    visit.page.keyboard.press("Enter")
    assert not quote.is_visible()
    visit.page.close()


def test_paper_has_every_quote(browser: "Browser", pages: dict[str, Path]) -> None:
    """Printing unfolds what the filters leave, hides what paper cannot use, and folds it again."""
    visit = Visit(browser, pages["positions-sv"])
    visit.page.select_option("#filter-topic", "cykling")
    visit.page.emulate_media(media="print")
    visit.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert visit.shows("blockquote") == visit.shows(".claim") == 3
    assert visit.shows(".filters") == 0
    assert visit.shows("svg") == 3
    visit.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert visit.page.locator("details.claim[open]").count() == 0
    assert visit.page.pdf().startswith(b"%PDF")
    visit.page.close()


@pytest.mark.parametrize("name", PAGES)
def test_page_fits_a_phone(browser: "Browser", pages: dict[str, Path], name: str) -> None:
    """Nothing makes the reader scroll sideways, everything unfolded."""
    visit = Visit(browser, pages[f"{name}-sv"], viewport={"width": 360, "height": 740})
    visit.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
    visit.page.close()


def test_hostile_record_does_nothing(browser: "Browser", tmp_path: Path) -> None:
    """A record with a script, a picture and a template in every text is shown, and that is all."""
    texts = ("party", "claim", "topic", "quote", "title", "body", "document")
    path = tmp_path / "sida.html"
    path.write_bytes(render_positions([make_position(**dict.fromkeys(texts, HOSTILE))], make_coverage(), (), "sv"))
    visit = Visit(browser, path)
    assert visit.asked == [path.as_uri()]
    assert visit.complaints == []
    assert visit.page.title().startswith("Ståndpunkter: </script>")
    visit.page.close()


def test_very_long_list_is_unpacked_in_a_second(browser: "Browser", tmp_path: Path) -> None:
    """Fifteen thousand positions are listed, can be filtered, and the page is there at once."""
    parties = ("V", "S", "MP", "C", "L")
    many = [
        make_position(
            party=parties[at % 5], sha256=str(at), item=str(at % 60), claim=f"Krav {at} ska prövas av nämnden."
        )
        for at in range(15_000)
    ]
    path = tmp_path / "sida.html"
    path.write_bytes(render_positions((*make_positions(), *many), make_coverage(), (), "sv"))
    assert path.stat().st_size < 3_000_000
    visit = Visit(browser, path)
    assert visit.shown == "15005 av 15005 visas"
    assert visit.complaints == []
    ready = visit.page.evaluate("performance.getEntriesByName('ready')[0].startTime")
    visit.page.select_option("#filter-party", "C")
    assert visit.shown == "3000 av 15005 visas"
    assert ready < 3000  # a second on a quiet machine; `benchmarks/positions/speed.py` measures it
    visit.page.close()
