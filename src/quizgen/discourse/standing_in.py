"""What stands in for a word that points out of its sentence: "In 1661 he joined …" is "In 1661 Patrick Gordon joined …"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.discourse.headline import is_of_headline
from quizgen.discourse.hypernyms import topic_named_by
from quizgen.discourse.possessives import owner
from quizgen.discourse.predicates import is_of_another_kind, topic_said_to_be
from quizgen.discourse.pronouns import antecedent
from quizgen.discourse.protagonist import protagonist
from quizgen.discourse.reaching_out import first_reaching_out
from quizgen.discourse.surroundings import sentence_before
from quizgen.discourse.taking_up import is_person
from quizgen.discourse.topic_thing import thing_meant
from quizgen.facts import Phrase
from quizgen.syntax.analysis import Analysis, remembered
from quizgen.syntax.tree import child, children, feature, is_contiguous, relation

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from spacy.tokens import Span, Token


MOST = 2  # words of one sentence that are told in full
LONGEST = 7  # words of what stands in
FARTHEST = 20  # code points from an article's beginning to its name
ASIDE = re.compile(r"\s*[;:,(\[].*|\s+[-/].*", re.DOTALL)  # « The Normans (French: …) »


@dataclass(frozen=True)
class StandIn:
    """What a word stands for, the words that are told in its place (and in that of all up to `until`), and what is told behind `last`."""

    meant: Phrase
    text: str
    until: Token | None = None
    last: Token | None = None
    tail: str = ""


def stand_ins(sentence: Span, analysis: Analysis, gone: Container[Token] = ()) -> dict[Token, StandIn]:
    """Return the words of a sentence, but for those `gone`, that point out of it, with what they surely stand for."""
    told: dict[Token, StandIn] = {}
    while len(told) < MOST:
        token = first_reaching_out(sentence, told, analysis, gone)
        if token is None:
            break
        found = stand_in(token, analysis)
        if found is None and (subject := taken_up_by(token)) is not None and subject not in told:
            token, found = subject, stand_in(subject, analysis)
        if found is None:
            break
        told[token] = found
    return told


def taken_up_by(token: Token) -> Token | None:
    """Return the main subject where it takes up a possessive in the opening before it: "After | his return, | he …"."""
    subject = child(token.sent.root, "nsubj")
    if subject is None or subject.pos_ != "PRON" or not token.i < subject.i or feature(token, "Poss") != "Yes":
        return None
    alike = all(feature(token, form) == feature(subject, form) for form in ("Gender", "Number", "Person"))
    return subject if alike and token.head != token.sent.root else None


def stand_in(token: Token, analysis: Analysis) -> StandIn | None:
    """Return what stands in for a subject pronoun or a possessive, or None when it is not sure."""
    data = analysis.settings.data
    is_possessive = feature(token, "Poss") == "Yes"
    wanted = data["possessives" if is_possessive else "pronouns"].get(token.lower_)
    form = data["possessive"]["form"]
    if token.pos_ == "DET" and feature(token, "PronType") == "Dem":
        return pointed_at(token, analysis)
    if wanted is None or (not is_possessive and relation(token) not in {"nsubj", "expl"}):
        return None
    before = sentence_before(token)
    found = (owner if is_possessive else antecedent)(token, analysis)
    if found is None and wanted.get("person") and not another_person_before(token, analysis):
        found = protagonist(token, before, wanted, analysis)
    if wanted.get("person") is not True and not is_possessive:
        found = None if before is not None and is_of_another_kind(token, before) else found
        said = topic_said_to_be(token, before, analysis) if found is None else None
        if said is not None and plain_name(said, analysis) and said.text not in token.sent.text:
            return StandIn(said, plain_name(said, analysis))
    found = found or thing_meant(token, wanted, analysis)
    name = plain_name(found, analysis) if found is not None else ""
    if found is None or not name or is_named_in(token.sent, found):
        return None
    if not is_possessive:
        return StandIn(found, name)
    if not form.startswith("{owner}"):
        return owned(token, found, name, analysis)
    form = data["possessive"]["form_of_plural"] if found.number == "p" and name.endswith("s") else form
    return StandIn(found, form.format(owner=name, thing="", article="").strip())


def pointed_at(demonstrative: Token, analysis: Analysis) -> StandIn | None:
    """Return what « ce film » stands for in an article on a film, and « la fusillade » for « cette fusillade » of a title."""
    noun = demonstrative.head
    topic = topic_named_by(noun, analysis)
    if topic is not None and demonstrative.i < noun.i:
        return StandIn(topic, topic.text, noun)
    articles = analysis.settings.data["articles"]
    gender = {"Masc": "masculine", "Fem": "feminine"}.get(feature(noun, "Gender"), "")
    article = articles.get("plural" if feature(noun, "Number") == "Plur" else gender, "")
    if not article or not is_of_headline(noun, analysis):
        return None
    return StandIn(Phrase(noun.text, bare=noun.text), article)


def owned(possessive: Token, whose: Phrase, name: str, analysis: Analysis) -> StandIn | None:
    """Return « le registre | de la race » for « son registre »: the article, and the owner behind the noun and its adjectives."""
    noun = possessive.head
    kind = bare_complement(noun, analysis)
    own = {noun, *(kind.subtree if kind is not None else ())}
    words = [t for t in noun.subtree if t in own or (t.head == noun and t.pos_ in {"ADJ", "NUM"} and possessive.i < t.i)]
    last = words[-1]
    if any(len(t.lemma_) > len(t.text) for t in words[1:] if t.pos_ == "ADJ"):
        return None  # « son étude semble … »: a verb taken for an adjective
    others = [c for c in children(noun, "nmod", "conj", "appos") if c != kind]
    if noun.pos_ != "NOUN" or not is_contiguous([possessive, *words]) or others:
        return None
    articles = analysis.settings.data["articles"]
    gender = {"Masc": "masculine", "Fem": "feminine"}.get(feature(noun, "Gender"), "")
    article = articles.get("plural" if feature(noun, "Number") == "Plur" else gender, "")
    ending = analysis.settings.data["possessive"]["form"].format(article="", thing="", owner=name).strip()
    return StandIn(whose, article, None, last, f" {ending}") if article else None


def bare_complement(noun: Token, analysis: Analysis) -> Token | None:
    """Return the noun that says of which kind another is, without an article or a name: « l'espérance | de vie », not « de la ville »."""
    found = [c for c in children(noun, "nmod") if c.pos_ == "NOUN" and c.i > noun.i]
    if len(found) != 1 or any(t.pos_ in {"DET", "PROPN", "NUM", "PUNCT", "VERB"} for t in found[0].subtree):
        return None
    preposition = noun.nbor(1)
    return found[0] if preposition.lower_ in analysis.settings.words("arguments", "possessor") and preposition.head == found[0] else None


def is_named_in(sentence: Span, meant: Phrase) -> bool:
    """Return True when a sentence names somebody itself, so that another word in it means another: "In his honor Byron …"."""
    names = {word for name in (meant.text, meant.bare, *meant.accepted) for word in name.split() if word[:1].isupper()}
    return any(t.pos_ == "PROPN" and t.text in names and relation(t) in {"nsubj", "obj"} for t in sentence)


def another_person_before(token: Token, analysis: Analysis) -> bool:
    """Return True when a common noun before a word in its sentence is a person that it could mean: "the teacher thought he …"."""
    before = token.doc[token.sent.start : token.i]
    return any(t.pos_ == "NOUN" and relation(t) in {"nsubj", "obj", "obl", "nmod"} and is_person(t, analysis) for t in before)


def plain_name(meant: Phrase, analysis: Analysis) -> str:
    """Return what a phrase says first, with its article, or "" when that is no plain name or description."""
    text = ASIDE.sub("", meant.text)
    words = text.lower().split()
    own = set(analysis.settings.data["possessives"]) | analysis.language.lexicon.words("pronouns", "first_person")
    vague = analysis.settings.words("arguments", "vague_quantifiers")
    if words and text.split()[-1] in analysis.settings.words("passages", "open_ends"):
        return ""  # "the first settlement in what (is now Kent)"
    is_short = len(words) == 2 and words[-1] in analysis.settings.words("arguments", "capitalised") and text.split()[-1][:1].isupper()
    if is_short and words[-1] not in analysis.article.title.lower():
        return ""  # "The Court … It": which court?
    if not words or len(words) > LONGEST or own & set(words) or '"' in text or words[0] in vague:
        return ""  # "many Huguenots … They"
    if not meant.is_name and any(number.start == 0 for number in analysis.language.find_quantities(text)):
        return ""  # « Douze servantes ont trahi … Elles sont cinquante … »
    if not meant.is_name:
        is_kind = text.casefold() == analysis.article.title.strip().casefold()  # "oxygen"; not "worldwide membership … It"
        return text if meant.is_definite or meant.number == "p" or is_kind or text[:1].isupper() else ""
    return with_article(text, meant, analysis)


def with_article(name: str, meant: Phrase, analysis: Analysis) -> str:
    """Return a name with the article that it mostly has in the text: "the Kent Lions"."""
    data = analysis.settings.data["articles"]
    articles = {data["masculine"], data["feminine"], data["plural"]}
    if name.split()[0].lower() in articles:
        return name
    entity = analysis.registry.find(name)
    called = frozenset({name, *meant.accepted, *(entity.aliases if entity is not None else ())})
    return f"{usual_article(called, analysis)} {name}".strip()


@remembered
def usual_article(called: frozenset[str], analysis: Analysis) -> str:
    """Return the article that stands before a thing's names more often than none; of two as common, an article."""
    data, text = analysis.settings.data["articles"], analysis.article.text
    before = re.compile(rf"\b({'|'.join(sorted({data['masculine'], data['feminine'], data['plural']}))})\s+\Z", re.IGNORECASE)
    found: Counter[str] = Counter()
    end = 0
    for start, stop in places(called, text):
        article = before.search(text[max(end, start - FARTHEST) : start])
        found[article[1].lower() if article else ""] += 1
        end = stop
    return max(sorted(found, reverse=True), key=lambda a: found[a]) if found else ""


def places(called: frozenset[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text has one of a thing's names, the longest there, and no longer name."""
    names = sorted(called, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?![\w-]|\s[A-Z]|['’]s)")
    end = 0
    for start in sorted({m.start() for name in names for m in re.finditer(re.escape(name), text)}):
        found = pattern.match(text, start) if start >= end else None
        if found is not None:
            yield found.span()
            end = found.end()
