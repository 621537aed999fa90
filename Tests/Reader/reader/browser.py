# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Debian's chromium, driven by Playwright."""

import os
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

SCRIPTS = Path(__file__).resolve().parent / "scripts"
WIDE = {"width": 1280, "height": 800}


def program():
    """The browser on this machine; None if there is none."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Browser:
    """A browser, as a context manager; each page has a profile of its own."""

    def __enter__(self):
        self.playwright = sync_playwright().start()
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        self.chromium = self.playwright.chromium.launch(executable_path=program(), args=arguments)
        return self

    def __exit__(self, *_):
        self.chromium.close()
        self.playwright.stop()

    def page(self, scripts=True, dark=False, size=None):
        """A new page; smooth scrolling is off, so that places can be compared at once."""
        context = self.chromium.new_context(
            java_script_enabled=scripts, viewport=size or WIDE, color_scheme="dark" if dark else "light",
            reduced_motion="reduce", locale="en-GB", accept_downloads=True)
        context.set_default_timeout(5_000)
        return context.new_page()


def measure(page, script, argument=None):
    """What a function in `scripts` returns on a page; those in `common.js` are at hand for it."""
    common, function = ((SCRIPTS / f"{name}.js").read_text("utf8") for name in ("common", script))
    return page.evaluate(f"argument => {{ {common}\nreturn ({function})(argument); }}", argument)
