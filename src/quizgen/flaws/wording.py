"""The words and patterns by which flaws are found in one language: its lexicon, and `words/<code>.toml` here."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from tomllib import loads

from quizgen.languages.base import Language


@dataclass(frozen=True)
class Wording:
    """What a language's flaws are found by; made once per language and passed to every flaw."""

    language: Language

    @cached_property
    def _lists(self) -> Mapping[str, Sequence[str]]:
        source = files("quizgen.flaws").joinpath("words", f"{self.language.code}.toml")
        lists: Mapping[str, Sequence[str]] = loads(source.read_text(encoding="utf-8"))
        return lists

    @cached_property
    def _compiled(self) -> dict[str, re.Pattern[str]]:
        return {}

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return one pattern for all the patterns of the list `name` of this folder's file."""
        if name not in self._compiled:
            self._compiled[name] = re.compile("|".join(f"(?:{part})" for part in self._lists[name]), re.IGNORECASE)
        return self._compiled[name]

    def listed(self, name: str) -> frozenset[str]:
        """Return the list `name` of this folder's file as words."""
        return frozenset(self._lists[name])

    def ending(self, name: str) -> re.Pattern[str]:
        """Return what finds a word of the list `name` of this folder's file at the end of a text."""
        key = f"{name}$"
        if key not in self._compiled:
            self._compiled[key] = re.compile(rf"(?<![-\w])(?:{'|'.join(map(re.escape, self._lists[name]))})$", re.IGNORECASE)
        return self._compiled[key]

    def lexicon(self, section: str, name: str) -> re.Pattern[str]:
        """Return what finds a whole word of the lexicon's list `name`, with either apostrophe."""
        key = f"{section}.{name}"
        if key not in self._compiled:
            words = sorted((word.replace("’", "'") for word in self.language.lexicon.words(section, name)), key=len, reverse=True)
            parts = (re.escape(word).replace("'", "['’]") + ("" if word.endswith("'") else r"(?!\w)") for word in words)
            self._compiled[key] = re.compile(rf"(?<![-\w])(?:{'|'.join(parts)})", re.IGNORECASE)
        return self._compiled[key]
