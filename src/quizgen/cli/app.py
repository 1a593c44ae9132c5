"""`quizgen app`: the page for those who never open a terminal, and the launcher that opens it by a double-click."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from quizgen.cli.clock import now
from quizgen.cli.extras import need
from quizgen.cli.options import QuietOption, TemplatesOption


def app(
    folder: Annotated[
        Path | None, typer.Option("--folder", metavar="DIR", help="Where quizzes are kept; quizgen in the user's documents when not given.")
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="Port of this machine; any free one when not given.")] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page in the browser.")] = True,
    shortcut: Annotated[bool, typer.Option("--shortcut", help="Make a launcher to double-click, and start nothing.")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DIR", help="Folder for the launcher; the desktop when not given.")
    ] = None,
    templates: TemplatesOption = None,
    quiet: QuietOption = False,
) -> None:
    """Make, look through and take away quizzes on a page in the browser, without any other command."""
    need("app", "starlette", "uvicorn", "platformdirs", "python_multipart")
    import platformdirs

    kept = folder or platformdirs.user_documents_path() / "quizgen"
    if shortcut:
        _write_shortcut(output or platformdirs.user_desktop_path(), folder, templates, quiet)
    else:
        _serve(kept, platformdirs.user_state_path("quizgen", appauthor=False), templates, (port, browser, quiet))


def _write_shortcut(output: Path, folder: Path | None, templates: Path | None, quiet: bool) -> None:
    from quizgen.web.app.shortcut import launcher, write_launcher

    given = {"--folder": folder, "--templates": templates}
    options = [word for name, path in given.items() if path for word in (name, str(path.resolve()))]
    path = write_launcher(output, launcher((sys.executable, "-m", "quizgen", "app", "--quiet", *options)))
    if not quiet:
        print(f"wrote {path}\nA double-click on it opens quizgen in the browser.")


def _serve(folder: Path, state: Path, templates: Path | None, how: tuple[int, bool, bool]) -> None:
    """Serve until somebody ends it; where it is served already, open that page."""
    from quizgen.web.app.posting import LARGEST_HEARD
    from quizgen.web.app.running import Running
    from quizgen.web.app.serving import App
    from quizgen.web.server import LocalServer, open_browser

    port, browser, quiet = how
    running = Running.about(folder, state)
    if address := running.claim():
        _tell(address, "quizgen runs already: this is its page.", quiet)
        if browser:
            open_browser(address)
        return
    try:
        served = App(folder, now, templates)
        server = LocalServer(served, port, largest_body=LARGEST_HEARD)
        served.stop = server.finish
        running.announce(server.address)
        _tell(server.address, f"The page is for this machine alone. Quizzes are kept in {folder}; stop on the page or with Ctrl+C.", quiet)
        if browser:
            open_browser(server.address)
        server.run()
    except KeyboardInterrupt:
        pass  # the way to end it
    finally:
        running.leave()


def _tell(address: str, told: str, quiet: bool) -> None:
    if not quiet:
        print(f"{address}\n{told}", flush=True)
