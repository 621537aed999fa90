# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""A hit is read in its chapter, and the next one after it."""

import re

WANTED = "read around a hit, to the next hit and into the next chapter"
STEPS = 5


def run(task):
    task.search("duck surveyor")
    task.click("Read on", within=task.hit("The Long Tide"))
    task.expect(re.match(r"/works/[^/]+/[^/?#]+\?.*q=duck", task.path), f"not a chapter with the query: {task.path}")
    task.says("The Long Tide", "Agnes Rule")
    task.expect(task.box.input_value() == "duck surveyor", "the query is lost from the box")
    here = task.page.locator(".pas.here, .pas:target").first
    task.see(here, "mark on the passage")
    task.expect(here.locator("mark").count() > 0, "the words are not marked in the passage")
    task.expect(task.page.locator("article.text .pas").count() >= 20, "the chapter is not there as a whole")
    task.see(task.page.locator("a.no").first, "paragraph numbers")
    contents = task.region("navigation", "Contents")
    task.expect(contents.locator("[aria-current]").count() >= 1, "the contents do not say where the reader is")
    number, total = place(task)
    seen = {task.path}
    for _ in range(2):
        if number == total:
            break
        task.click("Next passage found", within=task.region("navigation", "Passages found in this work"))
        task.expect(task.path not in seen, f"the next passage is the same: {task.path}")
        seen.add(task.path)
        after, _ = place(task)
        task.expect(after == number + 1, f"{number} of {total} became {after} of {total}")
        number = after
        task.expect(in_sight(task, task.path.split("#")[1]), f"{task.path} is not in sight")
    steps = task.region("navigation", "Chapters")
    step = steps.locator("a[rel=next]")
    rel = "next" if step.count() else "prev"
    before = task.path
    task.follow(steps.locator(f"a[rel={rel}]").first)
    task.expect(task.path.split("#")[0] != before.split("#")[0], "not another chapter")
    task.expect("q=duck" in task.path, f"the query is lost: {task.path}")
    if task.scripts:
        # The key back; it is not counted, as it is no part of what is wanted.
        now = task.path
        task.page.keyboard.press("p" if rel == "next" else "n")
        task.page.wait_for_timeout(400)
        task.expect(task.path != now, "the keys n and p lead nowhere")


def place(task):
    """The numbers of “4 of 11”."""
    text = task.region("navigation", "Passages found in this work").inner_text()
    found = re.search(r"(\d+) of (\d+)", text)
    task.expect(found, f"no “4 of 11”: {text}")
    return int(found[1]), int(found[2])


def in_sight(task, name):
    return task.page.evaluate(
        "name => { const box = document.getElementById(name)?.getBoundingClientRect();"
        " return !!box && box.bottom > 0 && box.top < innerHeight; }", name)
