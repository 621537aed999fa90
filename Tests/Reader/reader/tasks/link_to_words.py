# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""A link that scrolls to the very words (URL Fragment Text Directives)."""

import re

from ..browser import measure

WANTED = "link to the exact words"
STEPS = 3
WORDS = "the tide was at the third step tonight"


def run(task):
    task.search(f'"{WORDS}"')
    task.click("Cite", within=task.hits().first)
    link = task.page.get_by_role("link", name="Link to these words").first
    task.see(link, "a link to these words")
    address = task.page.evaluate("link => link.href", link.element_handle())
    task.expect(address.startswith(task.address) and "#" in address and ":~:text=" in address, f"the link is {address}")
    task.page.set_viewport_size({"width": 1280, "height": 500})
    task.page.goto("about:blank")
    task.page.goto(address)
    task.page.wait_for_timeout(400)
    seen = measure(task.page, "sight", "The tide was at the third step tonight")
    task.expect(seen["isInSight"] and seen["scrolled"] > 0, f"the words are not in sight: {seen}, {address}")
    # Without the anchor, the words alone must do.
    directive = re.sub(r"#[^:]*:~:", "#:~:", address)
    task.page.goto("about:blank")
    task.page.goto(directive)
    task.page.wait_for_timeout(400)
    seen = measure(task.page, "sight", "The tide was at the third step tonight")
    task.expect(seen["isInSight"] and seen["scrolled"] > 0, f"the browser does not find the words: {seen}, {directive}")
