"""French words that shorten before a vowel, and prepositions that melt into the article: qu'OpenStack, de l'ONU, du Havre, au héros."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

_VOWELS = "aeiouyœæ"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W_]+)*")
_OPENERS = " «\"“‘'(["
_ELIDING = re.compile(r"(?<![\w'’-])((?:[Ll]orsqu|[Pp]uisqu|[Jj]usqu|[Qq]uoiqu|[Qq]u|[DdLlJjMmTtSsNn])e|[Ll]a|[Jj]usqu['’]à ce que) (?=\S)")
_SI_IL = re.compile(r"(?<![\w'’-])([Ss])i (?=ils?\b)")
_CONTRACTING = re.compile(r"(?<![\w'’-])([Dd]e|[Àà]) (les?) (?=[«\"(]?\s?([\w'’-]+))")
_CONTRACTED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
_INFINITIVE = re.compile(r"(?:er|ir|re)$")


@cache
def grammar_data() -> dict[str, Any]:
    """Return grammar.toml: the word lists that only French grammar needs."""
    return tomllib.loads((files("quizgen.languages.fr") / "grammar.toml").read_text(encoding="utf-8"))


def elides_before(text: str) -> bool:
    """True where "de" becomes "d'" before `text`: a vowel or mute h; not before "onze", "Hongrie", "80 %" or "FMI"."""
    start = text.lstrip(_OPENERS)
    match = _WORD.match(start)
    if match is None:
        return False
    word = match.group()
    first = _strip_accents(word[0]).lower()
    if first == "h":
        return _has_mute_h(word)
    if first == "y":
        return _y_elides(word)
    return first in _VOWELS and not _is_listed(word.lower(), "no_elision")


def _strip_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _is_listed(word: str, name: str) -> bool:
    first = re.split(r"['’-]", word)[0]
    words = grammar_data()["elision"][name]
    return word in words or first in words


def _y_elides(word: str) -> bool:
    lower = word.lower()
    if lower in grammar_data()["elision"]["y_elides"] or lower == "y":
        return True
    return len(word) > 1 and _strip_accents(lower[1]) not in _VOWELS and not word.isupper()


def _has_mute_h(word: str) -> bool:
    """True for "histoire", "Henri" and "HEC"; false for "héros", "Hongrie", "HSBC" and unknown foreign names ("Hawking")."""
    lower = word.lower()
    data = grammar_data()["elision"]
    if _is_listed(lower, "mute_names"):
        return True
    if word.isupper() and len(word) > 1:
        return False
    if _is_listed(lower, "aspirated") or lower.startswith(tuple(data["aspirated_stems"])):
        return False
    return word[0].islower() or lower.startswith(tuple(data["mute_stems"]))


def elide(word: str, following: str) -> str:
    """Return `word` and `following` as one: "que" + "il" → "qu'il", "de" + "la tour" → "de la tour"."""
    if word[-1] in "ea" and elides_before(following):
        return f"{word[:-1]}'{following}"
    return f"{word} {following}"


def contract(preposition: str, phrase: str) -> str:
    """Return "de" or "à" before a phrase: "du traité", "des Alpes", "au Havre", "de l'ONU", "d'OpenStack", "à la fondation"."""
    phrase = phrase.strip()
    place = next((name for name in grammar_data()["contraction"]["places"] if phrase == name or phrase.startswith(name + " ")), None)
    article, _, rest = phrase.partition(" ")
    if rest and (article in ("le", "les") or place):
        return f"{_CONTRACTED[preposition, article.lower()]} {rest}"
    if preposition == "de":
        return elide("de", rest if rest and article in ("des", "du") else phrase)  # de + des logiciels → de logiciels
    return f"à {phrase}"


def mend(text: str) -> str:
    """Return `text` with elisions and contractions made: "de le projet" → "du projet", "que il" → "qu'il"; "de le défendre" stays."""
    text = _CONTRACTING.sub(_mend_contraction, text)
    text = _ELIDING.sub(lambda match: _mend_elision(match, text), text)
    return _SI_IL.sub(r"\1'", text)


def _mend_elision(match: re.Match[str], text: str) -> str:
    word = match.group(1)
    if word.lower() == "la" and re.match(r"une?\b", text[match.end() :]):
        return match.group()  # "à la une"
    return f"{word[:-1]}'" if elides_before(text[match.end() :]) else match.group()


def _mend_contraction(match: re.Match[str]) -> str:
    preposition, article, following = match.groups()
    if _is_verb_after_pronoun(following):
        return match.group()
    contracted = _CONTRACTED[preposition.lower(), article]
    if article == "le" and elides_before(following):
        return match.group()  # the elision comes after: "de le État" → "de l'État"
    return (contracted.capitalize() if preposition[0].isupper() else contracted) + " "


def _is_verb_after_pronoun(word: str) -> bool:
    """True for what follows a pronoun "le", "les": "de le défendre", "à les y conduire"."""
    lower = word.lower()
    if lower in ("y", "en", "lui", "leur"):
        return True
    return word.islower() and bool(_INFINITIVE.search(lower)) and lower not in grammar_data()["contraction"]["not_infinitives"]
