"""Speakers: whom a quotation belongs to, and nobody where it could be somebody else."""

from __future__ import annotations

from dataclasses import replace

from quizgen.article import Block, BlockKind
from quizgen.discourse.speakers import last_speaker, quotations
from tests.extraction.parses import analysis

WORDS = "hope is a thing with feathers"
ADA = """
1 Ada _ PROPN _ 3 nsubj PER
2 Stone _ PROPN _ 1 flat PER
3 left leave VERB Fin|Past 0 root
4 . _ PUNCT _ 3 punct
"""
ZYX = ADA.replace("Ada", "Zyx").replace("Stone", "Reed")


def said(after: str = "", before: str = "", words: str = WORDS) -> str:
    """Return the columns of a sentence that is a quotation, with rows of columns parted by "/" before or after it."""
    rows = [f"{form} {form.lower()} X _ {{root}} dep" for form in ['"', *words.split(), '"']]
    typed = [row for row in before.split("/") if row], [row for row in after.split("/") if row]
    every = [*(row.strip() for row in typed[0]), *rows, *(row.strip() for row in typed[1]), ". . PUNCT _ {root} punct"]
    root = next((n for n, row in enumerate(every, start=1) if " root" in row), 0)
    if not root:
        every[0], root = every[0].replace("{root} dep", "0 root"), 1
    return "\n".join(f"{n} {row}" for n, row in enumerate(every, start=1)).replace("{root}", str(root))


SAID_ADA = said(after="said say VERB Fin|Past 0 root/Ada Ada PROPN _ {root} nsubj PER")
SAID_SHE = said(after="she she PRON Fem|Sing|Prs {root} nsubj/said say VERB Fin|Past 0 root")
HER = "her her PRON Fem|Sing|Prs {root} dep/, , PUNCT _ {root} punct"
BY_HER = said(before="According according ADP _ {root} dep/to to ADP _ {root} dep/" + HER)


def speakers(*sentences: str) -> list[str]:
    """Return who says each quotation of a paragraph, "" for nobody."""
    made = analysis(*sentences, language="en")
    return [q.speaker.text if q.speaker else "" for q in quotations(made.docs[0], made)]


def test_named_behind_the_quotation() -> None:
    assert speakers(SAID_ADA) == ["Ada"]


def test_she_said_is_the_last_speaker_or_the_subject_before() -> None:
    assert speakers(SAID_ADA, SAID_SHE) == ["Ada", "Ada"]
    assert speakers(SAID_ADA, ZYX, SAID_SHE) == ["Ada", ""]
    assert speakers(SAID_SHE) == [""]
    assert speakers(SAID_ADA, SAID_SHE.replace("she she PRON Fem", "he he PRON Masc")) == ["Ada", ""]


def test_a_quotation_that_goes_on_has_the_same_speaker() -> None:
    assert speakers(SAID_ADA, said()) == ["Ada", "Ada"]
    assert speakers(SAID_ADA, ADA, said()) == ["Ada", ""]


def test_a_speech_verb_in_the_sentence_before_names_a_person() -> None:
    told = ADA.replace("left leave", "said say")
    assert speakers(told, said()) == ["Ada Stone"]
    assert speakers(told.replace("Ada", "Zyx").replace("PER", "ORG"), said()) == [""]
    assert speakers(told, ZYX, said()) == [""]


def test_according_to_her() -> None:
    assert speakers(SAID_ADA, BY_HER) == ["Ada", "Ada"]
    assert speakers(BY_HER) == [""]
    assert speakers(SAID_ADA, ZYX, BY_HER) == ["Ada", ""]


def test_a_paragraph_of_quotation_goes_on_with_the_last_speaker() -> None:
    before = analysis(SAID_ADA, language="en")
    last = last_speaker(before.docs[0], quotations(before.docs[0], before))
    made = analysis(said(), language="en")
    assert last is not None
    assert [q.speaker for q in quotations(made.docs[0], made, last)] == [last]
    mixed = analysis(said(), ADA, language="en")
    assert [q.speaker for q in quotations(mixed.docs[0], mixed, last)] == [None]


def test_a_term_in_quotation_marks_is_no_speech() -> None:
    assert speakers(said(words="hope")) == []


def test_the_caption_below_names_the_speaker() -> None:
    made = analysis(ADA, said(), language="en")
    quote = analysis(said(), language="en")
    text = f"{quote.article.text}\n\nAda StoneDirector"
    caption = Block(BlockKind.CAPTION, len(quote.article.text) + 2, len(text))
    article = replace(quote.article, text=text, blocks=(*quote.article.blocks, caption))
    known = replace(quote, article=article, registry=made.registry)
    assert [q.speaker.text for q in quotations(known.docs[0], known) if q.speaker] == ["Ada Stone"]
    assert [q.speaker for q in quotations(quote.docs[0], quote)] == [None]
