"""What each position is about, in words that a Swede would use.

The same words give the same topic, whatever document and year they come from: a topic depends on the words of the
position, the heading over it and the title of its matter, and on nothing else that was read.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from protokoll.errors import ProfileError
from protokoll.grammar import load
from protokoll.model.document import Document
from protokoll.model.position import Position
from protokoll.positions.headings import headings_in
from protokoll.positions.keywords import keyword_of, weightless
from protokoll.positions.language import open_language
from protokoll.positions.matters import is_act, subject_of
from protokoll.positions.meaning import meaning_of
from protokoll.positions.terms import Word, bases_of, words_in

__all__ = ["Topics", "load_topics", "with_topics"]

_LONGEST = 1500
_LONGEST_NAME = 60
_WORD, _RARITY, _MORE_WORDS, _PART, _FAINT = 4.0, 0.25, 1.0, 0.6, 0.25
_TEXT_FADE, _TITLE_FADE = 0.985, 0.93
"""What comes first tells more: the weight of each word against the one before it."""
_HEADING, _TITLE = (0.9, 6.0), (0.8, 5.0)
"""The weight of a heading and of the title of a matter, and the most that either adds."""
_NEAR, _NEAREST = 0.55, 8.0
_GAP = 200
_ENOUGH, _LITTLE = 3.0, 0.8
"""The least weight that tells a topic, and the least that tells one where nothing else does."""


class Topics:
    """Names of topics, each with the words that tell it.

    >>> topics = Topics({"hemlöshet": ["hemlös", "bostad först"]})
    >>> topics.weigh(words_in("Bostad först ska utökas för hemlösa."))
    {'hemlöshet': ...}
    """

    def __init__(self, words: Mapping[str, Iterable[str]], faint: Iterable[str] = ()) -> None:
        self.names = tuple(words)
        self._single: dict[str, str] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._faint = frozenset(base for word in faint for base in bases_of(word))
        self._told: dict[str, list[str]] = {}
        for name, each in words.items():
            for phrase in (*each, name):
                bases = bases_of(phrase)
                self._told.setdefault(name, []).extend(bases)
                if len(bases) == 1:
                    self._single.setdefault(bases[0], name)
                elif bases:
                    self._phrases.setdefault(bases[0], []).append((bases, name))

    def weigh(self, words: Sequence[Word], fade: float = 1.0) -> dict[str, float]:
        """Return how strongly the words tell each topic that they tell at all.

        Args:
            words: the words of a text, in order.
            fade: what a word weighs against the one before it.
        """
        found: dict[str, float] = {}
        bases = [word.base for word in words]
        counted: set[str] = set()
        for place, base in enumerate(bases):
            for phrase, name in self._phrases.get(base, ()):
                if tuple(bases[place : place + len(phrase)]) == phrase and " ".join(phrase) not in counted:
                    counted.update((" ".join(phrase), *phrase))
                    found[name] = found.get(name, 0.0) + (self._long_weight(phrase)) * fade**place
            if base not in counted:
                counted.add(base)
                for name, weight in self._of_word(base):
                    found[name] = found.get(name, 0.0) + weight * fade**place
        return found

    def _long_weight(self, phrase: Sequence[str]) -> float:
        rarest = max(map(open_language().rarity, phrase))
        return _WORD + _RARITY * rarest + _MORE_WORDS * (len(phrase) - 1)

    def _weight(self, base: str) -> float:
        return (_WORD + _RARITY * open_language().rarity(base)) * (_FAINT if base in self._faint else 1.0)

    def near(self, words: Sequence[Word]) -> list[tuple[str, float]]:
        """Return the topics whose words are near in meaning to these, with a weight each."""
        meaning = meaning_of(Counter(word.base for word in words if word.base not in weightless()))
        if meaning is None:
            return []
        likeness = self._meanings @ meaning
        return [
            (self.names[at], _NEAREST * (float(likeness[at]) - _NEAR))
            for at in (likeness > _NEAR).nonzero()[0].tolist()
        ]

    @cached_property
    def _meanings(self) -> Any:
        import numpy as np

        rows = [meaning_of(Counter(self._told[name])) for name in self.names]
        nothing = np.zeros(open_language().dimensions, dtype=np.float32)
        return np.array([nothing if row is None else row for row in rows])

    @lru_cache(maxsize=50_000)  # noqa: B019 - a list of topics lives as long as the run
    def _of_word(self, base: str) -> tuple[tuple[str, float], ...]:
        """Return the topics that one word tells, by itself or by the parts that it is put together from."""
        if (name := self._single.get(base)) is not None:
            return ((name, self._weight(base)),)
        parts = open_language().parts(base)
        for part in (*parts, *_ends(base)):
            if (name := self._single.get(part)) is not None and part not in self._faint:
                return ((name, _PART * self._weight(part)),)
        return ()


def _ends(base: str) -> list[str]:
    """Return the beginnings and ends of a word that are long enough to be words, the longest first."""
    long = range(len(base) - 3, 5, -1)
    return [each for size in long for each in (base[-size:], base[:size])]


def with_topics(
    positions: Sequence[Position], document: Document | None = None, own: Topics | None = None
) -> tuple[Position, ...]:
    """Return the positions, each with a topic where its words tell one.

    Args:
        positions: what parties wanted, in the order of the text.
        document: the record that they come from; its headings tell what stands under them.
        own: the user's own topics; one of them is taken wherever its words are there.

    Returns:
        The same positions in the same order. A topic is None where nothing tells it.

    >>> from protokoll.model.position import Basis, Stance
    >>> from protokoll.model.text import Span
    >>> position = Position(
    ...     party="L", printed="(L)", stance=Stance.DEMAND, claim="Bostad först ska utökas.", basis=Basis.STATEMENT,
    ...     rank=6, document="-", sha256="", pointer="", quote="Bostad först ska utökas.", span=Span(0, 24), page=1,
    ... )
    >>> with_topics([position])[0].topic
    'hemlöshet'
    """
    headings = headings_in(document) if document else None
    found: list[Position] = []
    before: tuple[Position, str, str | None] | None = None
    for position in positions:
        heading = headings.over(position.span.start) if headings else ""
        topic = _topic(position, heading, own, _ENOUGH)
        if topic is None and before and before[1] == heading and _follows(before[0], position):
            topic = before[2]
        before = position, heading, topic
        found.append(replace(position, topic=topic or _last_resort(position, heading, own)))
    return tuple(found)


def _follows(before: Position, position: Position) -> bool:
    """Tell whether a position continues the text of the one before it, under the same act."""
    same = (before.document, before.pointer, before.party) == (position.document, position.pointer, position.party)
    return same and 0 <= position.span.start - before.span.end < _GAP


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[Word, ...]:
    return words_in(text)


def _topic(position: Position, heading: str, own: Topics | None, least: float) -> str | None:
    """Return the topic that the words tell most of; the user's own before any other."""
    text = position.claim if position.claim in position.quote else f"{position.claim}\n{position.quote}"
    subject = subject_of(position.title or "")
    return _topic_of(text[:_LONGEST], heading, subject, is_act(position), own, least)


@lru_cache(maxsize=16384)
def _topic_of(text: str, heading: str, subject: str, act: bool, own: Topics | None, least: float) -> str | None:
    for topics in (own, general_topics()):
        if topics is None:
            continue
        weights = topics.weigh(_words(text), _TEXT_FADE)
        _add(weights, topics.weigh(_words(heading), _TITLE_FADE), *_HEADING)
        share, most = _TITLE
        _add(weights, topics.weigh(_words(subject), _TITLE_FADE), *((2 * share, 4 * most) if act else (share, most)))
        if topics is not own:
            for name, near in topics.near(_words(text)):
                weights[name] = weights.get(name, 0.0) + near
        best = max(weights, key=lambda name: (weights[name], name), default=None)
        if best is not None and (topics is own or weights[best] >= least):
            return best
    return None


def _add(weights: dict[str, float], more: dict[str, float], share: float, most: float) -> None:
    for name, weight in more.items():
        weights[name] = weights.get(name, 0.0) + min(most, share * weight)


def _last_resort(position: Position, heading: str, own: Topics | None) -> str | None:
    """Return what faint words tell, or the word that tells most, where no words tell a topic for certain."""
    if (topic := _topic(position, heading, own, _LITTLE)) is not None:
        return topic
    places = [subject_of(position.title or ""), heading, position.claim]
    ordered = places if is_act(position) else places[::-1]
    return next((word for text in ordered if (word := keyword_of(_words(text)))), None)


@lru_cache(1)
def general_topics() -> Topics:
    """Return the topics of municipal politics that come with the package.

    >>> "hemlöshet" in general_topics().names
    True
    """
    table = load().words["topics"]
    return Topics(table["topics"], table["faint"]["words"])


def load_topics(path: str | Path) -> Topics:
    """Return the user's own topics from a TOML file: a table `[topics]` with a list of words for each name.

    Raises:
        ProfileError: the file cannot be read, or is no list of topics; the message says what is wrong where.
    """
    import tomllib

    try:
        table: dict[str, Any] = tomllib.loads(Path(path).read_text("utf-8"))
    except FileNotFoundError:
        raise ProfileError(f"there is no list of topics {path}") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ProfileError(f"the list of topics {path} cannot be read: {error}", hint="mend the file") from None
    topics = table.get("topics")
    if not isinstance(topics, dict) or not topics:
        raise ProfileError(f"{path} has no table [topics]", hint='write [topics], then e.g. "buller" = ["buller"]')
    for name, words in topics.items():
        if (
            not isinstance(words, list)
            or not words
            or not all(isinstance(word, str) and word.strip() for word in words)
        ):
            raise ProfileError(
                f"the topic {name!r} in {path} has no list of words", hint=f'write "{name}" = ["a word", "two words"]'
            )
        if not name.strip() or len(name) > _LONGEST_NAME:
            raise ProfileError(f"the name {name!r} in {path} is not one of 1 to {_LONGEST_NAME} characters")
    return Topics(topics)
