// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

// Text with less contrast than WCAG 2.2 asks for (1.4.3: 4.5, large text 3), and fields and buttons that cannot be
// told from the page (1.4.11: 3).
() => {
  const faults = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !isVisible(element) || element.closest("option, script, style, svg")) continue;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
    const behind = background(element);
    const found = contrast(over(color(style.color), behind), behind);
    if (found < (isLarge ? 3 : 4.5)) {
      const key = element.localName + "." + element.className + style.color + behind;
      if (!faults.has(key)) faults.set(key, found.toFixed(2) + ": " + describe(element));
    }
  }
  for (const field of document.querySelectorAll("input, select, textarea, button")) {
    if (!isVisible(field) || field.type === "hidden") continue;
    const style = getComputedStyle(field);
    const page = background(field.parentElement);
    const edge = parseFloat(style.borderTopWidth) > 0 ? contrast(over(color(style.borderTopColor), page), page) : 1;
    const found = Math.max(edge, contrast(over(color(style.backgroundColor), page), page));
    if (found < 3) faults.set(field, found.toFixed(2) + " (edge): " + describe(field));
  }
  return [...faults.values()];
}
