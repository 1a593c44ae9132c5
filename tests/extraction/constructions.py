"""The hand-annotated sentences of `fr/` and `en/`: one file a construction, each case with what must and must not come of it.

A case begins with `# name = …`. What follows may be, one a line:

    # title = …                    the article's title, whose words are its topic
    # published = …                its ISO date
    # fact = kind: slot=…; …       a fact that must be found; `slot.attribute` looks inside a value, `source` is the speaker
    # no = kind, kind              no fact of these kinds; "any" for no fact at all
    # dropped = reason             a reason that the account must name
    # bug = what goes wrong        the program is known to fail here; take the line out when it no longer does

and the case's sentences, in the columns of `parses.py`, with an empty line between them: one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quizgen.article import TextSpan
from quizgen.extraction.facts import Extraction
from quizgen.facts import Clause, Fact
from quizgen.syntax.analysis import Analysis
from tests.extraction.parses import analysis, extraction

HERE = Path(__file__).parent
LANGUAGES = ("fr", "en")


@dataclass(frozen=True)
class Case:
    """A paragraph with what is expected of it."""

    id: str
    language: str
    sentences: tuple[str, ...]
    settings: tuple[tuple[str, str], ...]

    def all(self, key: str) -> list[str]:
        """Return every `# key = …` of the case, in order."""
        return [value for name, value in self.settings if name == key]


def cases() -> list[Case]:
    """Return every case of every file, in order."""
    files = [path for language in LANGUAGES for path in sorted((HERE / language).glob("*.conllu"))]
    return [case for path in files for case in read_cases(path)]


def read_cases(path: Path) -> list[Case]:
    """Return the cases of one file."""
    parts = re.split(r"^(?=# name = )", path.read_text(encoding="utf-8"), flags=re.M)[1:]
    return [read_case(part, path) for part in parts]


def read_case(part: str, path: Path) -> Case:
    """Return one case."""
    settings = tuple((m[1], m[2].strip()) for m in re.finditer(r"^# (\w+) =(.*)$", part, flags=re.M))
    sentences = tuple(s for s in re.split(r"\n\s*\n", re.sub(r"^#.*\n", "", part, flags=re.M)) if s.strip())
    return Case(f"{path.parent.name}/{path.stem}/{settings[0][1]}", path.parent.name, sentences, settings)


@cache
def run(case: Case) -> tuple[Analysis, Extraction]:
    """Return a case's analysis and what extraction gives; each case is run once."""
    made = analysis(*case.sentences, language=case.language, title="".join(case.all("title")), published="".join(case.all("published")))
    return made, extraction(made)


def has(fact: Fact, wanted: str) -> bool:
    """Return True when `fact` is what a `# fact = …` describes."""
    kind, _, slots = wanted.partition(":")
    pairs = [pair.split("=", 1) for pair in slots.split(";") if pair.strip()]
    return fact.kind == kind and all(seen(fact, path.strip()) == text.strip() for path, text in pairs)


def seen(fact: Fact, path: str) -> str:
    """Return the text at `path` of a fact ("date", "date.iso", "event.subject", "source"), or "" where there is none."""
    first, *rest = path.split(".")
    value: object = fact.source if first == "source" else fact.values.get(first)
    for name in rest:
        value = getattr(value, name)
    return "" if value is None else str(getattr(value, "text", value))


def spans(fact: Fact) -> Iterator[TextSpan]:
    """Yield every span of a fact: its evidence and support, and those of its slots."""
    yield from (fact.evidence.primary, *fact.evidence.support)
    for value in (*fact.values.values(), fact.source):
        parts = (value, value.subject) if isinstance(value, Clause) else (value,)
        yield from (part.span for part in parts if part is not None and part.span is not None)
