"""Which files a quiz is printed in: each sheet that was asked for, in each version."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizgen.errors import ExportError
from quizgen.export.base import ExportOptions, LeftOut
from quizgen.export.html.flashcards import left_out
from quizgen.export.html.pages import Group, QuizPage, quiz_page
from quizgen.export.html.rendering import PageRenderer
from quizgen.export.html.settings import Settings
from quizgen.export.html.versions import correspondences, letter_named, letters, versions
from quizgen.items import Item
from quizgen.naming import file_stem
from quizgen.quiz import Quiz

IN_VERSIONS = frozenset({"quiz", "key", "answer-grid"})  # what differs from version to version


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file to print: its name without its ending, and the things in it."""

    name: str
    parts: tuple[str, ...]
    html: str


def make_sheets(quiz: Quiz, options: ExportOptions, settings: Settings) -> tuple[tuple[Sheet, ...], tuple[LeftOut, ...]]:
    """Return every sheet that the settings ask for, and the items that some cannot hold.

    Raises TemplateError when a template is broken, ExportError when a quiz without an article should print one.
    """
    if not quiz.article.text and any("article" in parts for parts in settings.sheets):
        raise ExportError("this quiz was written without an article: there is none to print.", "leave article out of the sheets")
    renderer = PageRenderer(quiz.article.language, options.templates, settings)
    valued = replace(quiz, items=tuple(settings.with_points(item) for item in quiz.items))
    safe, misleading = _without_letters(valued, renderer, settings.versions)
    pages = _pages(safe, renderer, settings)
    sheets = tuple(Sheet(_name(quiz, page, parts), parts, renderer.render(parts, page)) for page, parts in _wanted(pages, settings))
    if len(pages) > 1:
        table = renderer.render(("versions",), replace(pages[0], version=""), pages=pages, rows=correspondences(pages))
        sheets += (Sheet(f"{file_stem(quiz)}.versions", ("versions",), table),)
    cards = left_out(pages[0]) if any("flashcards" in parts for parts in settings.sheets) else ()
    return sheets, misleading + cards


def item_sheet(quiz: Quiz, item: Item, options: ExportOptions, settings: Settings) -> str:
    """Return a page of one item alone, asked and answered, under the number that it has in the quiz. Raises TemplateError."""
    renderer = PageRenderer(quiz.article.language, options.templates, settings)
    kept = (replace(each, status="accepted") if each.id == item.id else each for each in quiz.items)  # a rejected one is shown too
    valued = replace(quiz, items=tuple(map(settings.with_points, kept)))
    page = quiz_page(valued, renderer.labels, renderer.typeset)
    groups = ((s, Group(g.context, tuple(each for each in g.items if each.item.id == item.id))) for s in page.sections for g in s.groups)
    sections = tuple(replace(section, groups=(group,)) for section, group in groups if group.items)
    return renderer.render(("quiz", "key"), replace(page, sections=sections), is_preview=True)


def _without_letters(quiz: Quiz, renderer: PageRenderer, count: int) -> tuple[Quiz, tuple[LeftOut, ...]]:
    """Return the quiz without feedback that names an option by its letter, which is another one in another version."""
    words = renderer.labels.text("key", "letter_words")
    named = {item.id: letter_named(item, words) for item in quiz.items} if count > 1 else {}
    items = tuple(replace(item, feedback="") if named.get(item.id) else item for item in quiz.items)
    reason = "its feedback names the option {}, which has another letter in other versions; the feedback is not printed"
    return replace(quiz, items=items), tuple(LeftOut("answer keys", id, reason.format(letter)) for id, letter in named.items() if letter)


def _pages(quiz: Quiz, renderer: PageRenderer, settings: Settings) -> tuple[QuizPage, ...]:
    """Return the page of each version, from A; one page without a letter where there are no versions."""
    named = zip(letters(settings.versions), versions(quiz, settings.versions), strict=True)
    return tuple(
        quiz_page(made, renderer.labels, renderer.typeset, letter, turn, settings.word_bank) for turn, (letter, made) in enumerate(named)
    )


def _wanted(pages: tuple[QuizPage, ...], settings: Settings) -> Iterator[tuple[QuizPage, tuple[str, ...]]]:
    """Give each file's page and parts: version by version what differs between them, once what does not."""
    for number, page in enumerate(pages):
        for parts in settings.sheets:
            if IN_VERSIONS & set(parts):
                yield page, parts
            elif number == 0:
                yield replace(page, version=""), parts


def _name(quiz: Quiz, page: QuizPage, parts: tuple[str, ...]) -> str:
    """Return a file's name without its ending: `lighthouse`, `lighthouse.key`, `lighthouse.B.quiz-key`."""
    sheet = "" if parts == ("quiz",) else "-".join(parts)
    return ".".join(filter(None, (file_stem(quiz), page.version, sheet)))
