// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

// Targets smaller than 24 by 24 CSS pixels (WCAG 2.2, 2.5.8), but for links within a sentence and those that have
// enough room around them: a circle of 24 pixels on each that meets no other target, nor another's circle.
() => {
  const least = 24;
  const all = [...document.querySelectorAll(USABLE)].filter(isVisible).map((element) => {
    // A label is part of the target of its field.
    const label = element.labels && [...element.labels].find(isVisible);
    const box = (label && ["checkbox", "radio"].includes(element.type) ? label : element).getBoundingClientRect();
    return { element, box, isSmall: box.width < least - 0.01 || box.height < least - 0.01 };
  });
  const isInSentence = (element) => {
    if (!getComputedStyle(element).display.startsWith("inline")) return false;
    let block = element.parentElement;
    while (block && getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    const own = [...(block || document.body).querySelectorAll("a[href]")].map((link) => link.innerText).join("");
    const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, "").length;
    return letters(block.innerText) > letters(own);
  };
  const middle = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
  const meets = (one, other) => {
    const [x, y] = middle(one);
    const { left, right, top, bottom } = other.box;
    const gap = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    if (gap < least / 2 - 0.01) return true;
    const [a, b] = middle(other);
    return other.isSmall && Math.hypot(a - x, b - y) < least - 0.01;
  };
  return all
    .filter((one) => one.isSmall && !isInSentence(one.element))
    .filter((one) => all.some((other) => other !== one && !one.element.contains(other.element) &&
      !other.element.contains(one.element) && meets(one, other)))
    .map(({ element, box }) => Math.round(box.width) + "×" + Math.round(box.height) + ": " + describe(element));
}
