"""The language of minutes as data: phrases, parties and the habits of municipalities."""

from __future__ import annotations

import re
import tomllib
from functools import cached_property, lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from msgspec import Struct

from protokoll.errors import ProfileError
from protokoll.grammar.folding import fold, words_of, words_pattern
from protokoll.grammar.tables import DATA, Tables
from protokoll.model.outline import BlockKind

__all__ = ["Grammar", "Party", "load", "profiles", "recognise"]

_LONGEST_BODY = 80
_FRONT = 20_000
_OPENING = 200
# How a model without å, ä and ö reads them.
_READ_AS = str.maketrans("åäöÅÄÖé6", "aaoAAOoo")
_FIRST_PAGE = 1_500
_PLENTY = 3
# What may stand over the name of a municipality in a head: nothing, or a few short lines.
_HEAD_BEFORE = re.compile(r"\A\s*(?:[^\n]{1,40}\n\s*){0,2}\Z")
# "Lundby kommun", "LUNDBY KOMMUN", "Solna stads".
_MUNICIPALITY = re.compile(r"(?P<name>[A-ZÅÄÖ](?<!\w.)[\wåäö-]{2,})[ ](?P<kind>[Kk]ommuns?|[Ss]tads?|KOMMUN|STAD)\b")
_NO_NAMES = frozenset(["Denna", "Vilken", "Varje", "Ingen", "Hela", "Annan", "Egen", "Vår", "Sveriges", "Den", "Samma"])


class Party(Struct, frozen=True):
    """A party, as it was called in a span of years."""

    code: str
    """The code that output uses: `L`, `FP`, `Fi`."""
    names: tuple[str, ...]
    """Names and inflected forms as printed, without the genitive s; none where only the letters are known."""
    labels: tuple[str, ...] = ()
    """Other letters for it: `F!`, `FI`."""


class Grammar(Struct, frozen=True, dict=True, eq=False):
    """Everything the stages know about wordings, for one profile.

    >>> load("goteborg").municipality
    'Göteborg'
    """

    profile: str
    municipality: str | None
    words: Tables
    """The tables of `data/*.toml` by file name, with the additions of the profile."""

    @cached_property
    def headings(self) -> dict[str, BlockKind]:
        """Folded heading → the kind of block that it opens."""
        return {fold(phrase): BlockKind(kind) for kind, phrases in self.words["headings"].items() for phrase in phrases}

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """The parties of this municipality, local ones last."""
        return tuple(
            Party(code, tuple(each.get("names", ())), tuple(each.get("labels", ())))
            for code, each in self.words["parties"].items()
        )

    @cached_property
    def party_codes(self) -> dict[str, str]:
        """Printed label in lower case → code: `fp` → FP, `f!` → Fi."""
        return {label.lower(): party.code for party in self.parties for label in (party.code, *party.labels)}

    @cached_property
    def party_names(self) -> dict[str, str]:
        """Folded party name, with and without genitive s → code."""
        names = {fold(name): party.code for party in self.parties for name in party.names}
        return names | {f"{name}s": code for name, code in names.items() if not name.endswith("s")}

    def is_body(self, words: str) -> bool:
        """Tell whether `words` are the name of a body or office, and nothing more.

        >>> load().is_body("Skärholmens stadsdelsnämnd"), load().is_body("Eva Ek")
        (True, False)
        """
        bare = " ".join(words.split()).strip(" .,:").lower()
        if not bare or len(bare) > _LONGEST_BODY or "(" in bare:
            return False
        table = self.words["bodies"]
        if bare in table["letters"]:
            return True
        return bare.endswith((*table["deciding"], *table["office"])) or bare.startswith(
            tuple(f"{opener} " for opener in table["openers"])
        )

    def pattern(self, table: str, entry: str) -> re.Pattern[str]:
        """Return one expression for the phrases under `entry` of `table`; it is made once."""
        key = (table, entry)
        if key not in self._patterns:
            self._patterns[key] = words_pattern(self.words[table][entry])
        return self._patterns[key]

    def may_hold(self, table: str, entry: str, tokens: frozenset[str]) -> bool:
        """Tell whether a text with these lower-case words may hold a phrase under `entry` of `table`.

        Much cheaper than to search for the phrases themselves.

        >>> load().may_hold("acts", "reserve", frozenset({"eva", "reserverar", "sig"}))
        True
        """
        key = (table, entry)
        if key not in self._bags:
            phrases = [words_of(phrase) - {"…"} for phrase in self.words[table][entry]]
            self._bags[key] = frozenset(max(phrase, key=len, default="") for phrase in phrases), tuple(phrases)
        longest, bags = self._bags[key]
        return not longest.isdisjoint(tokens) and any(bag <= tokens for bag in bags)

    @cached_property
    def _bags(self) -> dict[tuple[str, str], tuple[frozenset[str], tuple[frozenset[str], ...]]]:
        return {}

    @cached_property
    def _patterns(self) -> dict[tuple[str, str], re.Pattern[str]]:
        return {}

    def with_parties(self, names: tuple[str, ...]) -> Grammar:
        """Return this grammar with local parties that have no letters, each under its own name; one for each set.

        >>> load().with_parties(("Vår Bygd",)).party_names["var bygd"]
        'Vår Bygd'
        """
        if names not in self._extended:
            own = {name: {"names": [name]} for name in names}
            more = Grammar(
                self.profile, self.municipality, self.words.with_table("parties", {**self.words["parties"], **own})
            )
            for shared in ("headings", "_patterns", "_bags"):
                more.__dict__[shared] = getattr(self, shared)
            self._extended[names] = more
        return self._extended[names]

    @cached_property
    def _extended(self) -> dict[tuple[str, ...], Grammar]:
        return {}

    def phrases(self, table: str, entry: str) -> tuple[str, ...]:
        """Return the phrases under `entry` of `table`, as written; KeyError if there is none."""
        return tuple(self.words[table][entry])


def profiles() -> tuple[str, ...]:
    """Return the names of the profiles that come with the package, `default` first.

    >>> profiles()[0]
    'default'
    """
    names = sorted(
        each.name.removesuffix(".toml") for each in (DATA / "profiles").iterdir() if each.name.endswith(".toml")
    )
    return ("default", *(name for name in names if name != "default"))


@lru_cache(maxsize=8)
def load(profile: str = "default") -> Grammar:
    """Return the grammar of a profile, by its name or by the path of its TOML file.

    Raises:
        ProfileError: there is no such profile, or it does not hold together.
    """
    layers, name = [], profile
    while True:
        layer = _read_profile(name)
        layers.append(layer)
        if len(layers) > 8:
            raise ProfileError(f"the profile {profile} extends itself")
        if "extends" not in layer:
            break
        name = layer["extends"]
    words = Tables(layers[::-1], {})
    municipality = next((layer["municipality"] for layer in layers if "municipality" in layer), None)
    return Grammar(profile=layers[0]["name"], municipality=municipality, words=words)


def recognise(text: str) -> str:
    r"""Return the name of the profile whose marks stand in `text`, or `default`.

    A profile is recognised by the `marks` in its file; the one with most marks found wins, first of those whose marks
    stand on the first page. A record of another
    municipality may name a neighbour: what its head is printed with, or names more often, goes before the marks.

    >>> recognise("Göteborgs Stad Kommunfullmäktige, protokoll")
    'goteborg'
    >>> recognise("Lundby kommun\nAvtal med Göteborgs Stad om vatten")
    'default'
    """
    first = text[:_FIRST_PAGE]
    heads = {name: sum(map(first.count, marks)) for name, (_, marks) in _marks().items()}
    # Only between those as frequent on the first page does the whole text decide.
    ahead = [name for name, count in heads.items() if count == max(heads.values())]
    found = {name: sum(map(text.count, _marks()[name][1])) for name in ahead}
    if not any(found.values()) and not any(map(text[:_FRONT].count, "åäö")):
        return _recognise_damaged(text[:_FRONT])
    best = max(found, key=lambda name: found[name], default="default")
    if not found.get(best):
        return "default"
    return "default" if _names_another(text, *_marks()[best]) else best


def _recognise_damaged(text: str) -> str:
    """Return the profile of which most marks stand in a text that lost its å, ä and ö, read as a, o, é or 6."""
    plain = text.translate(_READ_AS)
    read = {
        name: ((municipality or "").translate(_READ_AS) or None, tuple(mark.translate(_READ_AS) for mark in marks))
        for name, (municipality, marks) in _marks().items()
    }
    found = {name: sum(map(plain.count, marks)) for name, (_, marks) in read.items()}
    best = max(found, key=lambda name: found[name], default="default")
    return "default" if not found.get(best) or _names_another(plain, *read[best]) else best


def _names_another(text: str, municipality: str | None, marks: tuple[str, ...]) -> bool:
    """Tell whether a text is headed by another municipality than that of the profile, or names it more often."""
    if municipality is None:
        return False
    first = min(place for mark in marks if (place := text.find(mark)) >= 0)
    others: dict[str, int] = {}
    for match in _MUNICIPALITY.finditer(text, 0, _FRONT):
        name = match["name"].title()
        if match["name"] in _NO_NAMES or name.startswith(municipality):
            continue
        if match["name"].isupper() != match["kind"].isupper():
            continue
        if match.start() < min(first, _OPENING) and _HEAD_BEFORE.match(text[: match.start()]):
            return True
        others[name] = others.get(name, 0) + 1
    own = max(text.count(municipality, 0, _FRONT), 1)
    return sum(text.count(mark, 0, _FRONT) for mark in marks) < _PLENTY and max(others.values(), default=0) > own


@lru_cache(maxsize=1)
def _marks() -> dict[str, tuple[str | None, tuple[str, ...]]]:
    """Return the municipality and the marks of each profile."""
    layers = {name: _read_profile(name) for name in profiles() if name != "default"}
    return {name: (layer.get("municipality"), tuple(layer.get("marks", ()))) for name, layer in layers.items()}


def _read_profile(name: str) -> dict[str, Any]:
    place: Traversable = DATA / "profiles" / f"{name}.toml"
    if name.endswith(".toml"):
        place = Path(name)
    try:
        layer = tomllib.loads(place.read_text("utf-8"))
    except FileNotFoundError:
        raise ProfileError(f"there is no profile {name}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise ProfileError(f"the profile {name} cannot be read: {error}", hint="mend the file") from None
    return {"name": Path(name).stem} | layer
