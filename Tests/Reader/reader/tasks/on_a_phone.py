# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""The same on a narrow screen: the facets and the contents are behind one touch each."""

import re

from ..browser import measure

WANTED = "find, narrow, read and cite on a phone"
STEPS = 8
SIZE = {"width": 375, "height": 720}


def run(task):
    task.search("committee")
    nav = task.page.get_by_role("navigation", name="Narrow the results")
    summary = nav.locator("summary").first
    task.see(summary, "“Narrow”")
    facet = nav.get_by_role("link", name=re.compile("^Nora Halloran")).first
    task.expect(not facet.is_visible(), "the facets are open, above the results")
    task.clicks += 1
    summary.click()
    task.click(re.compile("^Nora Halloran"), within=nav)
    task.click("Read on", within=task.hits().first)
    fit(task)
    # The passage is in sight, and what goes with it is below its text.
    here = task.page.locator(".pas.here, .pas:target").first
    box = here.bounding_box()
    task.expect(box and -5 <= box["y"] < SIZE["height"], f"the passage is not in sight: {box}")
    contents = task.page.get_by_role("navigation", name="Contents").locator("summary").first
    task.see(contents, "“Contents”")
    task.clicks += 1
    contents.click()
    link = task.page.get_by_role("navigation", name="Contents").get_by_role("link").first
    task.see(link, "the contents")
    task.follow(link)
    fit(task)


def fit(task):
    faults = measure(task.page, "overflow")
    task.expect(not faults, f"{task.path}: {faults}")
