"""Rule files: every one loads, and a slip in one is told with file and rule."""

import tomllib
from importlib.resources import files

import pytest

from quizgen.errors import RuleError
from quizgen.extraction.rules.loading import load_rules, parse_rules
from quizgen.extraction.rules.matching import RuleMatcher
from quizgen.facts import load_fact_kinds
from quizgen.languages import get_language
from quizgen.syntax.analysis import clause_settings
from tests.extraction.parses import vocab

RULE = """
fact = "definition"
[[rule]]
name = "name-comma-noun"
pattern = [
  { RIGHT_ID = "name", RIGHT_ATTRS = { POS = "PROPN" } },
  { LEFT_ID = "name", REL_OP = ">", RIGHT_ID = "noun", RIGHT_ATTRS = { DEP = "appos", POS = "NOUN" } },
]
slots.subject = { node = "name", span = "phrase" }
slots.description = { node = "noun", span = "phrase" }
require = [ { node = "noun", not_in = "vague.nouns", comma_between = "name" } ]
"""
SLIPS = {
    "relation": ('DEP = "appos"', 'DEP = "aposs"', "aposs"),
    "relation in a list": ('DEP = "appos"', 'DEP = { IN = ["appos", "nmood"] }', "nmood"),
    "node of a slot": ('{ node = "name", span', '{ node = "noon", span', "subject"),
    "span": ('"noun", span = "phrase"', '"noun", span = "sentence"', "description"),
    "node of a test": ('[ { node = "noun"', '[ { node = "noon"', "noon"),
    "test": ("not_in", "not_among", "not_among"),
    "key": ("require", "requires", "requires"),
}


BROKEN = {  # slips after which the rule has no name to be told by
    "no name": ('name = "name-comma-noun"\n', "", "name"),
    "no slots": ("slots.", "slot.", "slots"),
    "kind of fact": ('"definition"', '"definitoin"', "definitoin"),
    "slot of the kind": ("slots.subject", "slots.subjekt", "subjekt"),
    "not TOML": ('fact = "definition"', 'fact = "definition', "apposition.toml"),
}


def test_rule_is_read_as_written() -> None:
    (rule,) = parse_rules(RULE, "apposition.toml")
    assert (rule.name, rule.fact, rule.nodes) == ("apposition/name-comma-noun", "definition", ["name", "noun"])
    assert dict(rule.slots["subject"]) == {"node": "name", "span": "phrase"}
    assert rule.confidence == 0.8


@pytest.mark.parametrize(("right", "wrong", "named"), SLIPS.values(), ids=SLIPS)
def test_slip_is_told_with_file_and_rule(right: str, wrong: str, named: str) -> None:
    assert right in RULE
    with pytest.raises(RuleError) as caught:
        parse_rules(RULE.replace(right, wrong, 1), "apposition.toml")
    assert "apposition.toml" in caught.value.message
    assert "name-comma-noun" in caught.value.message
    assert named in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(("right", "wrong", "named"), BROKEN.values(), ids=BROKEN)
def test_broken_file_is_told(right: str, wrong: str, named: str) -> None:
    assert right in RULE
    with pytest.raises(RuleError) as caught:
        parse_rules(RULE.replace(right, wrong), "apposition.toml")
    assert "apposition.toml" in caught.value.message
    assert named in caught.value.message


def test_subtype_of_a_relation_is_known() -> None:
    assert parse_rules(RULE.replace('"appos"', '"acl:relcl"'), "apposition.toml")


def test_settings_file_gives_no_rules() -> None:
    assert parse_rules('[arguments]\ntime = ["en"]', "clause.toml") == []


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_rule_file_gives_rules_that_match(code: str) -> None:
    rules = load_rules(code)
    folder = files("quizgen.languages") / code / "rules"
    stems = {file.name.removesuffix(".toml") for file in folder.iterdir() if "[[rule]]" in file.read_text("utf-8")}
    assert {rule.name.partition("/")[0] for rule in rules} == stems
    assert len({rule.name for rule in rules}) == len(rules)
    RuleMatcher(rules, vocab(code))


@pytest.mark.parametrize("code", ["fr", "en"])
def test_rules_fill_the_slots_of_their_kind(code: str) -> None:
    kinds = load_fact_kinds()
    for rule in load_rules(code):
        kind = kinds[rule.fact]
        assert set(kind.slots) - kind.optional <= set(rule.slots) <= set(kind.slots), rule.name
        assert 0 < rule.confidence <= 1


@pytest.mark.parametrize("code", ["fr", "en"])
def test_word_lists_that_rules_name_exist(code: str) -> None:
    lexicon = get_language(code).lexicon
    lists = [test[key] for rule in load_rules(code) for test in rule.require for key in ("lemma_in", "not_in") if key in test]
    assert lists
    assert all(lexicon.words(*name.split(".")) for name in lists)


def test_languages_have_the_same_settings() -> None:
    tables = [tomllib.loads((files("quizgen.languages") / code / "rules" / "clause.toml").read_text("utf-8")) for code in ("fr", "en")]
    french, english = ({(section, name) for section, table in one.items() for name in table} for one in tables)
    own = {"possessives", "contractions", "pronouns", "governing", "copula"}  # words of one language
    assert {pair for pair in french if pair[0] not in own} == {pair for pair in english if pair[0] not in own}


def test_missing_list_of_settings_is_told_with_its_section() -> None:
    with pytest.raises(RuleError, match=r"\[arguments\] seasons") as caught:
        clause_settings("fr").words("arguments", "seasons")
    assert "clause.toml" in caught.value.message
