"""A page from the web, within limits of time, size and redirections."""

import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.parse import urlsplit, urlunsplit

from quizgen.errors import ReadingError
from quizgen.reading.limits import DOWNLOAD_SECONDS, MAX_BYTES, MAX_REDIRECTS

CHUNK = 65_536
READABLE = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")
SAVE_IT = "Open the page in a browser, save its text as .txt, and give that file to quizgen."
ALLOWED = {"http", "https"}


@dataclass(frozen=True, slots=True)
class Download:
    """What came back: the address after redirections, the bytes, their type and the encoding that the server names."""

    url: str
    data: bytes
    media_type: str
    charset: str


class _WebRedirects(urllib.request.HTTPRedirectHandler):
    """Redirections within the web only, and not for ever."""

    max_redirections = MAX_REDIRECTS
    max_repeats = 2

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        if urlsplit(newurl).scheme not in ALLOWED:
            raise ReadingError(f"{req.full_url} leads away from the web, to {newurl}.", SAVE_IT, "no_page", url=req.full_url)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_url(source: str) -> bool:
    """Return whether a source is an address on the web rather than a file."""
    return source.lower().startswith(("http://", "https://"))


def canonical_url(url: str) -> str:
    """Return an address without its fragment, scheme and host in lower case."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, parts.query, ""))


def download(url: str, clock: Callable[[], float] = time.monotonic) -> Download:
    """Fetch a page.

    Raises ReadingError when the address is wrong, the network or the server fails, the page is no text, or a limit is passed.
    """
    deadline = clock() + DOWNLOAD_SECONDS
    opener = urllib.request.build_opener(_WebRedirects)
    try:
        request = urllib.request.Request(url, headers={"User-Agent": "quizgen", "Accept": "text/html, text/plain;q=0.9"})
        with opener.open(request, timeout=DOWNLOAD_SECONDS / 2) as response:
            media_type = response.headers.get_content_type()
            if media_type not in READABLE and not url.lower().endswith(".pdf"):
                raise ReadingError(f"{url} is {media_type}, not a page of text.", SAVE_IT, "no_page", url=url)
            data = _read(response, url, deadline, clock)
            return Download(response.geturl(), data, media_type, response.headers.get_content_charset() or "")
    except urllib.error.HTTPError as error:
        error.close()
        message = f"{url} answers with HTTP status {error.code} ({error.reason})."
        raise ReadingError(message, SAVE_IT, "refused_page", url=url, code=error.code) from error
    except TimeoutError as error:
        raise _too_slow(url) from error
    except (urllib.error.URLError, HTTPException, OSError, ValueError) as error:
        raise _unreachable(url, error) from error


def _read(response: IO[bytes], url: str, deadline: float, clock: Callable[[], float]) -> bytes:
    """Read to the end, a part at a time: a server that sends a byte a second would outlast the timeout of one read."""
    parts: list[bytes] = []
    size = 0
    while part := response.read(CHUNK):
        parts.append(part)
        size += len(part)
        if size > MAX_BYTES:
            limit = MAX_BYTES // 1_000_000
            raise ReadingError(f"{url} is larger than the limit of {limit} MB.", SAVE_IT, "too_large", limit=limit)
        if clock() > deadline:
            raise _too_slow(url)
    return b"".join(parts)


def _too_slow(url: str) -> ReadingError:
    return ReadingError(f"{url} did not arrive within the limit of {DOWNLOAD_SECONDS:.0f} seconds.", SAVE_IT, "unreachable", url=url)


def _unreachable(url: str, error: Exception) -> ReadingError:
    reason = getattr(error, "reason", None) or error
    if isinstance(reason, TimeoutError):
        return _too_slow(url)
    return ReadingError(f"{url} cannot be reached: {reason}.", f"Check the address and the network. {SAVE_IT}", "unreachable", url=url)
