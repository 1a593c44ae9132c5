"""`quizgen review`: a quiz file as a page in the browser, to accept, edit and reject its items."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from quizgen.cli.clock import now
from quizgen.cli.extras import need
from quizgen.cli.options import EntitiesOption, PipelineOption, QuietOption, TemplatesOption


def review(
    quiz_file: Annotated[Path, typer.Argument(metavar="QUIZFILE", help="A .quiz.toml file, with its .article.txt beside it.")],
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="Port of this machine; any free one when not given.")] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page in the browser.")] = True,
    templates: TemplatesOption = None,
    pipeline: PipelineOption = "",
    entities: EntitiesOption = None,
    quiet: QuietOption = False,
) -> None:
    """Look through a quiz in the browser: accept, edit, reject, reorder; every change is in the quiz file at once."""
    need("review", "starlette", "uvicorn")
    from quizgen.pipeline import MakeOptions
    from quizgen.reading import ReadingOptions
    from quizgen.resources import template_roots
    from quizgen.web.desk import Desk
    from quizgen.web.pages import Pages
    from quizgen.web.review import review_app
    from quizgen.web.rewriting import Rewriter
    from quizgen.web.server import LocalServer, open_browser

    desk = Desk(quiz_file)
    desk.look()  # a broken file is told here, not in the browser
    again = Rewriter(MakeOptions(ReadingOptions(), templates=templates, pipeline=pipeline, entities=entities))
    server = LocalServer(review_app(desk, Pages(template_roots(templates)), again, now), port)
    if not quiet:
        told = f"The page is for this machine alone. Every change is in {quiz_file} at once; stop with Ctrl+C."
        print(f"{server.address}\n{told}", flush=True)
    if browser:
        open_browser(server.address)
    with suppress(KeyboardInterrupt):  # that is how it is ended
        server.run()
