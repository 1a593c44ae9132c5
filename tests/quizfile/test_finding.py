"""An article's quiz is found again under another name; another article's is never taken for it."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.article import Article
from quizgen.errors import QuizFileError
from quizgen.quizfile import quiz_files_about, refuse_other_article
from quizgen.quizfile.finding import own_quiz_file
from tests.quizfile.made import saved
from tests.sample_quizzes import english_quiz, french_quiz

NAMED = french_quiz().article
UNNAMED = replace(NAMED, id="fr:le-phare-de-kervran-rallume")
OTHER = replace(english_quiz().article, language="fr", title=NAMED.title, id=UNNAMED.id)


def stored(article: Article, folder: Path) -> Path:
    return saved(replace(french_quiz(), article=article), folder)


@pytest.mark.parametrize("article", [NAMED, UNNAMED], ids=["named", "unnamed"])
def test_under_its_own_name(article: Article, tmp_path: Path) -> None:
    path = stored(article, tmp_path)
    assert own_quiz_file(article, tmp_path) == path
    assert found(article, tmp_path) == (path,)
    refuse_other_article(article, tmp_path)


def found(article: Article, folder: Path, *, by_text: bool = False) -> tuple[Path, ...]:
    return tuple(quiz_files_about(article, folder, by_text=by_text))


def test_under_a_former_title_by_its_id_whatever_the_text_is_now(tmp_path: Path) -> None:
    path = stored(NAMED, tmp_path)
    assert found(replace(NAMED, title="Le phare", text="Tout autre chose ici."), tmp_path) == (path,)


def test_under_a_former_title_by_its_text_where_the_id_is_made_of_the_title(tmp_path: Path) -> None:
    path = stored(UNNAMED, tmp_path)
    renamed = replace(NAMED, title="Le phare", id="fr:le-phare", text=NAMED.text.replace("1863", "1864"))
    assert found(renamed, tmp_path, by_text=True) == (path,)
    assert found(renamed, tmp_path) == (), "in a folder of articles it may be another's"
    assert found(replace(renamed, text=NAMED.text[:300]), tmp_path, by_text=True) == (), "shortened for another class"
    assert found(replace(renamed, text=OTHER.text), tmp_path, by_text=True) == ()


def test_ids_that_were_given_tell_two_versions_of_a_text_apart(tmp_path: Path) -> None:
    stored(NAMED, tmp_path)
    assert found(replace(NAMED, id="phare-facile.fr", title="Le phare"), tmp_path, by_text=True) == ()


def test_text_cut_to_half_is_still_the_article_of_its_title(tmp_path: Path) -> None:
    path = stored(UNNAMED, tmp_path)
    assert found(replace(UNNAMED, text=NAMED.text[: len(NAMED.text) // 2]), tmp_path) == (path,)
    assert found(replace(UNNAMED, id="phare.fr"), tmp_path) == (path,), "though it has been given an id since"


def test_own_name_comes_before_former_ones(tmp_path: Path) -> None:
    former, own = stored(NAMED, tmp_path), stored(replace(NAMED, title="Le phare"), tmp_path)
    assert found(replace(NAMED, title="Le phare"), tmp_path) == (own, former)


def test_another_article_of_the_same_title_is_refused(tmp_path: Path) -> None:
    stored(UNNAMED, tmp_path)
    assert found(OTHER, tmp_path) == ()
    with pytest.raises(QuizFileError, match="another article"):
        refuse_other_article(OTHER, tmp_path)


def test_quiz_by_hand_of_its_name_is_taken_up_and_one_of_another_name_is_not(tmp_path: Path) -> None:
    own = own_quiz_file(NAMED, tmp_path)
    for path in (own, tmp_path / "mine.quiz.toml"):
        path.write_text('title = "x"\nlanguage = "fr"\n[[item]]\n', encoding="utf-8")
    assert found(NAMED, tmp_path) == (own,)


def test_file_of_its_name_that_cannot_be_read_is_its_own_and_another_is_passed_over(tmp_path: Path) -> None:
    own = own_quiz_file(NAMED, tmp_path)
    for path in (own, tmp_path / "mine.quiz.toml"):
        path.write_text("title = ", encoding="utf-8")
    assert found(NAMED, tmp_path) == (own,)
