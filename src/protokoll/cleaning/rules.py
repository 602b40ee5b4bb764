"""The table of cleaning rules. Order is meaning: each rule counts on what those before it have done.

1. `characters`   letters first: every later rule compares words.
2. `page_breaks`  a page end that shows only as an indented line becomes a form feed, so that the next rule sees it.
3. `furniture`    heads and feet out, before anything that depends on lines: a foot in a sentence hides its other half.
                  From here on a page end is a line that holds one form feed.
4. `spacing`      double spacing and stray blanks, so that line lengths and blank lines mean something.
5. `hyphens`      words that were broken at the end of a line, while the line ends are still there.
6. `paragraphs`   last, as it removes the line ends and page ends that the others read.

A rule that mends words belongs between `hyphens`, which makes words whole, and `paragraphs`.
"""

from protokoll.cleaning.characters import mend_characters
from protokoll.cleaning.furniture import remove_furniture
from protokoll.cleaning.hyphens import join_hyphens
from protokoll.cleaning.page_breaks import mark_page_breaks
from protokoll.cleaning.paragraphs import join_lines
from protokoll.cleaning.rule import Rule
from protokoll.cleaning.spacing import even_spacing

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    Rule("characters", mend_characters),
    Rule("page_breaks", mark_page_breaks),
    Rule("furniture", remove_furniture),
    Rule("spacing", even_spacing),
    Rule("hyphens", join_hyphens),
    Rule("paragraphs", join_lines),
)
