"""Lemmas: a name is its own; else what the treebanks say, else a dictionary, else what the model guesses."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPEN = frozenset(("NOUN", "VERB", "ADJ", "ADV", "AUX"))
_NAMES = frozenset(("PROPN", "NUM", "SYM", "X", "PUNCT"))  # these are their own lemma
_INFINITIVES = ("er", "ir", "re", "oir", "ïr")


class LemmaChain:
    """A step of the pipeline: replaces the model's lemma by a known one. Unseen verbs otherwise get lemmas that are no words.

    `table` maps (form in small letters with plain apostrophes, word class) to the lemma of the training treebanks.
    """

    def __init__(self, language: str, table: dict[tuple[str, str], str] | None = None) -> None:
        self.language = language
        self.table = table if table is not None else {}

    def __call__(self, doc: "Doc") -> "Doc":
        """Set the lemmas of one parsed document."""
        for token in doc:
            lemma = self.lemma(token)
            if lemma:
                token.lemma_ = lemma
        return doc

    def lemma(self, token: "Token") -> str | None:
        """Return the known lemma of a token, or None to keep the model's."""
        form, upos = token.lower_.replace("’", "'"), token.pos_
        if upos in _NAMES:
            return token.text.replace("’", "'")
        known = self.table.get((form, upos))
        if known or upos not in _OPEN:
            return known
        return self._from_dictionary(form, upos)

    def _from_dictionary(self, form: str, upos: str) -> str | None:
        import simplemma  # its word list takes a quarter of a second, so it is loaded with the first unseen word

        if not simplemma.is_known(form, lang=self.language):
            return None
        lemma = simplemma.lemmatize(form, lang=self.language)
        if self.language != "fr":
            return lemma
        is_infinitive = lemma.endswith(_INFINITIVES)
        # Without a class the dictionary gives one reading only: « les livres » and « tu livres », « il passe » and « une passe ».
        return lemma if (is_infinitive if upos in ("VERB", "AUX") else not is_infinitive or lemma == form) else None

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the table as lines of form, class and lemma."""
        path.mkdir(exist_ok=True)
        lines = (f"{form}\t{upos}\t{lemma}\n" for (form, upos), lemma in sorted(self.table.items()))
        (path / "lemmas.tsv").write_text("".join(lines), "utf-8")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "LemmaChain":
        """Read the table back."""
        for line in (path / "lemmas.tsv").read_text("utf-8").splitlines():
            form, upos, lemma = line.split("\t")
            self.table[form, upos] = lemma
        return self
