"""Nobody but the browser that was opened may use the app, and nothing in an article can use it either."""

import socket
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgen.web.app.posting import LARGEST_FORM, LARGEST_HEARD
from quizgen.web.app.running import is_alive
from tests.sample_quizzes import english_quiz
from tests.web.app.serving_apps import Served, served


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Served]:
    with served(tmp_path / "kept") as app:
        app.library.keep(english_quiz(), app.library.place(english_quiz().article))
        yield app


def ask(app: Served, path: str, method: str = "GET", **headers: str) -> tuple[int, str, str]:
    """Return status, text and policy of an answer; a header given as "" is left out."""
    token = app.server.address.partition("token=")[2]
    own = {"Cookie": f"quizgen-{app.server.port}={token}", "Origin": app.server.origin} | headers
    data = b"" if method == "POST" else None
    request = urllib.request.Request(app.server.origin + path, data, {name: text for name, text in own.items() if text}, method=method)
    try:
        with urllib.request.urlopen(request) as response:
            return response.status, response.read().decode("utf-8", "replace"), response.headers["Content-Security-Policy"]
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(), error.headers["Content-Security-Policy"]


NAME = "the-night-train-comes-back-to-alderwick"
PATHS = ("/", f"/made/{NAME}", f"/quiz/{NAME}/", "/alive", "/assets/app/app.js")


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_told_without_the_token(path: str, app: Served) -> None:
    assert ask(app, path)[0] == 200
    guessed = f"quizgen-{app.server.port}=guessed"
    for headers in ({"Cookie": ""}, {"Cookie": guessed}, {"Host": "example.org"}, {"Sec-Fetch-Site": "cross-site"}):
        status, text, _ = ask(app, path, **headers)
        assert status == 403
        assert "Alderwick" not in text


@pytest.mark.parametrize("path", ["/make", "/stop", "/making/none/stop", f"/quiz/{NAME}/undo"])
@pytest.mark.parametrize("origin", ["", "null", "https://example.org", "http://127.0.0.1:1"])
def test_other_sites_change_nothing(path: str, origin: str, app: Served) -> None:
    assert ask(app, path, "POST", Origin=origin)[0] == 403
    assert is_alive(app.server.address)


def test_far_too_much_is_not_even_listened_to(app: Served) -> None:
    port, token = app.server.port, app.server.address.partition("token=")[2]
    head = f"POST /make HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: {app.server.origin}\r\nCookie: quizgen-{port}={token}\r\n"
    with socket.create_connection(("127.0.0.1", app.server.port)) as talking:
        talking.sendall(f"{head}Content-Length: {LARGEST_HEARD + 1}\r\n\r\n".encode())
        assert talking.recv(64).startswith(b"HTTP/1.1 413")
    assert LARGEST_FORM < LARGEST_HEARD


@pytest.mark.parametrize("name", ["..", "..%2Fkept", "%2Fetc", f"{NAME}%2F.."])
def test_no_file_outside_of_the_folder_is_given(name: str, app: Served) -> None:
    for file in ("", "/passwd", f"/{NAME}.quiz.toml", "/..%2F..%2Fetc%2Fpasswd"):
        assert ask(app, f"/made/{name}{file}")[0] == 404


def test_address_of_the_form_leads_to_the_first_page(app: Served) -> None:
    assert ask(app, "/make") == ask(app, "/")


def test_sheet_cannot_reach_the_app(app: Served) -> None:
    status, text, policy = ask(app, f"/made/{NAME}/{NAME}.html")
    assert (status, "<html" in text) == (200, True)
    assert "sandbox" in policy
    assert "allow-same-origin" not in policy
    assert "connect-src" not in policy
    assert policy.startswith("default-src 'none'")
