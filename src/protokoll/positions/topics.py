"""What each position is about, in words that a Swede would use.

The same words give the same topic, whatever document and year they come from: a topic depends on the words of the
position, the heading over it and the title of its matter, and on nothing else that was read.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from protokoll.errors import ProfileError
from protokoll.model.document import Document
from protokoll.model.position import Position
from protokoll.positions.headings import headings_in
from protokoll.positions.keywords import keyword_of
from protokoll.positions.matters import is_act, subject_of
from protokoll.positions.terms import Word, words_in
from protokoll.positions.topic_list import Topics, general_topics

__all__ = ["Topics", "load_topics", "with_topics"]

_LONGEST = 1500
_LONGEST_NAME = 60
_TEXT_FADE, _TITLE_FADE = 0.985, 0.93
"""What comes first tells more: the weight of each word against the one before it."""
_HEADING, _TITLE, _TITLE_OF_ACT = (0.9, 6.0), (0.8, 5.0), (1.6, 20.0)
"""The weight of a heading and of the title of a matter, and the most that either adds."""
_GAP = 200
_ENOUGH, _LITTLE = 3.0, 0.8
"""The least weight that tells a topic, and the least that tells one where nothing else does."""


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


class _Words(NamedTuple):
    """The words that may tell the topic of a position, by where they stand."""

    text: str
    heading: str
    subject: str
    """What the matter is about, by its title."""
    act: bool


def _topic(position: Position, heading: str, own: Topics | None, least: float) -> str | None:
    """Return the topic that the words tell most of; the user's own before any other."""
    text = position.claim if position.claim in position.quote else f"{position.claim}\n{position.quote}"
    subject = subject_of(position.title or "")
    return _topic_of(_Words(text[:_LONGEST], heading, subject, is_act(position)), own, least)


@lru_cache(maxsize=16384)
def _topic_of(told: _Words, own: Topics | None, least: float) -> str | None:
    share, most = _TITLE_OF_ACT if told.act else _TITLE
    for topics in (own, general_topics()):
        if topics is None:
            continue
        weights = topics.weigh(_words(told.text), _TEXT_FADE)
        _add(weights, topics.weigh(_words(told.heading), _TITLE_FADE), *_HEADING)
        _add(weights, topics.weigh(_words(told.subject), _TITLE_FADE), share, most)
        if topics is not own:
            for name, near in topics.near(_words(told.text)):
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
