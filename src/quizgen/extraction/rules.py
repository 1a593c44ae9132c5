"""Tree-pattern rules: loads `languages/<code>/rules/*.toml`, checks what spaCy does not, and turns matches into facts.

A rule is spaCy's DependencyMatcher format, untouched, with `fact`, `name`, `slots`, and tests that a pattern cannot express.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING, Any

from quizgen.errors import RuleError
from quizgen.extraction.definitions import says_what
from quizgen.extraction.outline import Shape, outline_of, shape_of
from quizgen.facts import Clause, Complement, Evidence, Fact, Phrase, PhraseType, Value, load_fact_kinds
from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.phrases import dangling, is_cut_short, is_first_person, is_name, name_tokens, phrase, phrase_tokens, phrase_type
from quizgen.syntax.tree import child, feature, follows_comma, is_balanced, is_contiguous, relation, text_of, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIONS = frozenset(
    [
        "nsubj",
        "obj",
        "iobj",
        "csubj",
        "ccomp",
        "xcomp",
        "obl",
        "vocative",
        "expl",
        "dislocated",
        "advcl",
        "advmod",
        "discourse",
        "aux",
        "cop",
        "mark",
        "nmod",
        "appos",
        "nummod",
        "acl",
        "amod",
        "det",
        "clf",
        "case",
        "conj",
        "cc",
        "fixed",
        "flat",
        "list",
        "parataxis",
        "compound",
        "orphan",
        "goeswith",
        "reparandum",
        "punct",
        "root",
        "dep",
    ]
)
PRONUNCIATION = re.compile("[/\u0250-\u02af\u02c8]")  # "/ˈdvɔːrʒɑːk/"
FEWEST_OF_KIND = 3  # content words of a kind of thing that is told by nothing else
OFTEN = 4  # mentions of the person whom an article is about
STANDING = frozenset({"", "indefinite subject"})  # « un outil de test » may be what a name is
SPANS = frozenset({"phrase", "phrase_with_all", "name"})
KEYS = frozenset({"name", "pattern", "slots", "require", "confidence"})
TESTS = frozenset(
    {"lemma_in", "type", "is_name", "not_in", "comma_between", "standalone", "not_tense", "not_in_story",
     "determined", "indefinite", "has", "beside", "mentions"}
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Rule:
    """A construction: its pattern, the slots its nodes fill, and the tests its nodes must pass."""

    name: str
    fact: str
    pattern: tuple[Mapping[str, Any], ...]
    slots: Mapping[str, Mapping[str, str]]
    require: tuple[Mapping[str, Any], ...]
    confidence: float

    @cached_property
    def shape(self) -> Shape:
        """What a sentence must hold for the pattern to match."""
        return shape_of(self.pattern)

    @property
    def nodes(self) -> list[str]:
        """The names of the pattern's nodes, in order."""
        return [str(node["RIGHT_ID"]) for node in self.pattern]


def load_rules(code: str) -> tuple[Rule, ...]:
    """Return the tree-pattern rules of language `code`. Raises RuleError naming file and rule when one is broken."""
    folder = files("quizgen.languages") / code / "rules"
    rules: list[Rule] = []
    for source in sorted(folder.iterdir(), key=lambda f: f.name):
        if source.name.endswith(".toml"):
            rules.extend(parse_rules(source.read_text(encoding="utf-8"), source.name))
    return tuple(rules)


def parse_rules(text: str, filename: str) -> list[Rule]:
    """Return the rules in one file; a file without [[rule]] (settings) gives none. Raises RuleError."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{filename} is no TOML: {error}", "mend the line that is named") from None
    stem = filename.removesuffix(".toml")
    return [make_rule(raw, data.get("fact", ""), stem, filename) for raw in data.get("rule", [])]


def make_rule(raw: Mapping[str, Any], fact: str, stem: str, filename: str) -> Rule:
    """Return one rule, checked. Raises RuleError."""
    where = f"rule {raw.get('name', '?')!r} in {filename}"
    missing = {"name", "pattern", "slots"} - set(raw)
    if missing:
        raise RuleError(f"{where} lacks {sorted(missing)[0]!r}", "a rule has a name, a pattern and slots")
    unknown = set(raw) - KEYS - {"fact"}
    if unknown:
        raise RuleError(f"{where} has unknown key {sorted(unknown)[0]!r}", f"keys: {', '.join(sorted(KEYS))}")
    rule = Rule(
        f"{stem}/{raw['name']}",
        raw.get("fact", fact),
        tuple(raw["pattern"]),
        raw["slots"],
        tuple(raw.get("require", ())),
        float(raw.get("confidence", 0.8)),
    )
    check_rule(rule, where)
    return rule


def check_rule(rule: Rule, where: str) -> None:
    """Raise RuleError for a relation, node, span or test that does not exist; spaCy itself would match nothing in silence."""
    for node in rule.pattern:
        wanted = node.get("RIGHT_ATTRS", {}).get("DEP")
        for label in wanted.get("IN", []) if isinstance(wanted, Mapping) else [wanted] if wanted else []:
            if label.split(":")[0].lower() not in RELATIONS:
                raise RuleError(
                    f"{where} names relation {label!r}, which Universal Dependencies does not have", "see universaldependencies.org/u/dep"
                )
    kinds = load_fact_kinds()
    if rule.fact not in kinds:
        raise RuleError(f"{where} gives unknown fact kind {rule.fact!r}", f"the kinds are {', '.join(kinds)}: see fact_kinds.toml")
    for slot, source in rule.slots.items():
        if slot not in kinds[rule.fact].slots:
            raise RuleError(f"{where}: fact kind {rule.fact!r} has no slot {slot!r}", f"its slots are {', '.join(kinds[rule.fact].slots)}")
        if source.get("node") not in rule.nodes or source.get("span") not in SPANS:
            raise RuleError(f"{where}: slot {slot!r} needs a node of the pattern and a span", f"spans: {', '.join(sorted(SPANS))}")
    for test in rule.require:
        if test.get("node") not in rule.nodes or set(test) - TESTS - {"node"}:
            raise RuleError(f"{where} has a broken test {dict(test)}", f"tests: {', '.join(sorted(TESTS))}")


class RuleMatcher:
    """Matches a language's rules against sentences."""

    def __init__(self, rules: tuple[Rule, ...], vocab: Any) -> None:
        from spacy.matcher import DependencyMatcher

        self.matchers = {}
        for rule in rules:
            self.matchers[rule] = DependencyMatcher(vocab)
            self.matchers[rule].add(rule.name, [[dict(node) for node in rule.pattern]])

    def facts(self, sentence: Sentence, analysis: Analysis) -> list[Fact]:
        """Return the facts that the rules find in a sentence."""
        if sentence.is_quoted:
            return []
        outline = outline_of(sentence.span)
        possible = [rule for rule in self.matchers if rule.shape.may_be_in(outline)]
        if not possible:
            return []
        doc = sentence.span.as_doc()  # made once: the matcher would make its own for each rule
        found = [
            self.fact(rule, [sentence.span[i] for i in at], sentence, analysis) for rule in possible for _, at in self.matchers[rule](doc)
        ]
        return [fact for fact in found if fact is not None]

    def fact(self, rule: Rule, tokens: list[Token], sentence: Sentence, analysis: Analysis) -> Fact | None:
        """Return the fact of one match, or None when a test fails or a slot would not stand alone."""
        nodes = dict(zip(rule.nodes, tokens, strict=True))
        if not all(passes(test, nodes, analysis) for test in rule.require):
            return None
        slots: list[tuple[str, Value]] = []
        for slot, source in rule.slots.items():
            value = slot_value(nodes[source["node"]], source["span"], [nodes[n] for n in rule.nodes], analysis)
            if value is None:
                return None
            slots.append((slot, value))
        if rule.fact == "definition" and not (is_of_one_kind(slots) and is_told(rule, nodes, slots, analysis)):
            return None
        if rule.fact == "role" and not is_one_office(slots, analysis):
            return None
        if rule.fact == "definition" and len({value.number for _, value in slots if isinstance(value, Phrase)}) > 1:
            return None
        if rule.fact == "definition":
            slots.extend(copula_of_person(slots, tokens[0], sentence, analysis))
        return Fact(rule.fact, tuple(slots), Evidence(sentence.evidence), rule.name, rule.confidence)


def is_told(rule: Rule, nodes: dict[str, Token], slots: list[tuple[str, Value]], analysis: Analysis) -> bool:
    """Return True when a description set beside a name says what the named thing is, and a person is no passer-by."""
    head, subject = nodes[rule.slots["description"]["node"]], dict(slots).get("subject")
    words = phrase_tokens(head, analysis)
    strict = bool(analysis.settings.data["definitions"]["strict_offices"])
    if strict and isinstance(subject, Phrase) and subject.type is PhraseType.PLACE and is_indefinite(head, analysis):
        return False  # "Kent, a town on the border": other answers are as right
    if not words or not isinstance(subject, Phrase) or not says_what(subject, words, head, analysis):
        return False
    if subject.type is not PhraseType.PERSON and is_bare_kind(words, head):
        return False
    if any(relation(c) == "acl" and c.i > nodes[rule.slots["subject"]["node"]].i for c in nodes[rule.slots["subject"]["node"]].children):
        return False  # "the film Long Road | based on a novel"
    return subject.type is not PhraseType.PERSON or not is_passer_by(subject, analysis)


def is_bare_kind(words: list[Token], head: Token) -> bool:
    """Return True for "an English translation" of a work, "a town" of a place: a kind, of nothing in particular."""
    content = sum(t.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} for t in words)
    return content < FEWEST_OF_KIND and not any(relation(c) in {"nmod", "acl"} and c in words for c in head.children)


def is_passer_by(person: Phrase, analysis: Analysis) -> bool:
    """Return True for a person named once in an article about another: his trade is beside the point (as the settings have it)."""
    fewest = int(analysis.settings.data["definitions"]["fewest_mentions"])
    entity = analysis.registry.find(person.text)
    is_rare = entity is None or entity.mentions < fewest
    hero = max(analysis.registry.entities, key=lambda e: e.mentions, default=None)
    return is_rare and hero is not None and hero.type is PhraseType.PERSON and hero.mentions >= OFTEN


def is_one_office(slots: list[tuple[str, Value]], analysis: Analysis) -> bool:
    """Return True for the office of a person who matters, at one named body: not "2nd Earl of Kent", "painter of King Olaf"."""
    if not analysis.settings.data["definitions"]["strict_offices"]:
        return True
    values = dict(slots)
    person, role, body = values.get("person"), values.get("role"), values.get("organization")
    if not isinstance(person, Phrase) or not isinstance(role, Phrase) or is_passer_by(person, analysis):
        return False
    quantifiers = analysis.settings.words("arguments", "vague_quantifiers")
    if any(c.isdigit() for c in role.text) or role.is_list or any(word in quantifiers for word in role.text.split()):
        return False
    named = isinstance(body, Phrase) and any(word[:1].isupper() for word in body.text.split())
    return body is None or (isinstance(body, Phrase) and named and not body.is_list and body.type is not PhraseType.PERSON)


def copula_of_person(slots: list[tuple[str, Value]], name: Token, sentence: Sentence, analysis: Analysis) -> list[tuple[str, Value]]:
    """Return the clause that an apposition to a name stands for, in the tense of its sentence: "Ada Lovelace was a mathematician"."""
    values = dict(slots)
    subject, description = values.get("subject"), values.get("description")
    finite = analysis.settings.data["copula"].get(clause_tense(name), "")
    if not finite or not isinstance(subject, Phrase) or not isinstance(description, Phrase) or subject.type is not PhraseType.PERSON:
        return []
    told = Complement(description.text, "description", description.text)
    clause = Clause(subject, finite, complements=(told,), tense=clause_tense(name), subject_slot="subject", span=sentence.evidence)
    return [("copula", clause)]


def is_of_one_kind(slots: list[tuple[str, Value]]) -> bool:
    """Return False when a place or person is set beside a noun for something else: « … outside Germany, a flying reptile »."""
    types = {name: value.type for name, value in slots if isinstance(value, Phrase)}
    named = types.get("subject")
    return named not in {PhraseType.PLACE, PhraseType.PERSON} or types.get("description") is named


def passes(test: Mapping[str, Any], nodes: Mapping[str, Token], analysis: Analysis) -> bool:
    """Return True when a node passes a test."""
    token = nodes[test["node"]]
    lexicon = analysis.language.lexicon
    if "lemma_in" in test and token.lemma_.lower() not in lexicon.words(*test["lemma_in"].split(".")):
        return False
    if "not_in" in test and token.lemma_.lower() in lexicon.words(*test["not_in"].split(".")):
        return False
    if "type" in test and phrase_type(token, phrase_tokens(token, analysis) or [token], analysis) not in {
        PhraseType(t) for t in test["type"]
    }:
        return False
    if "is_name" in test and is_name(token) is not test["is_name"]:
        return False
    if "indefinite" in test and is_indefinite(token, analysis) is not test["indefinite"]:
        return False
    if test.get("determined") and not is_determined(token, analysis):
        return False
    if "has" in test and child(token, test["has"]) is None:
        return False
    if test.get("beside") and (follows_comma(token) or child(token, "case") is not None or opens_bracket(token) or is_listed(token)):
        return False
    if "mentions" in test and token.ent_type_ == "PER" and mentions_of(token, analysis) < test["mentions"]:
        return False
    if "not_in_story" in test and not analysis.is_news and clause_tense(token) in test["not_in_story"]:
        return False
    if "not_tense" in test and clause_tense(token) in test["not_tense"]:
        return False
    if test.get("standalone") and dangling(token, phrase_tokens(token, analysis) or [token], analysis, as_subject=True) not in STANDING:
        return False
    return "comma_between" not in test or (
        follows_comma(token)
        and not follows_colon(token)
        and child(token, "case") is None
        and not opens_bracket(token)
        and not is_listed(token)
    )


def is_indefinite(token: Token, analysis: Analysis) -> bool:
    """Return True for "a Scottish chemist at the college", which is no office: others may be it too."""
    return any(feature(t, "Definite") == "Ind" for t in phrase_tokens(token, analysis)[:1])


def mentions_of(name: Token, analysis: Analysis) -> int:
    """Return how often the article, its title included, holds the last word of a name: a surname."""
    return words_told(analysis)[(name_tokens(name) or [name])[-1].text]


@lru_cache(maxsize=1)  # of the article in hand
def words_told(analysis: Analysis) -> Counter[str]:
    """Return how often each word stands in the article, its title included; of "Baron-Cohen" the parts too."""
    words = re.findall(r"\w+(?:[-'’]\w+)*", f"{analysis.article.title or ''}\n{analysis.article.text}")
    return Counter(chain(words, *(re.findall(r"\w+", word) for word in words if not word.isalnum())))


def is_determined(token: Token, analysis: Analysis) -> bool:
    """Return True for a noun with an article or an owner: "a port", "the UK's award"; not for "Kent county", which may be an address."""
    words = phrase_tokens(token, analysis)
    return bool(words) and (words[0].pos_ == "DET" or any(feature(t, "Poss") == "Yes" or t.lower_ in {"'s", "’s"} for t in words))


def follows_colon(token: Token) -> bool:
    """Return True for what a colon introduces: a subtitle, a list."""
    left = token.left_edge
    return ":" in {left.text, left.nbor(-1).text if left.i else ""}


def clause_tense(token: Token) -> str:
    """Return the Tense of the finite verb of the nearest clause around a token, or ""."""
    for head in token.ancestors:
        finite = next((t for t in (*head.children, head) if t.pos_ in {"AUX", "VERB"} and feature(t, "VerbForm") == "Fin"
                       and (t == head or relation(t) in {"aux", "cop"})), None)  # fmt: skip
        if finite is not None:
            return feature(finite, "Tense")
    return ""


def is_listed(token: Token) -> bool:
    """Return True when an apposition may as well be a member of a list: it or what it explains is coordinated."""
    members = (token, token.head)
    inside = any(relation(c) == "conj" and c.pos_ in {"NOUN", "PROPN"} for m in members for c in m.children)
    return inside or any(relation(m) == "conj" for m in members)


def opens_bracket(token: Token) -> bool:
    """Return True when a subtree stands in brackets: an aside, not an apposition."""
    left = token.left_edge
    return left.text == "(" or (left.i > 0 and left.nbor(-1).text == "(")


def opens_loosely(first: Token, analysis: Analysis) -> bool:
    """Return True for a phrase that opens with an adverb, a conjunction, a relative pronoun, or a preposition that holds no article."""
    if first.pos_ in {"ADV", "CCONJ", "SCONJ"} or feature(first, "PronType") == "Rel":
        return True
    return first.pos_ == "ADP" and first.lower_ not in analysis.settings.contractions


def is_glued(words: list[Token]) -> bool:
    """Return True for a phrase that took in a member of the list it stands in: « maire de Vannes, de Paul Morel »."""
    behind = [(word, words[n + 1 : n + 4]) for n, word in enumerate(words[1:-1], 1) if word.text == ","]
    return any(after and after[0].pos_ == "ADP" and any(t.pos_ == "PROPN" for t in after) for _, after in behind)


def goes_on_with(last: Token, nodes: list[Token]) -> bool:
    """Return True when another slot begins behind `last`: « la psychiatre britannique | Lorna Wing »."""
    return last.i + 1 < len(last.doc) and last.nbor(1) in nodes


def slot_value(token: Token, span: str, nodes: list[Token], analysis: Analysis) -> Phrase | None:
    """Return a slot's phrase: the name alone, the phrase without the other nodes' words, or the phrase with them."""
    if span == "name":
        words = name_tokens(token)
    elif span == "phrase_with_all":
        words = phrase_tokens(token, analysis)
    else:
        others = {t for node in nodes if node != token and token.is_ancestor(node) for t in node.subtree}
        words = trimmed([t for t in phrase_tokens(token, analysis) if t not in others])
    if (
        not words
        or (is_cut_short(words) and not goes_on_with(words[-1], nodes))
        or opens_loosely(words[0], analysis)
        or not is_contiguous(words)
        or not is_balanced(text_of(words))
        or PRONUNCIATION.search(text_of(words))
        or " ," in text_of(words)
        or (token.pos_ == "NOUN" and is_glued(words))
    ):
        return None
    if any(is_first_person(t, analysis) for t in words):
        return None
    if any(feature(t, "PronType") == "Prs" and relation(t) in {"det", "nmod"} for t in words):
        return None
    return phrase(token, analysis, words)
