"""Template files: what they may hold, what a broken one is told, whose file wins."""

import re
from pathlib import Path

import pytest

from quizgen.errors import TemplateError
from quizgen.languages import get_language
from quizgen.resources import shipped_templates
from quizgen.writing import check_templates, load_templates
from quizgen.writing.examples import check_examples, check_own_templates
from quizgen.writing.templates import TemplateSet
from tests.writing.sample_facts import STATEMENT_FR, TEMPLATES, YEAR_FR, write_templates

README = shipped_templates() / "README.md"


def load(root: Path, **templates: str) -> TemplateSet:
    write_templates(root, {f"fr/event/{name}": source for name, source in templates.items()})
    return load_templates("fr", [root])


def test_required_and_asked_slots_come_from_the_texts(tmp_path: Path) -> None:
    template = load(tmp_path, year=YEAR_FR).templates["fr/event/year"]
    assert (template.required, template.asked_slot, template.is_statement) == ({"event", "date"}, "date", False)


def test_a_slot_tested_with_is_defined_is_not_required(tmp_path: Path) -> None:
    stem = "stem = \"Quand {{ person }} {% if place is defined %}est-il né à {{ place }}{% else %}est-il né{% endif %} ?\"\n"
    example = '[[example]]\nperson = "X"\ndate = "1900"\nstem = ""\nkey = ""\n'
    source = f'fact = "birth"\nitems = ["short_answer"]\n{stem}key = "{{{{ date }}}}"\n{example}'
    write_templates(tmp_path, {"fr/birth/quand": source})
    assert load_templates("fr", [tmp_path]).templates["fr/birth/quand"].required == {"person", "date"}


BROKEN = {
    "key 'stemm': unknown key": YEAR_FR.replace("stem  =", "stemm =", 1),
    "no_fact": YEAR_FR.replace('fact  = "event"', 'fact = "evnt"'),
    "unknown slot 'dat'": YEAR_FR.replace("{{ date.year }}", "{{ dat.year }}"),
    "has no 'yeer'": YEAR_FR.replace("{{ date.year }}", "{{ date.yeer }}"),
    "unknown filter 'inversoin'": YEAR_FR.replace("inversion", "inversoin"),
    "key 'example': missing": YEAR_FR.split("[[example]]")[0],
    "example': has no 'stem'": re.sub(r'stem  = "En quelle année la tour.*\n', "", YEAR_FR),
    "unknown key 'datte'": YEAR_FR.replace('date  = "1889', 'datte = "1889'),
    "mixes questions, statements and groups": YEAR_FR.replace('"multiple_choice"', '"cloze"'),
    "must list item forms": YEAR_FR.replace('"multiple_choice"', '"mcq"'),
    "must print one slot": YEAR_FR.replace("{{ date.year }}", "{{ date }} {{ event.lemma }}"),
    "key 'when': date.precison": YEAR_FR.replace("date.precision", "date.precison"),
    "not TOML": YEAR_FR.replace('"event"', "event"),
    "mul is not allowed": YEAR_FR.replace("{{ date.year }}", "{{ 'a' * 10**9 }}"),
    "call is not allowed": YEAR_FR.replace("{{ date.year }}", "{{ date.year.__class__.mro() }}"),
    "has no '__class__'": YEAR_FR.replace("{{ date.year }}", "{{ date.__class__ }}"),
    "for is not allowed": YEAR_FR.replace("{{ date.year }}", "{% for x in date %}{% endfor %}"),
    "end of print statement": YEAR_FR.replace("{{ date.year }}", "{{ date year }}"),
}  # fmt: skip


@pytest.mark.parametrize("problem", BROKEN)
def test_a_broken_template_names_its_file_and_what_is_wrong(problem: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        load(tmp_path, broken=BROKEN[problem])
    assert "broken.toml" in caught.value.message
    assert problem == "no_fact" or problem in caught.value.message
    assert caught.value.hint


def test_a_template_in_the_wrong_folder_is_refused(tmp_path: Path) -> None:
    write_templates(tmp_path, {"fr/place/year": YEAR_FR})
    with pytest.raises(TemplateError, match="folder 'place'"):
        load_templates("fr", [tmp_path])


def test_the_same_path_in_an_earlier_root_replaces_and_a_new_path_adds(tmp_path: Path) -> None:
    ours = write_templates(tmp_path / "ours", {"fr/event/year": YEAR_FR, "fr/event/statement": STATEMENT_FR})
    own = write_templates(tmp_path / "own", {"fr/event/year": YEAR_FR.replace("En quelle", "Dites en quelle"), "fr/event/other": YEAR_FR})
    both = load_templates("fr", [own, ours])
    assert list(both.templates) == ["fr/event/other", "fr/event/statement", "fr/event/year"]
    assert both.templates["fr/event/year"].stem.startswith("Dites")


def test_no_folder_and_no_template_are_errors(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="is not a folder"):
        load_templates("fr", [tmp_path / "nowhere"])
    with pytest.raises(TemplateError, match="no question template"):
        load_templates("fr", [tmp_path])


def test_check_finds_an_example_that_comes_out_otherwise(tmp_path: Path) -> None:
    wrong = YEAR_FR.replace('stem  = "En quelle année la tour Eiffel est-elle', 'stem  = "En quelle année la tour Eiffel est-il')
    write_templates(tmp_path, TEMPLATES | {"fr/event/wrong": wrong, "fr/event/broken": "stem ="})
    messages = [problem.message for problem in check_templates(tmp_path)]
    assert len(messages) == 2
    assert "broken.toml: not TOML" in messages[0]
    assert "wrong.toml: example 1: stem comes out as 'En quelle année la tour Eiffel est-elle inaugurée ?'" in messages[1]


def test_an_example_that_does_not_meet_when_is_found(tmp_path: Path) -> None:
    write_templates(tmp_path, {"fr/event/year": YEAR_FR.replace('["year", "month", "day"]', '["century"]')})
    assert "does not meet `when`" in check_templates(tmp_path)[0].message


def test_an_example_with_an_unreadable_slot_is_found(tmp_path: Path) -> None:
    write_templates(tmp_path, {"fr/event/year": YEAR_FR.replace("verb = ", "verbe = ")})
    assert "verb" in check_templates(tmp_path)[0].message


WRONG_KINDS = {
    "event.gender must be a text": YEAR_FR.replace('gender = "f"', "gender = 3"),
    "event.complements must be a list of tables": YEAR_FR.replace('"est inaugurée" }', '"est inaugurée", complements = "à Paris" }'),
    "event.is_passive must be true or false": YEAR_FR.replace('"est inaugurée" }', '"est inaugurée", is_passive = "yes" }'),
    "event.type must be one of event, organization": YEAR_FR.replace('gender = "f"', 'type = "tower"'),
    "date.iso must be a text": YEAR_FR.replace('date  = "1889-03-31"', 'date  = { text = "1889", iso = 1889 }'),
    "source.accepted must be a list of texts": YEAR_FR.replace("[[example]]", '[[example]]\nsource = { text = "Anne Roy", accepted = 1 }'),
    "given a slot that it cannot write": YEAR_FR.replace("{{ event | inversion }}", "{{ date | inversion }}"),
}  # fmt: skip


@pytest.mark.parametrize("problem", WRONG_KINDS)
def test_a_value_of_the_wrong_kind_is_told_in_the_words_of_the_template(problem: str, tmp_path: Path) -> None:
    write_templates(tmp_path, {"fr/event/year": WRONG_KINDS[problem]})
    (told,) = check_templates(tmp_path)
    assert "year.toml" in told.message
    assert problem in told.message
    assert not re.search(r"object|attribute|argument|mapping|'int'|'str'", told.message), "no word of Python"


def test_a_complement_may_be_a_text_alone(tmp_path: Path) -> None:
    source = YEAR_FR.replace('"est inaugurée" }', '"est inaugurée", complements = ["à Paris"] }').replace(
        "est-elle inaugurée ?", "est-elle inaugurée à Paris ?"
    )
    write_templates(tmp_path, {"fr/event/year": source})
    assert check_templates(tmp_path) == ()


def test_of_several_folders_only_the_users_own_examples_are_looked_at(tmp_path: Path) -> None:
    wrong = YEAR_FR.replace('key   = "1889"', 'key   = "1890"')
    ours = write_templates(tmp_path / "ours", {"fr/event/year": wrong})
    own = write_templates(tmp_path / "own", {"fr/event/other": YEAR_FR})
    templates = load_templates("fr", [own, ours])
    check_own_templates(templates, own)
    with pytest.raises(TemplateError, match=r"year\.toml: example 1: key comes out as '1889', not as '1890'"):
        check_own_templates(templates, ours)


@pytest.mark.parametrize("block", re.findall(r"```toml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL))
def test_the_templates_of_the_manual_come_out_as_it_says(block: str, tmp_path: Path) -> None:
    code = "fr" if "En quelle" in block else "en"
    write_templates(tmp_path, {f"{code}/event/manual": block})
    templates = load_templates(code, [tmp_path])
    assert check_examples(templates.templates[f"{code}/event/manual"], templates, get_language(code)) == []


def test_the_manual_names_every_key_of_a_template() -> None:
    text = README.read_text(encoding="utf-8")
    for key in ("fact", "items", "when", "stem", "key", "accepted", "feedback", "[[example]]"):
        assert f"| `{key}` |" in text


def test_the_templates_we_ship_come_out_as_their_examples_say() -> None:
    assert [problem.message for problem in check_templates(shipped_templates())] == []
