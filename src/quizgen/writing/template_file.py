"""Template files: TOML of any shape in, a checked Template out, or an error that names file and key."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2.sandbox import ImmutableSandboxedEnvironment

from quizgen.errors import TemplateError
from quizgen.facts import FactKind
from quizgen.items import FORMS
from quizgen.writing import sandbox
from quizgen.writing.template import GROUP_FORMS, QUESTION_FORMS, STATEMENT_FORMS, Template

KEYS = frozenset({"fact", "items", "when", "stem", "key", "feedback", "accepted", "instruction", "example"})
RESULTS = frozenset({"stem", "key", "accepted", "feedback", "statement"})  # what an [[example]] shows coming out
MANUAL = "templates/README.md shows every key with an example; `quizgen templates check DIR` names what is wrong"


@dataclass(frozen=True, slots=True)
class TemplateReader:
    """Reads the template files of one language: with its environment, so that a filter it lacks is found, and the fact kinds."""

    environment: ImmutableSandboxedEnvironment
    kinds: Mapping[str, FactKind]
    inspected: dict[tuple[str, str], sandbox.Uses] = field(default_factory=dict)  # by kind and source: many keys are one slot

    def read(self, path: Path, name: str) -> Template:
        """Return the template in the file `path`. Raises TemplateError naming file and key."""
        try:
            source = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise TemplateError(f"{path}: cannot be read: {error}", "save it as UTF-8 text") from None
        return self.parse(source, path, name)

    def parse(self, source: str, path: Path, name: str) -> Template:
        """Return the template that `source` (TOML) describes; `path` stands in messages. Raises TemplateError naming file and key."""
        try:
            data = tomllib.loads(source)
        except tomllib.TOMLDecodeError as error:
            raise TemplateError(f"{path}: not TOML: {error}", "every text stands in quotes, every [[example]] comes last") from None
        return _File(path, data, self).template(name)


@dataclass(frozen=True, slots=True)
class _File:
    """One file being checked."""

    path: Path
    data: Mapping[str, object]
    reader: TemplateReader

    def fail(self, key: str, problem: str, hint: str = MANUAL) -> TemplateError:
        return TemplateError(f"{self.path}: key {key!r}: {problem}", hint)

    def template(self, name: str) -> Template:
        for key in sorted(self.data.keys() - KEYS):
            raise self.fail(key, "unknown key", f"the keys are {', '.join(sorted(KEYS))}")
        kind = self.kind()
        stem, key, feedback, accepted = self.text("stem"), self.text("key"), self.text("feedback", default=""), self.texts("accepted")
        asked = self.asked_slot(kind)
        sources = [("stem", stem), ("feedback", feedback), *(("accepted", text) for text in accepted)]
        uses = [self.uses(text_key, source, kind) for text_key, source in sources]
        optional = frozenset[str]().union(*(use.optional for use in uses))
        required = frozenset({asked}).union(*(use.slots for use in uses)) - (optional - {asked})
        return Template(name, self.path, kind.name, self.forms(), stem, key, feedback, accepted, self.conditions(kind), required, asked,
                        self.examples(kind), self.instruction())

    def kind(self) -> FactKind:
        name = self.text("fact")
        if name not in self.reader.kinds:
            raise self.fail("fact", f"unknown fact kind {name!r}", f"the kinds are {', '.join(self.reader.kinds)}: see fact_kinds.toml")
        folder = self.path.parent.name
        if folder not in (name, ""):
            raise self.fail("fact", f"is {name!r}, but the file is in the folder {folder!r}", "move the file or change `fact`")
        return self.reader.kinds[name]

    def text(self, key: str, default: str | None = None) -> str:
        value = self.data.get(key, default)
        if value is None:
            raise self.fail(key, "missing")
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.fail(key, "must be a text that is not empty")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            raise self.fail(key, "must be a list of texts")
        return tuple(value)

    def forms(self) -> tuple[str, ...]:
        forms = self.texts("items")
        if not forms or not set(forms) <= set(FORMS):
            raise self.fail("items", f"must list item forms, and lists {', '.join(forms) or 'none'}", f"the forms are {', '.join(FORMS)}")
        if not any(set(forms) <= together for together in (STATEMENT_FORMS, QUESTION_FORMS, GROUP_FORMS)):
            raise self.fail("items", "mixes questions, statements and groups",
                            "a question is short_answer or multiple_choice, a statement is cloze or true_false, "
                            "a group is matching or ordering: write a file for each")
        return forms

    def instruction(self) -> str:
        """Return what a group says above its parts; it must be there in a group and nowhere else."""
        if set(self.forms()) <= GROUP_FORMS:
            return self.text("instruction")
        if "instruction" in self.data:
            raise self.fail("instruction", "is for matching and ordering only", "say it in the stem")
        return ""

    def uses(self, key: str, source: str, kind: FactKind) -> sandbox.Uses:
        inspected = self.reader.inspected
        if (kind.name, source) not in inspected:
            try:
                inspected[kind.name, source] = sandbox.inspect(self.reader.environment, source, kind.slots)
            except sandbox.PhrasingError as error:
                raise self.fail(key, f"{error}") from None
        return inspected[kind.name, source]

    def asked_slot(self, kind: FactKind) -> str:
        named = sorted(self.uses("key", self.text("key"), kind).slots)
        if len(named) != 1 or named[0] not in kind.asked:
            raise self.fail("key", f"must print one slot that may be asked for, and prints {', '.join(named) or 'none'}",
                            f"a {kind.name} may be asked for its {' or '.join(kind.asked)}")
        return named[0]

    def conditions(self, kind: FactKind) -> tuple[tuple[str, tuple[object, ...]], ...]:
        when = self.data.get("when", {})
        if not isinstance(when, dict) or not all(isinstance(values, list) for values in when.values()):
            raise self.fail("when", 'must pair each "slot.attribute", in quotes, with a list of values')
        for path in when:
            if path.split(".")[0] not in kind.slots:
                raise self.fail("when", f"{path}: unknown slot", f"the slots of {kind.name} are {', '.join(kind.slots)}")
            try:
                sandbox.check_path(path.split("."), kind.slots)
            except sandbox.PhrasingError as error:
                raise self.fail("when", f"{error}") from None
        return tuple((path, tuple(values)) for path, values in when.items())

    def examples(self, kind: FactKind) -> tuple[Mapping[str, object], ...]:
        examples = self.data.get("example")
        if not isinstance(examples, list) or not examples or not all(isinstance(example, dict) for example in examples):
            raise self.fail("example", "missing", "add an [[example]] with the slots, and the stem and key that come out")
        for example in examples:
            for key in sorted(example.keys() - kind.slots.keys() - RESULTS - {"source"}):
                raise self.fail("example", f"unknown key {key!r}", f"an example of {kind.name} gives {', '.join(kind.slots)}, stem and key")
            for key in sorted({"stem", "key"} - example.keys()):
                raise self.fail("example", f"has no {key!r}", "every example shows the stem and the key that come out")
        return tuple(examples)
