# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""How a search is written, and how a program asks."""

WANTED = "learn how to search, and find the API"
STEPS = 3


def run(task):
    footer = task.page.get_by_role("contentinfo")
    task.click("How to search", within=footer)
    task.expect(task.path.startswith("/help"), f"help is at {task.path}")
    task.says("NEAR", "author:", "phrase")
    task.click("API", within=task.page.get_by_role("contentinfo"))
    task.expect(task.path.startswith("/api"), f"the API is at {task.path}")
    task.says("/v1/search", "/openapi.json")
    example = task.main.locator("a[href^='/v1/']").first
    task.clicks += 1
    with task.page.expect_response(lambda answer: "/v1/" in answer.url) as answered:
        example.click()
    task.expect(answered.value.status == 200, f"{answered.value.url}: {answered.value.status}")
