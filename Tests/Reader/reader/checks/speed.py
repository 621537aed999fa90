# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""How long a page takes, and how much it weighs with what it loads."""

import statistics

MOST_BYTES = 60_000
MOST_SECONDS = 0.050
# A debug build is slower by about this much.
DEBUG = 6
WARM, TIMES = 3, 20


def run(session):
    site, most = session.site, MOST_SECONDS * (DEBUG if session.is_debug else 1)
    slow, heavy, worst, heaviest = [], [], 0, 0
    for page in session.crawl.representatives:
        for _ in range(WARM):
            site.get(page.path)
        median = statistics.median(site.get(page.path).seconds for _ in range(TIMES))
        worst = max(worst, median)
        if median > most:
            slow.append(f"{page.path}: {median * 1000:.0f} ms")
        weight = sum(weights(site, page).values())
        heaviest = max(heaviest, weight)
        if weight > MOST_BYTES:
            heavy.append(f"{page.path}: {weight} bytes, {weights(site, page)}")
    build = " by a debug build" if session.is_debug else ""
    session.report.add(f"speed: every page in {most * 1000:.0f} ms{build}", slow, f"slowest {worst * 1000:.1f} ms")
    session.report.add("speed: every page under 60 kB compressed", heavy, f"heaviest {heaviest / 1000:.1f} kB")


def weights(site, page):
    """The compressed length of a page and of each file that it loads."""
    found = {page.path: site.get(page.path, Accept_Encoding="gzip").transferred}
    for element in page.soup.select("link[rel~=stylesheet][href], link[rel~=icon][href], script[src], img[src]"):
        path = site.path(element.get("href") or element.get("src"), page.path)
        if path and path not in found:
            found[path] = site.get(path, "*/*", Accept_Encoding="gzip").transferred
    return found
