"""What a proposal is for or against, without the verb that says so."""

import re

__all__ = ["object_in"]

_VERBS = r"(?:avslå|avslår|avstyrka|avstyrker|bifalla|bifaller|tillstyrka|tillstyrker)"
_PASSIVES = (
    r"(?:avslås|avslog|avstyrks|avstyrkas|avstyrkes|bifalls|bifallas|bifalles|tillstyrks|tillstyrkas|tillstyrkes)"
)
# "att motionen ska avstyrkas", "motionen bifalls".
_PASSIVE = re.compile(rf"^(?:att\s+)?(?P<aim>.+?)\s+(?:(?:ska|skall|skulle|bör)\s+)?{_PASSIVES}\b", re.IGNORECASE)
# "att avslå motionen", "att nämnden tillstyrker motionen med hänvisning till …".
_ACTIVE = re.compile(
    rf"^(?:att\s+)?(?:[\w-]*(?:nämnd|nämnden|styrelsen|fullmäktige|utskottet)(?:\s+[\w-]+)?\s+)??(?:(?:ska|skall)\s+)?{_VERBS}\s+"
    r"(?P<aim>.+?)(?=\s+(?:med\s+hänvisning|enligt|i\s+enlighet|och\s+\w+)\b|[.,;]|$)",
    re.IGNORECASE,
)


def object_in(demand: str) -> str | None:
    """Return what a demand wants adopted or turned down, or None where it is neither.

    >>> object_in("att motionen ska avstyrkas"), object_in("att nämnden tillstyrker motionen med hänvisning till X")
    ('motionen', 'motionen')
    >>> object_in("att gatan stängs av") is None
    True
    """
    match = _ACTIVE.match(demand) or _PASSIVE.match(demand)
    return match["aim"].strip() if match else None
