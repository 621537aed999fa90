# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Too many passages: fewer by author, decade, kind and language, and more again."""

import re

WANTED = "narrow by author, decade, kind and language, and take it off"
STEPS = 9


def count(task):
    text = task.page.get_by_role("status").first.inner_text()
    found = re.search(r"([\d,.]+) passages?", text)
    task.expect(found, f"the status says “{text}”")
    return int(re.sub(r"\D", "", found[1]))


def facet(task, words):
    """Clicks a facet, which promises a count; returns what it promised and what came."""
    nav = task.region("navigation", "Narrow the results")
    link = nav.get_by_role("link", name=words).first
    task.see(link, f"facet {words.pattern}")
    promised = int(re.sub(r"\D", "", link.locator(".num").inner_text()))
    task.follow(link)
    return promised, count(task)


def run(task):
    task.search("committee")
    everything = count(task)
    promised, found = facet(task, re.compile("^Nora Halloran"))
    task.expect(promised == found < everything, f"{promised} promised by Nora Halloran, {found} of {everything} found")
    chips = task.region("list", "Filters")
    task.expect("Nora Halloran" in chips.inner_text(), f"chips: {chips.inner_text()}")
    link = task.region("navigation", "Narrow the results").get_by_role("link", name=re.compile("1920s")).first
    task.see(link, "the 1920s")
    task.follow(link)
    task.expect(0 < count(task) < found, f"{count(task)} in the 1920s")
    task.expect(task.region("list", "Filters").get_by_role("link").count() == 2, "not two chips")
    task.click(re.compile("1920s"), within=task.region("list", "Filters"))
    task.expect(count(task) == found, "taking off the decade does not bring back what it took")
    task.click(re.compile("Nora Halloran"), within=task.region("list", "Filters"))
    task.expect(count(task) == everything, "taking off the author does not bring back what it took")
    task.expect(task.page.get_by_role("list", name="Filters").count() == 0, "a chip is left")
    task.begin("/search?q=Brandt")
    everything = count(task)
    promised, found = facet(task, re.compile("^Note"))
    task.expect(promised == found < everything, f"{promised} notes promised, {found} found")
    task.click(re.compile("Note"), within=task.region("list", "Filters"))
    promised, found = facet(task, re.compile("^(español|Spanish)"))
    task.expect(promised == found > 0, f"{promised} Spanish promised, {found} found")
    languages = {hit.locator("[lang]").first.get_attribute("lang") for hit in task.hits().all()}
    task.expect(languages == {"es"}, f"languages of the hits: {languages}")
