"""`quizgen pipelines`: which language pipelines are there, how good they are and whose data they are made from."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgen.annotation import PipelineInfo


def pipelines() -> None:
    """List the bundled and installed language pipelines with their figures and licences."""
    from quizgen.annotation import list_pipelines

    print("\n\n".join("\n".join(_lines(info)) for info in list_pipelines()) or "no pipeline is there: install quizgen again")


def _lines(info: "PipelineInfo") -> list[str]:
    origin = "bundled" if info.is_bundled else "installed"
    lines = [f"{info.name} {info.version} ({info.language}, {origin}), licence {info.licence}"]
    lines += [f"  on {test_set}: {_figures(figures)}" for test_set, figures in info.figures.items()]
    return lines + [f"  made from {name} ({licence})" for name, licence in info.corpora]


def _figures(figures: dict[str, float]) -> str:
    return ", ".join(f"{measure.replace('_', ' ')} {value:g}" for measure, value in figures.items())
