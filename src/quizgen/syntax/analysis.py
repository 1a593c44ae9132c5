"""What every extractor is given: the article, its language, its parsed sentences and its entities."""

from __future__ import annotations

import tomllib
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, wraps
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar

from quizgen.article import Article, TextSpan
from quizgen.errors import RuleError
from quizgen.facts import Phrase
from quizgen.languages.base import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Doc, Span, Token

    from quizgen.syntax.registry import Registry

Asked = TypeVar("Asked", bound=Hashable)
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class ClauseSettings:
    """`rules/clause.toml` of a language: word lists that take a clause apart, by section and name."""

    code: str
    data: Mapping[str, Any]
    sets: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict, repr=False)  # what `words` has given

    def words(self, section: str, name: str) -> frozenset[str]:
        """Return a list as a set, always the same one. Raises RuleError when the file does not hold it."""
        try:
            return self.sets[section, name]
        except KeyError:
            return self._set(section, name)

    def _set(self, section: str, name: str) -> frozenset[str]:
        try:
            return self.sets.setdefault((section, name), frozenset(self.data[section][name]))
        except KeyError:
            raise RuleError(
                f"rules/clause.toml of language {self.code!r} has no list [{section}] {name}", "compare the file with another language's"
            ) from None

    @property
    def contractions(self) -> Mapping[str, str]:
        """Prepositions that hold an article ("du"), and the article ("le")."""
        table: Mapping[str, str] = self.data["contractions"]
        return table


@cache
def clause_settings(code: str) -> ClauseSettings:
    """Return the clause settings of language `code`."""
    source = files("quizgen.languages") / code / "rules" / "clause.toml"
    return ClauseSettings(code, tomllib.loads(source.read_text(encoding="utf-8")))


@dataclass(frozen=True, eq=False)
class Analysis:
    """An article with its language, its docs (one a block, in order) and its entities."""

    article: Article
    language: Language
    docs: tuple[Doc, ...]
    registry: Registry
    topic: frozenset[str]  # lemmas of the nouns of title and standfirst
    full_descriptions: dict[tuple[str, str], str]  # (noun's lemma, Number) → its one full description in the article
    common_words: frozenset[str]  # nouns that the article writes with a small letter three times or more
    names_inside: frozenset[str]  # words with a capital inside a sentence: names, not openings
    first_seen: Mapping[str, int]  # lemma of each common noun → offset in the article where it first occurs
    titles: tuple[Doc, ...] = ()  # title and standfirst
    is_news: bool = False  # it has a date and speaks from it: "today"

    @cached_property
    def settings(self) -> ClauseSettings:
        """The language's clause settings."""
        return clause_settings(self.language.code)

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """Where in the article each of `docs` starts."""
        return tuple(int(doc.user_data["offset"]) for doc in self.docs)

    def span_of(self, tokens: Sequence[Token]) -> TextSpan:
        """Return the stretch of the article from the first to the last of `tokens` (same doc)."""
        offset = int(tokens[0].doc.user_data["offset"])
        return self.article.span(offset + tokens[0].idx, offset + tokens[-1].idx + len(tokens[-1].text))

    def span_of_sentence(self, sentence: Span) -> TextSpan:
        """Return a sentence's stretch of the article, without spaces around it."""
        tokens = [t for t in sentence if not t.is_space]
        return self.span_of(tokens)


def remembered(function: Callable[[Asked, Analysis], Answer]) -> Callable[[Asked, Analysis], Answer]:
    """Keep what `function` answers to each question while one article is in hand; the next article forgets it all."""
    answers: dict[Asked, Answer] = {}
    in_hand: list[Analysis] = []

    @wraps(function)
    def answered(asked: Asked, analysis: Analysis) -> Answer:
        if not in_hand or in_hand[0] is not analysis:
            answers.clear()
            in_hand[:] = [analysis]
        if asked not in answers:
            answers[asked] = function(asked, analysis)
        return answers[asked]

    return answered


@dataclass(frozen=True)
class Sentence:
    """A parsed sentence of prose, and who speaks in it. `speaker` is None in the article's own voice."""

    span: Span
    evidence: TextSpan
    speaker: Phrase | None = None
    is_quoted: bool = False  # within quotation marks, wholly or mostly

    @cached_property
    def is_question(self) -> bool:
        """True for a sentence that asks."""
        return self.span.text.rstrip(' »”"').endswith("?")
