"""The condition of a text: what its reader should know before trusting the facts."""

from collections.abc import Iterator
from itertools import chain, groupby

from protokoll.model.outline import Outline
from protokoll.model.remark import Remark, RemarkCode
from protokoll.model.text import CleanText, Doubt, Span

__all__ = ["condition_doubts"]

# Below this the kind of the document is a guess.
_SURE = 0.3
_PRINTED = 200
_DECIPHERING = "deciphering"
_OFFERED = 2


def condition_doubts(text: CleanText, outline: Outline) -> Iterator[Remark]:
    """Yield what is doubtful about the text as a whole: encoding mended, words misread, pages empty, kind unsure."""
    mended = [what for what in text.source.mended if what not in ("bom", "line_ends")]
    if mended:
        yield Remark(RemarkCode.ENCODING_MENDED, f"the characters were set right: {', '.join(mended)}")
    yield from _damage(text, outline)
    yield from _unreadable_pages(text)
    if outline.confidence < _SURE:
        yield Remark(RemarkCode.KIND_UNCERTAIN, f"the kind was chosen on weak evidence: {outline.kind}")
    yield from _empty_pages(text)


def _damage(text: CleanText, outline: Outline) -> Iterator[Remark]:
    """One remark on what was mended in all, and one for each page with words that were left in doubt."""
    mending = (each for each in text.passes if each.rule != _DECIPHERING)
    mended = [edit.text for each in mending for edit in each.edits if edit.confidence is not None]
    doubts = sorted(text.doubts(), key=lambda doubt: doubt.span)
    if mended or doubts:
        signs = sum(word.startswith("§") for word in mended)
        counts = {"words mended": len(mended) - signs, "§ restored": signs, "words left in doubt": len(doubts)}
        told = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
        yield Remark(RemarkCode.TEXT_DAMAGED, f"letters were misread ({told}): check facts against the page")
    elif outline.damaged and not text.unreadable:
        yield Remark(RemarkCode.TEXT_DAMAGED, "many words look misread: check facts against the page")
    for page, found in groupby(doubts, key=lambda doubt: text.page_at(doubt.span.start)):
        here = list(found)
        asked = dict.fromkeys(_question(doubt) for doubt in here)
        span = here[0].span
        said = f"words that may be misread: {'; '.join(asked)}"
        yield Remark(RemarkCode.WORDS_DOUBTFUL, said, span, page, span.of(text.source.text)[:_PRINTED])


def _question(doubt: Doubt) -> str:
    others = [f"{word} {chance:.2f}" for word, chance in doubt.candidates if word != doubt.seen]
    return f"{doubt.seen} ({', '.join(others[:_OFFERED])})"


def _unreadable_pages(text: CleanText) -> Iterator[Remark]:
    """One remark for each page that has letters without meaning, with the first of them."""
    words = text.source.text
    last = None
    told = _deciphered(text) or "; --decipher may read it"
    for span in text.unreadable:
        start = span.start
        while start < span.end:
            end = words.find("\f", start, span.end)
            end = span.end if end < 0 else end
            page = text.page_at(start)
            printed = words[start:end].strip()
            if printed and page != last:
                last = page
                begin = words.index(printed, start)
                said = f"page {page} has text without meaning: a font without a Unicode map, or a drawing{told}"
                place = Span(begin, begin + len(printed))
                yield Remark(RemarkCode.TEXT_UNREADABLE, said, place, page, printed[:_PRINTED])
            start = end + 1


def _deciphered(text: CleanText) -> str:
    """Return how surely letters were deciphered, where that was asked for."""
    asked = [each.edits for each in text.passes if each.rule == _DECIPHERING]
    read = [edit.confidence for edit in chain(*asked) if any(map(str.isalpha, edit.text)) and edit.confidence]
    if read:
        return f"; {len(read)} words of such text were deciphered, none with less confidence than {min(read):.2f}"
    return "; it could not be deciphered" if asked else ""


def _empty_pages(text: CleanText) -> Iterator[Remark]:
    """Pages end in a form feed; one without text among pages with text is a picture, or lost."""
    words = text.source.text
    if "\f" not in words:
        return
    position = 0
    for page in words.split("\f"):
        if not page.strip() and position + len(page) < len(words):
            number = text.page_at(position)
            span = Span(position, position + len(page))
            yield Remark(RemarkCode.PAGE_EMPTY, f"page {number} has no text: it may be a picture", span, number, "")
        position += len(page) + 1
