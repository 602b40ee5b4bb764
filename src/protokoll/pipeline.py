"""One file the whole way: read → clean → segment → parse."""

from __future__ import annotations

from os import PathLike, fspath

from msgspec.structs import replace

from protokoll import cleaning, parsing, segmenting, sources
from protokoll.cleaning import DEFAULT_REPAIR, Repair, rules_with
from protokoll.errors import NotARecord, OtherLanguage
from protokoll.grammar import Grammar, load, recognise
from protokoll.grammar.language import is_swedish
from protokoll.model.document import Document
from protokoll.model.outline import Outline
from protokoll.model.remark import Remark, RemarkCode
from protokoll.model.text import CleanText, SourceText
from protokoll.segmenting.record import is_record

__all__ = ["Repair", "clean", "parse", "parse_file", "parse_source", "read", "segment"]


def read(path: str | PathLike[str], *, data: bytes | None = None) -> SourceText:
    """Return the text of a file as found.

    Args:
        path: the file; with `data`, only the name to call it by.
        data: the bytes of the file, where they are at hand already.

    Raises:
        UnreadableInput: it cannot be turned into text; the class of the error says why.

    >>> read("motion.txt", data="Motion om skolmat".encode("latin-1")).text
    'Motion om skolmat'
    """
    source = sources.read(fspath(path), data)
    # A file name that is not UTF-8 could not be written into any output.
    name = source.path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return source if name == source.path else replace(source, path=name)


def clean(source: SourceText, grammar: Grammar | None = None, *, repair: Repair | None = DEFAULT_REPAIR) -> CleanText:
    r"""Return the text without page furniture, broken words, bad characters and misread words, every change recorded.

    Args:
        source: the text as found.
        grammar: the words of one municipality; None to recognise it in the text.
        repair: how misread words are to be mended; None to leave them.

    >>> clean(read("ks.txt", data="Nämnden avslår för-\nslaget.".encode())).text
    'Nämnden avslår förslaget.'
    """
    return cleaning.clean(source, grammar or _grammar(source), rules_with(repair))


def segment(text: CleanText, grammar: Grammar | None = None) -> Outline:
    r"""Return where things are in a text: its kind, and blocks that tile it.

    >>> text = clean(read("ks.txt", data="§ 1\nVal av justerare\n\nBeslut\nEva Ek väljs.\n".encode()))
    >>> [block.kind.value for block in segment(text).blocks]
    ['item', 'decision']
    """
    return segmenting.segment(text, grammar or _grammar(text.source))


def parse(text: CleanText, outline: Outline, grammar: Grammar | None = None) -> Document:
    r"""Return what a text says: decisions, proposals, votes and so on, each with its place.

    >>> text = clean(read("ks.txt", data="§ 1\nVal av justerare\n\nBeslut\nEva Ek väljs.\n".encode()))
    >>> parse(text, segment(text)).items[0].decisions[0].points[0].text
    'Eva Ek väljs.'
    """
    return parsing.parse(text, outline, grammar or _grammar(text.source))


def parse_file(
    path: str | PathLike[str],
    *,
    profile: str | None = None,
    force: bool = False,
    data: bytes | None = None,
    repair: Repair | None = DEFAULT_REPAIR,
) -> Document:
    r"""Return the document that a file holds: `read`, `clean`, `segment` and `parse` in one.

    Args:
        path: the file; with `data`, only the name to call it by.
        profile: the name or the path of a profile; None to recognise it in the text.
        force: parse also what does not look like a Swedish municipal record; a remark tells of it.
        data: the bytes of the file, where they are at hand already.
        repair: how misread words are to be mended; None to leave them.

    Raises:
        UnreadableInput: the file cannot be turned into text.
        NotARecord: the text is no municipal record, or (OtherLanguage) not in Swedish; never with `force`.
        ProfileError: there is no such profile.

    >>> data = "§ 1\nVal av justerare\n\nBeslut\nEva Ek väljs.\n".encode()
    >>> parse_file("ks.txt", data=data).items[0].title.text
    'Val av justerare'
    """
    if profile:
        load(profile)  # a wrong name is told before the file is read
    source = read(path, data=data)
    return parse_source(source, profile=profile, force=force, repair=repair)


def parse_source(
    source: SourceText, *, profile: str | None = None, force: bool = False, repair: Repair | None = DEFAULT_REPAIR
) -> Document:
    r"""Return the document that a text as found holds: `clean`, `segment` and `parse` in one.

    Args:
        source: the text as found.
        profile: the name or the path of a profile; None to recognise it in the text.
        force: parse also what does not look like a Swedish municipal record; a remark tells of it.
        repair: how misread words are to be mended; None to leave them.

    Raises:
        NotARecord: the text is no municipal record, or (OtherLanguage) not in Swedish; never with `force`.
        ProfileError: there is no such profile.

    >>> source = read("ks.txt", data="§ 1\nVal av justerare\n\nBeslut\nEva Ek väljs.\n".encode())
    >>> parse_source(source).items[0].title.text
    'Val av justerare'
    """
    grammar = load(profile) if profile else _grammar(source)
    text = clean(source, grammar, repair=repair)
    doubt = _doubt(text, grammar)
    if doubt and not force:
        raise doubt
    document = parse(text, segment(text, grammar), grammar)
    if doubt:
        remark = Remark(RemarkCode.RECORD_FORCED, f"{doubt.message}; it was parsed all the same.")
        document = replace(document, remarks=(remark, *document.remarks))
    return document


def _doubt(text: CleanText, grammar: Grammar) -> NotARecord | None:
    """Return why a text should not be parsed, or None for a Swedish municipal record."""
    if not is_swedish(text.source.text, grammar):
        return OtherLanguage(f"{text.source.path} is not in Swedish")
    if not is_record(text, grammar):
        return NotARecord(f"{text.source.path} does not look like a municipal record")
    return None


def _grammar(source: SourceText) -> Grammar:
    return load(recognise(source.text))
