"""The page on remarks names every code."""

from protokoll.model.remark import RemarkCode
from tests.docs.tables import find_names


def test_page_lists_each_remark_code() -> None:
    """The codes of the page are those of RemarkCode, in the order of the code."""
    assert find_names("remarks.md") == {"RemarkCode": [code.value for code in RemarkCode]}
