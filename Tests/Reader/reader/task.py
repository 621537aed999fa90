# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Something that a reader wants, done in the browser by what the page says, with a count of clicks and keys."""

import re

from playwright.sync_api import Error

from .browser import WIDE


class Missed(AssertionError):
    """The reader did not find something, or not what was promised."""


def name(words):
    """Words of a role's name: the whole name as text, or a pattern."""
    return {"name": words} if isinstance(words, re.Pattern) else {"name": words, "exact": True}


class Task:
    """A reader at a page, who counts what they do. Typed letters are counted apart: they are no choice."""

    # Times that a page is looked at, 20 ms apart, before nothing is taken to happen.
    PATIENCE = 50

    def __init__(self, browser, address, scripts, size=None):
        self.address = address
        self.scripts = scripts
        self.page = browser.page(scripts=scripts, size=size or WIDE)
        self.clicks = self.keys = self.letters = 0
        self.begin()

    def begin(self, path="/"):
        """Opens a page without counting: what a bookmark does."""
        self.page.goto(self.address + path)

    @property
    def steps(self):
        return self.clicks + self.keys

    @property
    def path(self):
        return self.page.url[len(self.address):]

    # What a reader does.

    def type(self, text):
        """Types into the search box, which has the focus on the first page."""
        box = self.box
        focused = box.evaluate("box => box === document.activeElement")
        if not focused:
            self.clicks += 1
            box.click()
        self.letters += len(text)
        box.fill(text)

    def press(self, key):
        self.keys += 1
        if key == "Enter":
            self.go(lambda: self.page.keyboard.press(key))
        else:
            self.page.keyboard.press(key)

    def search(self, text):
        self.type(text)
        self.press("Enter")

    def go(self, act):
        """Does something that leads to another page, or to another place on this one, and waits for it."""
        before = self.page.url
        self.page.evaluate("window.__before = true")
        act()
        for _ in range(self.PATIENCE):
            if self.page.url != before or not self.is_still_here():
                break
            self.page.wait_for_timeout(20)
        self.page.wait_for_function("document.readyState === 'complete'")

    def is_still_here(self):
        try:
            return self.page.evaluate("window.__before === true")
        except Error:
            return False

    def follow(self, locator):
        """Clicks something that was found otherwise than by its name."""
        self.clicks += 1
        self.go(locator.click)

    def click(self, words, role="link", within=None):
        """Clicks what has a role and a name."""
        found = (within or self.page).get_by_role(role, **name(words))
        self.see(found.first, f"a {role} named {words if isinstance(words, str) else words.pattern}")
        self.follow(found.first)

    def download(self, words, within=None):
        """Clicks a link that leads to a file; returns its name and bytes."""
        found = (within or self.page).get_by_role("link", **name(words)).first
        self.see(found, f"a link named {words if isinstance(words, str) else words.pattern}")
        self.clicks += 1
        with self.page.expect_download() as downloading:
            found.click()
        with open(downloading.value.path(), "rb") as file:
            return downloading.value.suggested_filename, file.read()

    # What a reader looks for.

    @property
    def box(self):
        # Completions, where there are scripts, make a combobox of the searchbox.
        return self.page.get_by_role("search").locator("input[name=q]").first

    @property
    def main(self):
        return self.page.get_by_role("main")

    @property
    def text(self):
        return " ".join(self.main.inner_text().split())

    def region(self, role, words):
        """A landmark by role and name."""
        found = self.page.get_by_role(role, **name(words)).first
        self.see(found, f"{role} “{words if isinstance(words, str) else words.pattern}”")
        return found

    def hits(self):
        found = self.page.locator("ol.hits > li.hit")
        self.expect(found.count() > 0, f"no hits on {self.path}")
        return found

    def hit(self, words):
        """The first hit with some words in it."""
        found = self.hits().filter(has_text=words).first
        self.see(found, f"a hit with “{words}”")
        return found

    def see(self, locator, what):
        try:
            locator.wait_for(state="visible", timeout=2_000)
        except Exception as error:
            raise Missed(f"{self.path}: no {what}") from error
        return locator

    def says(self, *words):
        """Expects words in the main part of the page."""
        text = self.text
        for one in words:
            self.expect(one in text, f"{self.path} does not say “{one}”")

    def expect(self, holds, sentence):
        if not holds:
            raise Missed(sentence)

    def close(self):
        self.page.context.close()
