"""What becomes of an item: its card in Anki and its place on paper, drawn by the very code that exports them."""

import re
from html import escape

from starlette.responses import HTMLResponse, Response

from quizgen.errors import WebError
from quizgen.export import ExportOptions
from quizgen.export.anki.faces import faces
from quizgen.export.html.settings import read_settings
from quizgen.export.html.sheets import item_sheet, make_sheets
from quizgen.items import Item
from quizgen.quiz import Quiz

# A page of its own in a frame: it runs nothing and fetches nothing, whatever stands in the item.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'; sandbox allow-same-origin"
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL | re.IGNORECASE)
_CARD = """<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title><style>
body {{ margin: 0; overflow-wrap: break-word }} li {{ text-align: start }}
{style}
.card {{ padding: 1.1rem 1.2rem 1.3rem; font-size: 1rem }}
</style></head><body class="card">{face}</body></html>"""


def card(item: Item, quiz: Quiz, side: str, options: ExportOptions) -> Response:
    """Return a face of the item's card as a page: the "front" or the back. Raises WebError when it has no card."""
    drawn = faces(item, quiz, options)
    if drawn is None:
        raise WebError(f"the item {item.id!r} has no card.", "look at how it is printed")
    face = _SCRIPT.sub("", drawn.front if side == "front" else drawn.back)  # it would not run: options stand in the note's own order
    style = drawn.style.replace("</", "<\\/")
    return _page(_CARD.format(language=escape(quiz.article.language), title=escape(item.question), style=style, face=face))


def printed(item: Item, quiz: Quiz, options: ExportOptions) -> Response:
    """Return the item as it is printed, with its answer as the key has it."""
    return _page(item_sheet(quiz, item, options, read_settings(options.templates, {})))


def whole_sheet(quiz: Quiz, part: str, options: ExportOptions) -> Response:
    """Return a whole printed sheet: the "quiz" or the "key"."""
    sheets, _ = make_sheets(quiz, options, read_settings(options.templates, {"sheets": part, "versions": "1"}))
    return _page(sheets[0].html)


def _page(html: str) -> Response:
    return HTMLResponse(html, headers={"Content-Security-Policy": POLICY})
