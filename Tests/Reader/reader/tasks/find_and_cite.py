# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Somebody remembers a phrase and needs the footnote."""

import re

WANTED = "find where somebody says something, and cite it with its page"
STEPS = 2


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
    task.expect(task.page.get_by_role("heading", level=1).inner_text().startswith("Cite"), "the h1 is not Cite")
    references = {
        section.get_by_role("heading").first.inner_text().split()[0]:
            " ".join(section.locator(".ref").first.inner_text().split())
        for section in task.main.locator("section.cite").all()}
    for style in ("Chicago", "MLA", "APA", "BibTeX", "RIS", "CSL-JSON"):
        task.expect(style in references, f"no {style}: {list(references)}")
        for words in ("Brandt", "112", "Halloran", "7"):
            task.expect(words in references[style], f"{style} lacks “{words}”: {references[style]}")
    task.expect("quoted in Edwin Pask" in references["Chicago"], references["Chicago"])
    task.expect("as cited in Halloran, 1919, p. 7" in references["APA"], references["APA"])
    task.says("inferred")
