"""The files that the pages load: their own style and script, and htmx, which lies beside this module."""

from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from quizgen.resources import read_text

_TYPES = {"css": "text/css", "js": "text/javascript"}


def asset_routes(roots: Sequence[Path], *names: str) -> list[BaseRoute]:
    """Return the routes of htmx, and of these files of `templates/web/` under /assets/."""
    return [Route("/assets/{name:path}", _asset(roots, frozenset(names or ("colours.css", "base.css", "review.css", "review.js"))))]


def _asset(roots: Sequence[Path], names: frozenset[str]) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        name = request.path_params["name"]
        if name == "htmx.min.js":
            return Response((files("quizgen.web") / name).read_text(encoding="utf-8"), media_type="text/javascript")
        if name not in names:
            return Response("", 404)
        return Response(read_text(f"web/{name}", roots), media_type=_TYPES[name.rpartition(".")[2]])

    return answer
