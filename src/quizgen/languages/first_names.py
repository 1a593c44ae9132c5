"""Given names and the gender they tell (`first_names.tsv`, INSEE), beside each language's own short list."""

from functools import cache
from importlib.resources import files

from quizgen.languages.base import Lexicon


@cache
def given_names() -> dict[str, str]:
    """Return given names in lower case with their gender, "m" or "f"."""
    text = files("quizgen.languages").joinpath("first_names.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {name.lower(): gender for name, gender in rows}


def gender_of_first_name(name: str, lexicon: Lexicon) -> str:
    """Return the gender that the first word of a personal name tells, or "" when it is no given name that quizgen knows."""
    first = name.split()[0].lower() if name.split() else ""
    for word in (first, first.split("-")[0]):
        own = next((gender for gender in ("m", "f") if word in lexicon.words("first_names", gender)), "")
        if own or word in given_names():
            return own or given_names()[word]
    return ""
