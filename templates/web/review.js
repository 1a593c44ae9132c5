// The review page's own script: the keyboard, the evidence brought into sight, one tab beside another. htmx does the rest.
(function () {
  "use strict";
  function all(selector) { return [].slice.call(document.querySelectorAll(selector)); }

  function spread() {  // shares of the coverage bar; a style in the page itself would not pass the page's own policy
    all(".coverage [data-share]").forEach(function (part) { part.style.flexGrow = part.dataset.share; });
  }
  function show() {
    var mark = document.querySelector("#article mark.evidence");
    if (mark) mark.scrollIntoView({ block: "center" });
  }
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("textarea, input[type=text], select")) return;
    var button = document.querySelector('[data-key="' + CSS.escape(event.key) + '"]:not([disabled])');
    if (button) { event.preventDefault(); button.click(); }
  });
  document.addEventListener("htmx:afterSettle", function () { spread(); show(); });
  spread();
  show();
})();
