"""Where distractors come from: everything in one article that can be a wrong answer, indexed once."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate

from quizgen.article import Article
from quizgen.facts import Fact, Phrase, PhraseType, Value
from quizgen.languages.base import Language
from quizgen.languages.words import pattern, plain, roots, stands_in
from quizgen.writing.templates import TemplateSet

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Þ«“\"(])")


_WORD_BEFORE = re.compile(r"(?<!\w)(\w+(?:\s|['’]))\Z")
_LONGEST_WORD = 40  # letters


@dataclass(frozen=True, slots=True)
class Possible:
    """A value that may stand in place of the key. `fact` holds it in the same slot, where it comes from a fact of the same kind."""

    value: Value
    origin: str
    fact: Fact | None = None


@dataclass(frozen=True)
class DistractorPool:
    """Everything in one article that can be a wrong answer, indexed once: the facts, and the named phrases of the text."""

    facts: Sequence[Fact]
    names: Sequence[Phrase]
    article: Article
    language: Language
    templates: TemplateSet
    seed: int = 0
    sentences_with: dict[str, list[frozenset[str]]] = field(default_factory=dict)
    frames: dict[tuple[int, str], frozenset[str]] = field(default_factory=dict)
    written: dict[str, Phrase] = field(default_factory=dict)
    found: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    fitting: dict[tuple[str, int, str, str], Sequence[Possible]] = field(default_factory=dict)

    @cached_property
    def facts_by_kind(self) -> dict[str, list[Fact]]:
        """The facts of each kind, in order."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            found[fact.kind].append(fact)
        return found

    @cached_property
    def names_by_type(self) -> dict[PhraseType, list[Phrase]]:
        """The names of each type, each once, in order: those that discourse found, then those in facts."""
        in_facts = (value for fact in self.facts for _, value in fact.slots if isinstance(value, Phrase) and value.is_name)
        once = {(name.type, name.text.casefold()): name for name in reversed([*self.names, *in_facts]) if name.type is not PhraseType.THING}
        found: dict[PhraseType, list[Phrase]] = defaultdict(list)
        for name in reversed(once.values()):
            found[name.type].append(name)
        return found

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the prose in small letters; cut roughly, to see which words stand together."""
        texts = (s for block in self.article.prose for s in _SENTENCE_END.split(self.article.text[block.start:block.end]))
        return tuple(plain(text).casefold() for text in texts)

    @cached_property
    def running_text(self) -> tuple[str, tuple[int, ...]]:
        """The sentences in one text, and where each starts: a search in it is one search."""
        return "\n".join(self.sentences), tuple(accumulate((len(text) + 1 for text in self.sentences[:-1]), initial=0))

    def sentences_holding(self, folded: str) -> Iterator[int]:
        """Yield the numbers of the sentences in which small letters stand."""
        text, starts = self.running_text
        at = text.find(folded)
        while folded and at >= 0:
            number = bisect_right(starts, at)
            yield number - 1
            at = text.find(folded, starts[number]) if number < len(starts) else -1

    def roots_beside(self, words: str) -> list[frozenset[str]]:
        """Return the word roots of every sentence that holds `words`."""
        if words not in self.sentences_with:
            numbers = self.sentences_holding(plain(words).casefold())
            beside = (self.sentences[number] for number in numbers)
            self.sentences_with[words] = [roots(text) for text in beside if stands_in(words, text)]
        return self.sentences_with[words]

    def places_of(self, words: str) -> tuple[tuple[int, int], ...]:
        """Return where `words` stand in the article, in any case, as whole words."""
        if words not in self.found:
            self.found[words] = tuple(match.span() for match in pattern(words).finditer(self.article.text))
        return self.found[words]

    def as_written(self, name: Phrase) -> Phrase:
        """Return a name with the determiner that the article sets before it: « NASA » → « la NASA »; as it is where there is none."""
        if name.text not in self.written:
            self.written[name.text] = self._with_determiner(name)
        return self.written[name.text]

    def _with_determiner(self, name: Phrase) -> Phrase:
        bare, text = name.bare or name.text, self.article.text
        for match in re.finditer(rf"{re.escape(bare)}(?!\w)", text):
            before = _WORD_BEFORE.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
            if before is None:
                continue
            described = self.language.describe(replace(name, text=before[1].lower() + bare, bare="", gender="", number="s"))
            if described.bare == bare:
                return replace(described, gender=described.gender or name.gender)
        return name

    @cached_property
    def sure_people(self) -> frozenset[str]:
        """The names that facts say are people's: they were born, have died."""
        slots = (fact.values.get("person") for kind in ("birth", "death") for fact in self.facts_by_kind[kind])
        return frozenset(value.bare or value.text for value in slots if isinstance(value, Phrase) and value.is_name)

    @cached_property
    def all_roots(self) -> frozenset[str]:
        """The roots of all words of the article."""
        return roots(self.article.text)

    def speaks_of(self, name: str) -> bool:
        """Return whether the article holds a word of the family of `name`: « français » for « France »."""
        own = roots(name)
        return bool(own & self.all_roots) if own else stands_in(name, self.article.text)

    @property
    def latest_year(self) -> int:
        """The year of the article, else the latest one it names, else 2000: no distractor lies after it."""
        if self.article.published[:4].isdigit():
            return int(self.article.published[:4])
        years = [int(year) for year in re.findall(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)", self.article.text)]
        return max(years, default=2000)
