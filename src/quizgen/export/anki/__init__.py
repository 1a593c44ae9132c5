"""The quiz as an Anki deck, an .apkg that every Anki client imports."""

from quizgen.export.anki.deck import export

__all__ = ["export"]
