// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

// The elements that make a page wider than the window.
() => {
  const root = document.scrollingElement;
  if (root.scrollWidth <= innerWidth) return [];
  const wide = [...document.querySelectorAll("body *")]
    .filter((element) => isVisible(element) && element.getBoundingClientRect().right > innerWidth + 0.5);
  const inner = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
  return [root.scrollWidth + " pixels wide: " + inner.slice(0, 3).map(describe).join(", ")];
}
