"""Where templates are found: a folder of the user's own first, then the folder that comes with quizgen."""

from collections.abc import Sequence
from pathlib import Path

from quizgen.errors import TemplateError

_PACKAGE = Path(__file__).resolve().parent


def shipped_templates() -> Path:
    """Return the folder that comes with quizgen: package data in a wheel, the top of the checkout in an editable install."""
    installed = _PACKAGE / "templates"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "templates"


def template_roots(user: Path | None = None) -> tuple[Path, ...]:
    """Return the folders to search, in order. Raises TemplateError when `user` is no folder."""
    if user is None:
        return (shipped_templates(),)
    if not user.is_dir():
        raise TemplateError(f"{user} is not a folder of templates.", "pass --templates a folder laid out as `quizgen templates list` shows")
    return (user, shipped_templates())


def find(relative: str, roots: Sequence[Path]) -> Path:
    """Return the first file `relative` ("html/quiz.html.j2") under `roots`. Raises TemplateError when there is none."""
    for root in roots:
        path = root / relative
        if path.is_file():
            return path
    searched = ", ".join(map(str, roots))
    hint = "install quizgen again, or check the folder given to --templates"
    raise TemplateError(f"the template {relative} was not found in {searched}.", hint)


def read_text(relative: str, roots: Sequence[Path]) -> str:
    """Return the text of the file that `find` finds. Raises TemplateError when it is missing or not UTF-8."""
    path = find(relative, roots)
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"the template {path} cannot be read: {error}.", "save the file as UTF-8 text") from error
