"""French agreement: plural verbs made singular, participles made masculine or made to agree, genders read from words."""

import re
from functools import cache

from quizgen.facts import Phrase
from quizgen.languages.base import CannotPhrase, Lexicon
from quizgen.languages.fr.elision import grammar_data

_LEXICON = Lexicon("fr")
_FEMININE = re.compile(r"(?:ée|ie|(?<![qg])ue|[eu]rte|[uaor]ite|dite|inte|[^l]ise|use)s?$")
_MASCULINE = re.compile(r"(?:é|[^aeou]i|[^aoe]u|ert|uit|ait|rit|int|dit)s?$|[mrq]is$|quis$")


def is_form_of(finite: str, verb: str) -> bool:
    """True when `finite` is a third person of "être" or "avoir" (`verb` without accent: "etre", "avoir")."""
    return finite.lower() in grammar_data()["verbs"][verb]


def singular_verb(finite: str, lemma: str) -> str:
    """Return a third person plural made singular: "concernent" → "concerne", "ont" → "a". Raises CannotPhrase for an unknown verb."""
    lower = finite.lower()
    if not lower.endswith("nt") or lower in ("est",):
        return finite
    for ending, singular in (("aient", "ait"), ("èrent", "a"), ("inrent", "int"), ("irent", "it"), ("urent", "ut"), ("ront", "ra")):
        if lower.endswith(ending):
            return _cedilla_kept(lower.removesuffix(ending), singular)
    known = next((ending for ending in _endings() if lower.endswith(ending)), "")
    if lemma.endswith("er") and lemma != "aller":
        return lower.removesuffix("nt")
    if known:
        return lower.removesuffix(known) + str(grammar_data()["verbs"]["singular"][known])
    if lower.endswith("ent") and not lemma:
        return lower.removesuffix("nt")
    if not lower.endswith(("ent", "ont")):
        return finite  # "vient", "maintient" are singular already
    raise CannotPhrase(f"no singular known for the verb form {finite!r}")


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(grammar_data()["verbs"]["singular"], key=len, reverse=True))


def _cedilla_kept(stem: str, ending: str) -> str:
    """Return stem and ending: "commenc" + "a" → "commença", "rédige" → "rédigea"."""
    if ending == "a" and stem.endswith("c"):
        return f"{stem[:-1]}ça"
    if ending == "a" and stem.endswith("g"):
        return f"{stem}ea"
    return stem + ending


def is_adverb(word: str) -> bool:
    """True for what may stand between an auxiliary and its participle."""
    return word.endswith("ment") or word in grammar_data()["participles"]["adverbs"]


def shown_gender(words: str) -> str:
    """Return the gender that the participle after être shows: "a été inaugurée" → "f", "lancé" → "m", "mort" → ""."""
    participle = next((word for word in words.lower().split() if not is_adverb(word)), "")
    if _FEMININE.search(participle):
        return "f"
    return "m" if _MASCULINE.search(participle) else ""


def masculine_singular(word: str, gender: str, number: str) -> str:
    """Return a participle or adjective that agrees in `gender` and `number` as masculine singular: "construites" → "construit"."""
    if number == "p" and word.endswith("s") and not (gender != "f" and word.endswith(tuple(grammar_data()["participles"]["final_s"]))):
        word = word[:-1]
    if gender != "f":
        return word
    irregular = grammar_data()["participles"]["irregular"]
    if word in irregular:
        return str(irregular[word])
    for feminine, masculine in (
        ("trice", "teur"),
        ("euse", "eux"),
        ("elle", "el"),
        ("enne", "en"),
        ("onne", "on"),
        ("ive", "if"),
        ("ère", "er"),
    ):
        if word.endswith(feminine):
            return word.removesuffix(feminine) + masculine
    return word.removesuffix("e") if _FEMININE.search(word) or re.search(r"(?:[tdlns]|ai)e$|ale$", word) else word


def agreeing(participle: str, gender: str, number: str) -> str:
    """Return a masculine singular participle made to agree: "développé", "m", "p" → "développés"."""
    if gender not in ("m", "f"):
        raise CannotPhrase(f"unknown gender: cannot make {participle!r} agree")
    feminine = {"dû": "due", "dissous": "dissoute", "absous": "absoute"}.get(participle, f"{participle}e") if gender == "f" else participle
    return feminine if number == "s" or feminine.endswith(("s", "x")) else f"{feminine}s"


def split_determiner(text: str) -> tuple[str, str]:
    """Return the determiner of a noun phrase, "" where it has none, and the rest: "l'", "ONU"."""
    match = re.match(r"([Ll])['’](?=\w|«)", text)
    if match:
        return "l'", text[match.end() :]
    first, _, rest = text.partition(" ")
    if (
        rest
        and first.lower() in _LEXICON.table("determiners")
        and (first.islower() or (text[0].isupper() and first not in _names_with_article(text)))
    ):
        return first, rest
    return "", text


def _names_with_article(text: str) -> tuple[str, ...]:
    """Return the capital articles that belong to a name: "Le Corbusier", "La Haye", "Les Ulis"."""
    return ("Le", "La", "Les", "L'") if re.match(r"L[ae]s? [A-ZÀ-Ý]", text) else ()


def gender_and_number(phrase: Phrase) -> tuple[str, str]:
    """Return gender ("m", "f" or "") and number ("s" or "p") of a phrase, from what it says of itself, its determiner, its noun."""
    determiner, bare = split_determiner(phrase.text)
    marks = str(_LEXICON.table("determiners").get(determiner.lower(), "")).split()
    number = "p" if "p" in marks or phrase.number == "p" else "s"
    gender = phrase.gender or next((mark for mark in marks if mark in "mf"), "") or noun_gender(phrase.head or bare)
    return gender or _name_gender(phrase, bare), number


def noun_gender(phrase: str) -> str:
    """Return the gender of a noun phrase's first noun where the lexicon knows it, else ""."""
    table = _LEXICON.table("gender_of_nouns")
    first = re.split(r"[ ,]", phrase.lower())[0]
    for noun in (phrase.lower(), first, first.removesuffix("s"), first.removesuffix("x")):
        if noun in table:
            return str(table[noun])
    return ""


def _name_gender(phrase: Phrase, bare: str) -> str:
    """Return the gender of a person by the first name, of a country by its article, else ""."""
    if phrase.type == "person":
        first = re.split(r"[ -]", bare.lower())[0]
        in_m, in_f = (first in _LEXICON.words("first_names", gender) for gender in ("m", "f"))
        return "m" if in_m and not in_f else "f" if in_f and not in_m else ""
    if bare.lower() in _LEXICON.words("masculine_countries", "names"):
        return "m"
    article = _LEXICON.table("countries").get(bare.lower(), "")
    return {"le": "m", "la": "f", "l'": "f"}.get(str(article), "")


def role_gender(role: str, holder_gender: str) -> str:
    """Return the gender of an office: "directrice" → "f", "ministre" → that of its holder. Raises CannotPhrase when unknown."""
    head = re.split(r"[ ,]", role.lower())[0]
    endings = grammar_data()["roles"]
    if head.endswith(tuple(endings["feminine_endings"])):
        return "f"
    if holder_gender:
        return holder_gender
    if head.endswith(tuple(endings["masculine_endings"])):
        return "m"
    raise CannotPhrase(f"unknown gender of the office {role!r}")
