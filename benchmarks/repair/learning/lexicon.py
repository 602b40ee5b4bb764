"""How likely each Swedish word is, from counts and from wordfreq; what a dictionary does not know counts less."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable

from learning.counting import Counts

__all__ = ["case_of", "compound_parts", "probabilities", "stripped"]

_PLAIN = re.compile(r"[a-zåäöéüèàáóñçæøëêï]{1,39}")
_MARKS = str.maketrans("åäöéèáà", "aaoeeaa")
_NAME = re.compile(
    r"(?:ström|gren|kvist|qvist|lund|berg|sson|strand|dahl|stedt|gård|sjö|bäck|näs|löf|lööf|én|mark|holm|fors|wall"
    r"|vall|höjd|hög|ås)s?$"
)
_OWN, _LIST = 0.75, 0.25
_LEAST = 1.5e-8
_SHORT_PREFIXES = frozenset(["in", "ut", "av", "om", "an", "på", "be", "by", "sö", "ur", "el", "it", "eu", "is", "ko"])
# Endings of inflection and derivation that are words, too, and no last part of a compound.
_NO_HEADS = frozenset(
    [
        "erna",
        "ens",
        "ing",
        "ning",
        "des",
        "ningen",
        "ets",
        "ningar",
        "orna",
        "ers",
        "era",
        "liga",
        "ren",
        "erat",
        "ska",
        "isk",
        "eras",
        "ningarna",
        "ande",
        "tion",
        "en",
        "er",
        "are",
        "ar",
        "ingen",
        "het",
        "heten",
        "ad",
        "ade",
        "ser",
        "ter",
        "der",
        "dess",
        "ligt",
        "lig",
        "aste",
        "ast",
        "iska",
        "ismen",
        "nings",
        "arna",
        "ades",
        "andet",
    ]
)


def stripped(word: str) -> str:
    """Return the word without the marks over its letters."""
    return word.translate(_MARKS)


def probabilities(counts: Counts, listed: dict[str, float], knows: Callable[[str], bool]) -> dict[str, float]:
    """Return the probability of each word.

    Args:
        counts: what was counted in running text.
        listed: the frequencies of wordfreq.
        knows: tells whether a dictionary has a word; web lists hold many slips.
    """
    total = sum(n for word, n in counts.words.items() if word.isalpha())
    found = {word: _OWN * n / total for word, n in counts.words.items() if _PLAIN.fullmatch(word)}
    for word, share in listed.items():
        if _PLAIN.fullmatch(word):
            found[word] = found.get(word, 0.0) + _LIST * share * (1 if counts.plain[word] > 1 else 0.5)
    for word in found:
        if not counts.plain[word] and not knows(word):
            found[word] /= 15
    _lower_twins(found, counts, total)
    return {
        word: max(share, _LEAST)
        for word, share in found.items()
        if share >= _LEAST or counts.plain[word] or listed.get(word, 0.0) >= 5e-8
    }


def _lower_twins(found: dict[str, float], counts: Counts, total: float) -> None:
    """Lower words that are mostly another word typed without its marks: 'maste', 'fran'."""
    best: dict[str, float] = defaultdict(float)
    for word, share in found.items():
        if stripped(word) != word:
            best[stripped(word)] = max(best[stripped(word)], share)
    for word, share in list(found.items()):
        rival, seen = best.get(word, 0.0), counts.plain[word]
        names = counts.cases.get(word, [0, 0, 0])[1] >= seen * 0.5
        rare = seen <= 2 and rival > 2 * share
        slips = seen < 60 and rival > 200 * share and not names
        single = len(word) == 1 and word not in "iåöe"
        if stripped(word) == word and rival and (rare or slips or single):
            own = _OWN * min(counts.words[word], seen) / total if seen else 1e-8
            found[word] = min(own, rival / 30)


def compound_parts(
    found: dict[str, float], counts: Counts, listed: dict[str, float]
) -> tuple[dict[str, float], dict[str, float]]:
    """Return how often each form begins and ends a compound that is in the list."""
    good = {word for word in found if counts.plain[word] >= 3 or listed.get(word, 0.0) > 2e-7}
    parts = {word for word in good if len(word) >= 3 and found[word] > 3e-7 and set(word) & set("aeiouyåäöé")}
    prefixes: Counter[str] = Counter()
    heads: Counter[str] = Counter()
    for word in good:
        cuts = [at for at in range(2, len(word) - 2) if word[at:] in parts and _is_prefix(word[:at], parts)]
        for at in cuts if len(word) >= 7 else []:
            prefixes[word[:at]] += 1 / len(cuts)  # type: ignore[assignment]
            heads[word[at:]] += 1 / len(cuts)  # type: ignore[assignment]
    first = {part: n for part, n in prefixes.items() if n >= 1.5}
    last = {part: n for part, n in heads.items() if n >= 1 and part not in _NO_HEADS}
    for word in parts - _NO_HEADS:
        if len(word) >= 4 and found[word] > 1e-6:
            last.setdefault(word, 0.25)  # type: ignore[arg-type]
            first.setdefault(word, 0.1)  # type: ignore[arg-type]
            if word[-1] not in "sa":
                first.setdefault(word + "s", 0.15)  # type: ignore[arg-type]
    return dict(first), dict(last)


def _is_prefix(form: str, parts: set[str]) -> bool:
    if form in _SHORT_PREFIXES:
        return True
    return len(form) >= 3 and (
        form in parts or (form[-1] == "s" and form[:-1] in parts) or form + "a" in parts or form + "e" in parts
    )


def case_of(word: str, counts: Counts, knows: Callable[[str], bool]) -> int:
    """Return 0 not known, 1 lower, 2 capital first, 3 both, 4 capitals."""
    lower, first, upper = counts.cases.get(word, [0, 0, 0])
    total = lower + first + upper
    if not total:
        return 2 if _NAME.search(word) and not knows(word) else 0
    if lower >= 0.9 * total:
        return 1
    if first >= 0.8 * total:
        return 2
    return 4 if upper >= 0.7 * total else 3
