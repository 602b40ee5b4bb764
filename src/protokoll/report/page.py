"""One self-contained HTML page: a template filled, with its styles and its script inside."""

from __future__ import annotations

import gzip
import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from protokoll.report.colours import load_colours
from protokoll.report.telling import tell_coverage, tell_gaps, tell_party, tell_places, tell_renames, tell_years
from protokoll.report.words import Words, load_words
from protokoll.version import __version__

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["fill", "pack"]

_MUCH = 2_000_000


def fill(template: str, language: str, **values: Any) -> bytes:
    """Return the page that a template gives, as UTF-8.

    Everything from a record is escaped. The page may load nothing, and runs no script but its own, whatever the
    records hold: its security policy says so.

    Args:
        template: the name of the file in `templates`.
        language: `sv` or `en`.
        values: what the template shows.
    """
    script = _text("script.js")
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    page = _templates(language).get_template(template)
    return page.render(
        words=load_words(language),
        language=language,
        style=_text("style.css"),
        script=script,
        script_digest=f"sha256-{digest}",
        colours=load_colours(),
        version=__version__,
        **values,
    ).encode()


def pack(markup: str) -> str:
    """Return the markup of a list, compressed where there is much of it; the script of the page unpacks it.

    A browser reads two megabytes of markup at once; what is more is sent as a tenth of that.
    """
    from markupsafe import Markup

    if len(markup) <= _MUCH:
        return markup
    packed = b64encode(gzip.compress(str(markup).encode(), mtime=0)).decode()
    return Markup('<script type="text/plain" id="packed">{}</script>').format(packed)


@cache
def _templates(language: str) -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    words = load_words(language)
    templates = Environment(
        loader=PackageLoader("protokoll.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters |= _filters(words)
    templates.globals["sv"] = "" if language == "sv" else Markup(' lang="sv"')
    templates.globals |= {"_": lambda key, **values: words.words["page"][key].format(**values)}
    return templates


def _filters(words: Words) -> dict[str, Any]:
    return {
        "number": lambda count, key: words.number(key, count),
        "word": words.of,
        "heading": words.heading,
        "caveat": words.caveat,
        "reason": words.reason,
        "coverage": lambda coverage: tell_coverage(coverage, words),
        "gaps": lambda coverage: list(tell_gaps(coverage, words)),
        "pack": pack,
        "party_name": tell_party,
        "places": lambda sides: list(tell_places(sides.before.coverage, sides.after.coverage, words)),
        "renames": lambda codes: list(tell_renames(codes, words)),
        "years": tell_years,
        "percent": lambda share: "–" if share is None else f"{share:.0%}".replace("%", words.phrase("percent")),
        "file_name": lambda path: path.rsplit("/", 1)[-1],
    }


@cache
def _text(name: str) -> str:
    return (files("protokoll.report") / "templates" / name).read_text("utf-8")
