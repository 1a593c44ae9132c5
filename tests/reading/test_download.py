"""Pages from the web, served by this machine."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from quizgen.errors import ReadingError
from quizgen.reading import ReadingOptions, read_article
from quizgen.reading.download import canonical_url, download
from quizgen.reading.limits import MAX_BYTES
from tests.reading.prose import FRENCH

TEXT = "\n".join(("Le pont renaît", *FRENCH))


class Pages(BaseHTTPRequestHandler):
    """A few pages, by path: status, headers, body."""

    pages: ClassVar[dict[str, tuple[int, dict[str, str], bytes]]] = {
        "/text": (200, {"Content-Type": "text/plain; charset=iso-8859-15"}, TEXT.replace("’", "'").encode("iso-8859-15")),
        "/moved": (301, {"Location": "/text"}, b""),
        "/round": (302, {"Location": "/round"}, b""),
        "/away": (302, {"Location": "ftp://127.0.0.1/x"}, b""),
        "/local": (302, {"Location": "file:///etc/hostname"}, b""),
        "/large": (200, {"Content-Type": "text/html"}, b"x" * (MAX_BYTES + 1)),
        "/image": (200, {"Content-Type": "image/png"}, b"x"),
        "/paper.pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"),
        "/empty": (200, {"Content-Type": "text/html"}, b""),
    }

    def do_GET(self) -> None:
        status, headers, body = self.pages.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test output clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """Serve the pages and return the address of the site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_text_behind_a_redirection(site: str) -> None:
    article = read_article(site + "/moved", ReadingOptions(today="2026-03-02"))
    assert (article.id, article.title, article.retrieved) == (site + "/text", "Le pont renaît", "2026-03-02")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/none", "HTTP status 404"),
        ("/round", "HTTP status 302"),
        ("/away", "leads away from the web"),
        ("/local", "not allowed"),
        ("/large", "limit of 5 MB"),
        ("/image", "is image/png"),
        ("/paper.pdf", "is a PDF"),
        ("/empty", "is empty"),
    ],
)
def test_refused_pages(site: str, path: str, message: str) -> None:
    with pytest.raises(ReadingError, match=message) as caught:
        read_article(site + path)
    assert caught.value.hint


def test_slow_page(site: str) -> None:
    ticks = iter(range(0, 1000, 100))
    with pytest.raises(ReadingError, match="limit of 30 seconds"):
        download(site + "/text", clock=lambda: float(next(ticks)))


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/x", "http://no-such-host.invalid/", "http://[/", "http://a b/", "http://"])
def test_unreachable(url: str) -> None:
    with pytest.raises(ReadingError):
        read_article(url)


def test_canonical_url() -> None:
    assert canonical_url(" HTTPS://Exemple.ORG/Pont?a=B#haut ") == "https://exemple.org/Pont?a=B"
