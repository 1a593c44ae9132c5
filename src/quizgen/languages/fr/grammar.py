"""French grammar as template filters: questions, statements, determiners, contractions."""

import re
from collections.abc import Mapping
from dataclasses import replace

from quizgen.facts import Clause, Phrase, Quantity
from quizgen.languages.base import CannotPhrase, Filter, Lexicon
from quizgen.languages.fr import dates
from quizgen.languages.fr.agreement import agreeing, gender_and_number, is_adverb, is_form_of, masculine_singular, noun_gender, role_gender, shown_gender, singular_verb, split_determiner
from quizgen.languages.fr.elision import contract, elide, elides_before, grammar_data

_LEXICON = Lexicon("fr")
_PRONOUNS = {("m", "s"): "il", ("f", "s"): "elle", ("m", "p"): "ils", ("f", "p"): "elles"}
_SUBJECT_PRONOUNS = ("il", "elle", "ils", "elles", "on", "ce")
_INFINITIVE = re.compile(r"(?:er|ir|re|oir)$")
_ARTICLES = {("m", "s"): ("le", "un"), ("f", "s"): ("la", "une"), ("m", "p"): ("les", "des"), ("f", "p"): ("les", "des"), ("", "p"): ("les", "des")}
_QUEL = {("m", "s"): "quel", ("f", "s"): "quelle", ("m", "p"): "quels", ("f", "p"): "quelles"}


def _join(*parts: str) -> str:
    """Return the parts as one text: no space after an apostrophe or before a comma."""
    text = " ".join(part.strip() for part in parts if part.strip())
    return re.sub(r"(?<=['’]) | (?=[,.](?:\s|$))", "", text).rstrip(" ,.;")


def asked_lead(clause: Clause) -> str:
    """Return the preposition before what is asked, lower case: "en", "depuis", "dans les", or ""."""
    if clause.asked is None:
        return ""
    return clause.asked.text.partition(clause.asked.value or clause.asked.text)[0].strip().lower().replace("’", "'")


def _asked_tail(clause: Clause) -> str:
    """Return what followed the asked value in its complement and must stay: "3 000 visiteurs *par an*"."""
    if clause.asked is None:
        return ""
    return clause.asked.text.partition(clause.asked.value or clause.asked.text)[2].strip()


def _check_lead(clause: Clause, after: str) -> None:
    """Raise CannotPhrase unless the preposition asked about is in `after`, prepositions parted by commas; "" allows all."""
    if after and clause.asked is not None and asked_lead(clause) not in [word.strip() for word in after.split(",")]:
        raise CannotPhrase(f"the question word does not fit {asked_lead(clause)!r}")


def _after_verb(clause: Clause) -> str:
    """Return what follows the verb group, the fronted part last: there it needs no comma."""
    return _join(_asked_tail(clause), *(complement.text for complement in clause.complements), clause.lead)


def pronoun(clause: Clause | Phrase) -> str:
    """Return "il", "elle", "ils" or "elles" for a subject. Raises CannotPhrase when its gender is unknown."""
    subject = clause.subject if isinstance(clause, Clause) else clause
    gender, number = gender_and_number(subject)
    if isinstance(clause, Clause):
        gender = gender or _gender_in_verb(clause)
        number = "p" if clause.finite.lower().endswith(("ent", "ont", "aient")) and _is_plural_verb(clause) else number
    if not gender:
        raise CannotPhrase(f"unknown gender of {subject.text!r}")
    return _PRONOUNS[gender, number]


def _is_plural_verb(clause: Clause) -> bool:
    """True when the finite verb is plural: « la plupart des clubs sont » takes "ils"; "appartient" and "contient" are singular."""
    return clause.subject.number == "p" or is_form_of(clause.finite, "etre") or is_form_of(clause.finite, "avoir")


def _gender_in_verb(clause: Clause) -> str:
    """Return the gender that a participle with être shows: "a été lancée" → "f"."""
    if is_form_of(clause.finite, "etre"):
        return shown_gender(clause.rest)
    if is_form_of(clause.finite, "avoir") and (match := re.search(r"\bété\b(.+)", clause.rest)):
        return shown_gender(match[1])
    return ""


def _inverted(clause: Clause) -> str:
    """Return the finite verb with its clitics and the pronoun: "s'est-elle", "a-t-il", "convainc-t-il", "répond-il"."""
    own = clause.subject.text.lower().replace("c'", "ce")
    subject_pronoun = own if own in _SUBJECT_PRONOUNS else pronoun(clause)
    link = "-t-" if clause.finite[-1].lower() in "aec" and subject_pronoun != "ce" else "-"
    return _join(clause.clitics, f"{clause.finite}{link}{subject_pronoun}")


def inversion(clause: Clause, after: str = "", agrees_with: Phrase | Quantity | None = None) -> str:
    """Return the clause as after a question word: "la tour Eiffel est-elle inaugurée".

    `after` lists the prepositions that the question word may stand for ("en, le, au"); `agrees_with` is the object that the question
    puts before the verb, with which a participle agrees ("combien de modules … développés"). Raises CannotPhrase where either fails, or
    where the gender of the subject is unknown.
    """
    _check_lead(clause, after)
    subject = "" if clause.subject.text.lower() in (*_SUBJECT_PRONOUNS, "c'", "c’") else clause.subject.text
    rest = _agreeing_rest(clause, agrees_with) if agrees_with is not None else clause.rest
    return _join(subject, _inverted(clause), rest, _after_verb(clause))


def _agreeing_rest(clause: Clause, thing: Phrase | Quantity) -> str:
    """Return the rest of the verb group with its participle in agreement with an object placed before it."""
    words = clause.rest.split()
    index = next((number for number, word in enumerate(words) if not is_adverb(word)), None)
    if index is None or not is_form_of(clause.finite, "avoir") or not _has_object_before(clause, words[index:]):
        return clause.rest
    if isinstance(thing, Quantity):
        gender, number = thing.gender or noun_gender(thing.unit), thing.number_of_unit
    else:
        gender, number = gender_and_number(thing)
    return " ".join([*words[:index], agreeing(words[index], gender, number), *words[index + 1 :]])


def _has_object_before(clause: Clause, words: list[str]) -> bool:
    """True where the asked thing is the direct object of a participle: not after a preposition, "en", an infinitive or a measure."""
    measures = grammar_data()["measures"]
    is_measure = clause.lemma in measures["verbs"] or words[0] in measures["participles"]
    has_infinitive = any(_INFINITIVE.search(word) for word in words[1:])
    return not (is_measure or has_infinitive or asked_lead(clause) or "été" in clause.rest.split() or clause.clitics.endswith("en"))


def est_ce_que(clause: Clause, after: str = "") -> str:
    """Return the clause after « est-ce que », which needs no gender: "est-ce qu'OpenStack a été lancé"."""
    return f"est-ce {after_que(clause, after)}"


def after_que(clause: Clause, after: str = "") -> str:
    """Return the clause after « que »: "qu'Exaion utilise dans ses centres". Raises CannotPhrase as inversion does for `after`."""
    _check_lead(clause, after)
    return elide("que", _join(clause.subject.text, _verb_group(clause), _after_verb(clause)))


def _verb_group(clause: Clause) -> str:
    return _join(clause.clitics, clause.finite, clause.rest)


def statement(clause: Clause) -> str:
    """Return the clause as a statement, the fronted part first: "en 2010, OpenStack est lancé par la NASA"."""
    lead = f"{clause.lead.strip(' ,')}," if clause.lead else ""
    return _join(lead, clause.subject.text, _verb_group(clause), *(complement.text for complement in clause.complements))


def predicate(clause: Clause) -> str:
    """Return the clause without its subject, as after « qui »: third person masculine singular. Raises CannotPhrase when it cannot."""
    gender, number = gender_and_number(clause.subject)
    rest = _neutral_rest(clause, gender or _gender_in_verb(clause) or "m", number)
    complements = _join(*(complement.text for complement in clause.complements))
    if number == "p" and re.search(r"\bleurs?\b", complements):
        raise CannotPhrase("« leur » in the predicate hangs on a plural subject")
    return _join(clause.clitics, singular_verb(clause.finite, _lexical_lemma(clause)) if number == "p" else clause.finite, rest, _after_verb(clause))


def _lexical_lemma(clause: Clause) -> str:
    """Return the lemma of the finite verb where the finite verb is the lexical one."""
    return "" if is_form_of(clause.finite, "etre") or is_form_of(clause.finite, "avoir") else clause.lemma


def _neutral_rest(clause: Clause, gender: str, number: str) -> str:
    """Return the rest of the verb group with what agrees with the subject made masculine singular."""
    words = clause.rest.split()
    if is_form_of(clause.finite, "etre"):
        return _neutralized(clause, words, 0, gender, number)
    if is_form_of(clause.finite, "avoir") and "été" in words:
        return _neutralized(clause, words, words.index("été") + 1, gender, number)
    return clause.rest


def _neutralized(clause: Clause, words: list[str], start: int, gender: str, number: str) -> str:
    if (gender, number) == ("m", "s"):
        return " ".join(words)
    index = next((place for place in range(start, len(words)) if not is_adverb(words[place])), None)
    if index is None:
        _check_attribute(clause)
        return " ".join(words)
    changed = [masculine_singular(word, gender, number) if place == index or (place > index and words[place - 1] in ("et", "ou", "puis")) else word for place, word in enumerate(words)]
    return " ".join(changed)


def _check_attribute(clause: Clause) -> None:
    """Raise CannotPhrase when être is followed by what would have to agree: "sont grandes", "sont des logiciels"."""
    first = next((re.split(r"[ '’]", complement.text)[0].lower() for complement in clause.complements), "")
    plural_noun = first in ("des", "les", "deux", "trois", "quatre", "plusieurs")
    if plural_noun or first not in grammar_data()["participles"]["first_words_of_attribute"]:
        raise CannotPhrase(f"what follows {clause.finite!r} would have to agree with the question word")


def follow(clause: Clause, gender: str = "m", number: str = "s") -> str:
    """Return the clause after a question phrase of this gender and number that takes the place of its subject or of its object.

    "quelle part des clouds *est hébergée en Europe*", "quelle part du marché *Amazon détient-il*".
    """
    if clause.asked is not None or not clause.subject_slot:
        return inversion(clause, agrees_with=Phrase("", gender=gender, number=number))
    neutral = predicate(clause)
    if gender == "m" and number == "s":
        return neutral
    bare = replace(clause, subject=replace(clause.subject, text="ce", gender="m", number="s"), finite=singular_verb(clause.finite, _lexical_lemma(clause)))
    words = _neutral_rest(clause, gender_and_number(clause.subject)[0] or _gender_in_verb(clause) or "m", gender_and_number(clause.subject)[1]).split()
    start = words.index("été") + 1 if "été" in words else 0
    agrees = is_form_of(clause.finite, "etre") or "été" in words
    index = next((place for place in range(start, len(words)) if not is_adverb(words[place])), None) if agrees else None
    if index is not None:
        words[index] = agreeing(words[index], gender, number)
    return _join(bare.clitics, bare.finite, *words, _after_verb(clause))


def combien(clause: Clause, quantity: Quantity) -> str:
    """Return the whole question about a quantity, without its mark: "pendant combien d'années le roi a-t-il régné".

    Raises CannotPhrase without a thing counted, or where the article speaks of "les 300 soldats" (known already).
    """
    if not quantity.unit:
        raise CannotPhrase("nothing is said to be counted")
    counted = elide("combien de", _unit(quantity))
    if clause.asked is None and clause.subject_slot:
        return _join(counted, _subject_tail(clause, quantity), _verb_group(clause), _after_verb(clause))
    lead = asked_lead(clause)
    if lead and lead not in grammar_data()["measures"]["questions"]:
        raise CannotPhrase(f"no question for a quantity after {lead!r}")
    return _join(_join(lead, counted), inversion(clause, agrees_with=quantity))


def _unit(quantity: Quantity) -> str:
    """Return what is counted: "ans" becomes "années"."""
    first, _, rest = quantity.unit.partition(" ")
    return _join(grammar_data()["measures"]["units"].get(first, first), rest)


def _subject_tail(clause: Clause, quantity: Quantity) -> str:
    """Return what follows a counted subject: "100 clouds *en Europe*". Raises CannotPhrase for "les 300 soldats"."""
    before, _, tail = clause.subject.text.partition(quantity.text)
    if before.strip():
        raise CannotPhrase(f"the quantity has a determiner: {clause.subject.text!r}")
    return tail


def de(phrase: Phrase | str) -> str:
    """Return the phrase after « de »: "du traité", "d'OpenStack", "des Alpes", "de l'ONU"."""
    return contract("de", _text(phrase))


def a(phrase: Phrase | str) -> str:
    """Return the phrase after « à »: "au traité", "aux Alpes", "à OpenStack"."""
    return contract("à", _text(phrase))


def _text(value: Phrase | Quantity | str) -> str:
    return value if isinstance(value, str) else value.text


def quel(phrase: Phrase) -> str:
    """Return "quel", "quelle", "quels" or "quelles". Raises CannotPhrase when the gender is unknown."""
    gender, number = gender_and_number(phrase)
    if not gender:
        raise CannotPhrase(f"unknown gender of {phrase.text!r}")
    return _QUEL[gender, number]


def bare(phrase: Phrase | str) -> str:
    """Return the phrase without its determiner: "fondation OpenInfra"."""
    return (not isinstance(phrase, str) and phrase.bare) or split_determiner(_text(phrase))[1]


def definite(phrase: Phrase, holder_gender: str = "") -> str:
    """Return the phrase with the definite article: "l'ingénieure en chef", "le directeur". Raises CannotPhrase when its gender is unknown.

    An office whose form does not show a gender takes that of its holder: "la ministre".
    """
    return _with_article(phrase, 0, holder_gender)


def indefinite(phrase: Phrase) -> str:
    """Return the phrase with the indefinite article: "un outil", "des outils". Raises CannotPhrase when its gender is unknown."""
    return _with_article(phrase, 1, "")


def _with_article(phrase: Phrase, kind: int, holder_gender: str) -> str:
    determiner, noun = split_determiner(phrase.text)
    gender, number = gender_and_number(phrase)
    if not gender and number == "s" and not (kind == 0 and elides_before(noun)):
        gender = role_gender(noun, holder_gender)
    article = _ARTICLES[gender or "m", number][kind]
    if determiner in ("l'", article):
        return phrase.text if determiner == article or kind == 0 else f"{article} {noun}"
    return elide(article, noun) if article in ("le", "la") else f"{article} {noun}"


def lower_first(text: str) -> str:
    """Return the text with a small first letter, unless it opens with a name or an acronym."""
    first = re.split(r"[ '’-]", text)[0]
    is_function_word = first.lower() in _LEXICON.table("determiners") or first.lower() in _SUBJECT_PRONOUNS or first.lower() in _LEXICON.words("prepositions", "place")
    return text[:1].lower() + text[1:] if is_function_word or first.lower() in _LEXICON.table("gender_of_nouns") else text


def filters() -> Mapping[str, Filter]:
    """Return the filters that French templates may use, by name."""
    own: tuple[Filter, ...] = (inversion, est_ce_que, after_que, statement, predicate, follow, combien, de, a, quel, bare, definite, indefinite, pronoun, lower_first)
    return {function.__name__: function for function in (*own, dates.year, dates.month_year, dates.long_date)}
