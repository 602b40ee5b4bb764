"""Words of every record that are misread in one way again and again, in text that is otherwise read well."""

from collections.abc import Iterator, Mapping

from protokoll.model.text import Edit, Span

__all__ = ["restore_formulas"]

_SURE = 0.995


def restore_formulas(text: str, formulas: Mapping[str, str]) -> Iterator[Edit]:
    """Propose to write words of the record's formulas as they are printed, where what is read is no word.

    Args:
        text: the text.
        formulas: parts of words as they are read, and as they are printed; one with a capital begins its word.

    >>> from protokoll.grammar import load
    >>> text = "Arendenr 12. Kommuntfullmäktige avslår motionen."
    >>> edits = restore_formulas(text, load().words["repair"]["formulas"])
    >>> [(edit.span.of(text), edit.text) for edit in edits]
    [('ommuntfullm', 'ommunfullm'), ('Arende', 'Ärende')]
    """
    for seen, printed in formulas.items():
        at = text.find(seen)
        while at >= 0:
            if not (seen[0].isupper() and at and text[at - 1].isalpha()):
                yield Edit(Span(at, at + len(seen)), printed, _SURE, "formula")
            at = text.find(seen, at + len(seen))
