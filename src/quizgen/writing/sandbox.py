"""The small language of question templates: a safe part of Jinja that prints slots, filters them and chooses, and nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import jinja2
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from quizgen.facts import Clause, Complement, Date, Passage, Phrase, Quantity
from quizgen.languages.base import Filter

LONGEST_TEXT = 2000  # characters that one template may print

# Without calls, arithmetic, loops or assignments, what a template prints is no longer than its source and its values:
# {{ 'a' * 10**9 }} and {{ '%1000000000d' | … }} are refused before they run.
ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Filter, nodes.Test, nodes.If, nodes.CondExpr,
    nodes.Const, nodes.List, nodes.Tuple, nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand, nodes.Keyword,
)  # fmt: skip

_PHRASE = Phrase("x")
SAMPLES: Mapping[str, object] = {
    "clause": Clause(_PHRASE, "x", asked=Complement("x")),
    "passage": Passage("x"),
    "phrase": _PHRASE,
    "date": Date("1889", "1889", "year"),
    "quantity": Quantity("1", "1", "1"),
}


class PhrasingError(ValueError):
    """A template's text that cannot be used; `args[0]` says why."""


@dataclass(frozen=True, slots=True)
class Uses:
    """What a text draws on: `slots` it names, `optional` ones that it tests with `is defined`."""

    slots: frozenset[str]
    optional: frozenset[str]


def new_environment(filters: Mapping[str, Filter]) -> ImmutableSandboxedEnvironment:
    """Return the environment that templates of one language are parsed and rendered in; it has no filters but `filters`."""
    environment = ImmutableSandboxedEnvironment(undefined=jinja2.StrictUndefined, autoescape=False, finalize=_printed)
    environment.filters = dict(filters)
    environment.tests = {"defined": environment.tests["defined"]}
    environment.globals = {}
    return environment


def _printed(value: object) -> object:
    """Return what a value prints: its words. A clause has no words before a filter orders them."""
    if isinstance(value, Phrase | Date | Quantity | Passage):
        return value.text
    if isinstance(value, str | jinja2.Undefined):
        return value
    raise jinja2.TemplateRuntimeError(f"a {type(value).__name__.lower()} cannot be printed as it is: give it to a filter")


def inspect(environment: ImmutableSandboxedEnvironment, source: str, slots: Mapping[str, str]) -> Uses:
    """Return what `source` draws on; `slots` maps names to types. Raises PhrasingError for what it must not hold."""
    try:
        tree = environment.parse(source)
    except jinja2.TemplateSyntaxError as error:
        raise PhrasingError(error.message or "not a template") from None
    names: set[str] = set()
    optional: set[str] = set()
    for node in _all_nodes(tree):
        if not isinstance(node, ALLOWED):
            raise PhrasingError(f"{type(node).__name__.lower()} is not allowed in a template")
        if isinstance(node, nodes.Name):
            _check_name(node.name, slots)
            names.add(node.name)
        elif isinstance(node, nodes.Getattr):
            _check_attribute(node, slots)
        elif isinstance(node, nodes.Filter):
            _check_filter(node, environment)
        elif isinstance(node, nodes.Test) and isinstance(node.node, nodes.Name):
            optional.add(node.node.name)
    return Uses(frozenset(names), frozenset(optional))


def _all_nodes(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _all_nodes(child)


def _check_name(name: str, slots: Mapping[str, str]) -> None:
    if name not in slots:
        raise PhrasingError(f"unknown slot {name!r} (slots: {', '.join(slots)})")


def _check_filter(node: nodes.Filter, environment: ImmutableSandboxedEnvironment) -> None:
    if node.name not in environment.filters:
        raise PhrasingError(f"unknown filter {node.name!r} (filters: {', '.join(sorted(environment.filters))})")


def _check_attribute(node: nodes.Getattr, slots: Mapping[str, str]) -> None:
    path = [node.attr]
    inner = node.node
    while isinstance(inner, nodes.Getattr):
        path.insert(0, inner.attr)
        inner = inner.node
    if not isinstance(inner, nodes.Name):
        raise PhrasingError("an attribute may follow a slot only")
    _check_name(inner.name, slots)
    check_path([inner.name, *path], slots)


def check_path(path: list[str], slots: Mapping[str, str]) -> None:
    """Do nothing where `path` ("date", "precision") names something that its slot has; else raise PhrasingError."""
    value = SAMPLES[slots[path[0]]]
    for name in path[1:]:
        is_ours = isinstance(value, Phrase | Date | Quantity | Clause | Complement | Passage) and not name.startswith("_")
        if not is_ours or callable(getattr(value, name, len)):
            raise PhrasingError(f"{'.'.join(path)}: a {slots[path[0]]} has no {name!r}")
        value = getattr(value, name)
