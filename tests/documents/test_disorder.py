"""Records in disorder: cut anywhere, shuffled, repeated, quoted; the parser may find less, and never fails."""

import random
import re
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protokoll import decode, encode
from protokoll.grammar import load
from protokoll.model.document import DocumentKind
from protokoll.parsing import parse
from protokoll.segmenting.minutes import segment_minutes
from tests.documents import laws
from tests.documents.samples import NAMES, Way, take, way
from tests.tables import uncleaned

_TEXTS = [name for name in NAMES if name.endswith(".txt")]
_MOST = 12_000
"""Characters of a record in disorder: enough for several items, little enough to be quick."""
_few = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
_record = st.sampled_from(_TEXTS).map(lambda name: way(name).source.text[:_MOST])
# What minutes are made of, to be put together in an order that no minutes have.
_BITS = [
    *("§ 1", "§ 2", "§ 63/20", "§ 2 forts.", "Bilaga 1", "Dnr KS 2023/1", "1.", "2.", "a)", "att", "–", ":", ".", ","),
    *("(", ")", "”", "“", '"', "'", "Eva Ek (V)", "Bo Ask m.fl. (M)", "(båda L)", "Ja", "Nej", "Ja för", "Nej för"),
    *("5 Ja mot 4 Nej", "röstar Ja (3).", "Ledamöter  Parti  Ja  Nej", "X", "Socialnämnden", "den 3 maj 2023"),
    *("följande:", "ordföranden", "samtliga"),
]
_pieces = sorted({*_BITS, *(each for table in ("headings", "acts") for each in chain(*load().words[table].values()))})
_soup = st.lists(
    st.tuples(st.sampled_from(_pieces), st.sampled_from([" ", " ", "\n", "\n\n", ". ", "  ", "\f", ""])), max_size=60
).map(lambda parts: "".join(chain.from_iterable(parts)))


def _lawful(hurt: Way) -> None:
    """Check what holds for every record."""
    assert laws.replay(hurt.text) == hurt.text.text
    assert laws.find_untiled(hurt) == []
    assert laws.find_misprinted(hurt) == []
    assert laws.find_misplaced(hurt) == []
    assert decode(encode(hurt.document)) == hurt.document


@given(_record, st.floats(0, 1), st.floats(0, 1))
@_few
def test_cut_anywhere(text: str, begin: float, end: float) -> None:
    """A record may begin and end in the middle of a word."""
    _lawful(take("cut.txt", f"§{text[int(begin * len(text)) : int(end * len(text))]}".encode()))


@given(_record, st.integers(0, 1_000))
@_few
def test_lines_shuffled(text: str, seed: int) -> None:
    """Columns that were read in the wrong order mix the lines."""
    lines = text.splitlines(keepends=True)
    random.Random(seed).shuffle(lines)  # noqa: S311 # nothing secret
    _lawful(take("shuffled.txt", "".join(lines).encode()))


@given(_record, st.integers(0, 1_000), st.floats(0, 0.2))
@_few
def test_words_dropped(text: str, seed: int, share: float) -> None:
    """Some converters lose words, line ends or headings."""
    rng = random.Random(seed)  # noqa: S311 # nothing secret
    left = re.sub(r"\S+|\n", lambda match: "" if rng.random() < share else match[0], text)
    _lawful(take("dropped.txt", f"§{left}".encode()))


@given(_record, st.floats(0, 1), st.integers(20, 2_000), st.integers(2, 6))
@_few
def test_stretches_repeated(text: str, begin: float, length: int, times: int) -> None:
    """A page may have been scanned twice."""
    start = int(begin * len(text))
    stretch = text[start : start + length]
    _lawful(take("repeated.txt", (text[:start] + stretch * times + text[start + length :]).encode()))


@given(_record, st.integers(0, 1_000), st.sampled_from(["”", "“", '"', "(", ")", "'", "«»", "*", "§ "]))
@_few
def test_marks_strewn(text: str, seed: int, mark: str) -> None:
    """Quotation marks and brackets open and do not close."""
    rng = random.Random(seed)  # noqa: S311 # nothing secret
    strewn = "".join(mark + each if rng.random() < 0.02 else each for each in text)
    _lawful(take("strewn.txt", strewn.encode()))


@given(_soup)
@settings(_few, max_examples=120)
def test_words_of_minutes_in_no_order(words: str) -> None:
    """Whatever the words of minutes are put together to, they are parsed, with places that hold."""
    text = uncleaned(words)
    outline = segment_minutes(text, DocumentKind.PROTOCOL, load())
    document = parse(text, outline, load())
    _lawful(Way(text.source, text, outline, document))


def test_two_thousand_items() -> None:
    """Every item of long minutes is there, in order."""
    words = "".join(f"§ {n}\nÄrende {n}\n\nBeslut\nMotionen avslås.\n\n" for n in range(1, 2_001))
    long = take("long.txt", words.encode())
    numbers = [item.number.text for item in long.document.items if item.number]
    assert numbers == [str(n) for n in range(1, 2_001)]
    assert all(len(item.decisions) == 1 for item in long.document.items)
    assert laws.find_untiled(long) == laws.find_misprinted(long) == []


@pytest.mark.parametrize("depth", [1, 3, 200])
def test_quotes_in_quotes(depth: int) -> None:
    """A ballot inside quotes inside quotes is still one vote."""
    ballot = f"{'”' * depth}Ja för bifall till planen och Nej för avslag på planen.{'”' * depth}"
    words = f"§ 1\nPlan\n\nBeslut\nPlanen antas.\n\nOmröstning\n{ballot}\nOmröstningen utfaller med 5 Ja mot 4 Nej.\n"
    (item,) = take("quotes.txt", words.encode()).document.items
    assert [(vote.yes, vote.no) for vote in item.votes] == [(5, 4)]
