"""Whether a clause is whole: no member of a list lost, nothing cut at a bracket, no second clause glued to it, one answer only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.extraction.arguments.joints import has_torn_joint
from quizgen.syntax.tree import child, children, feature, relation, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.extraction.arguments.argument import Argument
    from quizgen.extraction.clauses.parsed_clause import ParsedClause
    from quizgen.syntax.analysis import Analysis

NOMINAL = frozenset({"DET", "ADP", "NUM", "ADJ", "NOUN", "PROPN"})
THINGS = frozenset({"NOUN", "PROPN"})
HAVE = "avoir"


def flaw_of(parsed: ParsedClause, found: Sequence[Argument], analysis: Analysis) -> str:
    """Return why a clause is not whole: words that belong to it were lost, or it says only one of several things; "" when it is."""
    for words in (parsed.subject_tokens, *(a.tokens for a in found)):
        if is_torn_list(words):
            return "list cut short"
        if any(is_parted_from_object(t) for t in words) or ends_in_aside(words):
            return "clauses side by side"
        if goes_on_behind_bracket(words[-1], parsed.finite, analysis):
            return "cut at a bracket"
    if any(is_first_of_same(a.tokens) for a in found if a.slot != "date"):
        return "list cut short"
    if goes_on(parsed.subject_tokens[-1], parsed.finite) or any(goes_on(a.tokens[-1], None) for a in found):
        return "list cut short"
    if any(a.tokens[0].text == "(" for a in found) or loses_object(parsed, found):
        return "open quote or list"
    if is_followed_by_verb(parsed, found):
        return "clauses side by side"
    if is_one_of_several(parsed, found, analysis):
        return "one of several"
    if has_torn_joint(parsed, found):
        return "words torn out"
    return "wrong agreement" if is_misspelt(parsed, analysis) else ""


def is_torn_list(words: Sequence[Token]) -> bool:
    """Return True for a list whose last member is not joined by a conjunction, « Internews, le PAM », or a person: « la tête et Morel »."""
    inside = set(words)
    for head in words:
        members = [c for c in children(head, "conj") if c in inside and c.pos_ in THINGS]
        if head.pos_ not in THINGS or not members:
            continue
        joined = any(t.pos_ == "CCONJ" for t in head.doc[head.i : members[-1].i])
        unnamed = head.pos_ == "NOUN" and not any(t.ent_type_ for t in words if t.i < members[0].i)
        if not joined or (unnamed and any(m.ent_type_ == "PER" for m in members)):
            return True
    return False


def is_parted_from_object(token: Token) -> bool:
    """Return True for an infinitive with an aside before its object: « propose de quitter, l'un et l'autre, Vannes »."""
    if feature(token, "VerbForm") != "Inf" or token.i + 2 >= token.sent.end or token.nbor(1).text != ",":
        return False
    return token.nbor(2).pos_ in {"DET", "PRON"}


def is_first_of_same(words: Sequence[Token]) -> bool:
    """Return True for the first of several complements behind one preposition: « accusée de vol | , d'avoir menti et de fuite »."""
    first, last = words[0], words[-1]
    if first.pos_ != "ADP" or last.i + 2 >= last.sent.end or last.nbor(1).text != ",":
        return False
    return last.nbor(2).pos_ == first.pos_ and last.nbor(2).lemma_.lower() == first.lemma_.lower()


def loses_object(parsed: ParsedClause, found: Sequence[Argument]) -> bool:
    """Return True where an aside parts a verb from its object, which was not told: « crée, en 1931, (le championnat de voile) »."""
    verb = parsed.group[-1]
    if verb.i + 1 >= verb.sent.end or verb.nbor(1).text != ",":
        return False
    closing = next((t for t in verb.doc[verb.i + 2 : verb.sent.end] if t.text == ","), None)
    if closing is None or closing.i + 1 >= verb.sent.end or closing.nbor(1).pos_ != "DET":
        return False
    return not any(closing.nbor(1) in a.tokens for a in found)


def ends_in_aside(words: Sequence[Token]) -> bool:
    """Return True for the infinitive of « vint pour vendre, pendant la crue, | des bateaux »: what it needs stands behind the aside."""
    last = words[-1]
    commas = [t for t in words if t.text == ","]
    follows = last.i + 1 < last.sent.end and last.nbor(1).text == ","
    if not follows or not commas or any(t.pos_ == "CCONJ" for t in words if t.i > commas[-1].i):
        return False
    return feature(commas[-1].nbor(-1), "VerbForm") == "Inf"


def goes_on_behind_bracket(last: Token, finite: Token | None, analysis: Analysis) -> bool:
    """Return True for « les églises de Vannes | (la plus grande) et Theix », « qualifié de capellano | (chapelain) de Vannes »."""
    doc, at = last.doc, last.i + 1
    if at >= len(doc) or doc[at].text != "(":
        return False
    closing = next((t.i for t in doc[at : last.sent.end] if t.text == ")"), -1)
    if closing < 0 or closing + 1 >= last.sent.end:
        return False
    behind = doc[closing + 1]
    alone = analysis.settings.data["prepositions"]["alone"].get(behind.lower_, behind.lower_)
    is_verb = feature(behind, "VerbForm") == "Inf"  # « envoie les mercenaires | (…) se battre à Vannes »
    return is_verb or is_joined_noun(behind, finite) or alone in analysis.settings.words("arguments", "possessor")


def goes_on(last: Token, finite: Token | None) -> bool:
    """Return True when a list goes on behind `last`: a conjunction or, before a number, a comma, and then nothing but a noun phrase.

    « emploie 120 esclaves | , 32 couteliers et 20 fabricants »; up to `finite` where words before a verb are looked at.
    """
    doc, at = last.doc, last.i + 1
    end = finite.i if finite is not None and finite.i > at else last.sent.end
    if at + 1 >= end:
        return False
    if doc[at].text == ",":
        return finite is None and doc[at + 1].pos_ == "NUM" and is_noun_phrase(list(doc[at + 1 : end]))
    return is_joined_noun(doc[at], finite)


def is_joined_noun(conjunction: Token, finite: Token | None) -> bool:
    """Return True for a conjunction before a noun phrase that ends at the next punctuation, or at `finite`."""
    end = finite.i if finite is not None and finite.i > conjunction.i else conjunction.sent.end
    if conjunction.pos_ != "CCONJ" or conjunction.i + 1 >= end:
        return False
    return is_noun_phrase(list(conjunction.doc[conjunction.i + 1 : end]))


def is_noun_phrase(tokens: Sequence[Token]) -> bool:
    """Return True when `tokens` are a noun phrase up to the first punctuation or conjunction, without any verb."""
    stretch: list[Token] = []
    for token in tokens:
        if token.is_punct or token.pos_ == "CCONJ":
            break
        stretch.append(token)
    return bool(stretch) and all(t.pos_ in NOMINAL for t in stretch) and any(t.pos_ in THINGS for t in stretch)


def is_followed_by_verb(parsed: ParsedClause, found: Sequence[Argument]) -> bool:
    """Return True where a verb without a subject of its own follows: its subject was taken for a part of this clause.

    "Danes conquered Kent, and a raid of their duke, Olaf, | led to the fall of Tulsa".
    """
    last = max((a.tokens[-1] for a in found if not a.is_lead), key=lambda t: t.i, default=None)
    if last is None or last.i + 1 >= last.sent.end:
        return False
    behind = list(last.doc[last.i + 1 : last.sent.end])
    commas = [n for n, t in enumerate(behind) if t.text == ","]
    if commas[:1] == [0] and len(commas) > 1 and not any(t.pos_ in {"VERB", "AUX"} for t in behind[: commas[1]]):
        behind = behind[commas[1] + 1 :]
    verb = behind[0] if behind else None
    if verb is None or verb.pos_ not in {"VERB", "AUX"} or verb in {parsed.finite, parsed.verb}:
        return False
    head = verb.head if relation(verb) in {"aux", "cop"} else verb
    marked = any(relation(c) == "mark" or feature(c, "PronType") == "Rel" for c in head.subtree if c.i < head.i)
    shared = relation(head) in {"conj", "xcomp"} or (marked and relation(head) != "ccomp")
    return feature(verb, "VerbForm") == "Fin" and not shared and child(head, "nsubj") is None


def is_one_of_several(parsed: ParsedClause, found: Sequence[Argument], analysis: Analysis) -> bool:
    """Return True where the text says that what it names is an example: « pointe surtout … », « à Vannes, par exemple, … »."""
    markers = analysis.settings.words("arguments", "of_several")
    if any(t.lower_ in markers for t in children(parsed.verb, "advmod") if t.i > parsed.finite.i):
        return True
    texts = [f" {text_of(a.tokens).lower().replace(',', ' ')} " for a in found]
    return any(f" {marker} " in text for text in texts for marker in markers)


def is_misspelt(parsed: ParsedClause, analysis: Analysis) -> bool:
    """Return True for « la salle avait accueillie le concours »: a participle agrees with no object that follows it."""
    endings = tuple(analysis.settings.data["participles"]["agreeing"])
    if not endings or parsed.is_participle or parsed.is_passive or parsed.clitics or parsed.finite.lemma_.lower() != HAVE:
        return False
    own = child(parsed.verb, "obj")
    follows = own is None or own.i > parsed.verb.i
    marked = feature(parsed.verb, "VerbForm") == "Part" and parsed.verb.lower_.endswith(endings)
    return parsed.verb.i > parsed.finite.i and marked and follows


def is_torn_off(first: Token, known: set[Token], parsed: ParsedClause) -> bool:
    """Return True when an argument stands right behind words that no argument holds: the parser hung the end of another phrase on the verb.

    « frappe le port dans un raid à Vannes, (où l'armée affronte) | la milice »: the milita is not what is struck.
    """
    if first.i <= parsed.group[-1].i or first.i == 0:
        return False
    before = first.nbor(-1)
    own = known | {parsed.subject, *parsed.subject_tokens, *parsed.group, *parsed.clitics}
    return not (before in own or before.is_punct or before.pos_ in {"ADV", "PART"} or before.head == first)
