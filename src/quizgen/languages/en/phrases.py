"""English noun phrases: articles, possessives, question words, bare forms."""

import re
from dataclasses import replace

from quizgen.facts import Phrase, PhraseType
from quizgen.languages.base import CannotPhrase, Lexicon
from quizgen.languages.en.words import one_of, words

_LEXICON = Lexicon("en")
_DETERMINERS = one_of(words("articles", "determiners"))
_DETERMINER = re.compile(rf"^(?:(?:all|both) (?:the|of the|its|their|these|those) |(?:{_DETERMINERS}) )", re.IGNORECASE)
_PLURAL_DETERMINER = re.compile(rf"^(?:{one_of(words('articles', 'plural'))}) ", re.IGNORECASE)
# Vowel sounds behind a written consonant, and consonants behind a written vowel.
_VOWEL_SOUND = re.compile(r"(?:hour|heir|honest|honou?r|8|11(?!\d)|18(?!\d)|1[18],)", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(r"(?:eu(?!ler)|ewe|one\b|one-|once|ouija|unanim|unesco|uganda|uruguay|uzbek"
                              r"|u(?:ni(?!n|m)|[bcfhjkqrst][aeiou]|kr|suf|tah))", re.IGNORECASE)
_SPELT_WITH_VOWEL = "AEFHILMNORSX8"
_NOUN_END = re.compile(rf",| (?:{one_of(words('articles', 'after_head'))}) ")


def text_of(phrase: Phrase | str) -> str:
    """Return the words of a phrase, or the string itself."""
    return phrase if isinstance(phrase, str) else phrase.text


def bare(phrase: Phrase | str) -> str:
    """Return the phrase without its determiner: "the OpenInfra Foundation" gives "OpenInfra Foundation"."""
    if isinstance(phrase, Phrase) and phrase.bare:
        return phrase.bare
    text = text_of(phrase)
    return _DETERMINER.sub("", text, count=1)


def named(phrase: Phrase) -> str:
    """Return a person's name without its title: "Jules Janssen" of "the French astronomer Jules Janssen"; another phrase whole."""
    return phrase.bare if phrase.is_name and phrase.type == PhraseType.PERSON and phrase.bare else phrase.text


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
    return len(letters) <= 2 or not re.fullmatch(r"(?:[^AEIOU]?[AEIOU][^AEIOU]?)+", letters) or letters in words("articles", "spelt_out")


def a(phrase: Phrase | str) -> str:
    """Return the phrase with "a" or "an": "an hour", "a European country". Plurals and names stay bare."""
    if isinstance(phrase, Phrase) and (phrase.is_name or phrase.number == "p"):
        return phrase.text
    name = bare(phrase)
    return f"{indefinite_article(name)} {name}"


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
    lists = (("first_names", "m"), ("first_names", "f"), ("months", "names"), ("weekdays", "names"), ("nationalities", "adjectives"))
    is_name = any(word.lower() in _LEXICON.words(section, name) for section, name in lists)
    return not is_name and word.lower() not in _LEXICON.table("countries")


def wh(phrase: Phrase | str) -> str:
    """Return the question word for what the phrase names: "Who", "Which organization", "Which country", "What"."""
    if isinstance(phrase, str):
        return "What"
    if phrase.type == PhraseType.PERSON:
        return "Who"
    if is_country(phrase):
        return "Which country"
    if noun := kind_noun(phrase):
        return f"Which {noun}"
    # A recognized work or event may be any other name (helium, the Nobel Prize): only "What" is safe.
    return f"Which {phrase.type}" if phrase.is_name and phrase.type in (PhraseType.ORGANIZATION, PhraseType.PLACE) else "What"


def kind_noun(phrase: Phrase) -> str:
    """Return the noun in a name that says what it names: "university" of "the University of Leeds", "prize" of "the Stirling Prize"."""
    name = bare(phrase).split()
    core = re.split(r",| (?:of|for|in|at|on) ", " ".join(name))[0].split()
    last = core[-1].lower() if core and core[-1][:1].isupper() else ""
    return last if phrase.is_name and not phrase.is_list and len(name) > 1 and last in words("asking", "kinds") else ""


def whom(phrase: Phrase | str) -> str:
    """Return the question word for an object: "Whom", else as `wh`."""
    word = wh(phrase)
    return "Whom" if word == "Who" else word


def which(phrase: Phrase) -> str:
    """Return the question word for several answers, with their number: "Which two organizations". Raises CannotPhrase without a noun."""
    plurals = {PhraseType.PERSON: "people", PhraseType.ORGANIZATION: "organizations", PhraseType.PLACE: "places"}
    is_plain_list = all(re.match(r"(?:the )?[A-Z]", member) for member in members(phrase))  # not "A and B, two chemists in Uppsala"
    if not is_plain_list or (not is_country(phrase) and phrase.type not in plurals):
        raise CannotPhrase(f"no noun to ask for {phrase.text!r}")
    count = len(members(phrase))
    number = NUMBERS[count] if 1 < count < len(NUMBERS) else ""
    return f"Which {number} {'countries' if is_country(phrase) else plurals[phrase.type]}".replace("  ", " ")


NUMBERS = ("", "", "two", "three", "four", "five", "six")


def members(phrase: Phrase) -> list[str]:
    """Return the members of a list: "NASA and RackSpace" has two."""
    return re.split(r",? and |, ", phrase.text)


def is_country(phrase: Phrase) -> bool:
    """True when the phrase, or every member of it, is a country; a preposition before it does not count."""
    names = [bare(re.sub(r"^(?:in|at|from|to|near) ", "", member)).lower() for member in members(phrase)]
    return phrase.is_name and all(name in _LEXICON.table("countries") for name in names)


def definite(phrase: Phrase) -> str:
    """Return the phrase when it points at one thing: "the space agency", "France's best-known cloud". Raises CannotPhrase for another."""
    if not is_definite(phrase):
        raise CannotPhrase(f"{phrase.text!r} may be several")
    return phrase.text


def is_definite(phrase: Phrase) -> bool:
    """True for a name, and for a phrase with "the" or a possessor."""
    return phrase.is_definite or phrase.is_name or bool(re.match(r"(?:the |[A-Z]\S*['’]s? )", phrase.text))


def office(role: Phrase, organization: Phrase | None = None) -> str:
    """Return an office with its house, without article: "general manager of the OpenInfra Foundation".

    Raises CannotPhrase for one that many hold at once, or that nothing tells from others of its name.
    """
    name = lower_first(bare(role))
    if head_noun(name).lower() in words("roles", "shared"):
        raise CannotPhrase(f"many may be {name!r}")
    if organization is not None and bare(organization) not in name:
        return f"{name} of {organization.text}"
    if not re.search(r" (?:of|for|at|in) |['’]s? ", name):
        raise CannotPhrase(f"{name!r} of what?")
    return name


def head_noun(phrase: Phrase | str) -> str:
    """Return the head noun of a common noun phrase: "hosting company" in "an American hosting company of Texas" gives "company"."""
    if isinstance(phrase, Phrase) and phrase.head:
        return phrase.head
    core = _NOUN_END.split(f"{bare(phrase)} ", maxsplit=1)[0].split()
    return core[-1] if core else ""


def surname(phrase: Phrase) -> str:
    """Return a person's last name with its particle ("van Beethoven", "Curie"), or "" for a single name."""
    parts = bare(phrase).split()
    for place, part in enumerate(parts[1:], start=1):
        if part in words("names", "particles"):
            return " ".join(parts[place:])
    return parts[-1] if len(parts) > 1 and parts[-1][:1].isupper() and not re.fullmatch(r"[IVX]+|[JS]r\.?", parts[-1]) else ""


def describe(phrase: Phrase) -> Phrase:
    """Return `phrase` with `bare`, `head`, gender and number filled in where they are missing."""
    name = phrase.bare or bare(phrase)
    plural = _PLURAL_DETERMINER.match(phrase.text) or phrase.is_list
    gender = phrase.gender or (_gender_of_name(name) if phrase.type == PhraseType.PERSON else "")
    head = phrase.head or (name if phrase.is_name else head_noun(name))
    return replace(phrase, bare=name, head=head, number="p" if plural else phrase.number, gender=gender, is_definite=is_definite(phrase))


def _gender_of_name(name: str) -> str:
    first = re.split(r"[ -]", name.lower(), maxsplit=1)[0]
    if first in words("names", "men") + words("names", "women"):
        return "m" if first in words("names", "men") else "f"
    genders = [gender for gender in ("m", "f") if first in _LEXICON.words("first_names", gender)]
    return genders[0] if len(genders) == 1 else ""


def variants(key: str, phrase: Phrase) -> tuple[str, ...]:
    """Return other right ways to write the phrase: without its article, the surname, the acronym or long form in brackets."""
    forms = [bare(key), bare(phrase)]
    bracketed = re.fullmatch(r"(.+?) \(([^()]+)\)", bare(phrase))
    if bracketed:
        forms += bracketed.groups()
    if phrase.is_name and not phrase.is_list:
        forms.append(bare(phrase).partition(", ")[0])  # "Lyme Regis, a small port in Dorset"
        forms.append(surname(phrase) if phrase.type == PhraseType.PERSON else "")
    return tuple(forms)
