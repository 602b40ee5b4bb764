"""Which word forms belong together: the endings of Swedish, believed only where both forms are met in running text."""

from collections import Counter

__all__ = ["base_forms"]

_LEAST = 2
_FIRST_PART, _TAIL, _KNOWN = 3, 6, 20
_VOWELS = "aeiouyåäö"

# An ending of an inflected form, and what may stand in its place in the base form.
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ornas", ("a",)),
    ("orna", ("a",)),
    ("ors", ("a",)),
    ("or", ("a",)),
    ("ans", ("a",)),
    ("an", ("a",)),
    ("arnas", ("", "e", "are")),
    ("arna", ("", "e", "are")),
    ("arens", ("are",)),
    ("aren", ("are",)),
    ("ares", ("are",)),
    ("ars", ("", "e")),
    ("ar", ("", "e", "a")),
    ("ernas", ("", "e")),
    ("erna", ("", "e")),
    ("ers", ("",)),
    ("er", ("", "a", "e")),
    ("enas", ("", "e")),
    ("ena", ("", "e")),
    ("ens", ("", "e")),
    ("en", ("", "e")),
    ("ets", ("", "e")),
    ("et", ("", "e")),
    ("nas", ("",)),
    ("na", ("",)),
    ("ns", ("",)),
    ("n", ("",)),
    ("s", ("", "a", "as")),
    ("ades", ("a",)),
    ("ade", ("a", "ad")),
    ("ats", ("a",)),
    ("at", ("a",)),
    ("as", ("a",)),
    ("ande", ("a",)),
    ("des", ("a",)),
    ("de", ("a",)),
    ("tes", ("a",)),
    ("te", ("a",)),
    ("er", ("a",)),
    ("år", ("å",)),
    ("aste", ("",)),
    ("ast", ("",)),
)
# Endings of adjectives, which alone may take -t and -a.
_ADJECTIVES: tuple[str, ...] = (
    "ig",
    "lig",
    "isk",
    "sk",
    "bar",
    "sam",
    "full",
    "lös",
    "ad",
    "iv",
    "ell",
    "al",
    "mässig",
    "rik",
    "fri",
)
_COMPARED = ("ig", "lig", "sam", "full", "bar", "snabb", "hög", "låg", "svag")
_ADJECTIVES += ("nd", "rd", "ång", "ög", "åg", "ör", "ell", "är", "ent", "ant", "kt", "ld", "st")

# Words that look like a form of another word.
_ITSELF = frozenset(
    ["träd", "arena", "mens", "planet", "borgen", "finans", "stat", "koran", "plan", "fond", "post", "rom"]
)
_DOUBLED = ("nytt", "fritt", "blått", "grått", "rått")
# Plurals that change their vowel, by the end of the word.
_IRREGULAR = {
    f"{before}{plural}{ending}": f"{before}{single}"
    for before, plural, single in (
        ("", "städer", "stad"),
        ("bo", "städer", "stad"),
        ("hu", "vudstäder", "vudstad"),
        ("stor", "städer", "stad"),
        ("hyresbo", "städer", "stad"),
        ("student", "bostäder", "bostad"),
        ("", "böcker", "bok"),
        ("", "män", "man"),
        ("tjänste", "män", "man"),
        ("", "söner", "son"),
        ("", "länder", "land"),
        ("", "händer", "hand"),
        ("", "träd", "träd"),
        ("", "rötter", "rot"),
        ("", "nätter", "natt"),
        ("", "krafter", "kraft"),
    )
    for ending in ("", "na", "nas", "s", "nen", "nens", "en", "ens")
    if f"{plural}{ending}" != single
}


def base_forms(counts: Counter[str]) -> dict[str, str]:
    """Return the base form of each form that is an inflection of another form met as well.

    >>> base_forms(Counter({"skola": 90, "skolan": 40, "skolans": 8, "planen": 9, "plan": 30}))
    {'skolan': 'skola', 'skolans': 'skola', 'planen': 'plan'}
    """
    steps = {form: base for form in counts if (base := _base(form, counts)) is not None}
    steps |= {form: base for form in counts if form not in steps and (base := _by_tail(form, steps, counts))}
    bases: dict[str, str] = {}
    for form in steps:
        base, seen = form, {form}
        while base in steps and steps[base] not in seen:
            base = steps[base]
            seen.add(base)
        bases[form] = base
    return bases


def _base(form: str, counts: Counter[str]) -> str | None:
    """Return the likeliest form that `form` is an inflection of."""
    if form in _ITSELF:
        return None
    if form in _DOUBLED:
        return form[:-2]
    if form in _IRREGULAR:
        return _IRREGULAR[form]
    if counts[form + "a"] > 4 * counts[form] and not form.endswith((*_ADJECTIVES, *_VOWELS)):
        return form + "a"
    agents = [
        form.removesuffix(ending) + "are" for ending in ("arna", "arnas", "aren", "arens") if form.endswith(ending)
    ]
    if agents and counts[agents[0]] >= _LEAST:
        return agents[0]
    found = [each for each in set(_candidates(form, counts)) if counts[each] >= max(_LEAST, counts[form] // 25)]
    # A word of three letters that is everywhere ("dem") is no base of a rare one ("demens").
    found = [each for each in found if len(each) > 3 or (len(each) == 3 and counts[each] < 60 * counts[form])]
    found = [each for each in found if any(letter in _VOWELS for letter in each)]
    return max(found, key=lambda each: (counts[each], each), default=None)


def _by_tail(form: str, steps: dict[str, str], counts: Counter[str]) -> str | None:
    """Return the base form of a compound that is met in one form only: by its last part."""
    for start in range(_FIRST_PART, len(form) - _TAIL + 1):
        tail = form[start:]
        if tail in steps and counts[tail] >= _KNOWN and counts[form] < counts[tail]:
            return form[:start] + steps[tail]
    return None


def _candidates(form: str, counts: Counter[str]) -> list[str]:
    found = []
    for ending, others in _ENDINGS:
        if not form.endswith(ending) or len(form) - len(ending) < 2 or (ending == "s" and form.endswith("ss")):
            continue
        rest = form.removesuffix(ending)
        if ending in ("n", "ns", "na", "nas") and rest[-1] not in "aeiouyåäöjlr":
            continue
        found += [rest + other for other in others]
        if rest.endswith("mm"):
            found.append(rest[:-1])
    if form.endswith("s") and form[:-1] not in counts:
        # A genitive ("skolans") has its plain form beside it; "finans" has not.
        return []
    found += [
        form[:-1] for _ in "." if form[-1] in "at" and form[:-1].endswith((*_ADJECTIVES, "satt")) and len(form) > 4
    ]
    if form.endswith("at") and len(form) > 6:
        found.append(form[:-1] + "d")
    found += [form[:-3] for _ in "." if form.endswith("are") and form[:-3].endswith(_COMPARED)]
    return found
