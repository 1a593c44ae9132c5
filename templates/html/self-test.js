/* The self-test: check an item, show its answer, count the points, start again. Without this script the page is a plain quiz. */
(() => {
  "use strict";
  const page = document.querySelector(".quiz");
  const items = [...page.querySelectorAll(".item")];
  const words = page.querySelector(".words").dataset;
  const total = page.querySelector(".total");
  const language = document.querySelector(".items").lang;
  const scores = new Map();

  /* "  L’Été 2010. " is typed as well as "l'ete 2010": case, accents, spaces, quotes and a full stop do not count. */
  const plain = (text) =>
    text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLocaleLowerCase(language).replace(/[’ʼ]/g, "'")
      .replace(/(\d)\s+(?=\d{3}(?!\d))/g, "$1").replace(/[«»“”".]/g, " ").replace(/\s+/g, " ").trim();

  const chosen = (item) => item.querySelector("input[type=radio]:checked");
  const field = (item) => item.querySelector("input[type=text]");
  const selects = (item) => [...item.querySelectorAll("select")];

  /* 1 right, 0 wrong, a share for pairs; null where only the learner can tell. */
  const share = (item) => {
    if (field(item)) {
      const typed = plain(field(item).value);
      return JSON.parse(field(item).dataset.answers).some((answer) => plain(answer) === typed) ? 1 : null;
    }
    if (selects(item).length) return selects(item).filter((select) => select.value === select.dataset.key).length / selects(item).length;
    return chosen(item) && chosen(item).hasAttribute("data-key") ? 1 : 0;
  };

  const showScore = () => {
    const points = [...scores].reduce((sum, [item, won]) => sum + won * Number(item.dataset.points), 0);
    total.textContent = total.dataset.text.replace("{points}", (Math.round(points * 100) / 100).toLocaleString(document.documentElement.lang));
  };

  const reveal = (item) => {
    item.querySelector(".answer-panel").hidden = false;
    const key = item.querySelector("[data-key]:is(input)");
    if (key) key.closest("label").classList.add("key-option");
  };

  const judge = (item, won) => {
    const compare = won === null;
    item.classList.toggle("is-right", won === 1);
    item.classList.toggle("is-wrong", !compare && won < 1);
    item.querySelector(".verdict").textContent = compare ? words.compare : won === 1 ? words.right : words.wrong;
    item.querySelector(".mine").hidden = !compare;
    scores.set(item, won || 0);
    showScore();
  };

  const check = (item) => {
    reveal(item);
    judge(item, share(item));
  };

  const clear = (item) => {
    item.classList.remove("is-right", "is-wrong");
    item.querySelectorAll("input[type=radio]").forEach((input) => { input.checked = false; });
    item.querySelectorAll("input[type=text], select").forEach((input) => { input.value = ""; });
    item.querySelectorAll(".key-option").forEach((label) => label.classList.remove("key-option"));
    item.querySelector(".answer-panel").hidden = true;
    item.querySelector(".mine").hidden = true;
    item.querySelector(".verdict").textContent = "";
  };

  items.forEach((item) => {
    item.querySelector(".controls").hidden = false;
    item.querySelector(".check").addEventListener("click", () => check(item));
    item.querySelector(".mine").addEventListener("click", () => judge(item, 1));
    item.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches("input, select")) {
        event.preventDefault();
        check(item);
      }
    });
  });
  page.querySelector(".all").addEventListener("click", () => items.forEach(reveal));
  page.querySelector(".again").addEventListener("click", () => {
    items.forEach(clear);
    scores.clear();
    showScore();
    page.querySelector("input, select").focus();
  });
  page.querySelector(".score-bar").hidden = false;
  showScore();
})();
