"""Names made from a quiz's own words: of its files, its tags."""

import re
import unicodedata

from quizgen.quiz import Quiz

LONGEST_SLUG = 60  # characters; leaves room for folders and endings on every file system
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l"})  # letters that Unicode does not take apart


def slug(text: str, separator: str = "-") -> str:
    """Return `text` in lower-case letters and figures without accents: "L’été 2010" → "l-ete-2010"; "" when none is left."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES)) if not unicodedata.combining(c))
    words = re.findall(r"[^\W_]+", plain)
    cut = separator.join(words)[: LONGEST_SLUG + 1]
    if len(cut) > LONGEST_SLUG and separator in cut:
        cut = cut.rpartition(separator)[0]
    return cut[:LONGEST_SLUG].strip(separator)


def deck_level(text: str) -> str:
    """Return `text` as one level of an Anki deck's name, where `::` would part two: "std::sort" → "std:sort"."""
    return " ".join(re.sub(r":{2,}", ":", text).split()).strip(": ") or "…"


def file_stem(quiz: Quiz) -> str:
    """Return what the names of a quiz's files begin with: its article's title, which a person does not edit, else its own, else an id."""
    return slug(quiz.article.title) or slug(quiz.title) or slug(quiz.article.id) or "quiz"


def article_file(quiz: Quiz) -> str:
    """Return the name of the file that holds the article's text, beside the quiz file."""
    return f"{file_stem(quiz)}.article.txt"


def quiz_file(quiz: Quiz) -> str:
    """Return the name of the quiz file."""
    return f"{file_stem(quiz)}.quiz.toml"
