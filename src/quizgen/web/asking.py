"""What a browser asks, as the pages' own code reads it: one request with its fields, and the answers to it."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from quizgen.web.pages import spoken


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: the names in its path, the fields of its address and its form, the reader's language."""

    path: dict[str, str]
    fields: dict[str, list[str]]
    language: str
    is_fragment: bool  # htmx asks for the parts of the page that change

    def text(self, name: str, default: str = "") -> str:
        """Return a field's last value: a button's own beats the page's."""
        return self.fields.get(name, [default])[-1]

    def texts(self, name: str) -> list[str]:
        """Return all values of a field, in order."""
        return self.fields.get(name, [])

    def number(self, name: str, default: int = 0) -> int:
        """Return a field as a whole number; `default` when it is none."""
        text = self.text(name)
        return int(text) if text.removeprefix("-").isdecimal() else default


Answer = Callable[[Asked], Response]


def route(method: str, path: str, answer: Answer) -> Route:
    """Return the route on which `answer`, in a thread of its own, answers."""

    async def endpoint(request: Request) -> Response:
        body = (await request.body()).decode("utf-8", "replace") if method == "POST" else ""
        fields = parse_qs(request.url.query, keep_blank_values=True) | parse_qs(body, keep_blank_values=True)
        headers = request.headers
        asked = Asked(dict(request.path_params), fields, spoken(headers.get("accept-language", "")), "hx-request" in headers)
        return await run_in_threadpool(answer, asked)

    return Route(path, endpoint, methods=[method])
