"""quizgen turns an article into Anki decks and printed quizzes whose every question carries its proof."""

__version__ = "0.1.0"
