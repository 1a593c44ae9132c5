"""Loads `languages/<code>/rules/*.toml`."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from quizgen.errors import RuleError
from quizgen.extraction.rules.rule import Rule, make_rule


def load_rules(code: str) -> tuple[Rule, ...]:
    """Return the tree-pattern rules of language `code`. Raises RuleError naming file and rule when one is broken."""
    folder = files("quizgen.languages") / code / "rules"
    rules: list[Rule] = []
    for source in sorted(folder.iterdir(), key=lambda f: f.name):
        if source.name.endswith(".toml"):
            rules.extend(parse_rules(source.read_text(encoding="utf-8"), source.name))
    return tuple(rules)


def parse_rules(text: str, filename: str) -> list[Rule]:
    """Return the rules in one file; a file without [[rule]] (settings) gives none. Raises RuleError."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{filename} is no TOML: {error}", "mend the line that is named") from None
    stem = filename.removesuffix(".toml")
    return [make_rule(raw, data.get("fact", ""), stem, filename) for raw in data.get("rule", [])]
