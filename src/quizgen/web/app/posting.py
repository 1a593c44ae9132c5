"""The first page's form as it comes in: fields and a file, no larger than an article may be."""

from collections.abc import Mapping, Sequence

from starlette.datastructures import UploadFile
from starlette.requests import Request

from quizgen.errors import WebError
from quizgen.reading.limits import MAX_BYTES
from quizgen.web.app.wanted import Wanted, wanted

MOST_FIELDS = 40
LARGEST_FORM = MAX_BYTES + 1_000_000  # the text itself, and what stands round it
LARGEST_HEARD = 300_000_000  # more than that is not even listened to


class TooLarge(WebError):
    """A text or a file that no article can be."""

    def __init__(self) -> None:
        limit = MAX_BYTES // 1_000_000
        hint = "give one article or one chapter at a time"
        super().__init__(f"that is larger than the limit of {limit} MB.", hint, "too_large", limit=limit)


async def posted(request: Request) -> Wanted:
    """Return what the form says. Raises TooLarge, after all of it has come: a browser that is cut short shows no answer."""
    if int(request.headers.get("content-length", "0")) > LARGEST_FORM:
        async for _ in request.stream():
            pass
        raise TooLarge
    fields: dict[str, list[str]] = {}
    name, data = "", b""
    async with request.form(max_files=1, max_fields=MOST_FIELDS, max_part_size=LARGEST_FORM) as form:
        for field, value in form.multi_items():
            if not isinstance(value, UploadFile):
                fields.setdefault(field, []).append(value)
            elif value.filename:
                name, data = _own_name(value.filename), await value.read()
    return _checked(fields, name, data)


def _checked(fields: Mapping[str, Sequence[str]], name: str, data: bytes) -> Wanted:
    if len(data) > MAX_BYTES:
        raise TooLarge
    return wanted(fields, name, data)


def _own_name(path: str) -> str:
    """Return a file's own name, of whatever system's path a browser sends."""
    return path.replace("\\", "/").rpartition("/")[2]
