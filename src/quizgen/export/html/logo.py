"""A picture of the user's, carried inside the page."""

import base64
from pathlib import Path

from quizgen.errors import ExportError

LARGEST = 2_000_000  # bytes: a page that every pupil's printer takes
SIGNATURES = (  # what a picture's file begins with, whatever its name says
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
    (b"<svg", "image/svg+xml"),
    (b"<?xml", "image/svg+xml"),
)


def embedded(path: Path) -> str:
    """Return a picture as a data: URL. Raises ExportError when it cannot be read, is no picture, or is too large."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ExportError(f"the logo {path} cannot be read: {error.strerror}.", "give the path of a picture, or leave logo out") from error
    if len(data) > LARGEST:
        raise ExportError(f"the logo {path} has {len(data) / 1e6:.1f} MB.", f"make it smaller than {LARGEST / 1e6:g} MB")
    kind = next((kind for signature, kind in SIGNATURES if data.lstrip().startswith(signature)), "")
    if not kind:
        raise ExportError(f"the logo {path} is no picture that a page can hold.", "save it as PNG, JPEG, GIF, WebP or SVG")
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"
