"""Draws the pictures of docs/app.md: the app's first page and the page of a quiz that is done, as Chromium shows them.

    python benchmarks/app_pictures.py ARTICLE [-o docs/pictures]

Needs the `dev` dependencies (playwright, starlette, …) and a Chromium on this machine.
"""

import argparse
import tempfile
from pathlib import Path

from pictures import FLAGS, browser_path
from playwright.sync_api import sync_playwright

from quizgen.web.app.serving import App
from quizgen.web.server import LocalServer

SCREEN = {"width": 1180, "height": 900}
PATIENCE = 120_000  # milliseconds


def main() -> None:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("article", type=Path, help="a text file")
    parser.add_argument("-o", "--output", type=Path, default=Path("docs/pictures"))
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        server = LocalServer(App(Path(folder) / "Documents" / "quizgen", lambda: 0))
        server.start()
        draw(server.address, arguments.article, arguments.output)
        server.stop()


def draw(address: str, article: Path, output: Path) -> None:
    """Write app-first.png and app-made.png."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(FLAGS))
        page = browser.new_page(locale="en-GB", viewport=SCREEN)
        page.goto(address)
        page.locator("#from-file").check()
        page.locator("#file").set_input_files(article)
        page.screenshot(path=output / "app-first.png")
        page.locator("button.main").click()
        page.wait_for_url("**/made/**", timeout=PATIENCE)
        page.screenshot(path=output / "app-made.png")
        browser.close()


if __name__ == "__main__":
    main()
