# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Somebody without a question looks at what there is."""

import re

WANTED = "browse works by author, year and title, and the contents of a work"
STEPS = 5


def run(task):
    task.click("Works", within=task.region("navigation", "Sections"))
    task.expect(task.page.get_by_role("heading", level=1).inner_text().strip() == "Works", "the h1 is not Works")
    task.says("Halloran, Nora", "Author not known", "Orme on the Question of Leave", "no year")
    order = places(task, "Letters from the Slip", "The Lathe and the Ledger", "The River Trades")
    task.expect(order == sorted(order), "not in the order of authors")
    task.click("Year", within=task.region("navigation", "Order"))
    order = places(task, "Von der Glocke", "Letters from the Slip", "The River Trades", "The Lathe and the Ledger",
                   "The Long Tide", "Tides and Wages")
    task.expect(order == sorted(order), "not in the order of years")
    task.click("Title", within=task.region("navigation", "Order"))
    order = places(task, "The Lathe and the Ledger", "Letters from the Slip", "The Long Tide", "The River Trades",
                   "Tides and Wages", "Von der Glocke")
    task.expect(order == sorted(order), "not in the order of titles, without articles")
    task.click("The River Trades", within=task.main)
    task.expect("The River Trades" in task.page.get_by_role("heading", level=1).inner_text(), "the h1 is not the title")
    task.says("Edwin Pask", "1914", "The Tidewater Press", "river-trades.md", "Whom it quotes")
    task.expect(re.search("Who (quotes|cites) it", task.text), "it is not said who quotes the work")
    task.see(task.main.get_by_role("heading", name="Contents", exact=True).first, "a heading Contents")
    contents = task.main.locator(".toc").first
    for chapter in ("Part One: The Trades", "Chapter 1. Who works on the water", "The riveters",
                    "Chapter 6. What remains"):
        task.expect(chapter in contents.inner_text(), f"no {chapter} in the contents")
    task.click("Chapter 4. The question of leave", within=contents)
    task.expect("#" in task.path, f"no anchor: {task.path}")
    top = task.page.evaluate("document.getElementById(location.hash.slice(1))?.getBoundingClientRect().top")
    task.expect(top is not None and 0 <= top < 800, f"the chapter is not in sight: {top}")
    task.says("A rule that nobody signed is the easiest to obey")


def places(task, *titles):
    """Where titles stand on the page."""
    text = task.text
    for title in titles:
        task.expect(title in text, f"{task.path} does not list {title}")
    return [text.index(title) for title in titles]
