# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever a person is quoted with, however the name is spelled."""

WANTED = "see all quotations of a person, by the work that quotes"
STEPS = 2


def run(task):
    task.click("People", within=task.region("navigation", "Sections"))
    task.click("Ilse Brandt", within=task.main)
    task.expect(task.page.get_by_role("heading", level=1).inner_text().strip().startswith("Ilse Brandt"), "another h1")
    task.expect(task.page.get_by_role("link", name="I. Brandt", exact=True).count() == 0, "the person is split in two")
    task.says("Letters from the Slip", "A Letter on the Ferry")
    headings = [heading.inner_text() for heading in task.main.get_by_role("heading", level=2).all()]
    headings += [heading.inner_text() for heading in task.main.get_by_role("heading", level=3).all()]
    for work in ("The Lathe and the Ledger", "The River Trades", "Minutes of a Short Republic", "Tides and Wages",
                 "Cuadernos del muelle", "Von der Glocke", "Le Carnet du quai"):
        task.expect(any(work in heading for heading in headings), f"no heading for {work}: {headings}")
    # The quoted words themselves, not the beginning of the paragraph.
    task.says(
        "Nobody strikes against frost", "The river keeps no books", "A rule that nobody signed",
        "Man muss die Glocke nicht besitzen")
    task.expect("I. Brandt" in task.main.text_content(), "the other form of the name is not said")
