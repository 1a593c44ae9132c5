"""The documents say what is so: paths exist, examples run, the command reference is the program's own.

`--update-golden` writes the examples' output and the reference anew; read the diff like code.
"""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer

from quizgen.cli import app
from tests.cli.running import REPOSITORY, SEEDS, inside, quizgen

README = REPOSITORY / "README.md"
REFERENCE = REPOSITORY / "docs" / "commands.md"
EXAMPLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
DOCUMENTS = sorted((*REPOSITORY.glob("*.md"), *REPOSITORY.glob("*/README.md"), *(REPOSITORY / "docs").glob("*.md")))


def updating(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden", default=False))


def where_things_are() -> list[str]:
    """The paths of the table, the last column of each row."""
    section = README.read_text(encoding="utf-8").split("## Where things are", 1)[1].split("\n## ", 1)[0]
    rows = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [path for row in rows for path in re.findall(r"`([^`]+)`", row.rstrip("| ").rsplit("|", 1)[1])]


def test_where_things_are_names_things_that_exist() -> None:
    paths = where_things_are()
    assert len(paths) >= 15
    assert [path for path in paths if not (REPOSITORY / path).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", document.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in local if not (document.parent / link).exists()] == []


def commands(example: str) -> list[tuple[str, str]]:
    """The commands of an example, "$ quizgen …", each with what it prints."""
    parts = re.split(r"^\$ (.*)\n", example, flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def run_example(example: str, folder: Path) -> str:
    """The example with what the program prints now. A command other than quizgen is left as it stands."""
    text = ""
    with inside(folder):
        for command, printed in commands(example):
            words = shlex.split(command)
            if words[0] == "quizgen":
                outcome = quizgen(*words[1:])
                printed = shortened(outcome.out + outcome.err, printed)
            text += f"$ {command}\n{printed}"
    return text


def shortened(printed: str, shown: str) -> str:
    """`printed`, cut after as many lines as the document shows when it ends in a line "…"."""
    if not shown.endswith("…\n"):
        return printed
    lines = printed.splitlines(keepends=True)
    return "".join(lines[: max(0, shown.count("\n") - 1)]) + "…\n"


def test_examples_show_what_the_program_prints(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    (tmp_path / "seeds").symlink_to(SEEDS)
    (tmp_path / "templates").symlink_to(REPOSITORY / "templates")
    before = README.read_text(encoding="utf-8")
    assert EXAMPLE.search(before)
    now = EXAMPLE.sub(lambda example: f"```console\n{run_example(example[1], tmp_path)}```", before)
    if updating(request):
        README.write_text(now, encoding="utf-8")
    assert README.read_text(encoding="utf-8") == now


def test_command_reference_is_the_programs_own(request: pytest.FixtureRequest) -> None:
    now = command_reference()
    if updating(request):
        REFERENCE.write_text(now, encoding="utf-8")
    assert REFERENCE.read_text(encoding="utf-8") == now


def command_reference() -> str:
    """Every command with its arguments and options, as Markdown."""
    group = typer.main.get_command(app)
    parts = ["# Commands", "Written by `pytest tests/test_documents.py --update-golden`; do not edit."]
    for name, command in leaves(group, ["quizgen"]):
        parts += [f"## `{name}`", (command.help or "").strip(), *parameter_tables(command)]
    return "\n\n".join(parts) + "\n"


def leaves(command: Any, path: list[str]) -> list[tuple[str, Any]]:
    if not hasattr(command, "commands"):
        return [(" ".join(path), command)]
    return [leaf for name, inner in command.commands.items() for leaf in leaves(inner, [*path, name])]


def parameter_tables(command: Any) -> list[str]:
    rows = [f"| {parameter_name(each)} | {getattr(each, 'help', '') or ''} | {default(each)} |" for each in command.params]
    return ["| | | default |\n|---|---|---|\n" + "\n".join(rows)] if rows else []


def parameter_name(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"`{parameter.metavar or (parameter.name or '').upper()}`"
    names = ", ".join(f"`{name}`" for name in sorted(parameter.opts, key=len))
    return f"{names} `{parameter.metavar}`".replace("|", "\\|") if parameter.metavar else names


def default(parameter: Any) -> str:
    value = parameter.default
    return "" if value in (None, "", False) or callable(value) or parameter.param_type_name == "argument" else f"`{value}`"

