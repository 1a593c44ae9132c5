"""An app served as `quizgen app` serves it, with articles to give it."""

import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Page

from quizgen.article import Article
from quizgen.pipeline import MakeOptions, Progress
from quizgen.quiz import Quiz
from quizgen.web.app.library import Library
from quizgen.web.app.posting import LARGEST_HEARD
from quizgen.web.app.serving import App
from quizgen.web.server import LocalServer

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
NOW = 1_780_000_000


@dataclass(frozen=True)
class Served:
    """A server, and the folder in which its app keeps quizzes."""

    server: LocalServer
    folder: Path

    @property
    def library(self) -> Library:
        """The quizzes that are kept, for a test to look at."""
        return Library(self.folder)

    @property
    def quizzes(self) -> list[Path]:
        """The quiz files that are kept."""
        return sorted(self.folder.rglob("*.quiz.toml"))


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve an app that keeps its quizzes in `folder`."""
    app = App(folder, lambda: NOW)
    server = LocalServer(app, largest_body=LARGEST_HEARD)
    app.stop = server.finish
    server.start()
    try:
        yield Served(server, folder)
    finally:
        server.stop()


@contextmanager
def site(text: str) -> Iterator[tuple[str, list[str]]]:
    """Serve a page with a text in it on this machine; give its address, and the paths that are asked of it."""
    asked: list[str] = []
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))
    body = f"<!doctype html><html lang='en'><title>Helium</title><article><h1>Helium</h1>{paragraphs}</article></html>".encode()

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def article(name: str) -> str:
    """Return a seed's text without its header, as somebody would paste it."""
    return (SEEDS / f"{name}.txt").read_text("utf-8").split("+++")[2].strip()


def paste(page: Page, text: str, **fields: str) -> None:
    """Paste a text, fill in other fields by name, and ask for the quiz."""
    page.locator("#text").fill(text)
    for name, value in fields.items():
        page.locator(f"[name={name}]").fill(value)
    page.locator("button.main").click()


def names_in(archive: bytes) -> set[str]:
    """Return the names of the files in an archive, without its one folder."""
    names = zipfile.ZipFile(BytesIO(archive)).namelist()
    assert len({name.partition("/")[0] for name in names}) == 1
    return {name.partition("/")[2] for name in names}


class Gate:
    """Stands in for `pipeline.make_quiz`: reports step by step until it is opened, then gives a quiz made by hand."""

    def __init__(self, quiz: Quiz) -> None:
        self.quiz = quiz
        self.open = threading.Event()
        self.asked: list[MakeOptions] = []

    def __call__(self, source: Article, options: MakeOptions, progress: Progress) -> Quiz:
        """Wait, and return the quiz, about the article that was given."""
        self.asked.append(options)
        while not self.open.wait(0.02):
            progress("parsing", 30, 100)
        progress("done", 100, 100)
        items = tuple(replace(item, status="proposed", proof=None) for item in self.quiz.items)
        return replace(self.quiz, article=source, title=source.title or "Quiz", items=items)
