"""What must hold for every text: figures that count are never changed, and what is mended once stays as it is."""

import random
import re

import pytest

from protokoll.cleaning import Repair, Rule, clean
from protokoll.cleaning.repairing import word_rule
from protokoll.grammar import load
from protokoll.model.text import SourceText

DAMAGED = [
    "Namnden foreslar att fullmaktige godkanner",
    "forvaltningens tjansteutlatande daterat",
    "Okade kostnader for aldreomsorgen pa sikt",
    "da fler manniskor behover stod fran socialtjansten",
]
WORN = [
    "Nämnden föreslar att fullmaktige godkänner f<irvaltningens",
    "tjänsteutlatande om kostnadema ftir äldreomsorgen",
    "dar fler människor behöver sttid fran socialtjänsten",
    "och utredn1ngen aterremitteras till kommunslyrelsen",
]
SHAPES = [
    lambda chance: f"{chance.randint(1, 31)} mars {chance.randint(1988, 2024)}",
    lambda chance: f"{chance.randint(1988, 2024)}-{chance.randint(10, 12)}-{chance.randint(10, 28)}",
    lambda chance: (
        f"dnr {chance.randint(1, 9)}.{chance.randint(1, 9)}-{chance.randint(1, 900)}/{chance.randint(2000, 2024)}"
    ),
    lambda chance: f"KS {chance.randint(1988, 2024)}/{chance.randint(1, 2000)}",
    lambda chance: f"{chance.randint(1, 999)} {chance.randint(100, 999)} kronor",
    lambda chance: f"{chance.randint(1, 99)},{chance.randint(1, 9)} %",
    lambda chance: f"{chance.randint(1, 60)} ja mot {chance.randint(1, 60)} nej",
    lambda chance: (
        f"tfn 0{chance.randint(8, 99)}-{chance.randint(100, 999)} {chance.randint(10, 99)} {chance.randint(10, 99)}"
    ),
    lambda chance: f"bilaga {chance.randint(1, 30)}{chance.choice('abc')}",
    lambda chance: f"vägplan18, covid19 och {chance.randint(2, 9)}st",
]
NUMBER = re.compile(r"(?<![^\W_])\d[\d.,:/-]*(?![^\W_])|\d+$")


def mended(text: str) -> str:
    """The text as the rule leaves it, at the most lenient rate."""
    source = SourceText(path="-", sha256="", size=0, reader="text", encoding="utf-8", text=text)
    return clean(source, load(), (Rule("repair", word_rule(Repair(max_error_rate=0.05))),)).text


def written(parts: list[str], chance: random.Random) -> str:
    """Sentences with a figure between each."""
    words = [piece for _ in range(8) for piece in (chance.choice(parts), chance.choice(SHAPES)(chance))]
    return " ".join(words) + ".\n"


@pytest.mark.parametrize("parts", [DAMAGED, WORN], ids=["damaged", "worn"])
@pytest.mark.parametrize("seed", range(40))
def test_no_figure_that_counts_is_changed(parts: list[str], seed: int) -> None:
    """Days, years, diary numbers, sums, shares, votes, telephones: each stands after as before."""
    text = written(parts, random.Random(seed))  # noqa: S311 - samples, no secrets
    assert NUMBER.findall(mended(text)) == NUMBER.findall(text)


@pytest.mark.parametrize("parts", [DAMAGED, WORN], ids=["damaged", "worn"])
@pytest.mark.parametrize("seed", range(5))
def test_mending_twice_changes_nothing_more(parts: list[str], seed: int) -> None:
    """A text that was mended is healthy, or left as it is."""
    once = mended(written(parts, random.Random(seed)) * 2)  # noqa: S311
    assert sum(a != b for a, b in zip(mended(once).split(), once.split(), strict=True)) <= len(once.split()) // 50
