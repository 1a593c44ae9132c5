"""Where lines may end."""

import pytest

from quizgen.export.html.line_ends import balanced, tied, unbroken

SPACE = "\u00a0"


def test_last_word_is_not_left_alone() -> None:
    assert tied("Combien de visiteurs le phare a-t-il eus ?") == f"Combien de visiteurs le phare{SPACE}a-t-il{SPACE}eus{SPACE}?"
    assert tied("Qui ?") == "Qui ?"


def test_short_parts_of_hyphenated_words_stay_together() -> None:
    assert unbroken("où est-il <né> ?") == 'où <span class="unbroken">est-il</span> &lt;né&gt; ?'
    assert unbroken("un rendez-vous manqué") == "un rendez-vous manqué"


@pytest.mark.parametrize(
    ("title", "halves"),
    [
        ("Le phare de Kervran rallumé après vingt ans de nuit", ["Le phare de Kervran rallumé", "après vingt ans de nuit"]),
        ("Marie Curie: the woman who won two Nobel prizes", ["Marie Curie:", "the woman who won two Nobel prizes"]),
    ],
)
def test_long_titles_are_parted_in_their_middle(title: str, halves: list[str]) -> None:
    assert balanced(title) == " ".join(f'<span class="half">{half}</span>' for half in halves)


def test_other_titles_are_not_parted() -> None:
    assert balanced("Photosynthèse & lumière") == "Photosynthèse &amp; lumière"
    assert "half" not in balanced("mot " * 40)
    assert "half" not in balanced("M" * 60)
