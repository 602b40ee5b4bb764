"""Profiles: what they add, what they extend, and what is refused."""

from pathlib import Path

import pytest

from protokoll.errors import ProfileError
from protokoll.grammar import load, profiles, recognise, words_of
from protokoll.model.outline import BlockKind


def _profile(folder: Path, name: str, words: str) -> str:
    (folder / f"{name}.toml").write_text(words, "utf-8")
    return str(folder / f"{name}.toml")


@pytest.mark.parametrize("name", profiles())
def test_every_profile_loads(name: str) -> None:
    """A profile of the package has its own name, and all that the default has."""
    grammar = load(name)
    assert grammar.profile == name
    assert set(grammar.words) == set(load().words)
    assert set(load().headings) <= set(grammar.headings)
    assert set(load().party_codes) <= set(grammar.party_codes)


def test_default_belongs_to_no_municipality() -> None:
    """Only a municipality's own profile names one."""
    assert load().municipality is None
    assert all(load(name).municipality for name in profiles() if name != "default")


def test_a_profile_adds_to_the_default(tmp_path: Path) -> None:
    """Lists are lengthened, tables merged; what stands in both is there once."""
    words = 'extends = "default"\nmunicipality = "Almunda"\n[headings]\ndecision = ["Avgörande", "Beslut"]\n'
    grammar = load(_profile(tmp_path, "almunda", words + '[parties.ALM]\nnames = ["Almundalistan"]\n'))
    assert (grammar.profile, grammar.municipality) == ("almunda", "Almunda")
    assert grammar.headings["avgorande"] is grammar.headings["beslut"] is BlockKind.DECISION
    assert grammar.words["headings"]["decision"].count("Beslut") == 1
    assert grammar.party_names["almundalistans"] == "ALM"
    assert "avgorande" not in load().headings


def test_a_profile_extends_another(tmp_path: Path) -> None:
    """A profile has the words of the whole chain, and the nearest municipality."""
    words = 'extends = "goteborg"\n[headings]\ndecision = ["Avgörande"]\n'
    grammar = load(_profile(tmp_path, "hisingen", words))
    assert grammar.municipality == "Göteborg"
    assert "D" in grammar.party_codes.values()
    assert "avgorande" in grammar.headings


def test_single_values_are_replaced(tmp_path: Path) -> None:
    """Of two values that are no lists, the profile's own counts."""
    words = 'extends = "goteborg"\nmunicipality = "Almunda"\n'
    assert load(_profile(tmp_path, "almunda", words)).municipality == "Almunda"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ('extends = "nowhere"\n', "nowhere"),
        ("extends = [\n", "cannot be read"),
        ("extends = \xe5", "cannot be read"),
    ],
)
def test_what_does_not_hold_together_is_refused(tmp_path: Path, words: str, told: str) -> None:
    """The error says which profile, and why."""
    (tmp_path / "broken.toml").write_bytes(words.encode("latin-1"))
    with pytest.raises(ProfileError, match=told):
        load(str(tmp_path / "broken.toml"))


def test_a_profile_that_extends_itself_is_refused(tmp_path: Path) -> None:
    """A ring of profiles has no bottom."""
    path = tmp_path / "ring.toml"
    with pytest.raises(ProfileError, match="extends itself"):
        load(_profile(tmp_path, "ring", f"extends = '{path}'\n"))


@pytest.mark.parametrize("name", ["nowhere", "nowhere.toml", "."])
def test_an_unknown_profile_is_refused(name: str) -> None:
    """Neither a name nor a path."""
    with pytest.raises(ProfileError):
        load(name)


def test_a_folder_is_no_profile(tmp_path: Path) -> None:
    """A folder with the name of a profile cannot be read."""
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(ProfileError):
        load(str(tmp_path / "folder.toml"))


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Socialnämnden", True),
        ("Norrby stadsdelsnämnd", True),
        ("kommunfullmäktige", True),
        ("Kommunstyrelsens arbetsutskott", True),
        ("Nämnden för funktionsstöd", True),
        ("Förvaltningen", True),
        ("Eva Ek (V)", False),
        ("Eva Ek", False),
        ("Motionen avslås", False),
        ("", False),
        ("Socialnämnden " * 9, False),
    ],
)
def test_names_of_bodies(words: str, body: bool) -> None:
    """A body is named by its ending or its opening, and by nothing more."""
    assert load().is_body(words) is body


@pytest.mark.parametrize("table", ["acts", "cues"])
def test_no_phrase_is_passed_over(table: str) -> None:
    """Whatever an entry's expression finds, the quick look at the words of the text lets through."""
    grammar = load()
    for entry, phrases in grammar.words[table].items():
        for phrase in phrases:
            text = f"Eva Ek {phrase.replace('…', 'följande')} mer."
            if grammar.pattern(table, entry).search(text):
                assert grammar.may_hold(table, entry, words_of(text)), f"{entry}: {phrase}"


@pytest.mark.parametrize("name", [name for name in profiles() if name != "default"])
def test_a_profile_is_recognised_by_its_marks(name: str) -> None:
    """Each mark tells its profile, and no other."""
    for mark in load_marks(name):
        assert recognise(f"Protokoll {mark} 2024-03-06") == name


def load_marks(name: str) -> list[str]:
    """Return the marks of a profile, from its file."""
    import tomllib
    from importlib.resources import files

    place = files("protokoll.grammar") / "data" / "profiles" / f"{name}.toml"
    marks: list[str] = tomllib.loads(place.read_text("utf-8"))["marks"]
    return marks


def test_a_text_without_marks_has_the_default() -> None:
    """Most municipalities share their habits."""
    assert recognise("Norrby kommun\nProtokoll") == "default"
    assert recognise("") == "default"


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        ("Forvaltningen ar S6dermalms stadsdelsforvaltning, enligt beslutet.", "stockholm"),
        ("Goteborgs Stad Kommunfullmaktige, protokoll", "goteborg"),
        ("Lundby kommun\nAvtal med Goteborgs Stad om vatten", "default"),
        ("Namnden beslutar att godkanna forslaget.", "default"),
    ],
)
def test_a_profile_is_recognised_in_a_text_that_lost_its_marks(text: str, profile: str) -> None:
    """What was read without å, ä and ö is compared as it is read then; another municipality's head goes before."""
    assert recognise(text) == profile
