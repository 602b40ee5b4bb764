"""Letters without meaning are told from words."""

import random

from protokoll.cleaning.repair.unreadable import unreadable_spans

TEXT = (
    "Nämnden beslutar att uppdra åt förvaltningen att ta fram ett förslag till ny cykelplan för kommunens tätorter. "
    "Planen ska omfatta både nya leder och underhåll av de leder som finns, med särskild hänsyn till barns skolvägar. "
) * 6


def test_a_font_without_its_map_is_told() -> None:
    """One letter for another, everywhere: no word is left."""
    letters = list("abcdefghijklmnopqrstuvwxyzåäö")
    mixed = letters.copy()
    random.Random(5).shuffle(mixed)  # noqa: S311 - a sample, no secret
    broken = TEXT.translate(str.maketrans("".join(letters), "".join(mixed)))
    (span,) = unreadable_spans(broken)
    assert span.end - span.start == len(broken)


def test_text_lists_and_other_languages_are_readable() -> None:
    """Words, names and figures are no noise."""
    names = "Anna Lindqvist (S), Karim Haddad (M), Birgitta Öhman (C), Sven-Åke Nyström (V), " * 8
    english = "The committee has decided that the report is to be sent to all members of the board. " * 6
    figures = "1 234 567,8 | 45 % | 2024-01-31 | " * 30
    for text in (TEXT, names, english, figures):
        assert unreadable_spans(text) == []


def test_languages_that_no_list_has_are_readable() -> None:
    """Words of a language far from Swedish have vowels and no capitals inside; other alphabets are not judged."""
    sami = (
        "Buohkain lea vuoigatvuohta oahpahussii ja gielladili galgá leat dakkár ahte mánát ohppet iežaset giela. " * 8
    )
    somali = "Qof kasta wuxuu xaq u leeyahay waxbarasho oo carruurtu waa inay bartaan luqaddooda hooyo dugsiga. " * 8
    greek = "Κάθε παιδί έχει δικαίωμα στην εκπαίδευση και στη γλώσσα της οικογένειάς του στο σχολείο. " * 8
    for text in (sami, somali, greek):
        assert unreadable_spans(text) == []
