// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

// Whether somebody who looks at the page can see an element.
function isVisible(element) {
  const ways = { checkOpacity: true, checkVisibilityCSS: true, contentVisibilityAuto: true };
  if (!element.checkVisibility(ways)) return false;
  const box = element.getBoundingClientRect();
  // Elements for screen readers alone are a pixel wide, or far to the left.
  return box.width > 1 && box.height > 1 && box.right > 0;
}

// What is used by pointer or keyboard.
const USABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])";

// A short name of an element for messages.
function describe(element) {
  const words = (element.getAttribute("aria-label") || element.innerText || element.value || "").trim();
  const name = element.localName + (element.classList.length ? "." + [...element.classList].join(".") : "");
  const parent = element.parentElement;
  const within = parent ? " in " + parent.localName + (parent.className ? "." + parent.className : "") : "";
  return name + within + " “" + words.replace(/\s+/g, " ").slice(0, 40) + "”";
}

// A color in any notation as red, green, blue (0–255) and opacity (0–1).
const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const colors = new Map();
function color(text) {
  if (!colors.has(text)) {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = text;
    paint.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = paint.getImageData(0, 0, 1, 1).data;
    colors.set(text, [red, green, blue, alpha / 255]);
  }
  return colors.get(text);
}

// One color laid over another that is opaque.
function over(top, bottom) {
  return [0, 1, 2].map((at) => top[at] * top[3] + bottom[at] * (1 - top[3])).concat(1);
}

// The color behind an element's text.
function background(element) {
  const layers = [];
  for (let at = element; at; at = at.parentElement) {
    const layer = color(getComputedStyle(at).backgroundColor);
    if (layer[3] > 0) layers.push(layer);
    if (layer[3] === 1) break;
  }
  const base = matchMedia("(prefers-color-scheme: dark)").matches &&
    getComputedStyle(document.documentElement).colorScheme.includes("dark") ? [18, 18, 18, 1] : [255, 255, 255, 1];
  return layers.reduceRight((below, layer) => over(layer, below), base);
}

// Relative luminance and contrast (WCAG 2.2, glossary).
function luminance(rgb) {
  const [red, green, blue] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
