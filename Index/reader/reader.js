// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
// Conveniences; everything works without this file. Keys: / search, j and k next and previous hit, n and p next and
// previous page or chapter, c cite.
"use strict";
(() => {
  const first = (selector) => document.querySelector(selector);

  // Browsers that cannot open the lists at the side by the style sheet.
  if (matchMedia("(min-width: 64.01rem)").matches && !CSS.supports("selector(::details-content)")) {
    for (const fold of document.querySelectorAll(".side > .fold")) fold.open = true;
  }

  for (const button of document.querySelectorAll("[data-copy]")) {
    if (!navigator.clipboard) break;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.classList.add("done");
      button.textContent = "✓";
    });
  }

  const hits = () => [...document.querySelectorAll(".hit h2 a")];
  const step = (direction) => {
    const inWork = first(direction > 0 ? ".hit-next" : ".hit-previous");
    if (inWork) return inWork.click();
    const links = hits();
    const at = links.indexOf(document.activeElement);
    const link = links[Math.max(0, Math.min(links.length - 1, at + direction))];
    if (link) link.focus();
  };
  const go = (selector) => first(selector)?.click();
  const keys = {
    "/": () => first("#q")?.select() ?? first("#q")?.focus(),
    j: () => step(1),
    k: () => step(-1),
    n: () => go("a[rel=next]"),
    p: () => go("a[rel=prev]"),
    c: () => {
      const hit = document.activeElement?.closest(".hit, .pas") ?? first(".pas:target, .pas.here, .hit");
      [...(hit?.querySelectorAll(".acts a") ?? [])].find((link) => link.pathname.endsWith("/cite"))?.click();
    },
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  // Completions of the last word, from the words of the library.
  const field = first("#q");
  if (!field) return;
  const list = document.createElement("datalist");
  list.id = "completions";
  field.after(list);
  field.setAttribute("list", list.id);
  let asked = "";
  let timer = 0;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const text = field.value;
      if (text.length < 2 || text.length > 200 || text === asked) return;
      asked = text;
      try {
        const reply = await fetch("/v1/suggest?limit=8&q=" + encodeURIComponent(text));
        if (!reply.ok || field.value !== text) return;
        const { suggestions } = await reply.json();
        list.replaceChildren(...suggestions.map((words) => Object.assign(document.createElement("option"), { value: words })));
      } catch { /* without completions, then */ }
    }, 150);
  });
})();
