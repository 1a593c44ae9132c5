"""The review page in a real browser: every decision is in the file at once, from the mouse, the keyboard or another tab."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from quizgen.items import MultipleChoice
from quizgen.languages.words import plain
from quizgen.quizfile import read_quiz, write_quiz
from quizgen.web.server import LocalServer
from tests.cli.running import SEEDS, quizgen
from tests.sample_quizzes import english_quiz, french_quiz
from tests.web.reviewing import served, statuses, written

pytestmark = pytest.mark.browser

QUESTION = "textarea[name=question]"


def question(page: Page) -> str:
    return page.locator(QUESTION).input_value()


def goto(page: Page, number: int) -> None:
    """Look at an item by its number in the quiz."""
    page.locator(".strip a").nth(number - 1).click()
    expect(page.locator("#to")).to_have_value(str(number))


def counted(page: Page, kept: int, rejected: int, proposed: int) -> None:
    for name, number in (("kept", kept), ("rejected", rejected), ("proposed", proposed)):
        expect(page.locator(f".counts .{name} b")).to_have_text(str(number))


def test_accepting_is_in_the_file_at_once_and_the_next_proposal_comes(page: Page, path: Path) -> None:
    first = question(page)
    page.get_by_role("button", name="Accept").click()
    expect(page.locator(QUESTION)).not_to_have_value(first)
    assert statuses(path) == ["accepted", *["proposed"] * 6]
    counted(page, 1, 0, 6)
    expect(page.locator(".strip .mark.accepted")).to_have_count(1)


def test_rejecting_asks_why(page: Page, path: Path) -> None:
    page.get_by_role("button", name="Reject").click()
    page.get_by_role("button", name="not worth asking").click()
    counted(page, 0, 1, 6)
    page.get_by_role("button", name="Reject").first.click()
    page.get_by_placeholder("In your own words").fill("déjà vu en classe")
    page.get_by_placeholder("In your own words").press("Enter")
    counted(page, 0, 2, 5)
    items = read_quiz(path).items
    assert [(item.status, item.reason) for item in items[:2]] == [("rejected", "worth"), ("rejected", "déjà vu en classe")]


def test_the_evidence_is_marked_and_in_sight(page: Page, path: Path) -> None:
    for number, item in enumerate(read_quiz(path).items, start=1):
        goto(page, number)
        assert item.proof is not None
        marked = page.locator("mark.evidence").all_inner_texts()
        assert plain("".join(marked)) == plain(item.proof.evidence.text)
        expect(page.locator("mark.evidence").first).to_be_in_viewport()
    goto(page, 1)
    assert page.locator("mark.key").all_inner_texts() == ["1863"]


def test_an_edit_is_saved_on_leaving_the_field_and_shown_in_card_and_print(page: Page, path: Path) -> None:
    page.locator(QUESTION).fill("Quand le phare a-t-il été bâti ?")
    page.locator("textarea[name=feedback]").click()
    expect(page.locator("#judged")).to_have_text("kept, edited")
    item = read_quiz(path).items[0]
    assert (item.question, item.status) == ("Quand le phare a-t-il été bâti ?", "edited")
    for frame in ("Anki, front", "Anki, back", "On paper"):
        expect(page.frame_locator(f"iframe[title='{frame}']").get_by_text("Quand le phare a-t-il été bâti").first).to_be_visible()
    assert page.evaluate("document.activeElement.name") == "feedback"


def test_pressing_a_button_straight_from_a_field_does_both(page: Page, path: Path) -> None:
    """The edit is saved first, and the button that was pressed meanwhile is still there to be pressed."""
    page.locator("textarea[name=answer]").fill("en 1863")
    page.get_by_role("button", name="Accept").click()
    counted(page, 1, 0, 6)
    expect(page.locator("#to")).to_have_value("2")
    item = read_quiz(path).items[0]
    assert (item.answer, item.status) == ("en 1863", "edited")


def test_options_are_edited_added_and_taken_away_and_another_is_the_key(page: Page, path: Path) -> None:
    goto(page, 4)
    page.get_by_label("Option 3", exact=True).fill("")
    page.get_by_label("another option").last.fill("Anne Le Bris")
    expect(page.get_by_label("another option")).to_have_count(2)
    page.get_by_label("another option").last.fill("Maud")
    page.get_by_label("Option 1 is right").check()
    expect(page.frame_locator("iframe[title='Anki, back']").locator(".back.o1")).to_have_count(1)
    item = read_quiz(path).items[3]
    assert isinstance(item, MultipleChoice)
    assert item.options == ("Louise-Marie Le Goff", "Yann Kerleau", "Augustin Fresnel", "Anne Le Bris", "Maud")
    assert item.answer == "Louise-Marie Le Goff"


def test_an_edit_that_would_break_the_item_is_told_and_stays_in_the_field(page: Page, path: Path) -> None:
    before = path.read_bytes()
    goto(page, 6)
    page.locator(QUESTION).fill("Une phrase sans blanc.")
    page.locator(QUESTION).press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("one blank")
    assert question(page) == "Une phrase sans blanc."
    expect(page.locator("#saying")).to_be_empty()
    assert path.read_bytes() == before
    page.locator(QUESTION).fill("La lentille porte à ____.")
    page.locator(QUESTION).press("Enter")
    expect(page.locator("#notice")).to_be_hidden()


def test_a_double_click_decides_once(page: Page, path: Path) -> None:
    page.get_by_role("button", name="Accept").dblclick()
    counted(page, 1, 0, 6)
    expect(page.locator("#to")).to_have_value("2")
    assert statuses(path).count("accepted") == 1


def test_undo_takes_everything_back_one_by_one(page: Page, path: Path) -> None:
    before, first = path.read_bytes(), question(page)
    page.keyboard.press("a")
    counted(page, 1, 0, 6)
    page.locator(QUESTION).fill("Autre ?")
    page.locator(QUESTION).press("Enter")
    counted(page, 2, 0, 5)
    page.keyboard.press("J")
    expect(page.locator("#to")).to_have_value("3")
    for _ in range(3):
        page.get_by_role("button", name="Undo").click()
    counted(page, 0, 0, 7)
    assert question(page) == first
    page.get_by_role("button", name="Undo").click()
    counted(page, 0, 0, 7)
    assert path.read_bytes() == before


def test_order(page: Page, path: Path) -> None:
    ids = [item.id for item in read_quiz(path).items]
    page.get_by_role("button", name="Later in the quiz").click()
    expect(page.locator("#to")).to_have_value("2")
    page.locator("#to").fill("7")
    page.locator("#to").press("Enter")
    expect(page.get_by_role("button", name="Later in the quiz")).to_be_disabled()
    page.get_by_role("button", name="Earlier in the quiz").click()
    expect(page.locator("#to")).to_have_value("6")
    assert [item.id for item in read_quiz(path).items] == [*ids[1:6], ids[0], ids[6]]


def test_filters(page: Page) -> None:
    page.get_by_label("Form").select_option("multiple_choice")
    expect(page.locator(".strip a")).to_have_text(["4 to look at", "5 to look at"])
    page.locator(".strip a").first.click()
    page.keyboard.press("a")  # waits for the item that was asked for
    expect(page.locator("#to")).to_have_value("5")
    page.get_by_label("Judgement").select_option("kept")
    expect(page.locator(".strip a")).to_have_text(["4 kept"])
    page.get_by_label("Form").select_option("")
    page.get_by_label("Judgement").select_option("")
    expect(page.locator(".strip a")).to_have_count(7)
    page.get_by_label("chance from").fill("90")
    expect(page.locator(".strip a")).to_have_count(0)
    page.get_by_label("chance from").fill("85")
    expect(page.locator(".strip a")).to_have_count(7)


def test_coverage_and_counts(page: Page) -> None:
    expect(page.locator(".coverage li")).to_have_count(3)
    assert [part.split()[-1] for part in page.locator(".coverage li").evaluate_all("parts => parts.map(part => part.className)")] == [
        "proposed",
        "here",
        "proposed",
    ]
    page.keyboard.press("a")
    expect(page.get_by_role("link", name="Paragraph 2: 1 kept, 3 to look at")).to_be_visible()
    page.get_by_role("link", name="Paragraph 3").click()
    expect(page.locator("#p3")).to_be_in_viewport()


def test_the_keyboard_alone_is_enough(page: Page, path: Path) -> None:
    keyboard = page.keyboard
    keyboard.press("j")
    expect(page.locator("#to")).to_have_value("2")
    keyboard.press("k")
    expect(page.locator("#to")).to_have_value("1")
    keyboard.press("e")
    keyboard.type(" Ou avant ?")
    keyboard.press("Escape")
    assert not question(page).endswith("Ou avant ?")
    keyboard.press("e")
    keyboard.press("ControlOrMeta+a")
    keyboard.type("Quand ? (a, r, j sont des lettres ici)")
    keyboard.press("ControlOrMeta+Enter")
    counted(page, 1, 0, 6)
    keyboard.press("r")
    keyboard.press("3")
    counted(page, 1, 1, 5)
    keyboard.press("r")
    keyboard.press("Enter")
    counted(page, 1, 2, 4)
    keyboard.press("k")
    expect(page.locator("#to")).to_have_value("3")
    keyboard.press("o")
    counted(page, 1, 1, 5)
    keyboard.press("u")
    counted(page, 1, 2, 4)
    keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "of-form"
    items = read_quiz(path).items
    assert items[0].question == "Quand ? (a, r, j sont des lettres ici)"
    assert [(item.status, item.reason) for item in items[:3]] == [("edited", ""), ("rejected", "one"), ("rejected", "")]


def test_keys_in_haste_are_meant_for_the_item_that_comes(page: Page, path: Path) -> None:
    for key in "jjar2a":
        page.keyboard.press(key)
    counted(page, 2, 1, 4)
    assert statuses(path) == ["proposed", "proposed", "accepted", "rejected", "accepted", "proposed", "proposed"]


def test_tab_reaches_everything_and_nothing_holds_it(page: Page) -> None:
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.name || document.activeElement.innerText"))
    texts = {"text-context", "text-question", "text-answer", "text-feedback"}
    assert reached >= texts | {"accept", "reject", "after", "others", "of-form", "to"}


def test_letters_can_be_switched_off(page: Page, path: Path) -> None:
    page.keyboard.press("?")
    page.get_by_label("Single letters are commands").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("a")
    page.keyboard.press("u")
    page.reload()
    page.keyboard.press("a")
    page.wait_for_timeout(200)
    assert set(statuses(path)) == {"proposed"}


def test_a_second_tab_is_told_and_overwrites_nothing(page: Page, server: LocalServer, path: Path) -> None:
    other = page.context.new_page()
    other.goto(server.origin)
    other.get_by_role("button", name="Accept").click()
    counted(other, 1, 0, 6)
    now = path.read_bytes()
    page.locator(QUESTION).fill("Ce que j’écrivais")
    page.locator(QUESTION).press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("has changed since this page was shown")
    assert path.read_bytes() == now
    assert question(page) == "Ce que j’écrivais", "what was typed is still there to be copied"
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    with page.expect_navigation():
        page.get_by_role("link", name="Show it as it is now").click()
    counted(page, 1, 0, 6)
    assert asked == ["beforeunload"], "and it is not left without a question"
    page.locator(QUESTION).fill("Ce que j’écrivais")
    page.locator(QUESTION).press("Enter")
    expect(page.locator("#judged")).to_have_text("kept, edited")
    assert "Ce que j’écrivais" in path.read_text("utf-8")


def test_a_tab_that_is_come_back_to_shows_the_file_as_it_is(page: Page, server: LocalServer) -> None:
    other = page.context.new_page()
    other.goto(server.origin)
    other.keyboard.press("a")
    counted(other, 1, 0, 6)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    counted(page, 1, 0, 6)


def test_an_editors_change_is_told_too(page: Page, path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("Combien de visiteurs", "Combien de curieux"), "utf-8")
    page.keyboard.press("a")
    expect(page.get_by_role("alert")).to_contain_text("has changed")
    with page.expect_navigation():
        page.get_by_role("link", name="Show it as it is now").click()
    page.keyboard.press("a")
    counted(page, 1, 0, 6)
    assert "Combien de curieux" in path.read_text("utf-8")


def test_a_server_that_is_gone_is_told(browser: Browser, path: Path) -> None:
    page = browser.new_page(locale="en-GB")
    with served(path) as server:
        page.goto(server.address)
    page.keyboard.press("a")
    expect(page.locator("#notice")).to_contain_text("quizgen has stopped")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["fr-FR", "en-GB"])
def test_axe_finds_nothing(scheme: str, locale: str, browser: Browser, tmp_path: Path) -> None:
    """No violation of WCAG or of good practice, in any form of item; the pages' own policy is set aside only to let axe in."""
    context = browser.new_context(color_scheme=scheme, locale=locale, bypass_csp=True)  # type: ignore[arg-type]
    with served(written(english_quiz(), tmp_path)) as server:
        page = context.new_page()
        page.goto(server.address)
        for number in range(1, len(english_quiz().items) + 1):
            goto(page, number)
            page.locator("#reject").click()
            found = Axe().run(page)
            assert found.violations_count == 0, f"item {number}: {found.generate_report()}"
        page.locator("#asks-help").click()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    context.close()


@pytest.mark.parametrize("size", [(1180, 820), (820, 1180), (1024, 768), (768, 1024), (390, 844)])
def test_a_tablet_and_a_telephone_show_article_and_item(size: tuple[int, int], browser: Browser, server: LocalServer, path: Path) -> None:
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, has_touch=True, locale="fr-FR")
    page = context.new_page()
    page.goto(server.address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator("mark.evidence").first).to_be_in_viewport()
    expect(page.locator(QUESTION)).to_be_in_viewport()
    accept = page.get_by_role("button", name="Accepter")
    expect(accept).to_be_in_viewport(ratio=1)
    box = accept.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    accept.tap()
    expect(page.locator(".counts .kept b")).to_have_text("1")
    assert statuses(path)[0] == "accepted"
    context.close()


def test_every_form_is_edited_without_loss(browser: Browser, tmp_path: Path) -> None:
    """Touching one field of an item leaves the others as they were, in every form."""
    path = written(english_quiz(), tmp_path)
    before = read_quiz(path).items
    with served(path) as server:
        page = browser.new_page(locale="en-GB")
        page.goto(server.address)
        for number in range(1, len(before) + 1):
            if number > 1:
                goto(page, number)
            version = page.locator("#version").input_value()
            page.locator("textarea[name=feedback]").fill(f"Feedback {number}.")
            page.locator("textarea[name=feedback]").press("Enter")
            expect(page.locator("#version")).not_to_have_value(version)
        expect(page.get_by_role("status").last).to_have_text("Saved.")
        page.close()
    for number, (old, new) in enumerate(zip(before, read_quiz(path).items, strict=True), start=1):
        assert (new.question, new.answer, new.feedback) == (old.question, old.answer, f"Feedback {number}.")


def test_hostile_texts_are_shown_and_never_obeyed(browser: Browser, tmp_path: Path) -> None:
    attack = '"><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}</textarea><b>'
    quiz = french_quiz()
    items = tuple(replace(item, feedback=attack, context=attack) for item in quiz.items)
    with served(written(replace(quiz, items=items, title=attack), tmp_path)) as server:
        page = browser.new_page()
        page.on("dialog", lambda dialog: pytest.fail("a script has run"))
        page.goto(server.address)
        page.wait_for_timeout(300)
        assert page.locator("textarea[name=feedback]").input_value() == attack
        assert page.locator("img").count() == 0
        page.close()


def test_other_words_forms_and_options_come_from_the_text_run_again(browser: Browser, tmp_path: Path) -> None:
    path = made(tmp_path)
    before = read_quiz(path)
    number = next(n for n, item in enumerate(before.items, start=1) if isinstance(item, MultipleChoice))
    with served(path) as server:
        page = browser.new_page(locale="en-GB")
        page.goto(server.address)
        goto(page, number)
        page.keyboard.press("p")
        swap = page.locator(".swaps button").first
        swap.wait_for(timeout=60_000)
        new = swap.inner_text()
        swap.click()
        expect(page.locator("textarea[name=option]", has_text=new)).to_have_count(1)
        page.keyboard.press("p")
        page.locator("#offers .offer .kind").first.click()
        expect(page.locator("#which")).not_to_have_text("Multiple choice")
        page.close()
    after = read_quiz(path).items
    assert after[number - 1].form != "multiple_choice"
    assert len(after) == len(before.items)


def test_more_from_a_selected_passage(browser: Browser, tmp_path: Path) -> None:
    """The passage is told in code points, whatever stands before it: here a letter that takes two units in a browser."""
    path = made(tmp_path, keep=1, before="\U0001d504 ")
    with served(path) as server:
        page = browser.new_page(locale="en-GB", viewport={"width": 1440, "height": 900})
        page.goto(server.address)
        page.locator("#p3").scroll_into_view_if_needed()
        page.locator("#p3 [data-start]").last.evaluate("stretch => getSelection().selectAllChildren(stretch)")
        expect(page.locator("#more-of-this")).to_be_visible()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.locator("#more-of-this").click()
        page.locator("#offers > *").first.wait_for(timeout=60_000)
        start, end = (int(re.search(rf"{name}=(\d+)", asked[0])[1]) for name in ("start", "end"))  # type: ignore[index]
        shown = (page.locator("#p3 [data-start]").last.text_content() or "").translate({ord("“"): '"', ord("”"): '"'})
        assert plain(read_quiz(path).article.text[start:end]) == plain(shown)
        page.locator("#p6 .place").click()
        offer = page.locator("#offers .offer").first
        offer.wait_for()
        offer.click()
        counted(page, 1, 0, 1)
        page.close()
    assert statuses(path).count("accepted") == 1


def made(folder: Path, keep: int = 20, before: str = "") -> Path:
    """A quiz of a seed as `quizgen make` leaves it, with the first `keep` items."""
    text = (SEEDS / "mary-anning.en.txt").read_text("utf-8").replace("A carpenter", f"{before}A carpenter")
    (folder / "seed.txt").write_text(text, "utf-8")
    assert quizgen("make", folder / "seed.txt", "-o", folder, "--to", "json", "--quiet").status == 0
    path = next(folder.glob("*.quiz.toml"))
    quiz = read_quiz(path)
    path.write_text(write_quiz(replace(quiz, items=quiz.items[:keep])), "utf-8")
    return path
