"""Matching and ordering are made of facts that stand by themselves and do not answer each other."""

from collections.abc import Sequence

from quizgen.article import Article
from quizgen.facts import Clause, Complement, Date, Fact, Phrase
from quizgen.items import Item, Matching, Ordering
from quizgen.languages import get_language
from quizgen.resources import template_roots
from quizgen.writing import WritingContext, load_templates, write_groups
from tests.writing.sample_facts import article, evidence

TEXT = (
    "Le pont de Vernes est inauguré en 1932. La tour Sicard est achevée en 1961. Le port de Lans est fermé depuis 1978. "
    "La gare de Mire est rouverte en 1985. Le canal de l'Orne est comblé en 1932. Le phare d'Ar Men est allumé le 31 août 1881."
)
EVENTS = [
    ("le pont de Vernes", "inauguré", "en 1932", "1932"),
    ("la tour Sicard", "achevée", "en 1961", "1961"),
    ("la gare de Mire", "rouverte", "en 1985", "1985"),
    ("le phare d'Ar Men", "allumé", "le 31 août 1881", "1881-08-31"),
]


def event(source: Article, subject: str, participle: str, when: str, iso: str) -> Fact:
    value = when.split(" ", 1)[1]
    clause = Clause(Phrase(subject), "est", participle, complements=(Complement(when, "date", value),), lemma=participle)
    sentence = next(s for s in source.text.replace(". ", ".|").split("|") if s.lower().startswith(subject.lower()))
    precision = "day" if iso.count("-") == 2 else "year"
    return Fact("event", (("event", clause), ("date", Date(value, iso, precision))), evidence(source, sentence), "test", 0.9)


def group(form: str, events: Sequence[tuple[str, str, str, str]]) -> Item | None:
    source, language = article(TEXT, "fr"), get_language("fr")
    context = WritingContext(source, language, load_templates("fr", template_roots(None)))
    made = write_groups([event(source, *one) for one in events], context, (form,), lambda item: True)
    assert all(candidate.item.form == form for candidate in made)
    return made[0].item if made else None


def test_events_are_matched_with_their_years_in_the_order_of_the_text() -> None:
    item = group("matching", EVENTS)
    assert isinstance(item, Matching)
    assert item.question == "Associez chaque événement à la bonne année."
    assert item.answer == (
        ("Le pont de Vernes est inauguré", "1932"),
        ("La tour Sicard est achevée", "1961"),
        ("La gare de Mire est rouverte", "1985"),
        ("Le phare d'Ar Men est allumé", "1881"),
    )


def test_events_are_put_in_the_order_of_their_dates() -> None:
    item = group("ordering", EVENTS)
    assert isinstance(item, Ordering)
    assert item.answer[0] == "Le phare d'Ar Men est allumé"
    assert item.proof is not None
    assert len(item.proof.support) == len(EVENTS) - 1


def test_two_events_of_one_year_are_not_both_asked() -> None:
    item = group("ordering", [*EVENTS, ("le canal de l'Orne", "comblé", "en 1932", "1932")])
    assert isinstance(item, Ordering)
    assert "Le canal de l'Orne est comblé" not in item.answer


def test_what_lasts_since_a_date_did_not_happen_then() -> None:
    assert group("matching", [*EVENTS[:2], ("le port de Lans", "fermé", "depuis 1978", "1978")]) is None


def test_two_facts_are_too_few() -> None:
    assert group("matching", EVENTS[:2]) is None
