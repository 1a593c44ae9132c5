"""Assembly: the best candidates that go together in one quiz, in the order of the article, and why the others are not in it."""

from quizgen.assembly.choosing import Assembled, AssemblyOptions, assemble
from quizgen.assembly.mixes import mix

__all__ = ["Assembled", "AssemblyOptions", "assemble", "mix"]
