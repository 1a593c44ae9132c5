"""The two steps that quizgen adds to its pipelines, registered with spaCy: sentence guards and lemmas from tables."""

from spacy.language import Language

from quizgen.annotation.lemmas import LemmaChain
from quizgen.annotation.sentences import guard_sentences

Language.component("quizgen_sentence_guards", func=guard_sentences)


@Language.factory("quizgen_lemmas", default_config={"language": "fr"})
def create_lemma_chain(nlp: Language, name: str, language: str) -> LemmaChain:
    """Make the step that replaces guessed lemmas by known ones."""
    return LemmaChain(language)
