# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""How a search is written, and how a program asks."""

import re

WANTED = "learn how to search, and find the API"
STEPS = 4


def run(task):
    footer = task.page.get_by_role("contentinfo")
    task.click("How to search", within=footer)
    task.expect(task.path.startswith("/help"), f"help is at {task.path}")
    task.says("NEAR", "author:", "phrase")
    example = task.main.get_by_role("link").filter(has_text=re.compile('author:|NEAR|"')).first
    task.see(example, "an example that searches")
    task.follow(example)
    task.expect(task.path.startswith("/search?"), f"an example leads to {task.path}")
    task.click("API", within=task.page.get_by_role("contentinfo"))
    task.expect(task.path.startswith("/api"), f"the API is at {task.path}")
    task.says("/v1/search", "/openapi.json")
    example = task.main.locator("a[href^='/v1/']").first
    task.clicks += 1
    with task.page.expect_response(lambda answer: "/v1/" in answer.url) as answered:
        example.click()
    task.expect(answered.value.status == 200, f"{answered.value.url}: {answered.value.status}")
