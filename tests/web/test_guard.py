"""Nobody talks to the local server but the browser that holds its token, from the server's own pages."""

import http.client
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgen.errors import WebError
from quizgen.web.server import LocalServer
from tests.sample_quizzes import french_quiz
from tests.web.reviewing import served, statuses, written


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(french_quiz(), tmp_path)


@pytest.fixture
def server(path: Path) -> Iterator[LocalServer]:
    with served(path) as server:
        yield server


def ask(server: LocalServer, method: str, path: str, body: str = "", **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.putrequest(method, path, skip_host=True)
    sent = {"Host": f"127.0.0.1:{server.port}", **{name.replace("_", "-"): value for name, value in headers.items()}}
    if method == "POST":
        sent.setdefault("Content-Length", str(len(body)))
    for name, value in sent.items():
        connection.putheader(name, value)
    connection.endheaders(body.encode())
    answer = connection.getresponse()
    answer.body = answer.read().decode()  # type: ignore[attr-defined]
    return answer


def cookie(server: LocalServer) -> str:
    answer = ask(server, "GET", server.address.removeprefix(server.origin))
    return str(answer.getheader("Set-Cookie")).partition(";")[0]


def test_the_token_becomes_a_cookie_and_leaves_the_address(server: LocalServer) -> None:
    answer = ask(server, "GET", server.address.removeprefix(server.origin) + "&item=x")
    assert (answer.status, answer.getheader("Location")) == (303, "/?item=x")
    told = str(answer.getheader("Set-Cookie"))
    assert "HttpOnly" in told
    assert "SameSite=strict" in told
    assert ask(server, "GET", "/", Cookie=cookie(server)).status == 200


@pytest.mark.parametrize("address", ["/", "/?token=", "/?token=wrong", "/version", "/assets/review.js", "/sheet/key"])
def test_without_the_token_nothing_is_shown(address: str, server: LocalServer) -> None:
    answer = ask(server, "GET", address)
    assert answer.status == 403
    assert "phare" not in answer.body  # type: ignore[attr-defined]


def test_a_name_that_somebody_points_here_is_found_out(server: LocalServer) -> None:
    """DNS rebinding: the browser believes that evil.example is this machine, and sends the cookie it has for it."""
    assert ask(server, "GET", "/", Host=f"evil.example:{server.port}", Cookie=cookie(server)).status == 403
    assert ask(server, "GET", server.address.removeprefix(server.origin), Host="evil.example").status == 403
    assert ask(server, "GET", "/", Host=f"localhost:{server.port}", Cookie=cookie(server)).status == 200


def test_another_site_changes_nothing(server: LocalServer, path: Path) -> None:
    key = cookie(server)
    version = ask(server, "GET", "/version", Cookie=key).body  # type: ignore[attr-defined]
    item = ask(server, "GET", "/", Cookie=key).body.split('id="here" value="')[1].split('"')[0]  # type: ignore[attr-defined]
    place, body = f"/item/{item}/accept", f"version={version}"
    for headers in (
        {},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": f"http://localhost:{server.port}"},
        {"Origin": server.origin, "Sec_Fetch_Site": "cross-site"},
    ):
        assert ask(server, "POST", place, body, Cookie=key, **headers).status == 403, headers
    assert set(statuses(path)) == {"proposed"}
    assert ask(server, "POST", place, body, Cookie=key, Origin=server.origin).status == 200
    assert "accepted" in statuses(path)


def test_a_change_that_is_too_large_is_not_read(server: LocalServer) -> None:
    key = cookie(server)
    answer = ask(server, "POST", "/undo", Cookie=key, Origin=server.origin, Content_Length="999999999")
    assert answer.status == 413
    assert ask(server, "POST", "/undo", Cookie=key, Origin=server.origin, Transfer_Encoding="chunked").status == 413


def test_every_answer_forbids_what_is_not_the_servers_own(server: LocalServer) -> None:
    policy = str(ask(server, "GET", "/", Cookie=cookie(server)).getheader("Content-Security-Policy"))
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    body = ask(server, "GET", "/", Cookie=cookie(server)).body  # type: ignore[attr-defined]
    assert "http://" not in body.replace(server.origin, "")
    assert "https://" not in body.replace("https://example.org/phare", "")


def test_it_listens_on_the_loopback_alone(server: LocalServer) -> None:
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1", "127.0.1.1"}
    for address in others:
        with socket.socket() as outside:
            outside.settimeout(1)
            assert outside.connect_ex((address, server.port)) != 0


def test_a_taken_port_is_told(server: LocalServer) -> None:
    with pytest.raises(WebError, match=f"port {server.port}"):
        LocalServer(lambda *_: None, server.port)  # type: ignore[arg-type, return-value]
