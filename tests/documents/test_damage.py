"""The laws hold for damaged records too: the parser may find less, but what it says is still in the text."""

import pytest

from protokoll import decode, encode
from tests.documents import laws
from tests.documents.damage import KINDS, damage
from tests.documents.samples import NAMES, Way, take, way


def _damaged(name: str, kind: str, seed: int) -> Way:
    return take(name, damage(way(name).source.text, kind, seed).encode())


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".txt")])
def test_laws_hold_under_damage(name: str, kind: str, seed: int) -> None:
    """Passes replay, blocks tile, words are where their spans say, and the output comes back."""
    hurt = _damaged(name, kind, seed)
    assert laws.replay(hurt.text) == hurt.text.text
    assert laws.find_untiled(hurt) == []
    assert laws.find_misprinted(hurt) == []
    assert laws.find_misplaced(hurt) == []
    assert decode(encode(hurt.document)) == hurt.document


@pytest.mark.parametrize("kind", KINDS)
def test_damage_is_done(kind: str) -> None:
    """Each kind of damage changes the text, and the same seed changes it in the same way."""
    text = way("motion-2023-02-13.txt").source.text
    assert damage(text, kind, 0) != text
    assert damage(text, kind, 0) == damage(text, kind, 0)
