// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

// Remembers how each element looks that can have the focus, to tell later whether the focus can be seen.
() => {
  document.activeElement?.blur();
  window.__looks = new Map();
  const properties = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "backgroundColor", "color",
    "borderTopColor", "borderBottomColor", "textDecorationLine", "left", "clipPath"];
  window.__look = (element) => {
    const style = getComputedStyle(element);
    return properties.map((name) => style[name]).join(" ");
  };
  for (const element of document.querySelectorAll(USABLE)) window.__looks.set(element, window.__look(element));
  window.scrollTo(0, 0);
  return window.__looks.size;
}
