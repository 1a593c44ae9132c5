"""Noun phrases out of a tree: their words, type, gender and number, and whether they can stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.facts import Phrase, PhraseType
from quizgen.languages.first_names import gender_of_first_name
from quizgen.syntax.analysis import Analysis
from quizgen.syntax.tree import children, feature, is_contiguous, opens, relation, text_of, trimmed, without_detached

if TYPE_CHECKING:
    from spacy.tokens import Token

ENTITY_TYPES = {"PER": PhraseType.PERSON, "ORG": PhraseType.ORGANIZATION, "LOC": PhraseType.PLACE, "MISC": PhraseType.WORK}
LONGEST_WORD = 60  # letters
HEAD_NOUNS = ("person", "organization", "place", "work", "event")
GENDERS = {"Masc": "m", "Fem": "f"}
NUMBERS = {"Sing": "s", "Plur": "p"}


def phrase(head: Token, analysis: Analysis, tokens: Sequence[Token] | None = None) -> Phrase:
    """Return the phrase of `head`: `tokens`, or its subtree without preposition and without what is set off by punctuation."""
    words = list(tokens) if tokens is not None else phrase_tokens(head, analysis)
    text = surface(words, analysis)
    made = Phrase(
        text=text,
        type=phrase_type(head, words, analysis),
        gender=gender(head, words, analysis),
        number=number(head),
        head=head_text(head),
        is_name=is_name(head),
        is_list=any(relation(c) == "conj" and c in words and c.pos_ not in {"ADJ", "ADV"} for c in head.children),
        is_definite=is_definite(head, words, analysis),
        span=analysis.span_of(words) if is_contiguous(words) else None,
    )
    return analysis.language.describe(canonical(without_title(made, head, words), analysis))


def without_title(made: Phrase, head: Token, words: Sequence[Token]) -> Phrase:
    """Return the phrase with the person's name alone as `bare`: "Jules Janssen" of "the French astronomer Jules Janssen"."""
    name = text_of(name_tokens(head)) if made.type is PhraseType.PERSON and made.is_name and not made.is_list else ""
    titled = any(t.pos_ in {"NOUN", "DET"} and t.i < head.i for t in words)
    return replace(made, bare=name) if titled and name and made.text.endswith(name) else made


def phrase_tokens(head: Token, analysis: Analysis) -> list[Token]:
    """Return the tokens of a phrase in order; a preposition that holds the article ("du") stays, to be rendered as that article."""
    clausal = {t for c in children(head, "nsubj", "cop", "aux", "advcl", "ccomp", "csubj", "expl") for t in c.subtree}
    words = [t for t in without_detached(head) if t not in clausal]
    opening = min((t.i for t in words if t.pos_ not in {"ADP", "CCONJ", "SCONJ", "PUNCT", "PART"}), default=head.i)
    cases = [c for c in children(head, "case", "mark", "cc") if c.i < head.i and (relation(c) != "cc" or c.i < opening)]
    dropped = {t for c in cases for t in c.subtree if t.lower_ not in analysis.settings.contractions or t != c}
    return trimmed([t for t in words if t not in dropped])


def surface(words: Sequence[Token], analysis: Analysis) -> str:
    """Return the text of a phrase as in the middle of a sentence: contraction undone, capital of a sentence start lowered."""
    text = text_of(words)
    first = words[0]
    article = analysis.settings.contractions.get(first.lower_)
    if article and first.pos_ == "ADP":
        return f"{article} {text_of(words[1:])}"
    by_habit = first.lower_ in analysis.common_words
    if (opens_sentence(first) or by_habit) and is_common(first, analysis):
        return text[:1].lower() + text[1:]
    if first.pos_ == "DET" and first.text[:1].isupper() and first.text.lower() in {"l'", "l’", "le", "la", "les", "the"}:
        return text[:1].lower() + text[1:]
    return text


def opens_sentence(token: Token) -> bool:
    """Return True for the first word of a sentence, quotation marks aside."""
    while not opens(token):
        token = token.nbor(-1)
        if not (token.is_punct or token.is_space):
            return False
    return True


def is_common(token: Token, analysis: Analysis) -> bool:
    """Return True for a word that has its capital only because it opens a sentence."""
    if token.text[1:2].isupper() or token.text == "I" or token.text in analysis.names_inside:
        return False
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    before_name = following is not None and following.pos_ == "PROPN" and token.pos_ in {"NOUN", "PROPN"}
    if before_name and token.lower_ not in analysis.common_words:
        return False  # "Professor Eastman"
    named = (bool(token.ent_type_) or token.pos_ == "X") and token.pos_ != "DET"
    return not named and token.lower_ not in analysis.language.lexicon.words("nationalities", "adjectives")


def head_text(head: Token) -> str:
    """Return the head noun, or the whole name when the head is part of one."""
    names = name_tokens(head)
    return text_of(names) if names else head.text


def is_definite(head: Token, words: Sequence[Token], analysis: Analysis) -> bool:
    """Return True when a phrase opens with a definite article, alone or inside a preposition, or is a bare name."""
    first = words[0]
    return feature(first, "Definite") == "Def" or first.lower_ in analysis.settings.contractions or (is_name(head) and first.pos_ != "DET")


def name_tokens(head: Token) -> list[Token]:
    """Return the tokens of the entity that holds `head`, or of its flat name, or none."""
    for ent in head.doc.ents if head.ent_type else ():
        if ent.start <= head.i < ent.end:
            return trimmed([t for t in ent if t.pos_ != "DET"])
    if head.pos_ == "PROPN":
        return [head, *[t for c in children(head, "flat", "compound") for t in c.subtree]]
    return []


def is_name(head: Token) -> bool:
    """Return True when a phrase is headed by a proper name; a word with a capital inside ("OpenStack") is one whatever the tagger says."""
    inner_capital = any(c.isupper() for c in head.text[1:]) and head.text[:1].isupper()
    return head.pos_ == "PROPN" or inner_capital or (bool(head.ent_type_) and head.text[:1].isupper())


def phrase_type(head: Token, words: Sequence[Token], analysis: Analysis) -> PhraseType:
    """Return what a phrase names: by its entity when a name heads it, else by its head noun."""
    if is_name(head):
        entity = analysis.registry.find(head_text(head)) or analysis.registry.find(text_of(words))
        if entity is not None and entity.is_given:
            return entity.type
        own = {w.lower() for w in text_of(words).split()}
        for kind in ("organization", "work"):
            if own & analysis.language.lexicon.words("head_nouns", kind):
                return PhraseType(kind)
        found = entity.type if entity else ENTITY_TYPES.get(head.ent_type_, PhraseType.WORK)
        doubtful = found is PhraseType.ORGANIZATION or (found is PhraseType.WORK and " " not in head_text(head))
        return PhraseType.UNKNOWN if doubtful and not is_surely_organization(head_text(head), analysis) else found
    lemma = head.lemma_.lower()
    for kind in HEAD_NOUNS:
        if lemma in analysis.language.lexicon.words("head_nouns", kind):
            return PhraseType(kind)
    named = any(c.ent_type_ == "PER" and c.i == head.i + 1 for c in children(head, "appos", "flat", "nmod"))  # « le tyran Démétrios »
    if named or lemma in analysis.language.lexicon.words("roles", "nouns"):
        return PhraseType.PERSON
    return PhraseType.THING


def is_surely_organization(name: str, analysis: Analysis) -> bool:
    """Return True for letters ("CERN"), a name of several words, or one after a noun for organizations (« la fondation OpenInfra »)."""
    if name.isupper() or " " in name:
        return True
    at = analysis.article.text.find(f" {name}")
    nouns = analysis.language.lexicon.words("head_nouns", "organization")
    while at > 0:
        before = analysis.article.text[max(0, at - LONGEST_WORD) : at].split()
        if before and before[-1].lower().strip("(«“\"'l’") in nouns:
            return True
        at = analysis.article.text.find(f" {name}", at + 1)
    return False


def gender(head: Token, words: Sequence[Token], analysis: Analysis) -> str:
    """Return a phrase's gender: of its noun, its article or adjectives, its first name; "" when nothing tells."""
    beside = [t for t in head.children if t in words and relation(t) in {"det", "case", "amod"}]
    for token in (*sorted(beside, key=lambda t: relation(t) == "amod"), head):  # « la psychiatre »: the article tells more than the noun
        found = feature(token, "Gender")
        if found and (token != head or not is_name(head)):
            return GENDERS.get(found, "")
    if is_name(head) and head.ent_type_ in {"PER", ""} and words:
        return gender_of_first_name(text_of(words), analysis.language.lexicon)
    return ""


def number(head: Token) -> str:
    """Return "p" for a plural or coordinated phrase, else "s"."""
    members = [c for c in children(head, "conj") if c.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}]
    if any(cc.lower_ in {"et", "and", "ainsi"} for c in members for cc in children(c, "cc")):
        return "p"
    if any(t.like_num and t.lower_ not in {"1", "un", "une", "one"} for t in children(head, "nummod")):
        return "p"  # « 422 Méliphages »
    found = feature(head, "Number") or next((feature(d, "Number") for d in children(head, "det", "case") if feature(d, "Number")), "")
    return NUMBERS.get(found, "s")


def canonical(made: Phrase, analysis: Analysis) -> Phrase:
    """Return a phrase that is only a name under its fullest form ("Carrez" becomes "Thierry Carrez"), with its aliases accepted."""
    entity = analysis.registry.find(made.text) if made.is_name else None
    if entity is None:
        return made
    made = replace(made, gender=entity.gender or made.gender, number=entity.number or made.number)
    is_bare = entity.is_given and made.text in entity.aliases
    if (entity.type is PhraseType.PERSON or is_bare) and entity.name != made.text:
        return replace(made, text=entity.name, bare=entity.name, head=entity.name, accepted=(*sorted(entity.aliases),))
    return replace(made, accepted=tuple(sorted(entity.aliases)))


def dangling(head: Token, words: Sequence[Token], analysis: Analysis, *, as_subject: bool = False) -> str:
    """Return why a phrase would not stand alone outside the article, or "" when it would."""
    lexicon = analysis.language.lexicon
    if head.pos_ in {"PRON", "DET", "ADJ", "ADV", "NUM"} and not is_name(head):
        return "pronoun" if head.pos_ != "NUM" else "bare number"
    for token in words:
        reason = dangling_word(token, words, analysis, as_subject=as_subject)
        if reason:
            return reason
    if any(t.lower_ in lexicon.words("deixis", "words") for t in words):
        return "relative time or place"
    if is_name(head):
        return ""
    if not as_subject and words[0].lower_ in analysis.settings.words("arguments", "vague_quantifiers"):
        return "vague quantity"
    if phrase_type(head, words, analysis) is PhraseType.PERSON and number(head) == "s" and not names_its_office(head, words, analysis):
        return "bare description"
    return dangling_description(head, words, analysis, as_subject=as_subject)


def is_demonstrative(token: Token, analysis: Analysis) -> bool:
    """Return True for « ce », "those" before a noun, by its tag or by the word itself."""
    by_word = token.lower_ in analysis.language.lexicon.words("pronouns", "demonstrative") and relation(token) == "det"
    return by_word or (token.pos_ == "DET" and feature(token, "PronType") == "Dem")


def is_first_person(token: Token, analysis: Analysis) -> bool:
    """Return True for "we", « notre »; not for "US", the country."""
    return token.lower_ in analysis.language.lexicon.words("pronouns", "first_person") and not (len(token) > 1 and token.is_upper)


def is_cut_short(words: Sequence[Token]) -> bool:
    """Return True when a phrase ends in a small word, or goes on behind its end (a list, a compound): the key would be partial."""
    first, last = words[0], words[-1]
    if first.i > first.sent.start and first.nbor(-1).text == "-" and not first.nbor(-1).whitespace_:  # "cross-|section"
        return True
    if last.pos_ in {"ADP", "DET", "CCONJ", "PART"}:
        return True
    following = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if following is not None and following.pos_ == "CCONJ" and following.i + 1 < len(last.doc):
        joins_verbs = relation(following) == "cc" and following.head.pos_ in {"VERB", "AUX"}  # « … le phare car le port était fermé »
        return not joins_verbs and following.nbor(1).pos_ not in {"VERB", "AUX"}  # « a perturbé le trafic et causé … »: another deed
    return following is not None and (following.pos_ in {"CCONJ", "NOUN", "PROPN", "PART"} or following.text in {"-", "'s", "’s"})


def names_its_office(head: Token, words: Sequence[Token], analysis: Analysis) -> bool:
    """Return True when a description of one person says of what or whom: « le directeur de la fondation », « le président américain »."""
    countries = analysis.language.lexicon.words("nationalities", "adjectives")
    if head.lemma_.lower() in analysis.language.lexicon.words("roles", "of_countries") and any(
        c.lower_ in countries or c.lemma_.lower() in countries for c in children(head, "amod")
    ):
        return True
    return any(t.pos_ == "PROPN" for t in words) or any(
        relation(c) in {"nmod", "appos", "flat", "acl"} for c in head.children if c in words
    )


def dangling_word(token: Token, words: Sequence[Token], analysis: Analysis, *, as_subject: bool) -> str:
    """Return why one word ties a phrase to its text ("ce", "notre", "his"), or ""."""
    if is_first_person(token, analysis):
        return "first person"
    if is_demonstrative(token, analysis):
        return "demonstrative"
    if feature(token, "Poss") == "Yes" and as_subject:
        return "possessive"
    if (
        token.pos_ == "PRON"
        and feature(token, "Poss") != "Yes"
        and feature(token, "PronType") != "Rel"
        and token.lower_ not in {"se", "s'", "s’"}
    ):
        return "pronoun"
    return ""


def dangling_description(head: Token, words: Sequence[Token], analysis: Analysis, *, as_subject: bool) -> str:
    """Return why a description with a common noun is not enough ("la fondation"), or ""."""
    lemma = head.lemma_.lower()
    if lemma in analysis.language.lexicon.words("vague", "nouns") and not has_complement(head, words):
        return "vague noun"
    if any(t.pos_ == "PROPN" or (t.ent_type_ and t.text[:1].isupper()) for t in words):
        return ""
    determiners = [t for t in words if t.i < head.i and (t.pos_ == "DET" or t.lower_ in analysis.settings.contractions)]
    definite = any(feature(t, "Definite") == "Def" for t in determiners)
    plural = number(head) == "p"
    if (
        definite
        and lemma not in analysis.topic
        and not has_complement(head, words)
        and not (plural and is_first_mention(head, words, analysis))
    ):
        return "bare description"
    ordering = analysis.settings.words("time", "ordering")
    if definite and any(c.lower_ in ordering for c in head.children if c in words) and not has_complement(head, words):
        return "bare description"  # « la prochaine étape »
    indefinite = any(feature(t, "Definite") == "Ind" for t in determiners)
    if as_subject and indefinite and not (plural and any(relation(c) == "nmod" for c in head.children if c in words)):
        return "indefinite subject"  # « une motion », « des Français »; « des moulins à marée » are a kind of thing
    return ""


def is_first_mention(head: Token, words: Sequence[Token], analysis: Analysis) -> bool:
    """Return True for a noun with an adjective at its first mention: « les facteurs environnementaux » leans on nothing before."""
    at = int(head.doc.user_data["offset"]) + head.idx
    adjectives = [c for c in head.children if c in words and relation(c) in {"amod", "compound"}]
    ordering = analysis.settings.words("time", "ordering")
    return bool(adjectives) and analysis.first_seen.get(head.lemma_.lower(), at) >= at and not any(c.lower_ in ordering for c in adjectives)


def has_complement(head: Token, words: Sequence[Token]) -> bool:
    """Return True when a noun is narrowed by something of weight: a noun complement, a clause, or two adjectives."""
    inside = [c for c in head.children if c in words]
    if any(relation(c) in {"nmod", "acl"} and c.pos_ != "PRON" for c in inside):
        return True
    return sum(relation(c) in {"amod", "compound"} for c in inside) >= 2
