"""Telling Swedish from its neighbours."""

import pytest

from protokoll.grammar import load
from protokoll.grammar.folding import fold
from protokoll.grammar.language import is_swedish, match_language

SWEDISH = """
Kommunstyrelsen beslutar att inte bifalla motionen. Ärendet har beretts av förvaltningen, som anser att frågan
redan är besvarad genom det uppdrag som gavs i budgeten. Någon ytterligare utredning behövs därför inte, även om
flera av förslagen är tänkvärda. Eva Ek (V) yrkar att ärendet ska återremitteras till nämnden och att kostnaden
för varje åtgärd redovisas innan beslut fattas. Ordföranden ställer yrkandena mot varandra och finner att
styrelsen avslår motionen. Från detta beslut reserverar sig samtliga ledamöter för Vänsterpartiet till förmån för
eget yrkande.
"""
FINLAND_SWEDISH = """
Stadsstyrelsen beslöt enligt förslaget. Tekniska nämnden har vid sitt möte behandlat detaljplanen och inte haft
något att anmärka. Ändringen gäller endast ett fåtal tomter, vilka staden äger sedan tidigare. Direktionen
föreslår att avgiften höjs från början av året och att anslaget även täcker hyran. Någon omröstning behövdes inte.
"""
OTHERS = {
    "Norwegian": """
Kommunestyret vedtar å ikke ta saken opp til ny behandling. Administrasjonen har gjort rede for hvordan tiltaket
skal finansieres, og hvilke følger det vil få for skolene. Noen av høringsinstansene mener at planen burde vært
utsatt til neste år. Ordføreren foreslo at saken sendes tilbake til utvalget, men forslaget fikk ikke flertall.
Det ble også vist til at kostnadene er høyere enn det som går fram av økonomiplanen, og at det er usikkert hvor
mye staten vil bidra med.
""",
    "Norwegian nynorsk": """
Kommunestyret vedtek at saka ikkje skal takast opp att no. Rådmannen har gjort greie for korleis tiltaket skal
betalast, og kva følgjer det får for skulane. Dei fleste som har uttala seg, meiner at planen er god, men nokre
ynskjer eit tydelegare krav til universell utforming. Framlegget frå Senterpartiet fekk sju røyster og fall. Det
vart òg vist til at ein ikkje veit kor stort tilskotet frå fylket kjem til å bli.
""",
    "Danish": """
Byrådet besluttede at godkende indstillingen. Forvaltningen har redegjort for, hvordan ordningen skal
finansieres, og hvilke konsekvenser den får for skolerne. Nogle af høringssvarene peger på, at planen burde have
været udskudt til næste år. Borgmesteren foreslog, at sagen sendes tilbage til udvalget, men der var ikke
flertal for forslaget. Det blev også nævnt, at udgifterne er højere end det, der fremgår af budgettet, og at det
er uvist, hvad staten vil give i tilskud.
""",
    "Finnish": """
Kaupunginhallitus päätti hyväksyä ehdotuksen. Lautakunta on käsitellyt asian kokouksessaan, eikä sillä ole ollut
huomauttamista. Muutos koskee vain muutamia tontteja, jotka kaupunki on ostanut aikaisemmin. Esityksen mukaan
maksua korotetaan vuoden alusta, ja määräraha riittää myös vuokraan. Asiasta ei äänestetty. Valtuusto voi
kuitenkin palauttaa asian valmisteltavaksi, jos kustannukset ovat suuremmat kuin talousarviossa on arvioitu.
""",
    "English": """
The council resolved that the motion should not be adopted. The officers have reported how the scheme is to be
paid for and what it will mean for the schools. Some of the bodies that were consulted hold that the plan should
have been put off until next year. The mayor moved that the matter be sent back to the committee, but the motion
was lost. It was also pointed out that the costs are higher than those in the budget.
""",
    "German": """
Der Gemeinderat lehnt den Antrag ab. Die Verwaltung hat dargelegt, wie die Maßnahme finanziert werden soll und
welche Folgen sie für die Schulen hat. Einige der angehörten Stellen sind der Ansicht, dass die Planung auf das
nächste Jahr verschoben werden sollte. Der Bürgermeister beantragte, die Sache an den Ausschuss zurückzugeben;
der Antrag fand keine Mehrheit. Es wurde auch darauf hingewiesen, dass die Kosten höher sind als im Haushalt.
""",
    "French": """
Le conseil municipal rejette la proposition. Les services ont expliqué comment la mesure serait financée et
quelles en seraient les conséquences pour les écoles. Plusieurs des organismes consultés sont d'avis que le plan
aurait dû être reporté. Le maire a demandé que la question soit renvoyée à la commission, mais la demande n'a pas
été adoptée. Il a été rappelé que les coûts sont plus élevés que ceux qui figurent au budget.
""",
}
LATIN = """
Lorem ipsum dolor sit amet, consectetur adipiscing elit. Vestibulum tincidunt massa vitae nulla pulvinar, vel
faucibus lectus porttitor. Integer vehicula ligula quis arcu, non sagittis nibh. Mauris semper turpis a ipsum.
"""
MISREAD = str.maketrans("åäöÅÄÖ", "ddéAAO")


def test_swedish() -> None:
    """Plain Swedish is Swedish, in Finland too."""
    assert match_language(SWEDISH, load()) == "Swedish"
    assert match_language(FINLAND_SWEDISH, load()) == "Swedish"


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages(language: str) -> None:
    """A record of a neighbour country is named by its language, not taken for Swedish."""
    assert match_language(OTHERS[language], load()) == language.split()[0]
    assert not is_swedish(OTHERS[language], load())


def test_another_script() -> None:
    """Text in Greek or Cyrillic letters is no Swedish."""
    assert not is_swedish("Городской совет принял решение отклонить предложение и вернуть дело в комитет " * 3, load())


@pytest.mark.parametrize("text", ["", "Kallelse", "§ 1", "Anna Alm (S) Ja\nBo Berg (M) Nej\n" * 40, LATIN])
def test_undecided(text: str) -> None:
    """Nothing can be told from a few words, a roll of names or Latin; such text is not refused."""
    assert match_language(text, load()) is None
    assert is_swedish(text, load())


def test_misread_swedish() -> None:
    """Swedish whose å ä ö were misread as other letters is still Swedish."""
    assert match_language(SWEDISH.translate(MISREAD), load()) == "Swedish"


def test_annex_in_english() -> None:
    """A Swedish record stays Swedish when most of it is an annex in English."""
    assert is_swedish(SWEDISH + OTHERS["English"] * 2, load())


def test_quotation_in_norwegian() -> None:
    """A long text is judged by its start, middle and end, so that one quotation does not settle it."""
    quotation = OTHERS["Norwegian"] * 40
    assert is_swedish(SWEDISH * 60 + quotation + SWEDISH * 60, load())
    assert not is_swedish(quotation * 3, load())


def test_words_are_apart() -> None:
    """No word of another language is a word of Swedish in the form in which they are compared."""
    tables = load().words["languages"]
    swedish = set(map(fold, tables["swedish"]["words"]))
    for key, table in tables.items():
        words = [fold(word) for word in table["words"]]
        assert len(set(words)) == len(words), key
        assert key == "swedish" or not swedish.intersection(words), key
