// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

// The language that the innermost element with some words is marked as.
(words) => {
  const flat = (text) => text.replace(/\s+/g, " ");
  const found = [...document.querySelectorAll("main, main *")].reverse()
    .find((element) => flat(element.textContent).includes(words));
  return found ? found.closest("[lang]")?.lang ?? null : undefined;
}
