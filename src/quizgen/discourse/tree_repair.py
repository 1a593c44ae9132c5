"""Trees mended where the words tell that the parser went wrong: titles, second subjects, a subject lost behind a date, "had risen".

The small pipelines make these mistakes again and again, and each costs a whole sentence. Only a language whose clause settings ask for it
is mended; every change is made in place, before anything else reads the trees.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from spacy.attrs import DEP, HEAD  # type: ignore[import-not-found]

from quizgen.languages.base import Language, joined
from quizgen.syntax.analysis import clause_settings
from quizgen.syntax.tree import RELATIONS, children, feature, relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span, Token

MISTAKEN = frozenset({"VERB", "AUX", "ADV"})  # what the tagger makes of a name, or of "had"
BESIDE = frozenset({"appos", "flat", "nmod", "compound", "dep", "conj"})  # how the parser hangs a name on its title
NOMINAL = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "appos"})
CLASSICAL = ("a", "ae", "i")
ASTRAY = frozenset({"appos", "conj"})  # how it hangs a subject on the date before it


def repair_trees(docs: Sequence[Doc], language: Language) -> None:
    """Mend the trees of `docs` in place."""
    if not clause_settings(language.code).data["trees"]["mended"]:
        return
    for doc in docs:
        for token in doc:
            if token.pos_ in MISTAKEN:
                name_by_capital(token)
                join_auxiliary(token)
            count_by_verb(token)
        for ent in doc.ents:
            if ent.label_ == "PER" and ent.start > ent.sent.start:
                join_title(ent, title_before(ent), language)
        roots, doubled = roots_and_doubled(doc)  # no mending below makes another
        for i in sorted(roots | doubled):
            if i in doubled:
                join_second_subject(doc[i])
            if i in roots:
                find_lost_subject(doc[i])


def roots_and_doubled(doc: Doc) -> tuple[set[int], set[int]]:
    """Return the places of the roots, and of the words with two subjects before them: to look at each token would take far longer."""
    labels, offs = doc.to_array(DEP).tolist(), doc.to_array(HEAD).astype("int64").tolist()
    subjects = {label for label in set(labels) if label and RELATIONS[doc.vocab.strings[label]] == "nsubj"}
    heads = Counter(i + off for i, (label, off) in enumerate(zip(labels, offs, strict=True)) if off > 0 and label in subjects)
    return {i for i, off in enumerate(offs) if off == 0}, {head for head, n in heads.items() if n == 2}


def name_by_capital(token: Token) -> None:
    """Tag as a name a capital inside a sentence that stands where a noun stands: "Anning" is no verb."""
    if not token.is_title or token.pos_ not in MISTAKEN or relation(token) not in NOMINAL:
        return
    if token.i > token.sent.start and token.nbor(-1).is_alpha:
        token.pos_ = "PROPN"
        token.set_morph("Number=Sing")  # type: ignore[attr-defined]  # spaCy has it, its stub does not


def count_by_verb(noun: Token) -> None:
    """Tag as a plural the bare subject of a plural verb that ends as Latin and Greek plurals do: "bacteria are", "fungi were"."""
    if noun.pos_ != "NOUN" or relation(noun) != "nsubj" or feature(noun, "Number") != "Sing" or not noun.lower_.endswith(CLASSICAL):
        return
    verbs = (noun.head, *children(noun.head, "aux", "cop"))
    if not children(noun, "det", "conj") and any(v.lower_ in {"are", "were", "have"} and v.i > noun.i for v in verbs):
        noun.set_morph("Number=Plur")  # type: ignore[attr-defined]  # spaCy has it, its stub does not


def join_auxiliary(had: Token) -> None:
    """Make "had" the auxiliary of the participle just behind it: "the price had risen by two per cent"."""
    if had.lower_ not in {"had", "has", "have"} or had.pos_ not in {"VERB", "AUX"} or relation(had) == "aux":
        return
    behind = next((t for t in had.doc[had.i + 1 : had.i + 4] if t.pos_ not in {"ADV", "PART"}), None)
    if behind is None or behind.head != had or feature(behind, "VerbForm") != "Part" or feature(behind, "Tense") != "Past":
        return
    if relation(behind) not in {"obj", "xcomp", "ccomp", "acl"}:
        return
    was_root, head, label = had.head == had, had.head, had.dep_
    for other in [c for c in had.children if c != behind]:
        other.head = behind
    behind.head = behind if was_root else head
    behind.dep_ = label
    had.head, had.dep_, had.pos_ = behind, "aux", "AUX"


def title_before(name: Span) -> Token:
    """Return the noun whose phrase ends just before a name: "Secretary" of "Secretary of State Henry Kissinger"."""
    title = name.doc[name.start - 1]
    while relation(title) in {"nmod", "flat", "compound"} and title.head.i < title.i and title.head.right_edge.i < name.end:
        title = title.head
    return title


def join_title(name: Span, title: Token, language: Language) -> None:
    """Hang `title` on `name` when it is one, and the name where the title hung."""
    root = name.root
    if not is_title(title, language) or title in root.subtree:
        return
    if root.head == title:
        if relation(root) not in BESIDE or children(root, "case"):
            return
        take_place(root, title)
    elif relation(root) == "nsubj" and (root.head == title.head or is_astray(title)):
        label, verb = root.dep_, root.head
        if root.head == title.head and relation(title) != "nsubj":
            return
        title.head, title.dep_ = root, "compound"
        root.head, root.dep_ = verb, label


def take_place(root: Token, title: Token) -> None:
    """Put a name where its title hung; what stands behind the name is the name's, and so is a preposition before the title."""
    was_root, head, label = title.head == title, title.head, title.dep_
    for child in [c for c in title.children if c != root and (c.i > root.i or relation(c) == "case")]:
        child.head = root
    root.head = root if was_root else head
    root.dep_ = label
    title.head, title.dep_ = root, "compound"


def is_title(token: Token, language: Language) -> bool:
    """Return True for a noun in the singular that may say what somebody is: a common noun, or an office with a capital."""
    lexicon = language.lexicon
    known = joined(lexicon.words("roles", "nouns"), lexicon.words("head_nouns", "person"))
    singular = feature(token, "Number") != "Plur" and not token.ent_type_
    return singular and ((token.pos_ == "NOUN" and token.is_lower) or (token.pos_ == "PROPN" and token.lower_ in known))


def join_second_subject(verb: Token) -> None:
    """Hang a verb's second subject on the first: behind a comma it explains it, behind "and" it is another member."""
    subjects = [c for c in children(verb, "nsubj") if c.i < verb.i]
    if len(subjects) != 2 or subjects[0].pos_ == "PRON" or subjects[1].pos_ == "PRON":
        return
    first, second = subjects
    links = [c for c in children(second, "cc") if c.i < second.i]
    if links and links[0].i == second.left_edge.i:
        second.head, second.dep_ = first, "conj"
    elif opens_behind_comma(second) and second.left_edge.i > first.i:
        second.head, second.dep_ = first, "appos"


def opens_behind_comma(noun: Token) -> bool:
    """Return True for a phrase just behind a comma, whatever the comma was hung on."""
    left = noun.left_edge
    return left.text == "," or (left.i > noun.sent.start and left.nbor(-1).text == ",")


def is_astray(noun: Token) -> bool:
    """Return True for a noun that was hung on the date before it: "On October 6, 1973, | Syria and Egypt"."""
    dated = noun.head.pos_ == "NUM" and relation(noun.head) in {"obl", "nmod"} and noun.head.i < noun.i
    return relation(noun) in ASTRAY and opens_behind_comma(noun) and dated and not any(c.i < noun.i for c in children(noun, "cc", "case"))


def find_lost_subject(verb: Token) -> None:
    """Give a finite verb without a subject the noun that the parser hung on the date before it, and what stands between the two."""
    if verb.head != verb or verb.pos_ not in {"VERB", "NOUN", "ADJ"} or children(verb, "nsubj", "csubj", "expl"):
        return
    if not any(feature(t, "VerbForm") == "Fin" for t in (verb, *children(verb, "aux", "cop"))):
        return
    dates = [c for c in children(verb, "obl") if c.i < verb.i]
    lost = [t for d in dates for t in d.children if d.i < t.i < verb.i and t.pos_ in {"NOUN", "PROPN"} and is_astray(t)]
    if len(lost) != 1:
        return
    date = lost[0].head
    for other in [c for c in date.children if lost[0].i < c.i < verb.i and relation(c) == "nmod"]:
        other.head, other.dep_ = verb, "obl"
    lost[0].head, lost[0].dep_ = verb, "nsubj:pass" if children(verb, "aux") and feature(verb, "Voice") == "Pass" else "nsubj"
