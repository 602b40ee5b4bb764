"""One file the whole way, and the public names of the package."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import protokoll
from protokoll.errors import EmptyInput, NotARecord, OtherLanguage, ProfileError
from protokoll.grammar import load
from protokoll.model.remark import RemarkCode

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
MINUTES = SAMPLES / "protokoll-kf-2023-10-23.txt"
RECIPE = ("Vispa ägg och socker. Rör ner mjöl, grädda i fyrtio minuter och låt svalna. " * 9).encode()
ENGLISH = b"The committee has decided that the report is to be approved by the council. " * 9


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_whole_way_is_the_four_stages(sample: Path) -> None:
    """parse_file is read, clean, segment and parse, one after the other."""
    text = protokoll.clean(protokoll.read(sample))
    assert protokoll.parse_file(sample) == protokoll.parse(text, protokoll.segment(text))


def test_data_stands_in_for_the_file() -> None:
    """With the bytes at hand the path is only a name."""
    document = protokoll.parse_file("in memory", data=MINUTES.read_bytes())
    assert document.source.path == "in memory"
    assert document.items == protokoll.parse_file(MINUTES).items


def test_profile_is_recognised_and_named() -> None:
    """The output says whose habits were used; a profile by name or path overrules what is recognised."""
    assert protokoll.parse_file(MINUTES).source.profile == "default"
    assert protokoll.parse_file(MINUTES, profile="goteborg").source.profile == "goteborg"


@pytest.mark.parametrize(
    "words",
    [
        "Säffle kommun\nKommunstyrelsen\n\n§ 4 Avtal\n\nBeslut\nAvtalet med Stockholms stad godkänns.\n",
        "PROTOKOLL\nSÄFFLE KOMMUN\n\n§ 4 Avtal\n\nBeslut\nAvtalet med Göteborgs Stad om vatten godkänns.\n",
        "Kommunstyrelsen\n\n§ 4 Avtal\n\nBeslut\nSäffle kommun avslår stadsledningskontorets förslag.\n",
    ],
)
def test_neighbour_that_is_named_is_not_the_municipality(words: str) -> None:
    """A record is not taken for one of the great city that it deals with."""
    document = protokoll.parse_file("ks.txt", data=words.encode(), force=True)
    assert document.source.profile == "default"
    assert document.head.municipality and document.head.municipality.text == "Säffle"


def test_profile_by_path(tmp_path: Path) -> None:
    """A profile of one's own is used in every stage."""
    own = tmp_path / "almunda.toml"
    own.write_text('extends = "default"\nmunicipality = "Almunda"\n', "utf-8")
    assert protokoll.parse_file(MINUTES, profile=str(own)).source.profile == "almunda"


def test_unknown_profile_is_told_before_the_file() -> None:
    """A wrong profile is met first, whatever the file is."""
    with pytest.raises(ProfileError):
        protokoll.parse_file("gone.txt", profile="nowhere")


@pytest.mark.parametrize(("data", "error"), [(RECIPE, NotARecord), (ENGLISH, OtherLanguage), (b"", EmptyInput)])
def test_what_is_no_swedish_record_is_refused(data: bytes, error: type[protokoll.ProtokollError]) -> None:
    """The error says which of the reasons it is."""
    with pytest.raises(protokoll.ProtokollError) as caught:
        protokoll.parse_file("x.txt", data=data)
    assert type(caught.value) is error
    assert "x.txt" in str(caught.value)


@pytest.mark.parametrize(("data", "reason"), [(RECIPE, "municipal record"), (ENGLISH, "not in Swedish")])
def test_forced_parse_says_so(data: bytes, reason: str) -> None:
    """The first remark tells that the text was doubted, and why."""
    remark = protokoll.parse_file("x.txt", data=data, force=True).remarks[0]
    assert remark.code == RemarkCode.RECORD_FORCED
    assert reason in remark.message


def test_force_changes_nothing_for_a_record() -> None:
    """A good record has no such remark."""
    assert protokoll.parse_file(MINUTES, force=True) == protokoll.parse_file(MINUTES)


def test_grammar_is_recognised_where_none_is_given() -> None:
    """Each stage finds the profile for itself, or takes the one that is given."""
    source = protokoll.read(MINUTES)
    assert protokoll.clean(source) == protokoll.clean(source, load("default"))
    outline = protokoll.segment(protokoll.clean(source), load("stockholm"))
    assert outline.profile == "stockholm"


def test_name_that_is_not_utf8_can_be_written() -> None:
    """A name with a byte of an older encoding has a sign in its place, and the document can be encoded."""
    name = os.fsdecode(b"m\xf6te.txt")
    document = protokoll.parse_file(name, data=MINUTES.read_bytes())
    assert document.source.path == "m\ufffdte.txt"
    assert protokoll.decode(protokoll.encode(document)) == document


def test_every_public_name_is_there() -> None:
    """The names of `__all__` can be fetched, are listed by dir(), and an unknown name fails as usual."""
    for name in protokoll.__all__:
        assert getattr(protokoll, name) is not None
        assert name in dir(protokoll)
    with pytest.raises(AttributeError, match="no attribute 'parse_pdf'"):
        _ = protokoll.parse_pdf  # type: ignore[attr-defined]


def test_importing_the_package_costs_nothing() -> None:
    """Only the version is loaded; even the codec waits until it is needed."""
    code = "import sys, protokoll; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = [name for name in done.stdout.split() if name.startswith(("protokoll", "msgspec"))]
    assert loaded == ["protokoll", "protokoll.version"]
