# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""A hit is read in its chapter, and the next one after it."""

import re

WANTED = "read around a hit, to the next hit and into the next chapter"
STEPS = 5


def run(task):
    task.search("frost committee")
    task.click("Read on", within=task.hit("The Lathe and the Ledger"))
    task.expect(re.match(r"/works/[^/]+/[^/?#]+\?.*q=frost", task.path), f"not a chapter with the query: {task.path}")
    task.says("The Lathe and the Ledger")
    task.expect(task.box.input_value() == "frost committee", "the query is lost from the box")
    here = task.page.locator(".pas.here, .pas:target").first
    task.see(here, "mark on the passage")
    task.expect(here.locator("mark").count() > 0, "the words are not marked in the passage")
    task.expect(task.page.locator("article.text .pas").count() >= 4, "the chapter is not there as a whole")
    task.see(task.page.locator("a.no").first, "paragraph numbers")
    found = task.region("navigation", "Passages found in this work")
    place = re.search(r"(\d+) of (\d+)", found.inner_text())
    task.expect(place, f"no “4 of 11”: {found.inner_text()}")
    task.click("Next passage found", within=found)
    after = re.search(r"(\d+) of (\d+)", task.region("navigation", "Passages found in this work").inner_text())
    # Within a chapter the links of a page that has no script lead to anchors, and the count stays.
    task.expect(task.path.split("#")[-1] != "" and "#" in task.path, f"no anchor: {task.path}")
    task.expect(after and after[2] == place[2], f"{place[0]} became {after and after[0]}")
    target = task.path.split("#")[1]
    task.expect(
        task.page.evaluate("id => { const b = document.getElementById(id)?.getBoundingClientRect();"
                           " return b && b.top >= 0 && b.top < innerHeight; }", target),
        f"#{target} is not in sight")
    contents = task.region("navigation", "Contents")
    task.expect(contents.locator("[aria-current=page]").count() == 1, "the contents do not say where the reader is")
    steps = task.region("navigation", "Chapters")
    step = steps.locator("a[rel=next]")
    if step.count() == 0:
        step = steps.locator("a[rel=prev]")
    title = task.page.title()
    task.follow(step.first)
    task.expect(task.page.title() != title and "q=frost" in task.path, f"not another chapter with the query: {task.path}")
    if task.scripts:
        first = task.path
        task.page.keyboard.press("n")
        task.page.wait_for_timeout(200)
        task.expect(task.path != first, "the key n leads nowhere")
