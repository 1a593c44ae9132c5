"""Talks to a running Anki through its add-on AnkiConnect: https://git.sr.ht/~foosoft/anki-connect, protocol version 6."""

import http.client
import json
import socket
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from quizgen.errors import AnkiError

ADDRESS = "http://127.0.0.1:8765"
VERSION = 6
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_LARGEST_ANSWER = 500_000_000  # bytes


@dataclass(frozen=True, slots=True)
class AnkiConnect:
    """A running Anki at an address; `key` where AnkiConnect asks for one, `timeout` in seconds for each request."""

    address: str = ADDRESS
    key: str = ""
    timeout: float = 60

    @property
    def is_here(self) -> bool:
        """Whether Anki runs on this machine and may read its files."""
        return urlsplit(self.address).hostname in _LOOPBACK

    def check(self) -> None:
        """Raise AnkiError unless an AnkiConnect answers that knows the protocol."""
        if urlsplit(self.address).scheme not in ("http", "https") or not urlsplit(self.address).hostname:
            raise AnkiError(f"{self.address} is no address of AnkiConnect.", f"it looks like {ADDRESS}")
        version = self.call("version")
        if not isinstance(version, int) or version < VERSION:
            message = f"AnkiConnect at {self.address} speaks version {version}; {VERSION} is needed."
            raise AnkiError(message, "update it: in Anki, Tools → Add-ons")

    def call(self, action: str, **params: Any) -> Any:
        """Return the result of an action. Raises AnkiError when Anki is closed, busy or refuses."""
        request = {"action": action, "version": VERSION, "params": params, **({"key": self.key} if self.key else {})}
        answer = self._answer(json.dumps(request).encode())
        try:
            reply = json.loads(answer)
            result, error = reply["result"], reply["error"]
        except (ValueError, TypeError, KeyError) as problem:
            raise AnkiError(f"what answers at {self.address} is not AnkiConnect.", "look up its port in Anki: Tools → Add-ons") from problem
        if error is not None:
            raise _refusal(action, str(error))
        return result

    def _answer(self, body: bytes) -> bytes:
        """Post a request past every proxy and return the bytes that come back; a redirection is not followed."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirection())
        request = urllib.request.Request(self.address, body, {"Content-Type": "application/json"})
        try:
            with opener.open(request, timeout=self.timeout) as response:
                return bytes(response.read(_LARGEST_ANSWER))
        except urllib.error.HTTPError as error:
            hint = "is it AnkiConnect's address? its settings in Anki say"
            raise AnkiError(f"{self.address} answers {error.code} {error.reason}.", hint) from error
        except TimeoutError as error:
            raise self._busy() from error
        except (urllib.error.URLError, http.client.HTTPException, OSError) as error:
            if isinstance(getattr(error, "reason", None), socket.timeout):
                raise self._busy() from error
            raise AnkiError(
                f"no Anki answers at {self.address}.",
                "start Anki, with the add-on AnkiConnect (code 2055492159); or import the .apkg by File → Import",
            ) from error

    def _busy(self) -> AnkiError:
        hint = "close Anki's open windows and questions, let it finish, and push again; --timeout waits longer"
        return AnkiError(f"Anki did not answer within {self.timeout:g} seconds.", hint)


class _NoRedirection(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """Follow nothing: who asks for the key must be who was meant."""


def _refusal(action: str, error: str) -> AnkiError:
    """Return the error that AnkiConnect's own words stand for."""
    if "api key" in error.lower():
        return AnkiError("AnkiConnect wants its key.", "pass --key, or set ANKICONNECT_KEY; it stands in the add-on's settings as apiKey")
    if "collection is not available" in error.lower():
        return AnkiError("Anki has no collection open.", "choose a profile in Anki, or wait until it has finished syncing")
    if "unsupported action" in error.lower():
        return AnkiError(f"this AnkiConnect cannot {action}.", "update it: in Anki, Tools → Add-ons")
    return AnkiError(f"Anki refused to {action}: {error}.", "import the .apkg by File → Import to see what Anki says")
