// The review page's own script: the keyboard, the evidence brought into sight, one tab beside another. htmx does the rest.
(function () {
  "use strict";
  var base = document.body.dataset.base, saying = document.getElementById("saying"), help = document.getElementById("help");
  var FIELD = "textarea, input[type=text], input[type=number]", heights = {};
  function all(selector, root) { return [].slice.call((root || document).querySelectorAll(selector)); }
  function one(selector) { return document.querySelector(selector); }

  // Shares of the coverage bar, heights of fields and frames: a style in the page itself would not pass the page's own policy.
  function lay() {
    all(".coverage [data-share]").forEach(function (part) { part.style.flexGrow = part.dataset.share; });
    if (!CSS.supports("field-sizing", "content")) all("textarea").forEach(grow);
    all("iframe[data-look]").forEach(function (frame) {
      if (frame.dataset.ready) return;
      frame.dataset.ready = "yes";
      if (heights[frame.title]) frame.style.height = heights[frame.title];
      frame.addEventListener("load", function () { fit(frame); });
      fit(frame);
    });
  }
  function grow(field) {
    field.style.height = "auto";
    field.style.height = field.scrollHeight + "px";
  }
  function fit(frame) {
    var page = frame.contentDocument;
    if (!page || !page.body || !page.body.childElementCount) return;
    if (page.body.classList.contains("card") && matchMedia("(prefers-color-scheme: dark)").matches) page.body.classList.add("nightMode");
    heights[frame.title] = frame.style.height = Math.min(700, page.documentElement.offsetHeight + 2) + "px";
  }

  // The evidence stands a third down the article, unless all of it is in sight already.
  function show(glides) {
    var reading = document.getElementById("reading"), mark = one("#article mark.evidence");
    if (!mark) return;
    var box = reading.getBoundingClientRect(), marks = all("#article mark.evidence"), last = marks[marks.length - 1].getBoundingClientRect();
    var top = mark.getBoundingClientRect().top;
    if (top > box.top + 12 && last.bottom < box.bottom - 12) return;
    reading.classList.toggle("glides", glides);
    reading.scrollTop += top - box.top - box.height / 3;
    reading.classList.remove("glides");
  }

  // Keys. Every button that has one names it in data-key; a letter alone is a command only where nobody is writing.
  // One that comes while the page is about to change waits for the page that it is meant for.
  var waiting = [], busy = 0;
  function isForItem(event) { return event.detail.target && event.detail.target.id !== "offers"; }
  document.addEventListener("htmx:beforeRequest", function (event) { if (isForItem(event)) busy += 1; });
  document.addEventListener("htmx:afterRequest", function (event) {
    if (isForItem(event)) busy = Math.max(0, busy - 1);
    setTimeout(function () { while (!busy && waiting.length) act(waiting.shift()); }, 0);
  });
  function press(key) { return busy || waiting.length ? Boolean(waiting.push(key)) : act(key); }
  function act(key) {
    var found = all("[data-key], [data-also]").filter(function (button) {
      return (button.dataset.key === key || button.dataset.also === key) && !button.disabled && !button.closest("[hidden]");
    })[0];
    if (!found) return false;
    if (found.matches("select")) found.focus(); else found.click();
    return true;
  }
  function commandsAreOn() { return document.getElementById("letters").checked; }
  document.addEventListener("keydown", function (event) {
    var target = event.target, isField = target.matches(FIELD);
    if (help.open) return;
    if (isField && event.key === "Escape") { target.value = target.defaultValue; target.blur(); return; }
    if (isField && event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); target.blur(); press("a"); return; }
    if (target.matches("textarea:not([name=accepted], [name=distractors], .answer textarea)") && event.key === "Enter") {
      event.preventDefault();
      target.blur();
      return;
    }
    if (event.key === "Escape" && !one("#why[hidden]")) { why(false); return; }
    if (isField || target.matches("select") || event.ctrlKey || event.metaKey || event.altKey || !commandsAreOn()) return;
    if (target.matches("input") && event.key.indexOf("Arrow") === 0) return;
    if (event.key === "e") { edit(event); return; }
    if (event.key === "m" && range()) { event.preventDefault(); more(); return; }
    if (event.key.length === 1 || event.key.indexOf("Arrow") === 0) { if (press(event.key)) event.preventDefault(); }
  });
  function edit(event) {
    var field = document.getElementById("text-question");
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }

  function why(opens) {
    var panel = document.getElementById("why"), button = document.getElementById("reject");
    if (!panel) return;
    panel.hidden = !opens;
    button.setAttribute("aria-expanded", String(opens));
    if (opens) { one("#why .without").focus(); panel.scrollIntoView({ block: "nearest" }); } else button.focus();
  }
  document.addEventListener("click", function (event) {
    var target = event.target;
    if (target.closest("#reject")) why(Boolean(one("#why[hidden]")));
    else if (target.closest("#asks-help")) help.showModal();
    else if (target.closest(".other") && !range()) {
      var link = one('.strip a[data-item="' + CSS.escape(target.closest(".other").dataset.item) + '"]');
      if (link) link.click();
    }
  });

  // A second click in haste would decide about the next item, which nobody has seen.
  document.addEventListener("click", function (event) {
    if (event.detail > 1 && event.target.closest(".deciding, .why")) { event.preventDefault(); event.stopPropagation(); }
  }, true);

  // A passage that is selected in the article, in code points of its text.
  function placeIn(stretch, node, units) {
    var part = document.createRange();
    part.setStart(stretch, 0);
    part.setEnd(node, units);
    return Number(stretch.dataset.start) + Array.from(part.toString()).length;
  }
  function range() {
    var selected = getSelection();
    if (!selected.rangeCount || selected.isCollapsed || !selected.toString().trim()) return null;
    var part = selected.getRangeAt(0), inside = all("#article [data-start]").filter(function (stretch) { return part.intersectsNode(stretch); });
    if (!inside.length) return null;
    var first = inside[0], last = inside[inside.length - 1];
    return {
      start: first.contains(part.startContainer) ? placeIn(first, part.startContainer, part.startOffset) : Number(first.dataset.start),
      end: last.contains(part.endContainer) ? placeIn(last, part.endContainer, part.endOffset) : placeIn(last, last, last.childNodes.length),
      box: part.getBoundingClientRect()
    };
  }
  function more() {
    var part = range();
    if (!part) return;
    htmx.ajax("GET", base + "/passage?start=" + part.start + "&end=" + part.end, { target: "#offers", source: "#more-here" });
    getSelection().removeAllRanges();
    document.getElementById("offers").scrollIntoView({ block: "nearest" });
  }
  var floating = document.getElementById("more-of-this");
  document.addEventListener("selectionchange", function () {
    var part = range();
    floating.hidden = !part;
    if (!part) return;
    floating.style.left = Math.max(8, Math.min(innerWidth - floating.offsetWidth - 8, part.box.left)) + "px";
    floating.style.top = Math.max(8, Math.min(innerHeight - floating.offsetHeight - 8, part.box.bottom + 8)) + "px";
  });
  floating.addEventListener("pointerdown", function (event) { event.preventDefault(); });  // keeps the selection
  floating.addEventListener("click", more);

  document.addEventListener("input", function (event) {
    if (event.target.id === "least") event.target.nextElementSibling.value = event.target.value;
    if (event.target.matches(".option.new textarea")) addOption(event.target.parentElement);
    if (event.target.matches("textarea") && !CSS.supports("field-sizing", "content")) grow(event.target);
  });

  // Who types in the last, empty option finds another one below it.
  function addOption(row) {
    var copy = row.cloneNode(true), number = row.parentElement.childElementCount + 1;
    row.classList.remove("new");
    copy.querySelector("textarea").value = "";
    copy.querySelector("[type=radio]").checked = false;
    copy.querySelector("[type=radio]").value = number - 1;
    all("input, textarea", copy).forEach(function (input) { input.id = input.id.replace(/\d+$/, number); });
    row.parentElement.appendChild(copy);
  }

  // After every answer of the server.
  var shown = "";
  document.addEventListener("htmx:afterRequest", function (event) {
    var config = event.detail.requestConfig;
    if (!config || config.verb !== "post" || !event.detail.xhr || event.detail.xhr.status >= 300 || !event.detail.xhr.status) return;
    saying.textContent = "";
    setTimeout(function () { saying.textContent = saying.dataset.saved; }, 50);
    if (event.target.id !== "fields") return;
    all(FIELD, event.target).forEach(function (field) { field.defaultValue = field.value; });
    all("iframe[data-look]").forEach(function (frame) { frame.contentWindow.location.reload(); });
  });
  document.addEventListener("htmx:afterSettle", function () {
    var item = document.getElementById("here").value;
    lay();
    if (item !== shown) { show(true); document.getElementById("desk").scrollTop = 0; }
    shown = item;
  });
  function tell(text) {
    var notice = document.getElementById("notice");
    notice.hidden = false;
    notice.textContent = text;
  }
  document.addEventListener("htmx:sendError", function () { tell(saying.dataset.gone); });
  document.addEventListener("htmx:responseError", function () { tell(saying.dataset.bug); });

  // Another tab, or an editor, may have changed the file meanwhile: who comes back to this tab sees it as it is now.
  function isWriting() { return all("#fields " + FIELD.split(", ").join(", #fields ")).some(function (field) { return field.value !== field.defaultValue; }); }
  document.addEventListener("visibilitychange", function () {
    if (document.hidden || isWriting()) return;
    fetch(base + "/version").then(function (answer) { return answer.ok ? answer.text() : ""; }).then(function (version) {
      if (version && version !== document.getElementById("version").value) htmx.ajax("GET", base + "/?item=" + shown, { target: "#work", source: "#work" });
    }).catch(function () { /* told when something is asked for */ });
  });

  // A text that has not been saved, because it is still being written or was refused, is not left without a question.
  addEventListener("beforeunload", function (event) { if (isWriting()) event.preventDefault(); });

  var letters = document.getElementById("letters");
  letters.checked = localStorage.getItem("letters") !== "off";
  letters.addEventListener("change", function () { localStorage.setItem("letters", letters.checked ? "on" : "off"); });
  shown = document.getElementById("here").value;
  lay();
  show(false);
})();
