# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Whether somebody was quoted as printed."""

import re

WANTED = "compare a quotation with its source"
# Two for the first quotation, one more for the second.
STEPS = 3


def run(task):
    task.search('"ask leave to meet" dockyard')
    hit = task.hit("The Lathe and the Ledger")
    task.click(re.compile("^Compare"), within=hit)
    task.expect(task.path.startswith("/quotations/"), f"not a quotation: {task.path}")
    sections = task.main.locator(".pair section")
    task.expect(sections.count() == 2, f"{sections.count()} sides")
    quoted, printed = (" ".join(section.inner_text().split()) for section in sections.all())
    task.expect("Halloran" in quoted and "1919" in quoted and "7" in quoted, f"quoted: {quoted}")
    task.expect("Brandt" in printed and "1911" in printed and "112" in printed, f"printed: {printed}")
    task.expect("I said so to Orme." in printed and "I said so to Orme" not in quoted, "what was left out is not shown")
    gap = " ".join(sections.nth(1).locator(".gap").all_inner_texts())
    task.expect("I said so to Orme" in gap, f"what was left out is not marked: {gap}")
    added = " ".join(sections.nth(0).locator("ins").all_inner_texts())
    task.expect("and" in added, f"what was added is not marked: {added}")
    # Never by colour alone: the signs are explained in words.
    remarks = " ".join(" ".join(section.locator("p").last.inner_text() for section in sections.all()).split())
    task.expect(re.search("left out|added|underlined", remarks), f"the signs are not explained: {remarks}")
    table = task.main.get_by_role("table").last
    text = table.inner_text()
    for work in ("The River Trades", "Tides and Wages"):
        task.expect(work in text, f"{work} is not among those who quote it: {text}")
    task.begin("/search?q=%22easiest+to+obey%22")
    task.click(re.compile("^Compare"), within=task.hit("The River Trades"))
    task.expect(task.main.locator(".pair ins, .pair .gap").count() == 0, "differences are marked where there are none")
