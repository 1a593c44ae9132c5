"""Frames: the event or topic an item belongs to, from title, section and date; never cut at random, never what names nothing."""

from __future__ import annotations

from dataclasses import replace

from quizgen.article import Block, BlockKind, TextSpan
from quizgen.discourse.frames import LONGEST, Frames
from quizgen.facts import Evidence, Fact, Phrase
from tests.extraction.parses import analysis

RIVER = """
1 The _ DET Def|Sing 2 det
2 ferry _ NOUN Sing 3 nsubj
3 crossed cross VERB Fin|Past 0 root
4 the _ DET Def|Sing 5 det
5 strait _ NOUN Sing 3 obj
6 . _ PUNCT _ 3 punct
"""
NEWS = """
1 The _ DET Def|Sing 2 det
2 ferry _ NOUN Sing 3 nsubj
3 sank sink VERB Fin|Past 0 root
4 on _ ADP _ 5 case
5 Tuesday _ PROPN Sing 3 obl
6 near _ ADP _ 7 case
7 Larsk _ PROPN _ 3 obl LOC
8 . _ PUNCT _ 3 punct
"""
PONT = """
1 Le _ DET Def|Masc|Sing 2 det
2 pont _ NOUN Masc|Sing 3 nsubj
3 relie relier VERB Fin|Pres 0 root
4 Larsk _ PROPN _ 3 obj LOC
5 . _ PUNCT _ 3 punct
"""


def frames(
    *sentences: str, title: str, language: str = "en", published: str = "", heading: str = "", subject: str = "Ada"
) -> tuple[str, ...]:
    """Return the frames of a fact about `subject` in the last sentence."""
    made = analysis(*sentences, language=language, title=title, published=published)
    article = made.article
    if heading:
        blocks = (Block(BlockKind.HEADING, len(article.text) + 2, len(article.text) + 2 + len(heading)), *article.blocks)
        article = replace(article, text=f"{article.text}\n\n{heading}", blocks=blocks)
    end = len(article.text)
    evidence = Evidence(TextSpan(end, end, ""))
    return Frames(replace(made, article=article)).of(Fact("action", (("subject", Phrase(subject)),), evidence, "typed", 1.0))


def test_a_short_title_is_the_frame() -> None:
    assert frames(RIVER, title="A short title") == ("A short title",)
    assert frames(RIVER, title="") == ()


def test_news_has_its_month() -> None:
    assert frames(NEWS, title="Ferry disaster", published="2012-06-20")[0] == "Ferry disaster, June 2012"
    assert frames(NEWS, title="Ferry disaster, dozens missing", published="2012-06")[0] == "Ferry disaster, dozens missing (June 2012)"


def test_an_article_that_never_speaks_of_its_day_has_no_date() -> None:
    assert frames(RIVER, title="Ferry routes", published="2012-06-20")[0] == "Ferry routes"


def test_a_title_that_tells_the_year_needs_no_date() -> None:
    assert frames(NEWS, title="Ferry disaster of 2012", published="2012-06-20")[0] == "Ferry disaster of 2012"


def test_news_falls_back_on_a_part_of_the_title_never_on_a_place_alone() -> None:
    found = frames(NEWS, title="Larsk : ferry disaster in the strait", published="2012-06-20")
    assert found[1] == "Ferry disaster in the strait, June 2012"
    assert not any(frame.startswith("Larsk,") for frame in found)


def test_a_headline_may_lose_who_says_so_but_not_half_a_list() -> None:
    assert "Ferry routes to close, June 2012" in frames(NEWS, title="Ferry routes to close, according to Larsk", published="2012-06-20")
    assert not any(f.endswith("causes") for f in frames(RIVER, title="Tides of the strait : causes and effects"))


def test_a_section_alone_is_a_frame_only_where_it_names_something() -> None:
    assert "First machines" not in frames(RIVER, title="Hydraulics", heading="First machines and later ones too")
    assert "Machines of Larsk" in frames(RIVER, title="Hydraulics", heading="Machines of Larsk")


def test_the_section_stands_beside_a_topic_that_the_item_does_not_name() -> None:
    assert frames(RIVER, title="Hydraulics", heading="First machines")[0] == "Hydraulics – First machines"
    assert frames(RIVER, title="Hydraulics", heading="First machines", subject="hydraulics")[0] == "Hydraulics"
    assert frames(RIVER, title="Hydraulics", heading="Overview")[0] == "Hydraulics"


def test_a_title_that_names_nothing_gives_way_to_the_topic() -> None:
    town = PONT.replace("LOC", "PER")
    assert frames(*[town] * 5, title="Biographie", language="fr")[0] == "Larsk"
    assert frames(*[town] * 5, title="Jeunesse et amours", language="fr")[0] == "Jeunesse et amours"  # a title is told as it is
    assert frames(town, title="Biographie", language="fr") == ()


def test_a_long_title_is_cut_where_it_may_end() -> None:
    subtitle = "how a small town in the hills became the place where two rivers meet and ships pass by in great numbers"
    assert frames(RIVER, title=f"The canal of two rivers: {subtitle}")[0] == "The canal of two rivers"
    long = frames(
        RIVER, title="Rescue teams from three towns search the strait for the missing ferry all night after a collision with a barge"
    )
    assert long == ("Rescue teams from three towns search the strait for the missing ferry all night",)
    assert all(len(frame) <= LONGEST for frame in long)


def test_a_part_that_says_nothing_alone_is_no_frame() -> None:
    whole = "Tides of the strait : causes and effects"
    assert frames(RIVER, title=whole) == (whole, "Tides of the strait")


def test_names_are_spelt_as_in_the_article() -> None:
    town = PONT.replace("Larsk", "Valombre")
    assert frames(town, title="Histoire de valombre", language="fr")[0] == "Histoire de Valombre"
