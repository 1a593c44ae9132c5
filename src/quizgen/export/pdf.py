"""The sheets as PDF files, drawn by WeasyPrint: tagged, hyphenated, the same bytes each time, and nothing fetched."""

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.errors import ExportError
from quizgen.export.base import Exported, ExportOptions
from quizgen.export.html.settings import read_settings
from quizgen.export.html.sheets import make_sheets
from quizgen.quiz import Quiz

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher

PAPER = "a4"  # where nobody says which
SCREEN_ONLY = "self-test"


def export(quiz: Quiz, options: ExportOptions) -> Exported:
    """Return a PDF for each sheet but the self-test, which is for a screen. Raises ExportError when WeasyPrint is not installed."""
    settings = read_settings(options.templates, options.settings)
    on_paper = tuple(parts for parts in settings.sheets if SCREEN_ONLY not in parts)
    if not on_paper:
        raise ExportError("a self-test is for a screen: there is no sheet to make a PDF of.", "add --sheets quiz, or pass --to html")
    fetcher = _fetcher()
    sheets, left_out = make_sheets(quiz, options, replace(settings, sheets=on_paper, paper=settings.paper or PAPER))
    return Exported({f"{sheet.name}.pdf": _printed(sheet.html, fetcher) for sheet in sheets}, left_out)


def is_installed() -> bool:
    """Return whether WeasyPrint is there with all it needs."""
    try:
        _fetcher()
    except ExportError:
        return False
    return True


def _printed(html: str, fetcher: "URLFetcher") -> bytes:
    from weasyprint import HTML

    data = HTML(string=html, url_fetcher=fetcher).write_pdf(pdf_tags=True)
    assert isinstance(data, bytes)
    return data


def _fetcher() -> "URLFetcher":
    """Return what WeasyPrint asks for what a page names: it gives data: URLs and nothing of the disk or the network."""
    logging.getLogger("weasyprint").setLevel(logging.ERROR)  # it warns of the rules that are for screens
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    try:
        from weasyprint.urls import URLFetcher
    except ImportError as error:
        hint = "pip install 'quizgen[pdf]', or print the HTML from a browser"
        raise ExportError("PDF files need WeasyPrint, which is not installed.", hint) from error
    except OSError as error:  # Pango is a library of the system's
        hint = "on Debian and Ubuntu, apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0, or print the HTML"
        raise ExportError(f"WeasyPrint does not find what it needs: {error}.", hint) from error
    return URLFetcher(allowed_protocols=("data",))
