// The app's own script: files dropped on the page, what is too large, how far the work has come. All of it works without, but less well.
(function () {
  "use strict";
  var form = document.getElementById("form"), notice = document.getElementById("notice"), drop = document.getElementById("drop");
  var gone = document.getElementById("gone"), saying = document.getElementById("saying"), title = document.title;

  function tell(message, hint) {
    var parts = notice.querySelectorAll("p");
    parts[0].textContent = message;
    parts[1].textContent = hint;
    notice.hidden = false;
    notice.focus();
  }
  function tooLarge() {
    var file = document.getElementById("file").files[0], source = form.elements.source.value;
    var size = source === "file" ? (file ? file.size : 0) : new Blob([form.elements.text.value]).size;
    return source !== "url" && size > Number(form.dataset.largest);
  }
  function carriesFile(event) { return [].indexOf.call(event.dataTransfer.types, "Files") >= 0; }

  if (notice && !notice.hidden) notice.focus();

  if (form) {
    form.addEventListener("submit", function (event) {
      if (tooLarge()) { event.preventDefault(); tell(notice.dataset.large, notice.dataset.largeHint); return; }
      form.querySelector(".main").setAttribute("aria-disabled", "true");
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
    });
    window.addEventListener("pageshow", function () { delete form.dataset.sent; form.querySelector(".main").removeAttribute("aria-disabled"); });
    var inside = 0;
    document.addEventListener("dragenter", function (event) { if (carriesFile(event)) { inside += 1; drop.hidden = false; } });
    document.addEventListener("dragleave", function (event) { if (carriesFile(event)) { inside -= 1; drop.hidden = inside > 0 ? false : true; } });
    document.addEventListener("dragover", function (event) { if (carriesFile(event)) event.preventDefault(); });
    document.addEventListener("drop", function (event) {
      if (!carriesFile(event)) return;
      event.preventDefault();
      inside = 0;
      drop.hidden = true;
      var one = new DataTransfer();
      if (event.dataTransfer.files.length) one.items.add(event.dataTransfer.files[0]);
      document.getElementById("file").files = one.files;
      document.getElementById("from-file").checked = true;
      document.getElementById("file").focus();
    });
  }

  document.addEventListener("htmx:afterSettle", function () {
    var step = document.querySelector("#progress .step"), bar = document.querySelector("#progress progress");
    if (!step) return;
    document.title = bar.value + " % – " + title;
    if (saying.textContent !== step.textContent) saying.textContent = step.textContent;
  });
  document.addEventListener("htmx:sendError", function () { gone.textContent = document.body.dataset.gone; gone.hidden = false; });
})();
