"""Dates and diary numbers are read in every shape that the reference describes, and look-alikes are left."""

import pytest

from protokoll.model.text import CleanText, SourceText
from protokoll.parsing.references import find_dates, find_diary_numbers, match_date


def _clean(words: str) -> CleanText:
    source = SourceText(path="-", sha256="", size=0, reader="text", encoding="utf-8", text=words)
    return CleanText(source=source, passes=(), text=words)


def _numbers(words: str, *, labelled: bool) -> list[str]:
    return [each.text for each in find_diary_numbers(_clean(words), 0, len(words), labelled=labelled)]


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("13 december 2016", "2016-12-13"),
        ("den 27 mars 2024.", "2024-03-27"),
        ("den 4\nsept. 1998", "1998-09-04"),
        ("2016-12-13", "2016-12-13"),
        ("2016.12.13", "2016-12-13"),
        ("12.5.2015", "2015-05-12"),
        ("27/3 2024", "2024-03-27"),
        ("den 12–13 mars 2024", "2024-03-12"),
        ("161213", "2016-12-13"),
        ("19980604", "1998-06-04"),
        ("981231", "1998-12-31"),
    ],
)
def test_every_shape_of_date(words: str, iso: str) -> None:
    """Each shape gives the same ISO form."""
    assert match_date(words) == iso


@pytest.mark.parametrize(
    "words",
    [
        "SOU 2020:47",
        "prop. 2016/17:171",
        "kl. 18.00–20.45",
        "bröt 2 mars",
        "30 februari 2021",
        "161213 kronor",
        "640823-1234",
    ],
)
def test_no_date(words: str) -> None:
    """Look-alikes are no dates."""
    assert match_date(words) is None


def test_dates_lead_back() -> None:
    """A found date has its ISO form as text and its words as printed."""
    text = _clean("Nämnden beslutade den 3 maj 2021 och 2021-06-01.")
    found = find_dates(text, 0, len(text.text))
    assert [(each.text, each.printed) for each in found] == [
        ("2021-05-03", "3 maj 2021"),
        ("2021-06-01", "2021-06-01"),
    ]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Dnr 1.3.1-585/2016", ["1.3.1-585/2016"]),
        ("Ärendenummer SLK-2024-00074", ["SLK-2024-00074"]),
        ("Dnr. 1.6-0463/2011", ["1.6-0463/2011"]),
        ("Dnr: 504-363/03", ["504-363/03"]),
        ("Dnr KS\n2023/551-1", ["KS 2023/551-1"]),
        ("Dnr SÖD 2023/1246", ["SÖD 2023/1246"]),
        ("Dnr 2006-152-307", ["2006-152-307"]),
        ("Dnr 1.5.1.388-2011", ["1.5.1.388-2011"]),
        ("Dnr 102-616-04", ["102-616-04"]),
        ("Dnr 2011/KS 0206 001", ["2011/KS 0206 001"]),
        ("Diarienummer SLK-2023-00027:45", ["SLK-2023-00027:45"]),
        ("Dnr KFKS 2013/191-040", ["KFKS 2013/191-040"]),
        ("Dnr KSN-2015-1158", ["KSN-2015-1158"]),
        ("Dnr KSKF/2016:547", ["KSKF/2016:547"]),
        ("Dnr KU.2017.91", ["KU.2017.91"]),
        ("Dnr Ks 97/1155 253\n", ["Ks 97/1155 253"]),
        ("Dnr KS 02-820 107", ["KS 02-820 107"]),
        ("Dnr 2017/0150 KS-2", ["2017/0150 KS-2"]),
        ("Dnr 00123/20212.6.", ["00123/2021"]),
        ("Dnr BOU 2023-237", ["BOU 2023-237"]),
        ("Dnr SN 18/0098", ["SN 18/0098"]),
        ("Dnr KS 2023/1, KS 2023/2 och KS 2023/3", ["KS 2023/1", "KS 2023/2", "KS 2023/3"]),
        ("Dnr A1123/24", ["A1123/24"]),
        ("Dnr 97.0188", ["97.0188"]),
        ("Dnr SN 2009.51 700", ["SN 2009.51 700"]),
        ("Dnr 03/KS0118", ["03/KS0118"]),
        ("Diarienr 16KS75", ["16KS75"]),
        ("Dnr 2011-KS0327", ["2011-KS0327"]),
        ("Dnr Ks2015/0077 053", ["Ks2015/0077 053"]),
        ("Dnr KS-2021/64.109", ["KS-2021/64.109"]),
        ("Dnr. 2012/KS 0055 10\n", ["2012/KS 0055 10"]),
        ("Dnr 2015.05.16", []),
        ("Dnr 12.5.2015", []),
        ("Dnr 2024-01-15", []),
        ("enligt SLK-2024-00074", []),
    ],
)
def test_labelled_numbers(words: str, numbers: list[str]) -> None:
    """Behind a label every shape is read; without one nothing is."""
    assert _numbers(words, labelled=True) == numbers


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("§ 12 Motion om bad 1339/22", ["1339/22"]),
        ("§ 12 SLK-2024-00074 Motion", ["SLK-2024-00074"]),
        ("KS 2023/551-1, SOU 2020:47 och prop. 2016/17:171", ["KS 2023/551-1"]),
        ("Dnr 0414/23 och 0414/23", ["0414/23"]),
        ("§ 1063/20, KS 1007/16 och Motion (2011:44)", []),
        ("Kommunfullmäktige 2023-10-23, KF 2023-10-23, SOSFS 2014:9 och Under 2023/2024", []),
        ("Ks2015/0077 053\nAvtal enligt SFS2010/900", ["Ks2015/0077 053"]),
        ("Kf § 19 98.235-622 Ks\nFråga om bad", ["98.235-622 Ks"]),
        ("Ring 08.235-622 eller 40.12-150", []),
        ("KS/2017:128, Kst/2012:214, BOU 2023-237", ["KS/2017:128", "Kst/2012:214", "BOU 2023-237"]),
    ],
)
def test_bare_numbers(words: str, numbers: list[str]) -> None:
    """Without a label only shapes that nothing else has are read, each number once."""
    assert _numbers(words, labelled=False) == numbers
