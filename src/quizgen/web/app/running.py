"""Which app runs already on this machine for a folder, so that a second start goes to it."""

import json
import os
import secrets
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from quizgen.errors import WebError
from quizgen.web.app.front import ALIVE

PATIENCE = 20.0  # seconds that a start of the app may take
_STEP = 0.2


@dataclass(frozen=True, slots=True)
class Running:
    """The note that the running app leaves: a file of the user's own, because the address in it holds the token."""

    path: Path

    @classmethod
    def about(cls, folder: Path, state: Path) -> "Running":
        """Return the note about the app that keeps its quizzes in `folder`."""
        return cls(state / f"app-{sha256(str(folder.resolve()).encode()).hexdigest()[:12]}.json")

    def claim(self) -> str:
        """Return the address of the app that runs already; or "", and the place is ours.

        Somebody who clicks twice starts twice: the second waits until the first one serves. Raises WebError where no note can be written.
        """
        end = time.monotonic() + PATIENCE
        while not self._took():
            address, age = self._read()
            if address and is_alive(address):
                return address
            if address or age > PATIENCE or time.monotonic() > end:
                self.leave()  # of an app that ended without a word
            time.sleep(_STEP)
        return ""

    def announce(self, address: str) -> None:
        """Write where the app serves."""
        temporary = self.path.with_name(f".{self.path.name}.{secrets.token_hex(4)}")
        with open(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            json.dump({"address": address}, file)
        os.replace(temporary, self.path)

    def leave(self) -> None:
        """Take the note away."""
        self.path.unlink(missing_ok=True)

    def _took(self) -> bool:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            return False
        except OSError as error:
            raise WebError(f"{self.path} cannot be written: {error.strerror}.", "make that folder writable") from error
        return True

    def _read(self) -> tuple[str, float]:
        """Return the address in the note, "" while there is none, and the note's age in seconds."""
        try:
            age = time.time() - self.path.stat().st_mtime
            return str(json.loads(self.path.read_text("utf-8"))["address"]), age
        except FileNotFoundError:
            return "", 0.0
        except (OSError, ValueError, KeyError, TypeError):
            return "", age


def is_alive(address: str) -> bool:
    """Return whether the app at an address answers to its token."""
    parts = urlsplit(address)
    token = parts.query.partition("token=")[2]
    request = urllib.request.Request(f"{parts.scheme}://{parts.netloc}/alive", headers={"Cookie": f"quizgen-{parts.port}={token}"})
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # no proxy knows this machine's own ports
    try:
        with opener.open(request, timeout=5) as response:
            return bool(response.read(64) == ALIVE.encode())
    except (urllib.error.URLError, OSError, ValueError):
        return False
