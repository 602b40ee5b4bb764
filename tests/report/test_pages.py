"""The pages as text: what they hold, and what records cannot do to them."""

import base64
import gzip
import re
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from protokoll.model.position import Position
from protokoll.model.text import Span
from protokoll.positions.agreement import agreement
from protokoll.report import render_agreement, render_comparison, render_positions
from protokoll.report.page import pack
from tests.report.records import HOSTILE, make_comparison, make_coverage, make_position, make_positions, make_voted


class _Tags(HTMLParser):
    """Every tag of a page with its attributes, and all that is text."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


class _Voted:
    documents = (make_voted("S:yes M:no SD:no", "S:yes M:yes SD:yes"), make_voted("S:yes M:yes SD:no", year=2023))
    coverage = make_coverage()


def _agreement(language: str) -> bytes:
    every, contested = [agreement(_Voted.documents, unanimous=each) for each in (True, False)]
    return render_agreement(every, contested, _Voted(), language)


PAGES = {
    "positions": lambda language: render_positions(make_positions(), make_coverage(), (), language),
    "comparison": lambda language: render_comparison(make_comparison(), language),
    "agreement": _agreement,
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_page_is_alone_in_the_world(name: str, language: str) -> None:
    """Nothing in it points anywhere: no file, no address, no script but its own."""
    page = PAGES[name](language)
    tags = _Tags(page).tags
    assert [tag for tag, _ in tags].count("script") == 1
    assert not [tag for tag, _ in tags if tag in ("link", "img", "iframe", "object", "base")]
    for tag, attributes in tags:
        assert not {"src", "srcset", "action", "background"} & set(attributes), tag
        assert (attributes.get("href") or "#").startswith("#")
    assert "url(" not in page.decode()
    assert "default-src 'none'" in page.decode()


@pytest.mark.parametrize("name", PAGES)
def test_page_is_in_the_language_asked_for(name: str) -> None:
    """Swedish for Swedes; in an English page the words of the record are marked as Swedish."""
    swedish, english = (PAGES[name](language).decode() for language in ("sv", "en"))
    assert '<html lang="sv">' in swedish
    assert "Underlag" in swedish
    assert "Coverage" not in swedish
    assert '<html lang="en">' in english
    assert "Underlag" not in english
    assert 'lang="sv"' in english


def test_hostile_record_is_only_text() -> None:
    """Every text of a record that looks like markup is shown as it stands."""
    texts = ("party", "claim", "topic", "quote", "title", "body", "document", "date", "item", "printed", "pointer")
    hostile = make_position(**dict.fromkeys(texts, HOSTILE), persons=(HOSTILE,), jointly=(HOSTILE,), caveats=(HOSTILE,))
    hostile = replace(hostile, diary_numbers=(HOSTILE,), date=f"2024-{HOSTILE}")
    page = render_positions([hostile], make_coverage(), [HOSTILE], "sv")
    tags = [tag for tag, _ in _Tags(page).tags]
    plain = [tag for tag, _ in _Tags(render_positions([make_position()], make_coverage(), [], "sv")).tags]
    assert "img" not in tags
    assert tags.count("script") == plain.count("script") == 1
    assert not [name for _, attributes in _Tags(page).tags for name in attributes if name.startswith("on")]


def test_hostile_change_and_vote_are_only_text() -> None:
    """The same for the other pages; the ballots of the votes of `make_voted` are hostile."""
    comparison = make_comparison()
    change = replace(comparison.changes[0], topic=HOSTILE, reasons=(HOSTILE,))
    side = replace(comparison.before, label=HOSTILE, coverage=make_coverage())
    page = render_comparison(replace(comparison, changes=(change,), before=side, codes=("V", HOSTILE)), "sv")
    for each in (page, _agreement("sv")):
        tags = [tag for tag, _ in _Tags(each).tags]
        assert "img" not in tags
        assert tags.count("script") == 1


def test_every_claim_has_its_quote_document_item_and_page() -> None:
    """The words as printed, and where they stand."""
    page = render_positions([make_position()], make_coverage(), [], "sv").decode()
    assert "<blockquote>Fler cykelställ ska\nbyggas vid Åskolan.</blockquote>" in page
    assert "ks-2024-03-06.txt · §&nbsp;11 · s. 2 · tecken 100–139 · KS 2024/17 · Ove Röd" in page


def test_joint_act_is_told_once() -> None:
    """Two parties behind one proposal are one entry with two names."""
    page = render_positions(make_positions(), make_coverage(), [], "sv").decode()
    assert page.count('data-party="V MP"') == 1


def test_coverage_comes_before_all_else() -> None:
    """What was searched, what is missing, and what the page cannot know."""
    page = render_positions(make_positions(), make_coverage(), [], "sv").decode()
    said = page[page.index("<main>") : page.index('id="charts"')]
    for words in (
        "3 handlingar · 2022, 2024",
        "1 handling saknar datum",
        "1 fil kunde inte läsas",
        "2023",
        "betyder inte",
    ):
        assert words in said


def test_change_shows_both_sides_and_how_sure_the_link_is() -> None:
    """Each kind of change under its name; a weak link is marked; the renaming is said."""
    page = render_comparison(make_comparison(), "sv").decode()
    for words in ("omsvängning", "skärpt", "mildrat", "samma", "närliggande", "nytt", "inte funnet senare"):
        assert f"{words} <span" in page
    assert page.count('class="change weak"') == 1
    assert page.count("svag koppling</span>") == 1
    assert "VPK är samma parti som V under ett annat namn" in page
    assert "samma diarienummer: KS 2024/17" in page
    assert page.index('id="reversed"') < page.index('id="same"') < page.index('id="not_found_later"')


def test_agreement_shows_number_and_share_of_each_two() -> None:
    """The table beside the picture has share and n; unanimous votes can be left out."""
    page = _agreement("sv").decode()
    [year_2024] = re.findall(r'<section class="panel".*?2024 <span.*?</section>', page, re.DOTALL)
    pairs = re.findall(r'data-pair="(\w+) (\w+)".*?>([^<]+)</button> <small>n=(\d+)', year_2024)
    assert ("S", "M", "50 %", "2") in [tuple(each) for each in pairs]
    assert ("M", "SD", "100 %", "2") in [tuple(each) for each in pairs]
    assert ("S", "M", "0 %", "1") in [tuple(each) for each in pairs]
    assert "Utan eniga omröstningar (1)" in year_2024


def test_very_long_list_is_packed() -> None:
    """What is packed is the same list; a short one stays as it is."""
    assert pack("<p>kort</p>") == "<p>kort</p>"
    markup = "<p>ärende</p>\n" * 200_000
    packed = re.fullmatch(r'<script type="text/plain" id="packed">([\w+/=]+)</script>', pack(markup))
    assert packed
    assert gzip.decompress(base64.b64decode(packed[1])).decode() == markup
    assert len(packed[1]) < len(markup) / 5


def test_page_of_a_whole_city_is_small() -> None:
    """Thousands of positions give a page under 3 MB."""
    many: list[Position] = [
        make_position(
            span=Span(at, at + 39), claim=f"Kravet nummer {at} ska prövas av nämnden under året.", item=str(at % 60)
        )
        for at in range(6000)
    ]
    assert len(render_positions(many, make_coverage(), [], "sv")) < 3_000_000
