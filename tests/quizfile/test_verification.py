"""`verify` reads every proof again: in its place, moved, or gone; `--fix` writes the new places and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.article import Article
from quizgen.items import Item, MultipleChoice, Proof, ShortAnswer
from quizgen.languages import get_language
from quizgen.naming import article_file, quiz_file
from quizgen.quiz import Quiz
from quizgen.quizfile import is_edited, read_quiz, verify, write_quiz
from tests.cli.running import quizgen
from tests.sample_quizzes import FRENCH, english_quiz, french_quiz

SENTENCE = "Le pont de Sarnay, long de 1 200 mètres, fut ouvert le 4 mai 1932 par Anne Vidal et Luc Morin."


def problems(item: Item, article: Article) -> list[str]:
    quiz = Quiz(article, (item,), "t", "t")
    return [problem for one in verify(quiz, article, get_language(article.language)) for problem in one.problems]


def proven(key: str, sentence: str = SENTENCE, options: tuple[str, ...] = ()) -> tuple[Item, Article]:
    article = Article(text=sentence, language="fr", id="pont")
    proof = Proof(article.span(0, len(sentence)))
    if options:
        return MultipleChoice(id="a", question="Qui ?", answer=key, options=options, proof=proof), article
    return ShortAnswer(id="a", question="Quoi ?", answer=key, proof=proof), article


@pytest.mark.parametrize("quiz", [french_quiz(), english_quiz()], ids=["fr", "en"])
def test_sample_quizzes_hold(quiz: Quiz) -> None:
    assert [one.problems for one in verify(quiz, quiz.article, get_language(quiz.article.language)) if one.problems] == []


@pytest.mark.parametrize(
    ("key", "rule"),
    [
        ("Anne Vidal", "verbatim"),
        ("le pont de Sarnay", "capital letter"),
        ("4/5/1932", "date format"),
        ("1932", "verbatim"),
        ("1\u202f200 mètres", "verbatim"),
        ("Paul Vidal", ""),
        ("5 mai 1932", ""),
    ],
)
def test_key_is_said_or_derived(key: str, rule: str) -> None:
    item, article = proven(key)
    assert verify(Quiz(article, (item,), "t", "t"), article, get_language("fr"))[0].key_rule == rule
    assert bool(problems(item, article)) is not bool(rule)


def changed_key(answer: str, accepted: tuple[str, ...]) -> tuple[Item, Article]:
    """An item about a length whose key a person has changed; the accepted answer "1 200" was written with the first."""
    item, article = proven("1 200 mètres")
    assert item.proof is not None
    written = (("question", "Quoi ?"), ("answer", "1 200 mètres"), ("accepted", ("1 200",)))
    proof = replace(item.proof, generated=written, asked_slot="quantity", slots=(("quantity", "1 200 mètres"),))
    return replace(item, answer=answer, accepted=accepted, proof=proof), article  # type: ignore[arg-type]


def test_key_that_a_person_changed_is_not_proved_by_what_was_written_for_the_first() -> None:
    assert "does not say the key" in problems(*changed_key("1 300 mètres", ("1 200",)))[0]
    assert problems(*changed_key("1 200 mètres", ("1 200",))) == []
    assert problems(*changed_key("un pont", ("1 200",))) == [], "another determiner"
    assert problems(*changed_key("mille deux cents mètres", ("1 200", "long de 1 200 mètres"))) == [], "a wording of his own stands there"


def test_option_named_beside_the_key_is_right_too() -> None:
    assert "beside the key" in problems(*proven("Anne Vidal", options=("Anne Vidal", "Luc Morin", "Jean Petit")))[0]
    assert problems(*proven("Anne Vidal", options=("Anne Vidal", "Paul Morin", "Jean Petit"))) == []


def test_quote_that_moved_is_found_and_one_that_changed_is_not() -> None:
    item, article = proven("Anne Vidal")
    assert item.proof is not None
    moved = replace(article, text="Une phrase de plus.\n" + SENTENCE)
    assert "said at 20" in problems(item, moved)[0]
    assert "does not say" in problems(item, replace(article, text=SENTENCE.replace("1932", "1933")))[0]


def saved(quiz: Quiz, folder: Path) -> Path:
    (folder / article_file(quiz)).write_bytes(quiz.article.text.encode())
    path = folder / quiz_file(quiz)
    path.write_bytes(write_quiz(quiz).encode())
    return path


def test_verify_passes_what_make_wrote(tmp_path: Path) -> None:
    outcome = quizgen("verify", saved(french_quiz(), tmp_path))
    assert (outcome.status, outcome.out) == (0, f"{len(french_quiz().items)} of {len(french_quiz().items)} items stand\n")


def test_fix_moves_proofs_and_keeps_comments(tmp_path: Path) -> None:
    path = saved(french_quiz(), tmp_path)
    path.write_text(path.read_text("utf-8").replace("[[item]]", "[[item]]  # relu par Maud", 1), "utf-8")
    later = tmp_path / "later.txt"
    title, rest = FRENCH.text.split("\n", 1)
    later.write_text(f"{title}\n\nUn chapeau ajouté après coup, qui dit de quoi il s'agit.{rest}", "utf-8")
    assert quizgen("verify", path, later).status == 1
    assert quizgen("verify", path, later, "--fix").status == 0
    assert "# relu par Maud" in path.read_text("utf-8")
    assert len(read_quiz(path).items) == len(french_quiz().items)
    assert quizgen("verify", path).status == 0


def test_fix_leaves_a_file_nobody_changed_unchanged_by_hand(tmp_path: Path) -> None:
    path = saved(french_quiz(), tmp_path)
    later = tmp_path / "later.txt"
    later.write_text(FRENCH.text.replace("\n\n", "\n\nUne ligne de plus vient avant toutes les autres.\n\n", 1), "utf-8")
    assert quizgen("verify", path, later, "--fix", "--quiet").status == 0
    assert not is_edited(path)


def test_sentence_that_is_gone_fails_with_a_table(tmp_path: Path) -> None:
    path = saved(french_quiz(), tmp_path)
    later = tmp_path / "later.txt"
    later.write_text(FRENCH.text.replace("47 mètres", "48 mètres"), "utf-8")
    outcome = quizgen("verify", path, later)
    assert outcome.status == 1
    assert "does not say" in outcome.out


def test_fix_leaves_the_byte_order_mark_and_the_ends_of_lines(tmp_path: Path) -> None:
    path = saved(french_quiz(), tmp_path)
    path.write_bytes(("\ufeff" + path.read_text("utf-8").replace("\n", "\r\n")).encode())
    later = tmp_path / "later.txt"
    later.write_text(FRENCH.text.replace("\n\n", "\n\nUne ligne de plus vient avant toutes les autres.\n\n", 1), "utf-8")
    assert quizgen("verify", path, later, "--fix").status == 0
    written = path.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf#")
    assert written.count(b"\r\n") == written.count(b"\n")
    assert quizgen("verify", path).status == 0


def test_text_that_is_lost_is_needed_unless_the_article_is_given(tmp_path: Path) -> None:
    path = saved(french_quiz(), tmp_path)
    text = (tmp_path / article_file(french_quiz())).rename(tmp_path / "elsewhere.txt")
    outcome = quizgen("verify", path)
    assert (outcome.status, "cannot be read" in outcome.err) == (1, True)
    assert quizgen("verify", path, text, "--fix").status == 0
    assert quizgen("verify", path).status == 0
