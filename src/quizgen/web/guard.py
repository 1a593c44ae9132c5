"""Who may talk to the local server: a browser on this machine that holds its token, from a page that the server itself gave."""

from secrets import compare_digest
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 2_000_000  # bytes of a change: an item is some kilobytes
SAFE = frozenset({"GET", "HEAD"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",  # with none at all, browsers send no true Origin either
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """Lets through requests that name this server, hold its token and come from its own pages; answers the others itself.

    The token comes in once with the address and lives on in a cookie of the port: another site can neither read it nor have it sent. A site
    that points a name of its own at 127.0.0.1 is found out by the Host header.
    """

    def __init__(self, app: ASGIApp, token: str, port: int, largest_body: int = LARGEST_BODY) -> None:
        self._app, self._token, self._largest = app, token, largest_body
        self._hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
        self._cookie = f"quizgen-{port}"  # cookies are shared by all ports of a host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await (self._answer(scope) or self._app)(scope, receive, _with_headers(send))
        # a websocket is not answered at all

    def _answer(self, scope: Scope) -> Response | None:
        """Return the answer to a request that goes no further; None lets it through."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host not in self._hosts or not self._is_own(scope["method"], headers, host):
            return PlainTextResponse("This page is for the browser that quizgen opened.", 403)
        query = parse_qs(scope["query_string"].decode("latin-1"))
        if compare_digest(query.get("token", [""])[0].encode(), self._token.encode()) and scope["method"] in SAFE:
            return self._welcome(scope["path"], {name: values[0] for name, values in query.items() if name != "token"})
        if not compare_digest(HTTPConnection(scope).cookies.get(self._cookie, "").encode(), self._token.encode()):
            return PlainTextResponse("Open the address that quizgen printed in its window: it holds a key to this page.", 403)
        is_small = scope["method"] in SAFE or _says_at_most(headers, self._largest)
        return None if is_small else PlainTextResponse("That is too much at once.", 413)

    def _is_own(self, method: str, headers: Headers, host: str) -> bool:
        """Return whether a request that changes something comes from a page of this server; any other may also come from nowhere."""
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return False
        return method in SAFE or headers.get("origin") == f"http://{host}"

    def _welcome(self, path: str, query: dict[str, str]) -> Response:
        """Return the way to the page itself, without the token, which is in a cookie from here on."""
        answer = RedirectResponse(path + (f"?{urlencode(query)}" if query else ""), 303)
        answer.set_cookie(self._cookie, self._token, httponly=True, samesite="strict", path="/")
        return answer


def _says_at_most(headers: Headers, largest: int) -> bool:
    """Return whether a request says how long its body is, as browsers do, and the body is no longer than `largest` bytes."""
    length = headers.get("content-length", "")
    return "transfer-encoding" not in headers and length.isdecimal() and int(length) <= largest


def _with_headers(send: Send) -> Send:
    """Return `send` with this server's headers on every answer that does not have its own."""

    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return send_with_headers
