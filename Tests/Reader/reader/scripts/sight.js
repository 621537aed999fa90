// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

// Whether words are in the window: how far the page is scrolled, and where the words are.
(words) => {
  const flat = (text) => text.replace(/\s+/g, " ");
  const found = [...document.querySelectorAll("main *")].reverse()
    .find((element) => flat(element.innerText || "").includes(words));
  if (!found) return { scrolled: scrollY, top: null, isInSight: false };
  const box = found.getBoundingClientRect();
  return { scrolled: scrollY, top: box.top, isInSight: box.bottom > 0 && box.top < innerHeight };
}
