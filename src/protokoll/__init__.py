r"""protokoll: Swedish municipal records as structured data.

>>> import protokoll
>>> data = "§ 1\nVal av justerare\n\nBeslut\nEva Ek väljs.\n".encode()
>>> document = protokoll.parse_file("ks.txt", data=data)
>>> document.items[0].decisions[0].points[0].text
'Eva Ek väljs.'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from protokoll.version import __version__

if TYPE_CHECKING:
    from protokoll.cleaning.repairing import Repair
    from protokoll.errors import ProtokollError
    from protokoll.export.formats import encode
    from protokoll.export.json import decode
    from protokoll.export.schema import schema
    from protokoll.model.document import Decision, Document, Item, Proposal, Reservation, Statement, Vote
    from protokoll.model.outline import Outline
    from protokoll.model.remark import Remark
    from protokoll.model.text import CleanText, Passage, SourceText, Span
    from protokoll.pipeline import clean, parse, parse_file, read, segment

__all__ = [
    "CleanText",
    "Decision",
    "Document",
    "Item",
    "Outline",
    "Passage",
    "Proposal",
    "ProtokollError",
    "Remark",
    "Repair",
    "Reservation",
    "SourceText",
    "Span",
    "Statement",
    "Vote",
    "__version__",
    "clean",
    "decode",
    "encode",
    "parse",
    "parse_file",
    "read",
    "schema",
    "segment",
]

# Where each name lives; it is fetched when first asked for, so that `import protokoll` costs next to nothing.
_HOMES = {
    "protokoll.cleaning.repairing": ("Repair",),
    "protokoll.errors": ("ProtokollError",),
    "protokoll.export.formats": ("encode",),
    "protokoll.export.json": ("decode",),
    "protokoll.export.schema": ("schema",),
    "protokoll.model.document": (
        "Decision",
        "Document",
        "Item",
        "Proposal",
        "Reservation",
        "Statement",
        "Vote",
    ),
    "protokoll.model.outline": ("Outline",),
    "protokoll.model.remark": ("Remark",),
    "protokoll.model.text": ("CleanText", "Passage", "SourceText", "Span"),
    "protokoll.pipeline": ("clean", "parse", "parse_file", "read", "segment"),
}


if not TYPE_CHECKING:  # a checker is to find names that do not exist

    def __getattr__(name: str) -> Any:
        for home, names in _HOMES.items():
            if name in names:
                value = globals()[name] = getattr(import_module(home), name)
                return value
        raise AttributeError(f"module 'protokoll' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
