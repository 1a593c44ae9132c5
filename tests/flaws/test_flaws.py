"""Each flaw, in both languages: an item that has it, and one that looks alike and has it not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.article import TextSpan
from quizgen.flaws import FLAWS, Wording, clash, find_deck_flaws, find_flaws, reads_otherwise
from quizgen.items import Cloze, Item, MultipleChoice, Proof, ShortAnswer, TrueFalse
from quizgen.languages import get_language

WORDINGS = {code: Wording(get_language(code)) for code in ("fr", "en")}


def short(question: str, answer: str = "1932") -> ShortAnswer:
    return ShortAnswer(id="1", question=question, answer=answer)


def choice(question: str, *options: str) -> MultipleChoice:
    return MultipleChoice(id="1", question=question, answer=options[0], options=options)


def cloze(question: str, answer: str = "1932") -> Cloze:
    return Cloze(id="1", question=question, answer=answer)


def true(question: str) -> TrueFalse:
    return TrueFalse(id="1", question=question, answer=True)


def flaws(language: str, item: Item) -> set[str]:
    return {finding.flaw for finding in find_flaws(item, WORDINGS[language])}


HAS = [
    ("fr", "unbalanced", short("Qui a dit « bonjour à tout le monde ?", "Ada Stein")),
    ("en", "unbalanced", short('Who opened the Vernes bridge (in the rain?', "Ada Stein")),
    ("en", "unbalanced", short("Who opened the Vernes balancing 'system in the rain?", "Ada Stein")),
    ("fr", "doubled word", short("Par par qui le pont de Vernes est-il bâti ?")),
    ("en", "doubled word", short("Who opened the the Vernes bridge?")),
    ("fr", "impossible words", short("Qui est le directeur de le pont de Vernes ?")),
    ("fr", "impossible words", short("Que observe Ada Stein à Lyon ?")),
    ("fr", "impossible words", short("Dans quelle ville Jeanne Morel a-t-elle fondé la école Boréale ?")),
    ("fr", "impossible words", short("Pourquoi la revue Altitude plaît-elle à les lecteurs ?")),
    ("en", "impossible words", short("Who bought a orange tree in Leeds?")),
    ("en", "impossible words", short("Who built an bridge in Leeds?")),
    ("fr", "missing question mark", short("En quelle année le pont de Vernes est-il inauguré")),
    ("en", "missing question mark", cloze("In what year was it opened, ____?")),
    ("fr", "too short", short("Qui rit ?")),
    ("en", "too long", short("What " + "very " * 50 + "long thing?")),
    ("fr", "unfocused", short("Qui a dit ça ?")),
    ("fr", "stray space", short("Qui  dirige la revue Altitude ?")),
    ("en", "small first letter", short("who directs the Altitude journal?")),
    ("en", "remote pronoun", short("What did Ada Stein lose when she left Leeds?")),
    ("fr", "key word in stem", short("Quelle fondation Thierry Carrez dirige-t-il ?", "la fondation OpenInfra")),
    ("en", "unfinished", short("Who opened the Vernes bridge and the?")),
    ("fr", "unfinished", short("En quelle année, le pont de Vernes, ?")),
    ("fr", "unfinished", short("Qui dirige la revue Altitude ?", "le directeur de")),
    ("fr", "negative", short("Quel projet n'a aucun client en France ?")),
    ("en", "negative", short("Which town did not pay for the Vernes bridge?")),
    ("fr", "absolute", true("Le pont de Vernes est toujours fermé.")),
    ("en", "blanks", cloze("The Vernes bridge was opened.")),
    ("en", "blanks", cloze("The ____ bridge was opened in ____.")),
    ("fr", "blank in odd place", cloze("L'Organisation mondiale de la santé (____) publie un rapport.", "OMS")),
    ("fr", "blank in odd place", cloze("La guerre dure de 1914-____.", "1918")),
    ("fr", "blank in list", cloze("La NASA et ____.", "Orion")),
    ("fr", "first person", short("Quel est notre logiciel le plus stable ?")),
    ("en", "first person", short("What do we build in Leeds?")),
    ("fr", "deixis", short("Qui a ouvert le pont de Vernes l'année dernière ?")),
    ("en", "deixis", short("Who opened the Vernes bridge last year?")),
    ("fr", "demonstrative", short("Qui a financé cette étude sur les marées ?")),
    ("en", "demonstrative", short("Who paid for these studies on tides?")),
    ("fr", "dangling pronoun", short("En quelle année a-t-on dit qu'elle fonde un journal ?")),
    ("fr", "dangling pronoun", short("Quel est son rôle dans le projet Altitude ?", "juge")),
    ("en", "dangling pronoun", short("When was it founded in Leeds?")),
    ("fr", "bare description", short("Qui dirige la fondation ?")),
    ("fr", "bare description", short("En quelle année le projet démarre-t-il ?")),
    ("en", "bare description", short("Who directs the foundation?")),
    ("en", "bare description", short("When did the company launch Altitude?")),
    ("fr", "leaning word", short("Qui dirige également le chantier de Vernes ?", "Ada Stein")),
    ("fr", "leaning word", short("Que publie Ada Stein en 1932 ?", "un relevé aux dimensions suivantes")),
    ("fr", "leaning word", short("Qui décrit le pont de Vernes dans les mêmes termes ?", "Ada Stein")),
    ("en", "leaning word", short("Who also directs the Vernes works?", "Ada Stein")),
    ("en", "leaning word", cloze("In 1932, Ada Stein built another bridge at ____.", "Vernes")),
    ("fr", "key in stem", short("Qui dirige la fondation OpenInfra ?", "OpenInfra")),
    ("fr", "key in stem", short("Quels logiciels remplacent les containers ?", "les Kata Containers")),
    ("fr", "key in context", replace(short("Quel logiciel la NASA déploie-t-elle ?", "Altitude"), context="Altitude a dix ans")),
    ("en", "key root in stem", short("Who founded the Altitude journal?", "its founders")),
    ("en", "key too long", short("What is the Vernes bridge for?", "to let " + "very " * 12 + "heavy carts cross the river")),
    ("fr", "long list", short("Quels pays traverse la Sicard ?", "la France, la Suisse, l'Italie et l'Autriche")),
    ("fr", "open list", short("Quels pays traverse la Sicard ?", "la France, la Suisse…")),
    ("en", "open list", short("Which towns does the Sicard cross?", "towns such as Leeds")),
    ("fr", "overlapping options", choice("Qui dirige la revue Altitude ?", "Jeanne Morel", "Morel", "Paul Darrieux")),
    ("fr", "option in stem", choice("Qui succède à Paul Darrieux ?", "Jeanne Morel", "Paul Darrieux", "Louise Aubry")),
    ("en", "all of the above", choice("Who opened the bridge of Vernes?", "Ada Stein", "Jane Poe", "all of the above")),
    ("en", "longest key", choice("What is the Vernes bridge for?", "to let heavy carts cross the river", "to play", "to rest")),
    ("en", "mixed options", choice("When was the Vernes bridge opened?", "1932", "in spring", "in autumn")),
    ("en", "number of options", choice("When was the Vernes bridge opened?", "1932", "1941")),
    ("fr", "too vague", short("Qui a une démarche scientifique ?", "Ada Stein")),
    ("en", "too vague", short("What was founded there?", "a school")),
    ("fr", "yes no question", short("Est-ce que la revue Altitude paraît à Lyon ?", "oui")),
    ("en", "yes no question", short("Was the Vernes bridge opened in 1932?", "yes")),
    ("en", "no question word", short("The Vernes bridge was opened in 1932?", "yes")),
    ("fr", "no question word", short("La revue Altitude paraît à Lyon ?", "oui")),
    ("fr", "malformed", short("En quelle année est-ce que le pont de Vernes est-il inauguré ?")),
    ("fr", "malformed", short("Qui affirme qu'Après la crue le pont de Vernes tient ?", "Ada Stein")),
    ("en", "malformed", short("What did was the Vernes bridge?", "a toll bridge")),
    ("fr", "two questions", short("Qui bâtit le pont de Vernes et en quelle année ?", "Ada Stein")),
    ("en", "two questions", short("Who built the Vernes bridge, and when did it open?", "Ada Stein")),
    ("fr", "clang", choice("Quelle banque paie le pont de Vernes ?", "la Banque Morel", "la mairie", "la société Aubry")),
    ("en", "clang", choice("Which school did Ada Stein direct?", "Leeds School", "York Hospital", "Hull Museum")),
    ("en", "grammatical cue", choice("What the miller gave Ada Stein was an", "oak chest", "silver cup", "velvet coat")),
    ("fr", "grammatical cue", choice("Qui vint à Lyon en 1932 ? Ce fut l'", "évêque", "banquier", "maire")),
    ("en", "yes no options", choice("What did Ada Stein answer in Leeds?", "yes", "no", "she hesitated")),
    ("fr", "combined options", choice("Qui dirige la revue Altitude ?", "Jeanne Morel", "Paul Darrieux", "1 et 2")),
    ("en", "vague option", choice("When does the Vernes bridge close?", "usually at noon", "at dawn", "at dusk")),
    ("en", "lost sequence", choice("When was the Vernes bridge opened?", "1932", "1941", "1927")),
    ("en", "implausible number", choice("When was the Vernes bridge opened?", "1066", "1927", "1932")),
    ("fr", "implausible number", choice("Combien de visiteurs le musée de Vernes a-t-il reçus ?", "12", "25 000", "30 000")),
    ("en", "convergence", choice("What did Ada Stein found in Leeds?", "a school of music", "a school of law", "a choir of music")),
]  # fmt: skip

HAS_NOT = [
    ("fr", "key in context", replace(short("Quel logiciel la NASA déploie-t-elle ?", "Altitude"), context="Un logiciel libre a dix ans")),
    ("fr", "impossible words", short("Quel architecte est chargé de le restaurer en 1932 ?")),
    ("fr", "impossible words", short("Quel bâtiment de Le Corbusier voit-on à Lyon le onze mai ?")),
    ("en", "impossible words", short("Who wrote a unit test in an hour at a European site?")),
    ("en", "impossible words", short("Who is a one-off winner?")),
    ("fr", "doubled word", short("Pourquoi nous nous trompons-nous à Lyon ?")),
    ("fr", "negative", short("Combien de visiteurs le musée a-t-il reçus ?")),
    ("fr", "dangling pronoun", short("En quelle année le pont de Vernes est-il inauguré ?")),
    ("fr", "dangling pronoun", short("Combien de ponts y a-t-il à Lyon ?")),
    ("fr", "dangling pronoun", short("Que fonde Jeanne Morel avec son frère ?")),
    ("en", "dangling pronoun", short("What did Ada Stein lose when she left Leeds?")),
    ("fr", "demonstrative", short("Qu'est-ce que le pont de Vernes ?")),
    ("fr", "demonstrative", short("Qu'est-ce qui remplace le pont de Vernes ?")),
    ("fr", "bare description", short("Qui dirige la fondation OpenInfra ?")),
    ("fr", "bare description", short("Qui dirige la fondation de Jeanne Morel ?")),
    ("en", "bare description", short("Who directs the foundation that runs Altitude?")),
    ("fr", "leaning word", short("Qui dirige le chantier de Vernes ainsi que celui de Leeds ?", "Ada Stein")),
    ("fr", "leaning word", short("Qui naît le même jour que Jeanne Morel ?", "Ada Stein")),
    ("en", "leaning word", short("Who uses iron instead of stone at Vernes?", "Ada Stein")),
    ("en", "leaning word", short("Whom did the two engineers of Vernes blame beside one another?", "Ada Stein")),
    ("fr", "key root in stem", short("Combien de visiteurs le musée a-t-il reçus ?", "25 000 visiteurs")),
    ("fr", "unfocused", short("Qu'est-ce que Zuul ?", "un outil de test")),
    ("en", "unfinished", short("What is the Vernes bridge used for?", "heavy carts")),
    ("fr", "open list", short("Que fait Ada Stein à Lyon ?", "un pont comme à Vernes")),
    ("fr", "long list", short("Pourquoi Ada Stein part-elle à Lyon ?", "parce que la ville, le port et la région la demandent")),
    ("en", "overlapping options", choice("How many bridges?", "8 %", "18 %", "80 %")),
    ("fr", "too vague", short("Qui dirige Altitude ?", "Ada Stein")),
    ("fr", "yes no question", short("Combien de ponts y a-t-il à Vernes ?", "deux")),
    ("en", "yes no question", short("Who is Ada Stein?", "a physicist")),
    ("en", "no question word", short("By whom was the Vernes bridge opened?", "Ada Stein")),
    ("fr", "no question word", short("Qu'utilise Ada Stein à Vernes ?", "un pont")),
    ("fr", "malformed", short("En quelle année est-ce que le pont que Jeanne Morel dessine ouvre à Vernes ?")),
    ("fr", "malformed", short("Qui affirme qu'Ada Stein quitte Lyon ?", "Jeanne Morel")),
    ("en", "malformed", short("What did the bridge that was opened in Vernes replace?", "a ferry")),
    ("fr", "two questions", short("Selon Ada Stein, pourquoi le pont de Vernes et quelques routes ferment-ils ?", "la crue")),
    ("fr", "clang", choice("Quelle banque paie le pont de Vernes ?", "la Banque Morel", "la Banque Aubry", "la Banque Tellier")),
    ("en", "grammatical cue", choice("What was Ada Stein?", "an artist", "a baker", "a miller")),
    ("en", "lost sequence", choice("When was the Vernes bridge opened?", "1927", "1932", "1941")),
    ("en", "implausible number", choice("How many people came to Vernes?", "1,200", "2,500", "4,000")),
    ("en", "convergence", choice("What did Ada Stein found in Leeds?", "a school of music", "a school of law", "a school of art")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "flaw", "item"), HAS, ids=lambda value: getattr(value, "question", value))
def test_flaw_is_found(language: str, flaw: str, item: Item) -> None:
    assert flaw in flaws(language, item)


@pytest.mark.parametrize(("language", "flaw", "item"), HAS_NOT, ids=lambda value: getattr(value, "question", value))
def test_what_looks_alike_is_no_flaw(language: str, flaw: str, item: Item) -> None:
    assert flaw not in flaws(language, item)


def whole(question: str) -> Cloze:
    return replace(cloze(question, "Ada Stein"), proof=Proof(TextSpan(0, 1, "x"), fact_kind="passage"))


def test_a_sentence_told_whole_may_say_itself_what_its_words_point_to() -> None:
    assert "deixis" in flaws("en", cloze("The town of Vernes was sold to ____ in 1932 and later lost."))
    assert "deixis" not in flaws("en", whole("The town of Vernes was sold to ____ in 1932 and later lost."))
    assert "dangling pronoun" not in flaws("en", whole("____ made her first bridge in Vernes in 1932."))
    assert "dangling pronoun" in flaws("en", whole("After ____ she built a bridge in Vernes in 1932."))


GOOD = [
    ("fr", short("En quelle année le pont de Vernes est-il inauguré ?")),
    ("fr", choice("Où Jeanne Morel est-elle née ?", "Lyon", "Nantes", "Dijon")),
    ("fr", cloze("Le pont de Vernes est inauguré en ____.")),
    ("fr", true("Le musée des Marées a reçu plus de 25 000 visiteurs.")),
    ("fr", short("Selon Ada Stein, pourquoi le glacier de l'Arve recule-t-il ?", "à cause de la suie")),
    ("en", short("In what year was the Vernes bridge opened?")),
    ("en", choice("Where was Ada Stein born?", "Leeds", "York", "Hull")),
    ("en", cloze("The Vernes bridge was opened in ____.")),
]


@pytest.mark.parametrize(("language", "item"), GOOD, ids=lambda value: getattr(value, "question", value))
def test_good_items_have_no_flaw(language: str, item: Item) -> None:
    assert flaws(language, item) == set()


def test_every_flaw_is_tried() -> None:
    tried = {flaw for _, flaw, _ in HAS}
    untried = {"key not an option"}
    assert {flaw.name for flaw in FLAWS} - tried <= untried


@given(st.text(max_size=80), st.text(max_size=30), st.sampled_from(["fr", "en"]))
def test_any_text_is_read_without_error(question: str, answer: str, language: str) -> None:
    for item in (short(question, answer), cloze(question, answer), choice(question, answer, "a", "b"), true(question)):
        find_flaws(item, WORDINGS[language])


def test_same_question_twice_clashes() -> None:
    one = short("En quelle année le pont de Vernes est-il inauguré ?")
    other = short("En quelle année inaugure-t-on le pont de Vernes ?")
    assert clash(one, other) == "repeats another item"
    assert [item for item, _ in find_deck_flaws([one, other])] == [other]


def test_a_stem_that_holds_a_key_gives_it_away() -> None:
    one = short("Qui dirige la revue Altitude depuis Lyon ?", "Jeanne Morel")
    other = short("Quelle revue de Lyon Jeanne Morel dirige-t-elle ?", "la revue Altitude")
    assert clash(one, other) == "gives away another item's key"


def test_both_directions_of_one_fact_clash() -> None:
    one = short("How many processor cores does OpenStack run worldwide?", "more than 25 million")
    other = short("What runs more than 25 million processor cores worldwide?", "OpenStack")
    assert clash(one, other) == clash(other, one) == "gives away another item's key"


def test_a_statement_to_be_judged_repeats_what_is_worded_like_it() -> None:
    judged = true("OpenStack sert surtout aux centres de données privés.")
    assert clash(judged, cloze("____ sert surtout aux centres de données privés.", "OpenStack"))
    assert clash(judged, replace(true("Gaia-X sert surtout aux centres de données privés."), answer=False))
    assert not clash(judged, true("Le pont de Vernes est ouvert depuis 1932."))


def test_items_on_other_matters_do_not_clash() -> None:
    assert not clash(short("Où Jeanne Morel est-elle née ?", "Lyon"), short("Combien de ponts la ville de Lyon compte-t-elle ?", "30"))


def test_a_clause_that_reads_otherwise_alone_is_no_item() -> None:
    assert {(f.flaw, f.severity) for f in reads_otherwise({"same_verb": 1.0, "same_subject": 0.0})} == {("reads otherwise", "fatal")}
    assert not reads_otherwise({"same_verb": 1.0, "same_subject": 1.0})
    assert not reads_otherwise({})
