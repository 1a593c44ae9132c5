"""The French tokenizer: words as the Universal Dependencies treebanks cut them, without spaCy's 15,000 exceptions.

Elisions are cut off the front (`l'|eau`), verb and pronoun are separated (`dit|-il`), compounds stay whole
(`porte-parole`), a number written with spaces is one word (`30 000`). The word lists are in tokenizer.toml.
Registered with spaCy under the name `quizgen_fr`, so that `fr` stays spaCy's own class for other people's pipelines.
"""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

from spacy.attrs import NORM, ORTH  # type: ignore[import-not-found]
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.lang.tokenizer_exceptions import URL_MATCH
from spacy.language import BaseDefaults, Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab
from thinc.api import Config

from quizgen.languages.spaces import plain_spaces

LANGUAGE_NAME = "quizgen_fr"

_OPENING = r"""«»"“”„‟‹›'’‘`´()\[\]{}<>*•·§,;:!?…/|=~¿¡"""
_CLOSING = r"""«»"“”„‟‹›'’‘`´()\[\]{}<>*•·,;:!?…/|=~%‰€$£¥²³"""
# « J. », « J.-C. », « U.S.A. »; « déconnecté(e)s »
_WHOLE_SHAPE = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][a-zà-ÿ]?\.-?)+\Z|(?:[A-ZÀ-ÖØ-Þ]\.-?)+[A-Z]?\Z|[\w-]+\((?:e|s|es|ne|le|x|E|S)\)s?\Z")
_SPACED_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d])")


@cache
def _word_lists() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("tokenizer.toml").read_text("utf-8"))


def _spellings(word: str) -> set[str]:
    forms = {word, word[:1].upper() + word[1:], word.upper()}
    return forms | {form.replace("'", "’") for form in forms}


def _rules() -> dict[str, list[dict[int, str]]]:
    lists = _word_lists()
    forms = {form for word in lists["whole"] for form in _spellings(word)}
    forms |= {form for word in lists["abbreviations"] for form in (word, word[:1].upper() + word[1:])}
    return {form: [{ORTH: form}] for form in sorted(forms)}


def _prefixes() -> list[str]:
    elisions = "|".join(sorted(_word_lists()["elisions"], key=len, reverse=True))
    return [
        rf"(?i:{elisions})['’‘](?!\Z)",  # l'eau, but the lone « L' » of a broken line stays whole
        r"\.\.+",
        r"\d{1,2}(?=[hH](?:\d\d)?\b)",  # 20h30
        r"[hH](?=\d\d\b)",
        r"[nN][°º](?=\d)",  # n°5
        r"[-–—―]+(?=[^\W\d_]|['’\"«“(])",  # a dash glued to the first word of a speech
        r"[–—―]+|--+",
        r"[€$£¥#&](?=\d)",
        rf"[{_OPENING}]",
    ]


def _suffixes() -> list[str]:
    lists = _word_lists()
    clitics = [rf"(?i:(?<=[{group['after']}])-(?:{'|'.join(group['words'])}))" for group in lists["clitics"]]
    units = "|".join(re.escape(unit) for unit in sorted(lists["units"], key=len, reverse=True))
    return [
        r"\.\.+",
        rf"[{_CLOSING}]",
        r"[–—―]+|--+|(?<=[^\W\d_])-+",
        r"(?<=\d)°[CF]?",
        rf"(?<=\d)(?:{units})",
        r"(?<=[\d%‰€$£°²³»\"”'’)\]}+])\.",
        r"(?<=[^\W\d_A-ZÀ-ÖØ-Þ])\.",  # not after a single capital: « J. »
        r"(?<=[\w°][A-ZÀ-ÖØ-Þ])\.",  # « l'ONU. »
        r"(?<=[a-zà-ÿ]-[A-ZÀ-ÖØ-Þ])\.",  # « Gaia-X. »
        r"(?<=,)\.",  # where marks of notes were cut from a page: « courbée,. Sa crinière »
        *clitics,
    ]


def _infixes() -> list[str]:
    return [
        r"…|\.\.+",
        r"[«»\"“”()\[\]{}]",
        r"(?<=[^\W\d_])[,;:!?](?=\w)",
        r"[—―]|--+",
        r"(?<=[a-zà-ÿ]{2})\.(?=[A-ZÀ-ÖØ-Þ][a-zà-ÿ])",  # two sentences run together: « fin.Le »
        r"(?<=[a-zà-ÿ])/(?=[a-zà-ÿ])",  # « et/ou », « mg/kg », but « IIb/IIIa »
    ]


def _any_start(patterns: list[str]) -> Callable[[str], re.Match[str] | None]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns)).match


def _any_end(patterns: list[str]) -> Callable[[str], re.Match[str] | None]:
    return re.compile("|".join(f"(?:{pattern})\\Z" for pattern in patterns)).search


class FrenchTokenizer(DummyTokenizer):
    """Cuts French text into a Doc. Holds nothing that was trained, so nothing of it is saved with a pipeline."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._words = Tokenizer(
            vocab,
            rules=_rules(),
            prefix_search=_any_start(_prefixes()),
            suffix_search=_any_end(_suffixes()),
            infix_finditer=re.compile("|".join(_infixes())).finditer,
            token_match=_WHOLE_SHAPE.match,
            url_match=URL_MATCH,
        )

    def __call__(self, text: str) -> Doc:
        """Cut `text`. Every kind of space counts as an ordinary one; lengths and offsets are kept."""
        text = plain_spaces(text)
        doc = self._words(text)
        numbers = [match.span() for match in _SPACED_NUMBER.finditer(text)]
        return _join(doc, numbers) if numbers else doc


def _join(doc: Doc, spans: list[tuple[int, int]]) -> Doc:
    """Make one word of each span of characters that begins and ends with a word."""
    starts = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token): token.i for token in doc}
    words, spaces, done = [], [], 0
    for start, end in spans:
        if start not in starts or end not in ends:
            continue
        first, last = starts[start], ends[end]
        words += [token.text for token in doc[done:first]] + [doc.text[start:end]]
        spaces += [bool(token.whitespace_) for token in doc[done:first]] + [bool(doc[last].whitespace_)]
        done = last + 1
    words += [token.text for token in doc[done:]]
    spaces += [bool(token.whitespace_) for token in doc[done:]]
    return Doc(doc.vocab, words=words, spaces=spaces)


def _norm(text: str) -> str:
    """Give both apostrophes one norm: the pipeline sees « l’ » and « l' » as one word."""
    return BASE_NORMS.get(text, text.lower().replace("’", "'"))


@registry.tokenizers("quizgen.french_tokenizer.v1")  # type: ignore[untyped-decorator]
def _create_tokenizer() -> Callable[[Language], FrenchTokenizer]:
    return lambda nlp: FrenchTokenizer(nlp.vocab)


class QuizgenFrenchDefaults(BaseDefaults):
    """What spaCy needs to know of the language besides the pipeline."""

    config = Config({"nlp": {"tokenizer": {"@tokenizers": "quizgen.french_tokenizer.v1"}}})
    lex_attr_getters = {**BaseDefaults.lex_attr_getters, NORM: _norm}  # noqa: RUF012
    writing_system = {"direction": "ltr", "has_case": True, "has_letters": True}  # noqa: RUF012


@registry.languages(LANGUAGE_NAME)
class QuizgenFrench(Language):  # type: ignore[no-untyped-call]
    """French for the bundled pipeline."""

    lang = LANGUAGE_NAME
    Defaults = QuizgenFrenchDefaults
