// What pages do beyond plain HTML; without it everything still works.
(() => {
  "use strict";

  // A page that is shown again after a form was sent keeps its own address.
  if (window.location.pathname.startsWith("/console/do/")) {
    window.history.replaceState(null, "", document.body.dataset.here);
  }

  // Whoever does something that cannot be taken back is asked first.
  document.addEventListener("submit", (event) => {
    const question = event.target.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    // Pressing twice sends once.
    if (event.target.method === "post") {
      if (event.target.dataset.sent) event.preventDefault();
      event.target.dataset.sent = "yes";
    }
  }, true);
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => { delete form.dataset.sent; }));

  // News: parts of a page that are marked so ask for themselves again.
  const live = document.body.dataset.live;
  if (live && document.querySelector("[data-news]") && "EventSource" in window) {
    let lost = false;
    const source = new EventSource(live);
    const refresh = (kind) => document.querySelectorAll("[data-news]").forEach((part) => {
      if (kind && !part.dataset.news.split(" ").includes(kind)) return;
      if (part.contains(document.activeElement) && /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) return;
      if (part.dataset.waits || [...part.querySelectorAll("input:not([type=hidden]), textarea")].some((field) => field.value !== field.defaultValue)) return;
      part.dataset.waits = "yes";
      setTimeout(() => {
        delete part.dataset.waits;
        htmx.ajax("GET", window.location.href, { source: part, target: part, select: "#" + part.id, swap: "outerHTML" });
      }, 250);
    });
    source.addEventListener("news", (event) => refresh(event.data));
    source.addEventListener("open", () => { if (lost) refresh(""); lost = false; });
    source.addEventListener("error", () => { lost = true; });
  }

  // A list is gone through with j, k and enter.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT|BUTTON|A|SUMMARY)$/.test(event.target.tagName) && event.target.tagName !== "A") return;
    const rows = [...document.querySelectorAll("[data-keys] tbody tr")];
    if (rows.length === 0 || !["j", "k", "Enter"].includes(event.key)) return;
    const at = rows.findIndex((row) => row.classList.contains("chosen"));
    if (event.key === "Enter") {
      if (at >= 0 && event.target.tagName !== "A") rows[at].querySelector("a")?.click();
      return;
    }
    const next = Math.min(Math.max(at + (event.key === "j" ? 1 : -1), 0), rows.length - 1);
    rows.forEach((row, index) => row.classList.toggle("chosen", index === next));
    rows[next].querySelector("a")?.focus();
    rows[next].scrollIntoView({ block: "nearest" });
  });

  // A file fills the field beside it, so that it is sent as text.
  document.addEventListener("change", async (event) => {
    const into = event.target.dataset && event.target.dataset.fills;
    if (into && event.target.files.length > 0) {
      document.getElementById(into).value = await event.target.files[0].text();
    }
    if (event.target.closest("form.filters") && event.target.tagName === "SELECT") {
      event.target.form.requestSubmit();
    }
  });

  // Ticks that belong to a choice count only with it.
  const ticks = () => document.querySelectorAll("fieldset[data-with]").forEach((part) => {
    const choice = part.closest("form").querySelector(`input[type=radio][value="${part.dataset.with}"]`);
    part.disabled = !choice || !choice.checked;
  });
  document.addEventListener("change", ticks);
  ticks();

  // What went wrong is read out and seen first.
  document.querySelector(".notice.bad[role=alert]")?.focus();
})();
