"""The import layers of ARCHITECTURE.md, checked over the source with `ast`: nothing is imported, nothing can hide."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "quizgen"

# A module may import from layers below its own. Modules of one layer ignore each other, but in the last two of them.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("cli",),
    ("evaluation", "web", "folder"),
    ("pipeline",),
    ("judging",),
    ("reading", "annotation", "discourse", "extraction", "writing", "flaws", "ranking", "assembly", "quizfile", "export"),
    ("syntax",),
    ("languages",),
    ("items", "questions", "quiz", "facts", "article", "identity", "continuity", "naming", "resources"),
    ("errors",),
)
CORE = frozenset(LAYERS[7])  # the values: they are built of one another

# Steps that look at an earlier step's values, each with its reason.
ALLOWED = {
    ("extraction", "discourse"): "facts are extracted from resolved entities",
}

ONLY_IN = {
    "spacy": {"annotation", "discourse", "extraction", "syntax", "languages"},
    "genanki": {"export"},
    "weasyprint": {"export"},
    "typer": {"cli"},
    "click": {"cli"},
    "rich": {"cli"},
    "trafilatura": {"reading"},
    "starlette": {"web"},
    "uvicorn": {"web"},
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def part(path: Path) -> str:
    """The layer's name: the first folder or the module itself; "" for quizgen/__init__.py."""
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py").removeprefix("__init__")


def imported(path: Path, with_types: bool = True) -> set[str]:
    """The dotted names that a file imports, at its top or inside a function, with those for type checking alone or without."""
    names: set[str] = set()
    package = ("quizgen", *path.relative_to(PACKAGE).parts[:-1])
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree if with_types else WithoutTypeChecking().visit(tree)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) + "." * bool(node.module) if node.level else ""
            names.update(f"{base}{node.module or ''}.{alias.name}" for alias in node.names)
    return names


class WithoutTypeChecking(ast.NodeTransformer):
    """Takes `if TYPE_CHECKING:` out: what stands there is never loaded."""

    def visit_If(self, node: ast.If) -> ast.AST | None:
        return None if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING" else self.generic_visit(node)


def parts_imported(path: Path) -> set[str]:
    dotted = [name.split(".") for name in imported(path)]
    return {names[1] for names in dotted if names[0] == "quizgen" and len(names) > 1 and names[1] in {p for layer in LAYERS for p in layer}}


def layer(name: str) -> int:
    return next(number for number, names in enumerate(LAYERS) if name in names)


def test_every_exception_is_needed() -> None:
    used = {(part(path), other) for path in modules() for other in parts_imported(path)}
    assert set(ALLOWED) <= used


def test_every_module_has_a_layer() -> None:
    known = {name for names in LAYERS for name in names} | {"", "__main__", "pipelines"}
    assert {part(path) for path in modules()} <= known


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_imports_only_what_lies_below_it(path: Path) -> None:
    own = part(path)
    if own in ("", "__main__", "pipelines"):
        return
    for other in parts_imported(path) - {own}:
        free = layer(other) > layer(own) or (own in CORE and other in CORE) or (own, other) in ALLOWED
        assert free, f"{own} must not import {other}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_heavy_libraries_stay_where_they_belong(path: Path) -> None:
    for library, homes in ONLY_IN.items():
        if library in {name.split(".")[0] for name in imported(path, with_types=False)}:
            assert part(path) in homes, f"{library} may be imported only in {sorted(homes)}"


def loaded_by(code: str) -> set[str]:
    """The top-level modules that a fresh interpreter holds after running `code`."""
    script = f"import sys\n{code}\nprint(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


HEAVY = {"spacy", "genanki", "trafilatura", "jinja2", "tomlkit", "numpy", "starlette", "uvicorn"}


def test_import_quizgen_loads_nothing_heavy() -> None:
    assert not loaded_by("import quizgen") & (HEAVY | {"typer", "rich"})


def test_help_loads_nothing_heavy() -> None:
    code = "sys.argv = ['quizgen', '--help']\nimport quizgen.cli\ntry:\n    quizgen.cli.main()\nexcept SystemExit:\n    pass"
    assert not loaded_by(code) & HEAVY
