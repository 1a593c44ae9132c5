"""The usual shares of the forms, by output: `mixes.toml`."""

from collections.abc import Mapping, Sequence
from importlib.resources import files
from tomllib import loads

LEFT_OVER = 0.2  # share of a form asked for by name that no mix knows: matching, ordering


def mix(outputs: Sequence[str] = (), forms: Sequence[str] | None = None) -> Mapping[str, float]:
    """Return the share of each form, 1 together: the mean over `outputs` (none: over all), of the `forms` asked for alone if any are."""
    tables = loads(files("quizgen.assembly").joinpath("mixes.toml").read_text(encoding="utf-8"))
    chosen = [tables[name] for name in outputs if name in tables] or list(tables.values())
    names = dict.fromkeys(name for table in chosen for name in table) if forms is None else dict.fromkeys(forms)
    shares = {name: sum(table.get(name, LEFT_OVER) for table in chosen) / len(chosen) for name in names}
    return {name: share / sum(shares.values()) for name, share in shares.items()}
