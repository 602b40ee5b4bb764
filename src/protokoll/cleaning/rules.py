"""The table of cleaning rules. Order is meaning: each rule counts on what those before it have done.

1. `characters`   letters first: every later rule compares words.
2. `flat_pages`   a page that is one line gets its lines back; all that follows reads lines.
3. `page_breaks`  a page end that shows only as an indented line becomes a form feed, so that the next rule sees it.
4. `section_signs`  § where another sign was read for it, told by line starts and the run of numbers; before heads
                  are sought, as the number of a § at the top of each page would look like one.
5. `furniture`    heads and feet out, before anything that depends on lines: a foot in a sentence hides its other half.
                  From here on a page end is a line that holds one form feed.
6. `spacing`      double spacing and stray blanks, so that line lengths and blank lines mean something.
7. `hyphens`      words that were broken at the end of a line, while the line ends are still there.
8. `repair`       misread words, now that those broken at line ends are whole, in the lines that are damaged.
9. `paragraphs`   last, as it removes the line ends and page ends that the others read.

Before them all, where it is asked for, `deciphering`: what the letters of a font without a Unicode map stand for,
control characters among them.
"""

from protokoll.cleaning.characters import mend_characters
from protokoll.cleaning.flat import part_flat_pages
from protokoll.cleaning.furniture import remove_furniture
from protokoll.cleaning.hyphens import join_hyphens
from protokoll.cleaning.page_breaks import mark_page_breaks
from protokoll.cleaning.paragraphs import join_lines
from protokoll.cleaning.repairing import DEFAULT_REPAIR, Repair, cipher_rule, sign_rule, word_rule
from protokoll.cleaning.rule import Rule
from protokoll.cleaning.spacing import even_spacing

__all__ = ["RULES", "rules_with"]

_BEFORE = (
    Rule("characters", mend_characters),
    Rule("flat_pages", part_flat_pages),
    Rule("page_breaks", mark_page_breaks),
)
_BETWEEN = (
    Rule("furniture", remove_furniture),
    Rule("spacing", even_spacing),
    Rule("hyphens", join_hyphens),
)
_AFTER = (Rule("paragraphs", join_lines),)


def rules_with(repair: Repair | None) -> tuple[Rule, ...]:
    """Return the rules that mend misread words as `repair` says, or not at all.

    >>> [rule.name for rule in rules_with(None)]
    ['characters', 'flat_pages', 'page_breaks', 'furniture', 'spacing', 'hyphens', 'paragraphs']
    """
    if repair is None:
        return (*_BEFORE, *_BETWEEN, *_AFTER)
    signs, words = Rule("section_signs", sign_rule(repair)), Rule("repair", word_rule(repair))
    first = (Rule("deciphering", cipher_rule()),) if repair.decipher else ()
    return (*first, *_BEFORE, signs, *_BETWEEN, words, *_AFTER)


RULES: tuple[Rule, ...] = rules_with(DEFAULT_REPAIR)
