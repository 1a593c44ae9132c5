"""Whether a sentence may be told as it stands: whole, plain, true, in the article's own voice or a named one's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.discourse.reaching_out import has_name
from quizgen.discourse.surroundings import is_speech
from quizgen.extraction.clause_facts.attribution import speaker_phrase
from quizgen.extraction.clauses.parsed_clause import Unclean
from quizgen.extraction.clauses.subject_checks import disagrees
from quizgen.extraction.clauses.truth import check_truth
from quizgen.extraction.passages.cutting import LONGEST, SHORTEST
from quizgen.extraction.passages.main_clause import main_clause
from quizgen.extraction.passages.times import check_times
from quizgen.extraction.passages.vagueness import check_telling_something
from quizgen.languages import note_marks
from quizgen.syntax.analysis import Analysis, Sentence
from quizgen.syntax.tree import child, children, feature, is_balanced, opens, relation

if TYPE_CHECKING:
    from spacy.tokens import Token

UNFIT = frozenset("?!;[]{}|…")
WELL_KNOWN = 4  # mentions of a person in an article
TELEPHONE = re.compile(r"\+\d{4,}|(?<![\d,.])\d{9,}|☎|\d{3}-\d{4}\b|\d{2}[ .]\d{2}[ .]\d{2}[ .]\d{2}")
QUOTES = frozenset('«“"')
DOUBLED = re.compile(r"(?<![\w'’-])([^\W\d_]+) \1(?![\w'’-])")  # « à à Paris »
OPENS = frozenset("«“\"'‘$€£")  # before the first word, where it is no letter


def check_telling(sentence: Sentence, analysis: Analysis) -> None:
    """Do nothing for a whole sentence that states something plainly, in a voice that has a name; else raise Unclean with the reason."""
    if sentence.is_quoted or (is_speech(sentence.evidence.text) and not names_speaker(sentence, analysis)):
        raise Unclean("quotation told whole")
    if sentence.span[0].lower_ in analysis.settings.words("passages", "addressing"):
        raise Unclean("word to the reader")  # « Notez que … »
    root, subject, finite = main_clause(sentence, analysis)
    if root.lemma_.lower() in analysis.settings.words("passages", "obliging"):
        raise Unclean("hedged")
    check_statement(root, finite, sentence, analysis)
    if any(t.pos_ == "PRON" and t.text.startswith("-") for t in sentence.span):
        raise Unclean("question")  # « n'en est-il pas ainsi de … »
    if is_opinion(root, analysis):
        raise Unclean("opinion of nobody")
    if is_parted(subject, finite) or is_spliced(root, sentence, analysis):
        raise Unclean("broken sentence")  # « Ada et son copilote, partent … »
    if analysis.is_news and is_undated_state(root, finite, sentence, analysis):
        raise Unclean("undated event")
    if root == sentence.span.root and disagrees(subject, finite, analysis.settings):
        raise Unclean("subject and verb disagree")
    if root.lemma_.lower() in analysis.language.lexicon.words("speech", "verbs") and not any(t.dep_ == "aux:pass" for t in root.children):
        check_speech(root, subject, analysis)
    check_telling_something(root, subject, sentence, analysis)


def check_statement(root: Token, finite: Token, sentence: Sentence, analysis: Analysis) -> None:
    """Do nothing for what is told as true, or as said by somebody named: « Le feu aurait pris à Vannes, selon Ada Stein »."""
    try:
        check_truth(root, finite, sentence, analysis, whole=True)
    except Unclean as reason:
        is_hearsay = str(reason) == "conditional" and feature(finite, "Mood") == "Cnd" and names_source(sentence, analysis)
        is_limit = str(reason) == "negated" and feature(finite, "Mood") == "Ind" and limits_only(root, finite, analysis)
        if not (is_hearsay or is_limit):
            raise


def limits_only(root: Token, finite: Token, analysis: Analysis) -> bool:
    """Return True for « Le phare n'est bâti qu'en 1848 », which says that it was, and no sooner."""
    settings = analysis.settings
    negating, limits = settings.words("verbs", "negating"), settings.words("passages", "limiting")
    denied = analysis.language.lexicon.words("negation", "words") - negating
    own = [t for head in (root, finite) for t in head.children]
    rest = root.doc[finite.i + 1 : root.sent.end]
    behind = any(t.lower_ in limits and t.head.pos_ not in {"VERB", "AUX"} for t in rest) if limits else False
    return behind and not any(t.lower_ in denied for t in own)


def names_source(sentence: Sentence, analysis: Analysis) -> bool:
    """Return True for « selon Ada Stein »."""
    sources = analysis.settings.words("arguments", "source")
    return any(t.lower_ in sources and t.i + 1 < sentence.span.end and t.head.pos_ == "PROPN" and t.head.i > t.i for t in sentence.span)


def names_speaker(sentence: Sentence, analysis: Analysis) -> bool:
    """Return True for a sentence that says by name who says its quotation: « Ada Stein a déploré « … » », « Selon Ada Stein, … »."""
    span = sentence.span
    subject = child(span.root, "nsubj")
    quoted = next((t.i for t in span if t.text in QUOTES), span.end)
    says = span.root.lemma_.lower() in analysis.language.lexicon.words("speech", "verbs")
    if says and subject is not None and span.root.i < quoted and (has_name(subject) or bool(subject.ent_type_)):
        return True
    sources = analysis.settings.words("arguments", "source")
    return span[0].lower_ in sources and any(t.pos_ == "PROPN" for t in span[1:].doc[span.start : min(quoted, span.start + 6)])


def check_speech(verb: Token, subject: Token, analysis: Analysis) -> None:
    """Do nothing for speech whose words and whose speaker the sentence names; else raise Unclean."""
    if child(verb, "ccomp", "parataxis", "obj", "xcomp") is None:
        raise Unclean("speech verb")  # « Ada Stein a annoncé le 24 janvier 2016 »
    is_asked = verb.lemma_.lower() in analysis.settings.words("passages", "asking_of") and child(verb, "xcomp") is not None
    if is_asked or child(verb, "ccomp", "parataxis") is not None:
        speaker_phrase(subject, analysis)
        if analysis.settings.data["passages"]["speakers_need_role"] and not is_introduced(subject, analysis):
            raise Unclean("unnamed speaker")  # "Paul Low said …": who is he?


def is_introduced(speaker: Token, analysis: Analysis) -> bool:
    """Return True for a speaker who is no person, whom the title names or the article often, or of whom the sentence says what he is."""
    whole = speaker.doc[speaker.left_edge.i : speaker.right_edge.i + 1].text
    entity = analysis.registry.find(whole) or analysis.registry.find(speaker.text)
    is_whole = entity is not None and (" " in entity.name or not analysis.is_news)  # in news a surname alone is nobody
    known = entity is not None and ((entity.mentions >= WELL_KNOWN and is_whole) or entity.name in analysis.article.title)
    said = [c for c in speaker.children if relation(c) in {"appos", "amod", "acl", "nmod"} or c.pos_ == "NOUN"]
    return speaker.ent_type_ != "PER" or speaker.text in analysis.article.title or known or bool(said)


def check_fitness(told: str, sentence: Sentence, analysis: Analysis) -> None:
    """Do nothing for a text `told` of a sentence that has a beginning and an end, is of middling length and speaks of no "now"."""
    text = sentence.evidence.text
    length = sum(any(map(str.isalnum, word)) for word in told.split())
    if not SHORTEST <= length <= LONGEST or not note_marks.without(text).endswith("."):
        raise Unclean("sentence too short or too long to be told whole")
    opens = told[:1].isupper() or told[:1].isdigit() or told[:1] in OPENS
    is_marred = is_slip(told, analysis) or ".." in text or TELEPHONE.search(told) or "\n" in text.strip()
    is_broken = UNFIT & set(told) or told.count(":") > 1 or not is_balanced(told) or has_stray_quotes(told)
    if is_marred or is_broken or not opens:
        raise Unclean("broken sentence")
    check_times(told, sentence, analysis)
    if analysis.is_news and not any(is_anchor(t, analysis) for t in sentence.span):
        raise Unclean("event that nothing names")  # « Douze surveillants ont été pris en otage. »
    if is_of_contest(sentence, analysis):
        raise Unclean("event that nothing names")  # « Ada dépasse Léo »: in which race?


def is_slip(told: str, analysis: Analysis) -> bool:
    """Return True for a word that stands twice, « à à Paris », and for what no sentence holds: « de d'écrire »."""
    settings = analysis.settings
    twice = any(m[1].islower() and m[1] not in settings.words("passages", "doubled") for m in DOUBLED.finditer(told))
    return twice or any(re.search(rf"(?<!\w){slip}", told) for slip in settings.words("passages", "marred"))


def is_of_contest(sentence: Sentence, analysis: Analysis) -> bool:
    """Return True for what somebody does in a race or match that the sentence neither names nor dates."""
    settings, root = analysis.settings, sentence.span.root
    subject = child(root, "nsubj")
    acts = subject is not None and subject.ent_type_ == "PER" and root.lemma_.lower() in settings.words("passages", "contest_acts")
    if not acts or analysis.is_news or analysis.language.find_dates(sentence.evidence.text):
        return False
    contests = settings.words("passages", "contests")
    return not any(t.lemma_.lower() in contests or t.ent_type_ == "MISC" for t in sentence.span if t.ent_type_ != "PER")


def is_anchor(token: Token, analysis: Analysis) -> bool:
    """Return True for a word that says of which event a sentence of news speaks: a name, or a word of the title."""
    is_name = bool(token.ent_type_) or (token.pos_ == "PROPN" and not opens(token))
    return is_name or (token.pos_ == "NOUN" and token.lemma_.lower() in analysis.topic)


def has_stray_quotes(text: str) -> bool:
    """Return True where a straight quotation mark stands on the wrong side of a space: 'known as "Ada "since then'."""
    parts = text.split('"')
    inside, outside = parts[1::2], parts[2::2]
    return any(p != p.strip() for p in inside) or any(p[:1].isalnum() for p in outside)


def is_opinion(predicate: Token, analysis: Analysis) -> bool:
    """Return True for "the town is lovely", "spring is the best time": what somebody likes, told by nobody."""
    liked, renowned = analysis.settings.words("passages", "liked"), analysis.settings.words("passages", "renowned")
    of_noun = [c for c in children(predicate, "amod") if not any(s.lower_ in renowned for s in (c, *c.children))]
    said = (predicate, *children(predicate, "conj"), *of_noun)
    return child(predicate, "cop") is not None and any(t.lower_ in liked for t in said)


def is_parted(subject: Token, finite: Token) -> bool:
    """Return True where one comma alone stands between subject and verb, right before the verb."""
    between = subject.doc[subject.left_edge.i : finite.i]
    if feature(finite, "VerbForm") != "Fin":
        return False  # "numbers peaked, | concentrated in the south": the parser took the first verb for a participle
    if between and between[-1].text == "," and between[-1].nbor(-1).text == ")":
        return False  # a bracket that is cut takes it along
    return bool(between) and between[-1].text == "," and sum(t.text == "," for t in between) == 1


def is_spliced(root: Token, sentence: Sentence, analysis: Analysis) -> bool:
    """Return True where a comma alone joins two statements: « La flotte part, la ville est prise »."""
    if not analysis.settings.data["passages"]["commas_join_no_statements"] or is_speech(sentence.evidence.text):
        return False
    further = [c for c in children(root, "conj", "parataxis", "ccomp") if c.i > root.i]
    parts = (t for c in further for t in (c, *children(c, "conj")))
    is_list = any(child(t, "cc") is not None for t in parts)  # « …, le dos est long et la tête courte »
    return not is_list and any(opens_with_subject(c) for c in further if child(c, "mark") is None)


def opens_with_subject(clause: Token) -> bool:
    """Return True for a clause of a finite verb whose subject is its first word behind a comma."""
    subject = child(clause, "nsubj")
    is_finite = any(feature(t, "VerbForm") == "Fin" for t in (clause, *children(clause, "aux", "cop")))
    if subject is None or not is_finite or subject.left_edge.i == 0 or subject.i > clause.i:
        return False
    return subject.left_edge.nbor(-1).text == "," and subject.pos_ in {"NOUN", "PROPN"}


def is_undated_state(verb: Token, finite: Token, sentence: Sentence, analysis: Analysis) -> bool:
    """Return True for « Ada Stein était à Nantes » with nothing that says when."""
    if is_so_already(verb, sentence, analysis):
        return True
    staying = analysis.settings.words("passages", "staying")
    told = (finite, *(c for c in children(verb, "conj") if c.i > verb.i))
    if any(feature(t, "Tense") == "Pres" and t.lemma_.lower() in staying for t in told):
        return True  # « Le mobile reste un mystère »
    if feature(finite, "Tense") != "Imp" or analysis.language.find_dates(sentence.evidence.text):
        return False
    return finite in {verb, child(verb, "cop")} and child(verb, "advcl") is None


def is_so_already(verb: Token, sentence: Sentence, analysis: Analysis) -> bool:
    """Return True for « Les demandes ont déjà été entendues » with nothing that says when; « déjà en 2012 » says it."""
    words = analysis.settings.words("passages", "already")
    beside = any(t.lower_ in words and relation(t) == "advmod" for t in verb.children)
    return beside and not analysis.language.find_dates(sentence.evidence.text)
