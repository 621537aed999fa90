// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

// The language that the innermost element with some words is marked as.
([words, places]) => {
  const flat = (text) => text.replace(/\s+/g, " ");
  const found = [...document.querySelectorAll(places)].reverse()
    .find((element) => flat(element.textContent).includes(words));
  return found ? found.closest("[lang]")?.lang ?? null : undefined;
}
