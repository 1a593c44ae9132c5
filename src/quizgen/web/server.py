"""A web server on the loopback of this machine: a free port, a random token, a browser that is sent there; started and stopped."""

import secrets
import socket
import threading
import webbrowser
from contextlib import suppress

import uvicorn
from starlette.types import ASGIApp

from quizgen.errors import WebError
from quizgen.web.guard import LARGEST_BODY, Guard

LOOPBACK = "127.0.0.1"
_WAITING = 3  # seconds that a request under way is given when the server stops


class LocalServer:
    """Serves `app` to a browser on this machine that knows its `address`, which holds a random token.

    Raises WebError when the port is taken; port 0 is any free one.
    """

    def __init__(self, app: ASGIApp, port: int = 0, largest_body: int = LARGEST_BODY) -> None:
        token = secrets.token_urlsafe(24)
        self._socket = _listening(port)
        self.port: int = self._socket.getsockname()[1]
        self.origin = f"http://{LOOPBACK}:{self.port}"
        self.address = f"{self.origin}/?token={token}"
        guarded = Guard(app, token, self.port, largest_body)
        config = uvicorn.Config(
            guarded,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=_WAITING,
            lifespan="off",
            ws="none",
        )
        self._server = uvicorn.Server(config)
        self._thread: threading.Thread | None = None

    def run(self) -> None:
        """Serve until the process is interrupted, or `stop` is called from elsewhere."""
        self._server.run(sockets=[self._socket])

    def start(self) -> None:
        """Serve in a thread of its own."""
        self._thread = threading.Thread(target=self.run, name="quizgen-web", daemon=True)
        self._thread.start()

    def finish(self) -> None:
        """Ask for the end, from a request for instance: what is under way is answered first."""
        self._server.should_exit = True

    def stop(self) -> None:
        """End serving, and wait for what is under way."""
        self.finish()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(_WAITING + 2)
        self._socket.close()


def open_browser(address: str) -> None:
    """Send the user's browser to `address`, if there is one."""
    with suppress(webbrowser.Error, OSError):
        webbrowser.open(address)


def _listening(port: int) -> socket.socket:
    """Return a socket that listens on the loopback alone."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listening.bind((LOOPBACK, port))
        listening.listen(64)
    except OSError as error:
        listening.close()
        hint = "leave --port out: any free one is taken"
        raise WebError(f"port {port} of this machine cannot be used: {error.strerror}.", hint) from error
    return listening
