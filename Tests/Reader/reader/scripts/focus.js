// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

// What has the focus: where it is, whether it can be seen, and whether something hides it.
() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.15], [0.5, 0.85]].map(([x, y]) =>
    document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
  const region = element.closest("header, nav, main > *, aside, footer, dialog") || document.body;
  const regions = [...document.querySelectorAll("header, nav, main > *, aside, footer, dialog")];
  const hasOutline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  const behind = background(element.parentElement);
  // A box that scrolls within the page moves what is in it.
  let scrolled = scrollY;
  for (let at = element.parentElement; at && !at.matches("html, body"); at = at.parentElement) scrolled += at.scrollTop;
  return {
    key: [...document.querySelectorAll("*")].indexOf(element),
    name: describe(element),
    isNumber: element.matches(".no"),
    isFixed: !!element.closest(".nav-hit") || style.position === "fixed",
    region: regions.indexOf(region),
    box: { left: box.left, right: box.right, top: box.top + scrolled, bottom: box.bottom + scrolled },
    isChanged: window.__look(element) !== window.__looks.get(element),
    outline: hasOutline ? contrast(over(color(style.outlineColor), behind), behind) : null,
    isOnScreen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    isHidden: points.every((point) => point && !element.contains(point) && !point.contains(element)),
    isInMain: !!element.closest("main"),
  };
}
