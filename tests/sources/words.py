"""Swedish text to try encodings on: invented sentences, and a strategy that puts them together."""

from hypothesis import strategies as st

PLAIN = (
    "Nämnden avslår motionen.",
    "Förvaltningens förslag till beslut",
    "§ 12 Ändring av detaljplan för kvarteret Älgen",
    "Åsa Öberg (S) yrkar bifall på båda förslagen.",
    "Ärendet återremitteras, då underlaget är för tunt.",
    "ÖVRIGA ÄRENDEN FRÅN ÅRET",
    "Idén om ett café på torget prövas",
    "Kostnaden är 1,5 mnkr under två år",
    "ja: 31 nej: 30",
)
TYPOGRAPHIC = (
    "Hon sade: ”Det här är för dyrt.”",
    "Planen gäller åren 2020–2024 – därefter prövas den på nytt",
    "• Hyran höjs från årsskiftet",
)


def texts(*sentences: str) -> st.SearchStrategy[str]:
    """Return a strategy for texts of some of these sentences, at least three of them with å, ä or ö."""
    swedish = [sentence for sentence in sentences if any(letter in sentence for letter in "åäö")]
    some = st.lists(st.sampled_from(sentences), max_size=12)
    rest = st.lists(st.sampled_from(swedish), min_size=3, max_size=6)
    return st.tuples(some, rest).flatmap(lambda lists: st.permutations([*lists[0], *lists[1]])).map("\n".join)
