"""What a person did to a quiz file survives the next `make`, whatever the program writes meanwhile."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.article import Article
from quizgen.continuity import remembering
from quizgen.export import ExportOptions
from quizgen.export.anki.deck import NoteTypes, anki_deck
from quizgen.identity import content_hash, note_guid
from quizgen.items import Item, MultipleChoice, ShortAnswer
from quizgen.naming import article_file
from quizgen.quiz import Account, Quiz
from quizgen.quizfile import as_generated, changes, corrected, is_edited, merge, read_quiz, said_of, stamp, with_comments, write_quiz
from quizgen.resources import template_roots
from tests.cli.running import SEEDS, Outcome, quizgen
from tests.quizfile.made import saved
from tests.sample_quizzes import french_quiz

NOW = 2_000_000_000


def quiz() -> Quiz:
    """A quiz as a first run leaves it."""
    made = replace(french_quiz(), account=Account(asked_for=20))
    items = tuple(replace(item, status="proposed") for item in made.items)
    return merge(stamp(replace(made, items=items)), None, 0)


def edited(old: Quiz, place: int, **changes: Any) -> Quiz:
    items = list(old.items)
    items[place] = replace(items[place], **changes)
    return replace(old, items=tuple(items))


def again(previous: Quiz, made: Quiz | None = None) -> Quiz:
    return merge(stamp(made or quiz(), previous, NOW), previous, NOW)


def questions(items: tuple[Item, ...]) -> list[str]:
    return [item.question for item in items]


def test_nothing_done_nothing_changed() -> None:
    assert again(quiz()) == quiz()


def test_a_persons_words_stay_and_the_note_is_newer() -> None:
    mine = edited(quiz(), 0, question="Quand a-t-on bâti le phare ?", status="edited")
    item = again(mine).items[0]
    assert (item.question, item.status) == ("Quand a-t-on bâti le phare ?", "edited")
    assert item.proof is not None
    assert item.proof.modified == NOW
    assert again(again(mine)).items[0] == item, "a second run changes nothing more"


def test_what_only_the_program_changed_is_taken() -> None:
    mine = edited(quiz(), 0, hint="Sous Napoléon III.")
    made = edited(quiz(), 0, question="En quelle année le phare fut-il construit ?")
    item = again(mine, made).items[0]
    assert (item.question, item.hint) == ("En quelle année le phare fut-il construit ?", "Sous Napoléon III.")
    (change,) = changes(again(mine, made), mine)
    assert (change.field, change.is_conflict) == ("question", False), "but it is told, since a person had read the other"


def test_a_field_both_changed_is_the_persons_and_told() -> None:
    mine = edited(quiz(), 0, question="Quand a-t-on bâti le phare ?")
    made = edited(quiz(), 0, question="En quelle année le phare fut-il construit ?")
    merged = again(mine, made)
    assert merged.items[0].question == "Quand a-t-on bâti le phare ?"
    (change,) = changes(merged, mine)
    assert (change.field, change.now, change.is_conflict) == ("question", "En quelle année le phare fut-il construit ?", True)


def test_accepted_words_stay_while_their_sentence_does() -> None:
    mine = edited(quiz(), 0, status="accepted")
    made = edited(quiz(), 0, question="En quelle année le phare fut-il construit ?", feedback="Sous Napoléon III.")
    item = again(mine, made).items[0]
    assert (item.question, item.feedback, item.status) == (mine.items[0].question, "Sous Napoléon III.", "accepted")
    proof = made.items[0].proof
    assert proof is not None
    corrected = replace(proof, evidence=replace(proof.evidence, text=proof.evidence.text.replace("1863", "1864")))
    assert again(mine, edited(made, 0, answer="1864", proof=corrected)).items[0].answer == "1864"


def test_rejected_item_stays_rejected_and_does_not_come_back_in_another_form() -> None:
    mine = edited(quiz(), 0, status="rejected", reason="worth")
    first = mine.items[0]
    other = MultipleChoice(id="x", question=first.question, answer="1863", options=("1863", "1870", "1881"), proof=first.proof)
    merged = again(mine, replace(quiz(), items=(other, *quiz().items[1:])))
    assert first.proof is not None
    same = [item for item in merged.items if item.proof and item.proof.identity == first.proof.identity]
    assert [(item.status, item.reason) for item in same] == [("rejected", "worth")]


def test_accepted_item_that_is_not_written_again_stays() -> None:
    mine = edited(quiz(), 1, status="accepted")
    merged = again(mine, replace(quiz(), items=(quiz().items[0], *quiz().items[2:])))
    assert questions(merged.items) == questions(mine.items)


def test_proposal_that_is_not_written_again_goes() -> None:
    merged = again(quiz(), replace(quiz(), items=quiz().items[1:]))
    assert questions(merged.items) == questions(quiz().items[1:])


def test_deleted_item_does_not_come_back() -> None:
    mine = replace(quiz(), items=quiz().items[1:])
    assert questions(again(mine).items) == questions(mine.items)
    assert questions(again(again(mine)).items) == questions(mine.items)


def test_deleted_item_comes_back_when_it_is_forgotten() -> None:
    gone = quiz().items[0].id
    mine = replace(quiz(), items=quiz().items[1:], offered=tuple(id for id in quiz().offered if id != gone))
    assert set(questions(again(mine).items)) == set(questions(quiz().items))


def test_item_written_by_hand_stays_in_its_place() -> None:
    own = ShortAnswer(id="own", question="Qui a peint la porte ?", answer="Maud", status="accepted")
    mine = replace(quiz(), items=(quiz().items[0], own, *quiz().items[1:]))
    assert again(mine).items == mine.items


def test_a_persons_order_stays_and_new_proposals_come_last() -> None:
    turned = tuple(reversed(quiz().items[1:]))
    mine = replace(quiz(), items=turned, offered=tuple(item.id for item in turned))
    assert questions(again(mine).items) == [*questions(turned), quiz().items[0].question]


def test_sentence_that_is_gone_takes_an_edited_item_to_the_vanished() -> None:
    mine = edited(quiz(), 0, question="Quand a-t-on bâti le phare ?")
    proof = mine.items[0].proof
    assert proof is not None
    text = mine.article.text.replace(proof.evidence.text, "x" * len(proof.evidence.text))
    article = replace(mine.article, text=text)
    same_sentence = [i for i in quiz().items if i.proof and i.proof.evidence == proof.evidence]
    made = replace(quiz(), article=article, items=tuple(i for i in quiz().items if i not in same_sentence))
    merged = again(mine, made)
    assert mine.items[0].question not in questions(merged.items)
    assert mine.items[0].question in questions(merged.vanished)


def test_options_fit_the_answer_after_merging() -> None:
    place = next(n for n, item in enumerate(quiz().items) if isinstance(item, MultipleChoice))
    item = quiz().items[place]
    assert isinstance(item, MultipleChoice)
    mine = edited(quiz(), place, answer="Anna", options=tuple("Anna" if option == item.answer else option for option in item.options))
    made = edited(quiz(), place, options=(item.answer, "Un autre", "Encore un autre"))
    merged = again(mine, made).items[place]
    assert isinstance(merged, MultipleChoice)
    assert merged.options.count(merged.answer) == 1


@given(st.data())
def test_nothing_a_person_typed_is_lost(data: st.DataObject) -> None:
    mine, typed = quiz(), []
    for place in data.draw(st.sets(st.integers(0, len(mine.items) - 1), max_size=4)):
        word = f"mot{place}"
        mine = edited(mine, place, feedback=word, status=data.draw(st.sampled_from(["proposed", "accepted", "edited", "rejected"])))
        typed.append(word)
    written = data.draw(st.sets(st.integers(0, len(mine.items) - 1)))
    made = replace(quiz(), items=tuple(item for place, item in enumerate(quiz().items) if place in written))
    merged = again(mine, made)
    kept = {item.feedback for item in (*merged.items, *merged.vanished)}
    assert set(typed) <= kept
    assert len({item.id for item in merged.items}) == len(merged.items)


def test_comments_are_carried_to_the_same_field_of_the_same_item() -> None:
    text = write_quiz(quiz())
    first = quiz().items[0].question
    commented = text.replace(f'question = "{first}"', f'# à revoir avec Maud\nquestion = "{first}"  # trop facile ?', 1)
    commented = commented.replace("[account]", "# la fin\n[account]", 1)
    carried = with_comments(text, commented)
    lines = carried.split("\n")
    at = lines.index("# à revoir avec Maud")
    assert lines[at + 1 : at + 3] == ["# trop facile ?", f'question = "{first}"']
    assert lines[lines.index("# la fin") + 1] == "[account]"
    assert with_comments(text, text) == text
    assert with_comments(text, carried) == carried


SEED = SEEDS / "helium.en.txt"


def made(folder: Path, *arguments: object) -> Outcome:
    return quizgen("make", SEED, "-o", folder, *arguments)


def only(folder: Path) -> Path:
    (path,) = folder.glob("*.quiz.toml")
    return path


def test_make_over_an_edited_file_keeps_what_a_person_did(tmp_path: Path) -> None:
    plain = ("--types", "short_answer")
    made(tmp_path, *plain)
    path = only(tmp_path)
    text = path.read_text("utf-8")
    before = read_quiz(path)
    old = before.items[0].question
    text = text.replace("\n[[item]]\n", "\n# relu le 3 mai\n[[item]]\n", 1).replace(f'question = "{old}"', 'question = "Ma question ?"', 1)
    path.write_text(text.replace('status = "proposed"', 'status = "accepted"', 1).replace('\ntitle = "', '\ntitle = "3e B : ', 1), "utf-8")
    assert made(tmp_path, *plain).status == 0
    after = read_quiz(only(tmp_path))
    assert (after.items[0].question, after.items[0].status) == ("Ma question ?", "accepted")
    assert after.title.startswith("3e B : ")
    assert questions(after.items[1:]) == questions(before.items[1:])
    assert "# relu le 3 mai" in path.read_text("utf-8")
    first = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    made(tmp_path, *plain)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == first, "run again, nothing changes"
    assert not is_edited(path)


def test_force_makes_the_quiz_anew(tmp_path: Path) -> None:
    made(tmp_path)
    path = only(tmp_path)
    whole = path.read_text("utf-8")
    path.write_text(whole.replace('status = "proposed"', 'status = "rejected"'), "utf-8")
    assert made(tmp_path, "--force").status == 0
    assert "rejected" not in path.read_text("utf-8").split("schema = ")[1]


@pytest.mark.parametrize("forms", ["short_answer", "cloze"])
def test_quiz_written_by_hand_survives(forms: str, tmp_path: Path) -> None:
    made(tmp_path, "--types", forms)
    path = only(tmp_path)
    own = '[[item]]\nform = "short_answer"\nquestion = "Une question à moi ?"\nanswer = "oui"\n\n'
    path.write_text(path.read_text("utf-8").replace("[account]", own + "[account]", 1), "utf-8")
    made(tmp_path, "--types", forms)
    assert "Une question à moi ?" in questions(read_quiz(path).items)


def without_sentence_of(old: Quiz, place: int) -> Quiz:
    """What a run makes of an article that has lost the sentence of an item."""
    proof = old.items[place].proof
    assert proof is not None
    article = replace(old.article, text=old.article.text.replace(proof.evidence.text, "x" * len(proof.evidence.text)))
    left = tuple(item for item in quiz().items if item.proof and item.proof.evidence != proof.evidence)
    return replace(quiz(), article=article, items=left)


def remade(previous: Quiz, made: Quiz) -> Quiz:
    """A whole run: what is asked no more is remembered, then merged."""
    stamped = stamp(made, previous, NOW)
    return merge(remembering(stamped, previous, NOW), previous, NOW)


@pytest.mark.parametrize("status", ["accepted", "edited", "rejected"])
def test_judged_item_whose_sentence_went_and_came_back_is_as_it_was(status: str) -> None:
    mine = edited(quiz(), 1, status=status, feedback="À retenir.")
    gone = remade(mine, without_sentence_of(mine, 1))
    assert mine.items[1].id in {item.id for item in gone.vanished}
    unasked = replace(quiz(), items=tuple(item for place, item in enumerate(quiz().items) if place != 1))
    for made in (quiz(), unasked):
        back = next(item for item in remade(gone, made).items if item.id == mine.items[1].id)
        assert (back.status, back.feedback) == (status, "À retenir.")
        assert back.proof is not None
        assert back.proof.content_hash == content_hash(back, quiz().article)


def test_vanished_note_that_was_edited_is_newer_so_that_its_card_is_told() -> None:
    mine = edited(quiz(), 1, status="accepted")
    (gone,) = remade(mine, without_sentence_of(mine, 1)).vanished
    assert gone.proof is not None
    assert gone.proof.modified == NOW


def test_a_persons_options_take_the_corrected_key() -> None:
    place = next(n for n, item in enumerate(quiz().items) if isinstance(item, MultipleChoice))
    item = quiz().items[place]
    assert isinstance(item, MultipleChoice)
    mine = edited(quiz(), place, options=(item.answer, "Paul Roc", "Jean Sel"))
    made = edited(quiz(), place, answer="Yann Kerlo", options=("Yann Kerlo", "Maud Quéméner"))
    merged = again(mine, made).items[place]
    assert isinstance(merged, MultipleChoice)
    assert (merged.answer, merged.options) == ("Yann Kerlo", ("Yann Kerlo", "Paul Roc", "Jean Sel"))


def test_account_counts_what_is_in_the_quiz() -> None:
    mine = edited(edited(quiz(), 0, status="rejected"), 1, status="accepted")
    merged = again(mine, replace(quiz(), items=quiz().items[2:4]))
    assert merged.account.kept == sum(item.status != "rejected" for item in merged.items) == 3
    assert sum(merged.account.coverage.values()) == 3


def test_force_takes_back_judgements_on_what_has_vanished_too() -> None:
    gone = remade(edited(quiz(), 1, status="rejected"), without_sentence_of(quiz(), 1))
    assert {item.status for item in as_generated(gone).vanished} == {"proposed"}


def in_other_form(old: Quiz, folder: Path) -> Quiz:
    """The quiz as it is read after a person has made a short answer of a multiple choice, and taken its options away."""
    text = write_quiz(old)
    choice = next(item for item in old.items if isinstance(item, MultipleChoice))
    options = text[text.index("options = ") :].split("\n", 1)[0]
    question = f'question = "{choice.question}"'
    text = text.replace(f'form = "multiple_choice"\n{question}', f'form = "short_answer"\n{question}', 1).replace(options + "\n", "", 1)
    (folder / article_file(old)).write_bytes(old.article.text.encode())
    path = folder / "mine.quiz.toml"
    path.write_text(text, "utf-8")
    return read_quiz(path)


def test_item_may_get_another_form_by_hand_and_is_another_card(tmp_path: Path) -> None:
    place = next(n for n, item in enumerate(quiz().items) if isinstance(item, MultipleChoice))
    mine = in_other_form(quiz(), tmp_path)
    assert isinstance(mine.items[place], ShortAnswer)
    merged = remade(mine, quiz())
    item = merged.items[place]
    assert (item.form, item.status, len(merged.items)) == ("short_answer", "edited", len(quiz().items))
    assert item.proof is not None
    assert item.proof.guid == note_guid(item.proof.identity, "short_answer")
    assert remade(merged, quiz()) == merged
    (tmp_path / "twice.quiz.toml").write_text(write_quiz(merged), "utf-8")
    assert read_quiz(tmp_path / "twice.quiz.toml") == merged


def test_card_of_an_item_in_another_form_is_another_before_the_next_run_too(tmp_path: Path) -> None:
    mine = in_other_form(quiz(), tmp_path)
    place = next(n for n, item in enumerate(quiz().items) if isinstance(item, MultipleChoice))
    proof = mine.items[place].proof
    assert proof is not None
    deck = anki_deck(mine, NoteTypes(template_roots()), ExportOptions())
    assert note_guid(proof.identity, "short_answer") in {note.guid for note in deck.notes}
    assert proof.guid not in {note.guid for note in deck.notes}


def read_again(**fields: str) -> Article:
    """The article as `make` reads it anew, without what is given as ""."""
    return replace(french_quiz().article, **fields)  # type: ignore[arg-type]


def test_corrections_of_the_articles_author_stay() -> None:
    first = replace(quiz(), as_read=said_of(quiz().article))
    mine = replace(first, article=replace(first.article, author="Maud Q.", licence=""))
    now = corrected(read_again(url="https://example.org/new", author="M. Quéméner"), mine)
    assert (now.author, now.licence, now.url) == ("Maud Q.", "", "https://example.org/new")
    assert corrected(read_again(), first) == first.article, "where nobody corrected anything, the article speaks"


def test_author_that_was_told_once_by_an_option_stays_without_it() -> None:
    first = replace(quiz(), as_read=said_of(quiz().article))
    assert corrected(read_again(author=""), first).author == first.article.author
    assert corrected(read_again(author=""), quiz()).author == first.article.author, "an older file does not tell what was read"
    assert corrected(read_again(author="Autre"), quiz()).author == "Autre"


def test_article_keeps_the_id_it_was_first_known_by() -> None:
    assert corrected(read_again(id="fr:autre-titre"), quiz()).id == quiz().article.id
    assert corrected(read_again(), replace(quiz(), article=Article("", "", "fr"))).id == quiz().article.id, "a quiz by hand had none"


def test_force_takes_back_title_and_corrections() -> None:
    first = replace(quiz(), as_read=said_of(quiz().article))
    mine = replace(first, title="À moi", article=replace(first.article, author="Maud"))
    assert as_generated(mine).title == first.article.title
    assert as_generated(mine).article == first.article


def test_article_under_another_title_keeps_what_a_person_did_and_the_comments(tmp_path: Path) -> None:
    """No id in its header: it is known by its text alone."""
    article = tmp_path / "a.txt"
    text = re.sub(r"^id = .*\n", "", SEED.read_text("utf-8"), flags=re.MULTILINE)
    article.write_text(text, "utf-8")
    quizgen("make", article, "-o", tmp_path)
    path = only(tmp_path)
    path.write_text(path.read_text("utf-8").replace('status = "proposed"', 'status = "accepted"  # relu', 1), "utf-8")
    ids = [item.id for item in read_quiz(path).items]
    article.write_text(re.sub(r'^title = ".*"', 'title = "Un autre titre"', text, flags=re.MULTILINE), "utf-8")
    outcome = quizgen("make", article, "-o", tmp_path)
    new = tmp_path / "un-autre-titre.quiz.toml"
    assert f"former name        {path.name}: this quiz is in {new.name} now" in outcome.out
    after = read_quiz(new)
    assert next(item for item in after.items if item.id == ids[0]).status == "accepted"
    assert "# relu" in new.read_text("utf-8")


@pytest.mark.parametrize("what", ["lost", "mended"])
def test_article_at_hand_stands_in_for_the_text_beside_the_quiz_file(what: str, tmp_path: Path) -> None:
    made(tmp_path)
    path = only(tmp_path)
    (text,) = tmp_path.glob("*.article.txt")
    whole = text.read_bytes()
    text.unlink() if what == "lost" else text.write_bytes(whole.replace(b"1868", b"1869"))
    path.write_text(path.read_text("utf-8").replace('status = "proposed"', 'status = "accepted"', 1), "utf-8")
    assert made(tmp_path).status == 0
    assert "accepted" in {item.status for item in read_quiz(path).items}
    assert text.read_bytes() == whole


@pytest.mark.parametrize("status", ["proposed", "accepted"])
def test_search_and_replace_throughout_the_file_is_a_change_by_hand(status: str, tmp_path: Path) -> None:
    """It changes what was generated too, and nothing else tells it from what the program wrote."""
    text = write_quiz(edited(quiz(), 1, status=status)).replace("emploie-t-il une ampoule", "utilise-t-il une ampoule")
    assert text.count("utilise-t-il") == 2
    mine = read_quiz(saved(quiz(), tmp_path, text))
    merged = again(mine)
    assert "Pourquoi le phare utilise-t-il une ampoule à diodes ?" in questions(merged.items)
    assert again(merged) == merged
    unasked = again(mine, replace(quiz(), items=quiz().items[:1]))
    assert questions(unasked.items) == [quiz().items[0].question, "Pourquoi le phare utilise-t-il une ampoule à diodes ?"]


def test_correcting_the_author_makes_no_item_a_persons() -> None:
    first = replace(quiz(), as_read=said_of(quiz().article))
    mine = replace(first, article=replace(first.article, author="Maud"))
    assert again(mine, replace(quiz(), items=quiz().items[1:])).items == again(first, replace(quiz(), items=quiz().items[1:])).items
