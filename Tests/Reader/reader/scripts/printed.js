// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

// What can be seen in print and is of no use there.
() => [...document.querySelectorAll("nav, form, button, input, select, summary, [role=search], .skip, .acts, .steps")]
  .filter((element) => isVisible(element) && !element.parentElement.closest("nav, form"))
  .map(describe)
