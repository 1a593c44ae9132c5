"""Optional dependencies: whether an extra is installed, before a command needs it."""

from importlib.util import find_spec

from quizgen.errors import WebError


def need(extra: str, *modules: str) -> None:
    """Raise WebError with how to install `extra` when one of its modules is missing."""
    missing = [module for module in modules if find_spec(module) is None]
    if missing:
        raise WebError(f"{' and '.join(missing)} must be installed for this.", f"pip install 'quizgen[{extra}]'")
