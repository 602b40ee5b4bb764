"""Words that stand before, after and around the names of those who voted Ja or Nej."""

import re

from protokoll.parsing.numbers import NUMBER_WORDS

__all__ = ["AFTER_NAMES", "AROUND_NAMES", "BEFORE_NAMES", "BRACKETED", "COUNT_AFTER"]

# "A (S), B (V) och C (MP) röstar Ja (3).": the names run from the end of the sentence before.
AFTER_NAMES = re.compile(
    r"""(?P<how>(?:röstar|röstade)\s+(?:för\s+)?["”“]?(?:ja|nej)\b["”“]?
        |(?:avstår|avstod)(?:\s+från\s+att\s+rösta)?+|(?:(?:lägger|lade)\s+ner?d?|nedlägger|nedlade|nedlagt)\s+sina?\s+röst(?:er)?
        |(?:är|var)\s+frånvarande)\s*(?:\(\s*(?P<printed>\d{1,3})\s*(?:st\.?)?\))?(?!\s*(?:\(\s*\d{1,3}\s*(?:st\.?)?\s*\)\s*)?:)""",
    re.VERBOSE | re.IGNORECASE,
)
# "Ja-röster: A (S), B (V)", "Nej röstar: …", "Ja röstade A, s, och B, v.", "Ja-röst lämnas av:": the names after
# their side.
_NUMBER = r"(?:\s*\((?P<printed>\d{1,3})\s*(?:st\.?|röster)?\)|\s+(?P<bare>\d{1,3})\s*(?:st\.?)?)?"
BEFORE_NAMES = re.compile(
    rf"""(?:^[ \t]*|(?<=[.;:)])[ \t]+(?=[A-ZÅÄÖ])|(?<=-\d\d)[ \t]+
          |(?<=,)[ ]+(?=(?-i:Ja|Nej)[ ]röst)
          |(?<=[\w”"])[ ]+(?=(?-i:Ja|JA|Nej|NEJ|Avst(?:år|od))(?:-?röster)?[ ]*(?:\(\d|:)
            |(?-i:Ja|Nej)(?:-röster)?[ ](?:röst|avge|lämna)))(?:
        (?P<how>(?:Ja|Nej)(?:[- ]?röst(?:er|ar|ade)?(?:\s+(?:lämna|avge|avgav)\w*(?:\s+av)?)?)?
          | (?:(?:(?:Följande|Dessa|Denna|De)\s+)?(?:ledam(?:öter|ot)\s+)?(?:och\s+\w+\s+ersättare\s+)?(?:som\s+)?)
            (?:(?:röst(?:ar|ade)|svara(?:r|de))\s+["”“]?(?:ja|nej)["”“]?|avst(?:år|od)(?:\s+från\s+att\s+rösta)?
              |(?:är|var)\s+frånvarande|(?:(?:lägger|lade)\s+ner?d?|nedlägger|nedlade|nedlagt)\s+sina?\s+röst(?:er)?)
          | (?:För\s+)?(?:ja|nej)\s+(?:röst(?:ar|ade)|svara(?:r|de))
          | Avstår(?:\s+från\s+att\s+rösta)?|Avstod|Avstående|Nedlagd\s+röst|Frånvarande
        ){_NUMBER}\s*:\s*(?:(?P<under>\d{{1,3}})[ \t]*(?:st\.?|röst(?:er)?)?
              (?:[ \t]*[\n:]|(?=[ ](?:[-–•*][ ])?(?-i:[A-ZÅÄÖ][a-zåäö])))\s*(?!ja\b|nej\b|avst|frånv))?
          (?:[-–•*]\s+)?(?=[A-ZÅÄÖ]|[a-zåäö:\d\ ]{{3,40}}\s[A-ZÅÄÖ])
      | (?P<told>(?:För[ \t]+)?(?:Ja|Nej|Avstod|Avstår)(?:-propositionen)?[ \t]+
            (?:röst(?:ar|ade)|svara(?:r|de)|gör|gjorde)(?:\s+(?:följande|ledamöterna|ledamoten|ledamöter))*\s*:?
          |(?:Ja|Nej)[- ]?röst(?:er)?\s+(?:lämna|avge|avgav|avgiv)\w*\s+av)\s+(?=[A-ZÅÄÖ]|tjänst|ordf|vice\s))
      | (?<![\w.,-])(?P<counted>\d{{1,3}}|{NUMBER_WORDS})\s+(?:st\.?\s+|ledam\w+\s+|personer\s+)?(?:som\s+)?
            (?P<side>(?:ja|nej)(?:-?röst(?:er)?)?|avst(?:år|od)(?:\s+från\s+att\s+rösta)?|röst(?:ar|ade)\s+["”“]?(?:ja|nej)["”“]?)
            \s*:\s*(?=[A-ZÅÄÖ][^\n:]{{2,60}}\()
      | (?P<said>(?:\b(?:och|samt|medan)\s+)?(?:\b(?:\d{{1,3}}|de)\s+(?:ledam\w+\s+)?(?:som\s+)?)?
            \b(?:röst(?:ar|ade|at)|svara(?:r|de|t))\s+(?:\d{{1,3}}\s+)?(?:följande\s+)?(?:ledam\w+\s+|personer\s+|för\s+)?["”“]?
            (?:ja|nej)\b["”“]?(?:\s+(?:är|var|blev))?)\s*:\s*(?=[A-ZÅÄÖ][^\n:]{{2,60}}\()
      | (?P<gave>\bavg(?:er|av)\s+(?:följande\s+)?(?:ledam\w+\s+)?["”“]?(?:ja|nej)-?röst(?:er)?)\s*:\s*(?=[A-ZÅÄÖ])
      | (?<!(?-i:Ja|JA)[ ])(?<!(?-i:Nej|NEJ)[ ])(?P<lone>(?-i:Ja|JA|Nej|NEJ|Avst(?:år|od))(?:-?röst(?:er)?)?)[ ]
            (?:\((?P<many>\d{{1,3}})[ ]?(?:st\.?|röst(?:er)?)?\)[ ])?
            (?=(?-i:(?!(?:Nej|Ja|Avst\w*)\b)(?:[A-ZÅÄÖÉ][a-zåäöé'’][\w'’-]*[ ]){{1,4}})\([^()\n]{{1,25}}\)[ ]
              (?-i:(?!(?:Ja|JA|Nej|NEJ|Avst\w*|Ledamot|Ordförande|Ersättare|Tjänst\w+)\b)[A-ZÅÄÖÉ][a-zåäöé]))
      | (?<=\n\n)[ \t]*(?P<alone>(?:Ja|Nej|Avst(?:år|od))(?:-?röst(?:er)?)?)
            (?:[ \t]*[(:,–-]?[ \t]*(?P<over>\d{{1,3}})[ \t]*(?:st\.?|röst(?:er)?)?[ \t]*\)?)?[ \t]*:?[ \t]*\n
            (?=[ \t]*[A-ZÅÄÖÉ][^\n():]{{2,50}}\([^\n()]{{1,25}}\)[^\n]{{0,25}}(?:\n|\Z))""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
# "Vid omröstning röstar Eva Ek, Bo Ask och Liv Alm ja."
AROUND_NAMES = re.compile(
    r"""\bröst(?:ar|ade)\s+(?!(?:ja|nej|för|mot)\b)(?P<names>(?=[A-ZÅÄÖ]|ordf|tjänst|vice|\d:e)[^.:;]{5,500}?)
        \s+["”“]?(?P<how>ja|nej)\b""",
    re.VERBOSE,
)
# "fyra ja-röster (Eva Ek, Bo Ask) mot …": the names in a bracket.
BRACKETED = re.compile(
    r"""\b(?P<how>ja|nej|avst(?:år|od))(?:-?röst(?:er)?)?\s*
        \((?P<names>(?=[A-ZÅÄÖÉ]\w+[\s-])(?:[^().:;]|\.(?!\s*\n)|\([^()\n]{1,25}\)){5,900})\)""",
    re.VERBOSE | re.IGNORECASE,
)
# "… och Bo Ask (M), 6 st.": how many voted stands after their names.
COUNT_AFTER = re.compile(
    r"(?<=[\w)])(?:,|\s\()?\s*(?:(?P<printed>\d{1,3})\s*st\b\.?\)?|(?:summa|totalt)\s+(?P<sum>\d{1,3}))[\s.]*\Z"
)
