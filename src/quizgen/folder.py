"""A folder of articles as one tree of decks: each article a quiz, and what several of them tell asked once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen.article import Article
from quizgen.continuity import ELSEWHERE, told_by
from quizgen.errors import QuizgenError, ReadingError
from quizgen.naming import deck_level
from quizgen.pipeline import MakeOptions, Progress, make_quiz
from quizgen.quiz import Quiz
from quizgen.reading import read_article

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm")

Previous = Callable[[Article, Path], Quiz | None]


@dataclass(frozen=True, slots=True)
class Source:
    """An article of the folder: its file, the levels of the tree above its deck, and the quiz of an earlier run."""

    path: Path
    levels: tuple[str, ...]
    article: Article
    previous: Quiz | None = None


@dataclass(frozen=True, slots=True)
class Folder:
    """The quizzes by their source, and the files that gave none, each with the reason."""

    quizzes: tuple[tuple[Source, Quiz], ...]
    left_out: tuple[tuple[Path, str], ...]


def article_files(folder: Path) -> list[Path]:
    """Return the articles in a folder and the folders in it, in the order of their names. What quizgen has written there is passed over.

    Raises ReadingError when there is none.
    """
    found = sorted(path for path in folder.rglob("*") if _is_article(path, folder))
    if not found:
        raise ReadingError(f"there is no article in {folder}.", f"put articles there that end in {', '.join(SUFFIXES)}")
    return found


def _is_article(path: Path, folder: Path) -> bool:
    if path.suffix.lower() not in SUFFIXES or not path.is_file() or any(part.startswith(".") for part in path.relative_to(folder).parts):
        return False
    return not _is_written_by_us(path)


def _is_written_by_us(path: Path) -> bool:
    """Return whether a file is an output beside its quiz file: x.html and x.key.html beside x.quiz.toml, and every x.article.txt."""
    if path.suffix.lower() not in (".html", ".htm"):
        return path.name.endswith(".article.txt")
    return any(path.with_name(f"{stem}.quiz.toml").exists() for stem in (path.stem, path.stem.partition(".")[0]))


def read_sources(folder: Path, root: str, options: MakeOptions, previous: Previous) -> Iterator[Source | tuple[Path, str]]:
    """Yield each article read, under its place in the tree of decks, or the file with the reason why it cannot be.

    `previous` finds an article's earlier quiz in a folder, given relative to `folder`.
    """
    for path in article_files(folder):
        inside = path.relative_to(folder).parent
        try:
            article = read_article(str(path), options.reading)
        except ReadingError as error:
            yield path, error.message
            continue
        levels = (root, *map(deck_level, inside.parts), deck_level(article.title or path.stem))
        yield Source(path, levels, article, previous(article, inside))


def refuse_twins(sources: Sequence[Source]) -> None:
    """Raise ReadingError when two files are one article by name: they would write the same files, or be the same cards."""
    for name, same in (("title", lambda s: (s.path.parent, s.levels[-1].casefold())), ("id", lambda s: s.article.id)):
        seen: dict[object, Source] = {}
        for source in sources:
            twin = seen.setdefault(same(source), source)
            if twin is not source:
                hint = f"take one away, or give each an own `{name}` in a header at its top"
                called = source.article.title or source.article.id
                raise ReadingError(f"{twin.path} and {source.path} have the same {name}, {called!r}.", hint)


def make_quizzes(sources: Sequence[Source], options: MakeOptions, progress: Progress | None = None) -> Folder:
    """Return the quiz of each article. A question stays with the article that asked it in an earlier run, else with the first that may."""
    quizzes: list[tuple[Source, Quiz]] = []
    left_out: list[tuple[Path, str]] = []
    for place, source in enumerate(sources):
        try:
            quiz = make_quiz(source.article, _options(source, sources[place + 1 :], quizzes, options), progress)
        except QuizgenError as error:
            left_out.append((source.path, error.message))
            continue
        if quiz.items:
            quizzes.append((source, quiz))
        else:
            told = quiz.account.dropped.get(ELSEWHERE, 0)
            also = f", and {told} are asked of other articles" if told else ""
            left_out.append((source.path, f"no question about it passed the checks{also}"))
    return Folder(tuple(quizzes), tuple(left_out))


def _options(source: Source, later: Sequence[Source], made: Sequence[tuple[Source, Quiz]], options: MakeOptions) -> MakeOptions:
    """Return the options for one article: its deck in the tree, its earlier quiz, and what the other articles ask."""
    others = [quiz for _, quiz in made] + [other.previous for other in later if other.previous]
    elsewhere = frozenset().union(*map(told_by, others))
    own = told_by(source.previous) if source.previous else frozenset()
    deck = "::".join(source.levels) if options.deck or source.previous is None else source.previous.deck
    return replace(options, deck=deck, previous=source.previous, elsewhere=elsewhere - own)
