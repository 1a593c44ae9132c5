"""Facts and templates made by hand, for the tests of writing: two short articles, one in each language."""

from pathlib import Path

from quizgen.article import Article, Block, BlockKind
from quizgen.facts import Clause, Complement, Date, Evidence, Fact, Phrase, PhraseType, Quantity, Value

FRENCH = (
    "La revue Altitude a été fondée en 1895 par Jeanne Morel. Le pont de Vernes est inauguré en 1932. La tour Sicard est achevée le "
    "4 mai 1961. Jeanne Morel est née à Lyon. Paul Darrieux est né à Nantes. Louise Aubry est née à Dijon. Le musée a reçu plus de "
    "25 000 visiteurs. En hiver, 80 % des visiteurs viennent de France. Irène Castel dirige le Centre Boréal."
)
ENGLISH = (
    "The Vernes bridge was opened in 1932. The Sicard tower was finished on 4 May 1961. The harbour was closed in 1978. Ada Stein "
    "was born in Leeds. The museum had more than 25,000 visitors."
)


def article(text: str, language: str) -> Article:
    return Article(f"test.{language}", text, language, title="Essai", blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),))


def evidence(source: Article, sentence: str) -> Evidence:
    """The evidence that `sentence`, which stands in the article, makes."""
    start = source.text.index(sentence)
    return Evidence(source.span(start, start + len(sentence)))


def fact(source: Article, kind: str, sentence: str, **slots: Value) -> Fact:
    return Fact(kind, tuple(slots.items()), evidence(source, sentence), rule="test", confidence=0.9)


def name(source: Article, text: str, type_: PhraseType, gender: str = "", bare: str = "") -> Phrase:
    start = source.text.index(text)
    return Phrase(text, type_, gender, bare=bare or text, is_name=True, span=source.span(start, start + len(text)))


def inaugurated(source: Article) -> Fact:
    """Le pont de Vernes est inauguré en 1932."""
    clause = Clause(Phrase("le pont de Vernes", gender="m", bare="pont de Vernes"), "est", "inauguré",
                    complements=(Complement("en 1932", "date", "1932"),), lemma="inaugurer", tense="Pres")
    return fact(source, "event", "Le pont de Vernes est inauguré en 1932.", event=clause, date=Date("1932", "1932", "year"))


def opened(source: Article) -> Fact:
    """The Vernes bridge was opened in 1932."""
    clause = Clause(Phrase("the Vernes bridge", bare="Vernes bridge"), "was", "opened",
                    complements=(Complement("in 1932", "date", "1932"),), lemma="open", tense="Past")
    return fact(source, "event", "The Vernes bridge was opened in 1932.", event=clause, date=Date("1932", "1932", "year"))


def visitors(source: Article) -> Fact:
    """Le musée a reçu plus de 25 000 visiteurs."""
    quantity = Quantity("plus de 25 000 visiteurs", "25000", "plus de 25 000", "visiteurs", "plus de", gender="m")
    received = (Complement(quantity.text, "quantity", quantity.text),)
    clause = Clause(Phrase("le musée", gender="m", bare="musée"), "a", "reçu", complements=received, lemma="recevoir", tense="Past")
    return fact(source, "quantity", "Le musée a reçu plus de 25 000 visiteurs.", action=clause, quantity=quantity)


def born(source: Article, person: str, place: str, sentence: str, gender: str) -> Fact:
    who = name(source, person, PhraseType.PERSON, gender)
    return fact(source, "birth", sentence, person=who, place=name(source, place, PhraseType.PLACE))


def births(source: Article) -> list[Fact]:
    return [
        born(source, "Jeanne Morel", "Lyon", "Jeanne Morel est née à Lyon.", "f"),
        born(source, "Paul Darrieux", "Nantes", "Paul Darrieux est né à Nantes.", "m"),
        born(source, "Louise Aubry", "Dijon", "Louise Aubry est née à Dijon.", "f"),
    ]


YEAR_FR = """
fact  = "event"
items = ["short_answer", "multiple_choice"]
when  = { "date.precision" = ["year", "month", "day"] }
stem  = "En quelle année {{ event | inversion }} ?"
key   = "{{ date.year }}"
[[example]]
event = { subject = "la tour Eiffel", gender = "f", number = "s", verb = "est inaugurée" }
date  = "1889-03-31"
stem  = "En quelle année la tour Eiffel est-elle inaugurée ?"
key   = "1889"
"""
STATEMENT_FR = """
fact  = "event"
items = ["cloze", "true_false"]
stem  = "{{ event | statement }}."
key   = "{{ date }}"
[[example]]
event = { subject = "la tour", gender = "f", verb = "est inaugurée", complements = [{ text = "en 1889", slot = "date", value = "1889" }] }
date  = "1889"
stem  = "La tour est inaugurée en ____."
key   = "1889"
"""
BIRTH_FR = """
fact  = "birth"
items = ["short_answer", "multiple_choice"]
stem  = "Où {{ person }} {% if person.gender == 'f' %}est-elle née{% else %}est-il né{% endif %} ?"
key   = "{{ place }}"
[[example]]
person = { text = "Jeanne Morel", gender = "f" }
place  = "Lyon"
stem   = "Où Jeanne Morel est-elle née ?"
key    = "Lyon"
"""
BIRTH_STATEMENT_FR = """
fact  = "birth"
items = ["cloze", "true_false"]
stem  = "{{ person }} {% if person.gender == 'f' %}est née{% else %}est né{% endif %} à {{ place }}."
key   = "{{ place }}"
[[example]]
person = { text = "Jeanne Morel", gender = "f" }
place  = "Lyon"
stem   = "Jeanne Morel est née à ____."
key    = "Lyon"
"""
HOW_MANY_FR = """
fact  = "quantity"
items = ["cloze", "true_false"]
stem  = "{{ action | statement }}."
key   = "{{ quantity.amount }}"
[[example]]
action = { subject = "le musée", verb = "a reçu", complements = [{ text = "25 000 visiteurs", slot = "quantity" }] }
quantity = { text = "25 000 visiteurs", unit = "visiteurs" }
stem  = "Le musée a reçu ____ visiteurs."
key   = "25 000"
"""
YEAR_EN = """
fact  = "event"
items = ["short_answer", "multiple_choice"]
stem  = "In what year {{ event | inversion }}?"
key   = "{{ date.year }}"
[[example]]
event = { subject = "the Vernes bridge", verb = "was opened" }
date  = "1932"
stem  = "In what year was the Vernes bridge opened?"
key   = "1932"
"""
TEMPLATES = {
    "fr/event/en-quelle-annee": YEAR_FR,
    "fr/event/statement": STATEMENT_FR,
    "fr/birth/ou": BIRTH_FR,
    "fr/birth/statement": BIRTH_STATEMENT_FR,
    "fr/quantity/statement": HOW_MANY_FR,
    "en/event/in-what-year": YEAR_EN,
}


def write_templates(root: Path, templates: dict[str, str]) -> Path:
    """Write templates by name into a template folder."""
    for template, source in templates.items():
        path = root / "questions" / f"{template}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return root
