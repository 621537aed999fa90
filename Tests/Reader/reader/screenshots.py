# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures of every kind of page in four states, for people to look at."""

import re
from pathlib import Path

STATES = [(width, dark) for width in (1280, 375) for dark in (False, True)]
# Pages longer than this are cut, in CSS pixels.
TALLEST = 4_000


def write(session, folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for width, dark in STATES:
        page = session.browser.page(dark=dark, size={"width": width, "height": 900})
        for kind in [*session.crawl.representatives, *session.error_pages[:1]]:
            page.goto(session.site.address + kind.path)
            name = re.sub(r"[^a-z0-9]+", "-", kind.name.lower()).strip("-") or "first"
            height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
            page.screenshot(
                path=folder / f"{name}-{width}-{'dark' if dark else 'light'}.png",
                clip={"x": 0, "y": 0, "width": width, "height": height}, full_page=True)
            count += 1
        page.context.close()
    session.report.line(f"{count} screenshots are in {folder}")
