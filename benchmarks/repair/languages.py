"""How many words of other languages are changed, which should be none.

    python benchmarks/repair/languages.py [--rate 0.003]

The texts are the messages of the programs that are installed here, in each language that they were translated into
with Latin letters; those in English are the originals.
"""

import argparse
import gettext
import re
from pathlib import Path

from healthy import changes

from protokoll.cleaning.repairing import MAX_ERROR_RATE

_LOCALES = Path("/usr/share/locale")
_LANGUAGES = ("da", "nb", "nn", "de", "nl", "fi", "et", "fr", "es", "pt", "it", "pl", "cs", "hu", "is")
_WORD = re.compile(r"\w+")
_EXAMPLES = 10
_MOST = 200_000
"""So many characters of each language."""


def main() -> None:
    """Print for each language how many words were read, and what is changed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rate", type=float, default=MAX_ERROR_RATE)
    options = parser.parse_args()
    print("| language | words | changed |\n|---|---:|---:|")
    for language in ("en", *_LANGUAGES):
        text = messages(language)
        found = changes(text, options.rate)
        print(f"| {language} | {len(_WORD.findall(text)):,} | {len(found)} |")
        for edit in found[:_EXAMPLES]:
            print(f"  {edit.span.of(text)!r} → {edit.text!r} {edit.evidence}")


def messages(language: str) -> str:
    """Return the messages of the installed programs in a language, one on a line."""
    found: list[str] = []
    for path in sorted((_LOCALES / ("de" if language == "en" else language) / "LC_MESSAGES").glob("*.mo")):
        with path.open("rb") as file:
            try:
                catalogue = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
            except UnicodeDecodeError:  # a catalogue whose head is not in its own encoding
                continue
        found += [key if language == "en" else told for key, told in catalogue.items() if isinstance(key, str) and key]
    return "\n".join(found)[:_MOST]


if __name__ == "__main__":
    main()
