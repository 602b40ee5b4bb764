"""Who a coalition was, by municipality and day: 'den rödgröna majoriteten' is nobody in particular without both."""

from protokoll.grammar import Grammar, fold

__all__ = ["members_of"]


def members_of(name: str, municipality: str | None, date: str | None, grammar: Grammar) -> tuple[str, ...]:
    """Return the codes of the parties that a coalition had, or nothing where that is not known.

    Args:
        name: the coalition as printed, with or without the genitive s.
        municipality: the municipality, without 'kommun' or 'stad'.
        date: the day, in ISO form; without it no coalition is known.
        grammar: the wordings; `coalitions.toml` and the profile hold the table.

    >>> from protokoll.grammar import load
    >>> members_of("Alliansen", "Almunda", "2012-03-01", load())
    ('M', 'C', 'FP', 'KD')
    >>> members_of("Alliansen", "Almunda", "2023-03-01", load())
    ()
    """
    if date is None:
        return ()
    said = fold(name)
    forms = {said, said.removesuffix("s")}
    for each in grammar.words["coalitions"]["coalition"]:
        if each.get("municipality", municipality) != municipality or not each["from"] <= date < each["to"]:
            continue
        if forms & {fold(printed) for printed in each["names"]}:
            return tuple(each["members"])
    return ()
