# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Without a mouse: from the box to the reading of a hit."""

WANTED = "find and read by keyboard alone"
STEPS = 16


def run(task):
    task.search('"pattern loft" keys')
    task.expect(task.clicks == 0, "the box has not the focus on the first page")
    # The skip link leads to the results, past bars and facets.
    task.press("Tab")
    while "skip" not in (focused(task, "className") or ""):
        task.press("Shift+Tab")
        task.expect(task.keys < 12, "there is no way to the skip link")
    task.press("Enter")
    for _ in range(30):
        task.press("Tab")
        if focused(task, "innerText") == "Read on":
            break
    task.expect(focused(task, "innerText") == "Read on", f"Tab leads to {focused(task, 'innerText')}")
    task.press("Enter")
    task.expect(task.path.startswith("/works/"), f"not a chapter: {task.path}")
    task.says("pattern loft")
    if task.scripts:
        task.press("/")
        task.expect(focused(task, "type") == "search", "the key / does not lead to the box")


def focused(task, property_name):
    return task.page.evaluate("name => document.activeElement && document.activeElement[name]", property_name)
