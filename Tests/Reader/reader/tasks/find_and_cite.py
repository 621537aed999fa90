# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Somebody remembers a phrase and needs the footnote."""

import re

WANTED = "find where somebody says something, and cite it with its page"
STEPS = 3


def run(task):
    task.search('"shop committee" dockyard')
    hit = task.hit("The Lathe and the Ledger")
    text = " ".join(hit.inner_text().split())
    for words in ("Nora Halloran", "1919", "p. 7", "Ilse Brandt", "Letters from the Slip", "p. 112", "Edwin Pask",
                  "inferred"):
        task.expect(words in text, f"the hit does not say “{words}”: {text[:300]}")
    for term in ("Words of", "From", "Through"):
        task.see(hit.get_by_role("term").filter(has_text=re.compile(f"^{term}$")), f"“{term}” on the hit")
    task.expect(hit.locator("mark").count() >= 2, "the words that were searched for are not marked")
    task.click("Cite", within=hit)
    group = task.region("group", re.compile("^Cite"))
    reference = " ".join(group.locator(".ref").first.inner_text().split())
    for words in ("Ilse Brandt", "112", "quoted in", "Halloran", "1919", "7"):
        task.expect(words in reference, f"the reference lacks “{words}”: {reference}")
    task.click("MLA", within=group.get_by_role("navigation", name="Style"))
    again = " ".join(task.region("group", re.compile("^Cite")).locator(".ref").first.inner_text().split())
    task.expect(again != reference and "Brandt" in again, f"MLA is like Chicago: {again}")
