"""Prints pages with Firefox, over Marionette, the protocol that Firefox brings along."""

import base64
import json
import socket
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

PORT = 2828
A4 = {"width": 21.0, "height": 29.7}  # centimetres, as the margins
MARGIN = {"top": 1.7, "bottom": 1.9, "left": 1.5, "right": 1.9}


def print_with_firefox(pages: Mapping[Path, Path], firefox: str, profile: Path) -> None:
    """Print each page to its PDF, on A4."""
    process = subprocess.Popen([firefox, "--headless", "--marionette", "--profile", str(profile), "--no-remote"],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    try:
        with _connected() as connection:
            marionette = _Marionette(connection)
            marionette.ask("WebDriver:NewSession")
            for page, pdf in pages.items():
                marionette.ask("WebDriver:Navigate", url=page.as_uri())
                printed = marionette.ask("WebDriver:Print", page=A4, margin=MARGIN, background=True, shrinkToFit=False)
                pdf.write_bytes(base64.b64decode(printed["value"]))
    finally:
        process.terminate()
        process.wait(timeout=30)


def _connected() -> socket.socket:
    for _ in range(120):
        try:
            return socket.create_connection(("127.0.0.1", PORT), timeout=120)
        except OSError:
            time.sleep(0.5)
    raise TimeoutError("Firefox does not answer")


class _Marionette:
    """Messages are JSON after their length and a colon: 10:[0,1,"x",{}]."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection, self._waiting, self._asked = connection, b"", 0
        self._receive()

    def ask(self, command: str, **values: object) -> Any:
        self._asked += 1
        message = json.dumps([0, self._asked, command, values])
        self._connection.sendall(f"{len(message.encode())}:{message}".encode())
        _, _, error, result = self._receive()
        assert error is None, error
        return result

    def _receive(self) -> Any:
        while b":" not in self._waiting:
            self._waiting += self._connection.recv(65536)
        length, _, self._waiting = self._waiting.partition(b":")
        while len(self._waiting) < int(length):
            self._waiting += self._connection.recv(65536)
        message, self._waiting = self._waiting[: int(length)], self._waiting[int(length) :]
        return json.loads(message)
