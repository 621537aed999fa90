# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Words in another language than the page are marked as such (WCAG 2.2, 3.1.1 and 3.1.2)."""

import re

from ..browser import measure

# Words of the texts, and their language.
FOREIGN = [
    ("Chez nous, le quai est une école", "fr"),
    ("Aprendí primero los números", "es"),
    ("Eine Glocke, die jeder läuten darf", "de"),
    ("La cloche du quai sonne trois fois", "fr"),
]


def run(session):
    if not session.is_own:
        session.report.skip("languages", "they are known of our own texts")
        return
    page = session.browser.page()
    for words, language in FOREIGN:
        faults = []
        passage = session.site.search(f'"{words}"', 1)[0]
        title = passage["source"]["title"]
        for path, text in (
                (f"/passages/{passage['id']}", words), (f"/search?q=%22{words}%22", re.findall(r"\w{4,}", words)[1]),
                (f"/works/{passage['source']['work']}", title if passage["source"]["language"] == language else None)):
            if text is None or "brandt" in path and path.startswith("/works"):
                continue
            page.goto(session.site.address + path)
            # The title is that of the page; a table of facts may quote it in the language of the page.
            found = measure(page, "language", [text, "main h1" if text == title else "main, main *"])
            if not (found or "").startswith(language):
                faults.append(f"{path}: “{text}” is marked as {found}, not {language}")
        session.report.add(f"languages: “{words}” is marked as {language}", faults)
    page.goto(session.site.address + "/")
    found = page.evaluate("document.documentElement.lang")
    session.report.add("languages: the page itself is English", [] if found.startswith("en") else [found])
    page.context.close()
