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

__all__ = ["Grammar", "Party", "load", "profiles", "read_profile"]

_LONGEST_BODY = 80


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
        layer = read_profile(name)
        layers.append(layer)
        if len(layers) > 8:
            raise ProfileError(f"the profile {profile} extends itself")
        if "extends" not in layer:
            break
        name = layer["extends"]
    words = Tables(layers[::-1], {})
    municipality = next((layer["municipality"] for layer in layers if "municipality" in layer), None)
    return Grammar(profile=layers[0]["name"], municipality=municipality, words=words)


def read_profile(name: str) -> dict[str, Any]:
    """Return one layer of a profile as its file has it.

    Raises:
        ProfileError: there is no such profile, or its file cannot be read.
    """
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
