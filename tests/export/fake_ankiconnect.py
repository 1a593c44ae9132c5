"""A small server that speaks AnkiConnect's documented protocol (version 6) over a real collection, imports as the add-on does.

The add-on's `importPackage` goes another way than Anki's window: it merges note types and takes scheduling and presets along.
"""

import base64
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.import_export_pb2 import ImportAnkiPackageUpdateCondition

IF_NEWER = ImportAnkiPackageUpdateCondition.IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_IF_NEWER
MERGING = ImportAnkiPackageOptions(
    merge_notetypes=True, with_scheduling=True, with_deck_configs=True, update_notes=IF_NEWER, update_notetypes=IF_NEWER
)


class FakeAnkiConnect:
    """What the server says and does. `tells_time` is whether notesInfo gives `mod`, as newer versions do."""

    def __init__(self, collection: Collection, key: str = "", version: int = 6, tells_time: bool = True, sees_disk: bool = True) -> None:
        self.collection, self.key, self.protocol, self.tells_time, self.sees_disk = collection, key, version, tells_time, sees_disk
        self.calls: list[str] = []

    def reply(self, body: bytes) -> dict[str, Any]:
        """Answer one request: errors are told in the reply, under HTTP status 200."""
        try:
            request = json.loads(body)
            if self.key and request.get("key") != self.key:
                raise ValueError("valid api key must be provided")
            self.calls.append(request["action"])
            action: Callable[..., Any] | None = getattr(self, request["action"], None)
            if action is None:
                raise ValueError("unsupported action")
            return {"result": action(**request["params"]), "error": None}
        except Exception as error:
            return {"result": None, "error": str(error)}

    def version(self) -> int:
        return self.protocol

    def findNotes(self, query: str) -> list[int]:
        return list(self.collection.find_notes(query))

    def notesInfo(self, notes: list[int]) -> list[dict[str, Any]]:
        return [self._told(number) for number in notes]

    def _told(self, number: int) -> dict[str, Any]:
        note = self.collection.get_note(number)  # type: ignore[arg-type]
        fields = {name: {"value": value, "order": order} for order, (name, value) in enumerate(note.items())}
        time = {"mod": note.mod} if self.tells_time else {}
        model = note.note_type()["name"]  # type: ignore[index]
        return {"noteId": note.id, "modelName": model, "tags": note.tags, "fields": fields, "cards": list(note.card_ids()), **time}

    def importPackage(self, path: str) -> bool:
        if not self.sees_disk and not path.startswith(self.collection.media.dir()):
            raise FileNotFoundError(f"File not found: {path}")
        self.collection.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=MERGING))
        return True

    def getMediaDirPath(self) -> str:
        return self.collection.media.dir()

    def storeMediaFile(self, filename: str, data: str) -> str:
        (Path(self.collection.media.dir()) / filename).write_bytes(base64.b64decode(data))
        return filename

    def deleteMediaFile(self, filename: str) -> None:
        (Path(self.collection.media.dir()) / filename).unlink()


@contextmanager
def answering(reply: Callable[[bytes], Any]) -> Iterator[str]:
    """Serve on this machine and give the address. What `reply` returns is sent as JSON, bytes as they are."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            answer = reply(self.rfile.read(int(self.headers["Content-Length"])))
            body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
