"""French noun phrases as template filters: articles, « de » and « à », places, dates, offices, agreement with a noun."""

import re

from quizgen.facts import Date, Phrase, Quantity
from quizgen.languages.base import CannotPhrase, Lexicon
from quizgen.languages.fr.agreement import agreeing, gender_and_number, noun_gender, role_gender, split_determiner
from quizgen.languages.fr.elision import contract, elide, elides_before, grammar_data
from quizgen.questions import BLANK

_LEXICON = Lexicon("fr")
_PRONOUNS = {("m", "s"): "il", ("f", "s"): "elle", ("m", "p"): "ils", ("f", "p"): "elles"}
_ARTICLES = {("m", "s"): ("le", "un"), ("f", "s"): ("la", "une"), ("m", "p"): ("les", "des"), ("f", "p"): ("les", "des")}
_QUEL = {("m", "s"): "quel", ("f", "s"): "quelle", ("m", "p"): "quels", ("f", "p"): "quelles"}
_COUNTRY_OPENINGS = {"la": "en", "l'": "en", "le": "au", "les": "aux", "": "à"}
_DATE_OPENINGS = {"day": "le", "month": "en", "year": "en", "decade": "dans les", "century": "au"}


def _text(value: Phrase | Quantity | str) -> str:
    return value if isinstance(value, str) else value.text


def _known_gender(phrase: Phrase) -> tuple[str, str]:
    """Return gender and number of a phrase. Raises CannotPhrase when the gender is unknown."""
    gender, number = gender_and_number(phrase)
    if not gender:
        raise CannotPhrase("unknown gender")
    return gender, number


def de(phrase: Phrase | str) -> str:
    """Return the phrase after « de »: "du traité", "d'OpenStack", "des Alpes", "de l'ONU"."""
    return contract("de", _text(phrase))


def a(phrase: Phrase | str) -> str:
    """Return the phrase after « à »: "au traité", "aux Alpes", "à OpenStack"."""
    return contract("à", _text(phrase))


def quel(phrase: Phrase) -> str:
    """Return "quel", "quelle", "quels" or "quelles". Raises CannotPhrase when the gender is unknown."""
    return _QUEL[_known_gender(phrase)]


def pronoun(phrase: Phrase) -> str:
    """Return "il", "elle", "ils" or "elles". Raises CannotPhrase when the gender is unknown."""
    return _PRONOUNS[_known_gender(phrase)]


def agree(word: str, phrase: Phrase) -> str:
    """Return a masculine singular participle in agreement with a phrase: "né" → "née". Raises CannotPhrase when the gender is unknown."""
    return agreeing(word, *_known_gender(phrase))


def passive_past(phrase: Phrase, participle: str) -> str:
    """Return the passive of a verb for this subject: "a été créée", "ont été créés". Raises CannotPhrase when the gender is unknown."""
    return f"{'ont' if _known_gender(phrase)[1] == 'p' else 'a'} été {agree(participle, phrase)}"


def bare(phrase: Phrase | str) -> str:
    """Return the phrase without its determiner: "fondation OpenInfra"."""
    return (not isinstance(phrase, str) and phrase.bare) or split_determiner(_text(phrase))[1]


def definite(phrase: Phrase, holder: Phrase | None = None) -> str:
    """Return the phrase with the definite article: "l'ingénieure en chef", "les deux clubs".

    Raises CannotPhrase when its gender is unknown.
    An office whose form does not show a gender takes that of its `holder`: "la ministre".
    """
    return _with_article(phrase, 0, gender_and_number(holder)[0] if holder else "")


def indefinite(phrase: Phrase) -> str:
    """Return the phrase with the indefinite article: "un outil", "des outils". Raises CannotPhrase when its gender is unknown."""
    return _with_article(phrase, 1, "")


def identified(phrase: Phrase) -> str:
    """Return a description with the definite article, when it can point at one thing: "l'outil qui automatise des tests".

    Raises CannotPhrase for "le logiciel" or "le grand outil libre": without relative clause, complement or rank they fit many things.
    """
    words = re.split(r"[ '’]", bare(phrase).lower())
    if split_determiner(phrase.text)[0].lower() in {"un", "une"} and not {"qui", "dont"} & set(words):
        raise CannotPhrase("the description fits many things")  # « un prince de Lycie »: there were others
    if not set(words[1:]) & set(grammar_data()["identifying"]["words"]):
        raise CannotPhrase("the description fits many things")
    return definite(phrase)


def indefinite_unless_definite(phrase: Phrase) -> str:
    """Return a description as it follows « est »: with its own article, else the indefinite one ("une filiale d'EDF", "le siège d'EDF")."""
    return phrase.text if split_determiner(phrase.text)[0] else indefinite(phrase)


def described(phrase: Phrase) -> str:
    """Return what a person is, as it answers « Qui est … ? »: "une psychiatre britannique", but "le directeur du musée"."""
    of_something = re.search(r" (?:d[eu]|des|d['’]|à|au|aux)\b", bare(phrase))
    return definite(phrase) if of_something else indefinite(phrase)


def named(phrase: Phrase) -> str:
    """Return a name with the article it needs: "l'Office indochinois des changes"; a name without a known noun stays bare."""
    needs_one = not split_determiner(phrase.text)[0] and noun_gender(phrase.text)
    return definite(phrase) if needs_one else phrase.text


def _with_article(phrase: Phrase, kind: int, holder_gender: str) -> str:
    determiner, noun = split_determiner(phrase.text)
    noun = phrase.text if determiner in _LEXICON.table("numbers")["values"] else noun  # "les deux clubs"
    gender, number = gender_and_number(phrase)
    if not gender and number == "s" and not (kind == 0 and elides_before(noun)):
        gender = role_gender(noun, holder_gender)
    article = _ARTICLES[gender or "m", number][kind]
    return elide(article, noun) if article in ("le", "la") else f"{article} {noun}"


def office(role: Phrase, person: Phrase, organization: Phrase | None = None) -> str:
    """Return the office with its article and its organization: "la directrice générale de la fondation OpenInfra"."""
    return _of_organization(definite(role, person), organization)


def bare_office(role: Phrase, organization: Phrase | None = None) -> str:
    """Return the office as it follows « est »: "directrice générale de la fondation OpenInfra"."""
    return _of_organization(bare(role), organization)


def _of_organization(office_text: str, organization: Phrase | None) -> str:
    if organization is None or bare(organization).lower() in office_text.lower():
        return office_text
    return f"{office_text} {de(organization)}"


def place_name(place: Phrase) -> str:
    """Return the place without preposition or article: "à Paris" → "Paris", "au Canada" → "Canada"."""
    preposition, _, name = place.text.partition(" ")
    return bare(name if preposition in _COUNTRY_OPENINGS.values() and name else place.text)


def locative(place: Phrase) -> str:
    """Return the place after its preposition: "en France", "au Canada", "aux États-Unis", "à Utrecht". Raises CannotPhrase for others."""
    if place.text.split(" ")[0] in _COUNTRY_OPENINGS.values():
        return place.text
    determiner, name = split_determiner(place.text)
    article = _LEXICON.table("countries").get(name.lower())
    if article is not None:
        return f"{_COUNTRY_OPENINGS[str(article)]} {name}"
    if determiner or not (name[:1].isupper() or name == BLANK):
        raise CannotPhrase("no sure preposition for the place")
    return contract("à", name)


def on_date(date: Date) -> str:
    """Return the date after its preposition: "le 31 mars 1889", "en mars 1889", "dans les années 1960". Raises CannotPhrase for a range."""
    if date.precision not in _DATE_OPENINGS:
        raise CannotPhrase("no sure preposition for the date")
    return f"{_DATE_OPENINGS[date.precision]} {date.text}"


def lower_first(text: str) -> str:
    """Return the text with a small first letter where its first word is a determiner, a preposition or a known noun, else as it is."""
    first = re.split(r"[ '’-]", text)[0].lower()
    known = (
        first in _LEXICON.table("determiners")
        or f"{first}'" in _LEXICON.table("determiners")
        or first in _LEXICON.words("pronouns", "subject")
    )
    is_small = (
        known
        or first in _LEXICON.words("prepositions", "place") | _LEXICON.words("prepositions", "time")
        or first in _LEXICON.table("gender_of_nouns")
    )
    return text[:1].lower() + text[1:] if is_small else text
