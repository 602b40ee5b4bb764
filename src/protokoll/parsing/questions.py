"""How the chair puts the questions (propositionsordning), and what the chair finds."""

import re
from collections.abc import Iterator

from protokoll.model.document import Contest
from protokoll.model.text import CleanText, Span
from protokoll.parsing.sentences import sentences

__all__ = ["find_contests", "find_demand"]

_FINDS = re.compile(
    r"(?:(?:och|samt)\s+)?(?:finner|fann|konstaterar|konstaterade)\s+(?:ordföranden?\s+)?(?:därvid\s+|då\s+)?(?:att\s+)?",
    re.IGNORECASE,
)
_DEMANDED = re.compile(
    r"(?:omröstning|votering|röstning)\s+(?:har\s+|är\s+)?begär(?:e?s|des|ts|d)(?!\w|\s+(?:ej|inte|icke)\b)"
    r"|begär(?:s|es|des|t)?\s+(?:omröstning|votering|röstning)",
    re.IGNORECASE,
)
_NOT_DEMANDED = re.compile(r"(?:omröstning|votering|röstning)\s+begär(?:e?s|des)\s+(?:ej|inte|icke)\b", re.IGNORECASE)
# Only the chair or the body itself puts a question; "finner" alone is an ordinary word, and "proposition 2016/17:171" a
# bill of the government.
_QUESTION = re.compile(
    r"""\bordförand\w*\b(?=.{0,400}?(?:proposition|ställer|ställde|prövar|prövade|frågar|frågade|\bfinner\b|\bfann\b|antecknar|konstaterar|meddelar))
      | \bproposition(?:er|en|erna)?\b(?!\s+\d{4}/)
      | (?:beslutar|godkänner|beslutade|godkände)\s+(?:först|härefter|därefter)
      | (?:ställs|ställdes|ställes)\s+(?:mot\s+varandra|under\s+proposition|proposition)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_ASKING = ("ordförand", "proposition", "först", "efter", "ställ")
"""In lower case; one of them stands in every question."""
_COUNTED = re.compile(r"(?:att\s+)?det\s+(?:finns|fanns|föreligger|har\s+framställts)\b", re.IGNORECASE)
_PUTS = re.compile(r"\bställ(?:er|de)\b|\bprövar\b|\bfrågar\b", re.IGNORECASE)
# The ballot of a vote is no question of its own.
_BALLOT = re.compile(
    r"voteringsproposition|\bja(?:-röst)?\s+för\b|(?:röstar|säger|svarar)\s+[\"”“]?ja\b", re.IGNORECASE
)


def find_contests(text: CleanText, content: Span) -> tuple[list[Contest], list[Span]]:
    """Return the questions that the chair puts in a block, in order, and the text that they account for.

    In 'Ordföranden ställer propositioner på yrkandena och finner att motionen har avslagits. Omröstning begärs.'
    the finding is 'motionen har avslagits', and a vote was demanded.
    """
    found = list(_contests(text, content))
    return [contest for contest, _ in found], [span for _, span in found]


def find_demand(text: CleanText, content: Span) -> Span | None:
    """Return the sentence that opens a block and only says that a vote was demanded, or None."""
    first = next(sentences(text.text, content.start, content.end), None)
    return first if first and _DEMANDED.match(text.text, first.start, first.end) else None


def _contests(text: CleanText, content: Span) -> Iterator[tuple[Contest, Span]]:
    words = text.text
    if not _QUESTION.search(words, content.start, content.end):
        return
    spans = list(sentences(words, content.start, content.end))
    for index, span in enumerate(spans):
        if not _asks(words, span) or _BALLOT.search(words, span.start, span.end):
            continue
        stop = _bare_end(words, span)
        finds = _FINDS.search(words, span.start, stop)
        if finds and _COUNTED.match(words, finds.end(), stop):
            # "finner att det finns fyra förslag" decides nothing; the question may follow in the same sentence.
            finds = _FINDS.search(words, finds.end(), stop)
            if finds is None and not _PUTS.search(words, span.start, stop):
                continue
        demanded = bool(_DEMANDED.search(words, span.start, span.end))
        end = span.end
        if (
            not demanded
            and index + 1 < len(spans)
            and _DEMANDED.match(words, spans[index + 1].start, spans[index + 1].end)
        ):
            demanded, end = True, spans[index + 1].end
        elif index + 1 < len(spans) and _NOT_DEMANDED.match(words, spans[index + 1].start, spans[index + 1].end):
            end = spans[index + 1].end
        question = text.passage(span.start, finds.start() if finds and finds.start() > span.start + 12 else stop)
        finding = text.passage(finds.end(), stop) if finds else None
        yield Contest(question, finding, demanded), Span(span.start, end)


def _asks(words: str, span: Span) -> bool:
    """Tell whether a sentence puts a question; the few words that every question has are looked for first."""
    said = span.of(words).lower()
    return any(map(said.__contains__, _ASKING)) and _QUESTION.search(words, span.start, span.end) is not None


def _bare_end(words: str, span: Span) -> int:
    return span.end - 1 if words[span.end - 1 : span.end] in (".", ":") else span.end
