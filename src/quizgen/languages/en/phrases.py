"""English noun phrases: articles, possessives, question words, bare forms."""

import re
from dataclasses import replace

from quizgen.facts import Phrase, PhraseType
from quizgen.languages.base import CannotPhrase, Lexicon

_LEXICON = Lexicon("en")
_DETERMINERS = ("the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "this", "that", "these", "those", "some", "any", "every", "each", "all", "both")
_DETERMINER = re.compile(r"^(?:(?:all|both) (?:the|of the|its|their|these|those) |(?:" + "|".join(_DETERMINERS) + r") )", re.IGNORECASE)
_PLURAL_DETERMINER = re.compile(r"^(?:these|those|both|all|many|several|few|a few|two|three|four|five|six|seven|eight|nine|ten|various|numerous) ", re.IGNORECASE)
# Vowel sounds behind a written consonant, and consonants behind a written vowel.
_VOWEL_SOUND = re.compile(r"(?:hour|heir|honest|honou?r|8|11(?!\d)|18(?!\d)|1[18],)", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(r"(?:eu|ewe|one\b|one-|once|ouija|u(?:ni(?!n|m)|[bcfhjkqrst][aeiou]|kr|ser|suf|til|tah|ganda|ruguay|zbek))", re.IGNORECASE)
_SPELT_WITH_VOWEL = "AEFHILMNORSX8"
_NOUN_END = re.compile(r",| (?:of|in|on|at|for|from|to|with|by|that|who|which|whose|where|and|or|between|among|against|under|over|about|as|used|made|known|called|based) ")


def text_of(phrase: Phrase | str) -> str:
    """Return the words of a phrase, or the string itself."""
    return phrase if isinstance(phrase, str) else phrase.text


def bare(phrase: Phrase | str) -> str:
    """Return the phrase without its determiner: "the OpenInfra Foundation" gives "OpenInfra Foundation"."""
    if isinstance(phrase, Phrase) and phrase.bare:
        return phrase.bare
    text = text_of(phrase)
    return _DETERMINER.sub("", text, count=1)


def indefinite_article(word: str) -> str:
    """Return "a" or "an" for the sound that `word` opens with: a university, an hour, an MRI, a NASA engineer."""
    first = re.split(r"[ -]", word.lstrip("\"“‘'("), maxsplit=1)[0].split("’")[0]
    if _is_spelt_out(first):
        return "an" if first[0] in _SPELT_WITH_VOWEL else "a"
    if _VOWEL_SOUND.match(word):
        return "an"
    return "an" if first[:1].lower() in tuple("aeiou") and not _CONSONANT_SOUND.match(word) else "a"


def _is_spelt_out(word: str) -> bool:
    """True for letters read one by one: MRI, FBI, EU, X-ray; not for NASA or OPEC, which are read as words."""
    letters = word.rstrip("s")
    if not letters.isupper() or not letters.isalpha():
        return False
    return len(letters) <= 2 or not re.fullmatch(r"(?:[^AEIOU]?[AEIOU][^AEIOU]?)+", letters) or letters in ("MIT", "LED", "EU", "FOI", "MEP", "HIV", "NIH", "LAN", "RAF", "SAS")


def a(phrase: Phrase | str) -> str:
    """Return the phrase with "a" or "an": "an hour", "a European country". Plurals and names stay bare."""
    if isinstance(phrase, Phrase) and (phrase.is_name or phrase.number == "p"):
        return phrase.text
    words = bare(phrase)
    return f"{indefinite_article(words)} {words}"


def the(phrase: Phrase | str) -> str:
    """Return the phrase with "the"; names and phrases with a determiner of their own stay as they are, but "a" becomes "the"."""
    text = text_of(phrase)
    if isinstance(phrase, Phrase) and phrase.is_name:
        return text
    if re.match(r"(?:an?|some) ", text, re.IGNORECASE):
        return f"the {bare(text)}"
    return text if _DETERMINER.match(text) or re.match(r"\S+['’]s? ", text) else f"the {text}"


def of(phrase: Phrase | str) -> str:
    """Return the phrase behind "of"."""
    return f"of {text_of(phrase)}"


def possessive(phrase: Phrase | str) -> str:
    """Return the possessor's form: "James's", "the foundations'", "OpenStack's". Raises CannotPhrase for a long phrase."""
    text = text_of(phrase)
    if _NOUN_END.search(text):
        raise CannotPhrase(f"no natural possessive of {text!r}")
    is_plural = isinstance(phrase, Phrase) and phrase.number == "p"
    return f"{text}'" if is_plural and text.endswith("s") else f"{text}'s"


def lower_first(phrase: Phrase | str) -> str:
    """Return the words with a small first letter, unless they open with a name, an acronym or "I"."""
    text = text_of(phrase)
    word = re.split(r"[ ,'’]", text, maxsplit=1)[0]
    if (isinstance(phrase, Phrase) and phrase.is_name and not _DETERMINER.match(text)) or not _may_be_lowered(word):
        return text
    return text[:1].lower() + text[1:]


def _may_be_lowered(word: str) -> bool:
    if word == "I" or any(letter.isupper() for letter in word[1:]):
        return False
    return not any(word.lower() in words for words in (_LEXICON.words("first_names", "m"), _LEXICON.words("first_names", "f"), _LEXICON.words("months", "names"),
                                                       _LEXICON.words("weekdays", "names"), _LEXICON.words("nationalities", "adjectives"), _LEXICON.table("countries")))


def wh(phrase: Phrase | str) -> str:
    """Return the question word for what the phrase names: "Who", "Which organization", "Which country", "What"."""
    if isinstance(phrase, str):
        return "What"
    kind = _country(phrase) or phrase.type
    if kind == PhraseType.PERSON:
        return "Who"
    named = {"country": "Which country", PhraseType.ORGANIZATION: "Which organization", PhraseType.PLACE: "Which place"}
    return named.get(kind, "What") if phrase.is_name else "What"


def which(phrase: Phrase | str) -> str:
    """Return a question word sharpened for several answers: "Which people", "Which organizations". Raises CannotPhrase where no noun fits."""
    kinds = {PhraseType.PERSON: "Which people", PhraseType.ORGANIZATION: "Which organizations", PhraseType.PLACE: "Which places", PhraseType.WORK: "Which works"}
    if isinstance(phrase, Phrase):
        country = _country(phrase)
        if country or phrase.type in kinds:
            return "Which countries" if country else kinds[phrase.type]
    raise CannotPhrase(f"no noun to ask for {text_of(phrase)!r}")


def _country(phrase: Phrase) -> str:
    """Return "country" when every member of the phrase is one."""
    members = [bare(member).lower() for member in re.split(r", (?:and )?| and ", phrase.text)]
    return "country" if all(member in _LEXICON.table("countries") for member in members) else ""


def where(phrase: Phrase | str) -> str:
    """Return what asks for a place behind "in": "In which country", else "Where"."""
    return "In which country" if isinstance(phrase, Phrase) and _country(phrase) else "Where"


def head_noun(phrase: Phrase | str) -> str:
    """Return the head noun of a common noun phrase: "hosting company" in "an American hosting company of Texas" gives "company"."""
    if isinstance(phrase, Phrase) and phrase.head:
        return phrase.head
    words = _NOUN_END.split(f"{bare(phrase)} ", maxsplit=1)[0].split()
    return words[-1] if words else ""


def surname(phrase: Phrase) -> str:
    """Return a person's last name with its particle ("van Beethoven", "Curie"), or "" for a single name."""
    words = bare(phrase).split()
    for place, word in enumerate(words[1:], start=1):
        if word in ("van", "von", "de", "du", "der", "di", "da", "la", "le", "al-", "ten", "ter"):
            return " ".join(words[place:])
    return words[-1] if len(words) > 1 and words[-1][:1].isupper() and not re.fullmatch(r"[IVX]+|Jr\.?|Sr\.?", words[-1]) else ""


def describe(phrase: Phrase) -> Phrase:
    """Return `phrase` with `bare`, `head`, gender and number filled in where they are missing."""
    words = phrase.bare or bare(phrase)
    plural = _PLURAL_DETERMINER.match(phrase.text) or phrase.is_list
    return replace(phrase, bare=words, head=phrase.head or (words if phrase.is_name else head_noun(words)), number="p" if plural else phrase.number,
                   gender=phrase.gender or (_gender_of_name(words) if phrase.type == PhraseType.PERSON else ""))


def _gender_of_name(words: str) -> str:
    first = re.split(r"[ -]", words.lower(), maxsplit=1)[0]
    titles = {"mr": "m", "mr.": "m", "sir": "m", "lord": "m", "king": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "lady": "f", "queen": "f", "dame": "f"}
    genders = [gender for gender in ("m", "f") if first in _LEXICON.words("first_names", gender)]
    return titles.get(first) or (genders[0] if len(genders) == 1 else "")


def variants(key: str, phrase: Phrase) -> tuple[str, ...]:
    """Return other right ways to write the phrase: without its article, the surname, the acronym or long form in brackets."""
    forms = [*phrase.accepted, bare(key), bare(phrase)]
    bracketed = re.fullmatch(r"(.+?) \(([^()]+)\)", bare(phrase))
    if bracketed:
        forms += bracketed.groups()
    if phrase.type == PhraseType.PERSON and phrase.is_name and not phrase.is_list:
        forms.append(surname(phrase))
    return tuple(forms)
