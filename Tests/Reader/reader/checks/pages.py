# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Each kind of page in the browser: light, dark, narrow, printed, by keyboard, and without scripts."""

from axe_playwright_python.sync_playwright import Axe

from ..browser import WIDE, measure

# Rules of WCAG 2.2 at the levels A and AA, and what axe calls good practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Most places that are tabbed through.
MOST_STOPS = 120


def run(session):
    wanted = session.options.part or list(PARTS)
    for kind in session.crawl.representatives:
        with Visit(session, kind) as visit:
            for name in wanted:
                session.report.add(f"{name}: {kind.name}", PARTS[name](visit))
    # Longer words need more room; all else is as in English.
    if "width" in wanted:
        translated, faults = session.crawl.translated, []
        page = session.browser.page(size={"width": 320, "height": 800})
        for kind in translated:
            page.goto(session.site.address + kind.path)
            faults += [f"{kind.path}: {fault}" for fault in measure(page, "overflow")]
        page.context.close()
        session.report.add("width: pages in other languages", faults, f"{len(translated)} pages at 320")


class Visit:
    """A page that is open in the browser, and what it asked for and complained about."""

    def __init__(self, session, kind):
        self.session, self.kind = session, kind
        self.address = session.site.address + kind.path
        self.errors, self.strangers = [], []

    def __enter__(self):
        self.page = self.session.browser.page()
        self.page.on("console", self.hear)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("requestfailed", lambda request: self.errors.append(f"{request.url} failed"))
        self.page.on("request", lambda request: self.note(request.url))
        self.page.goto(self.address, wait_until="load")
        return self

    def __exit__(self, *_):
        self.page.context.close()

    def hear(self, message):
        if message.type in ("error", "warning"):
            self.errors.append(message.text)

    def note(self, url):
        if not url.startswith((self.session.site.address, "data:", "blob:")):
            self.strangers.append(url)

    def show(self, dark=False, media="screen", size=None):
        self.page.set_viewport_size(size or WIDE)
        self.page.emulate_media(color_scheme="dark" if dark else "light", media=media)


def console(visit):
    visit.show()
    visit.page.wait_for_timeout(50)
    return [*visit.errors, *(f"a request to {url}" for url in visit.strangers)]


def axe(visit):
    visit.show()
    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    for violation in Axe().run(visit.page, options=options).response["violations"]:
        nodes = [node for node in violation["nodes"] if not is_named_page_break(violation["id"], node["html"])]
        if not nodes:
            continue
        node = nodes[0]
        yield f"{violation['id']}, {len(nodes)} × {node['html'][:160]} {node['failureSummary'][:160]!r}"


def is_named_page_break(rule, html):
    """Whether it is the role `doc-pagebreak`, which takes a name (DPUB-ARIA 1.1); axe passes over those roles here."""
    return rule == "aria-prohibited-attr" and 'role="doc-pagebreak"' in html


def contrast(visit):
    for dark in (False, True):
        visit.show(dark)
        for fault in measure(visit.page, "contrast"):
            yield f"{'dark' if dark else 'light'}: {fault}"
    visit.show()


def targets(visit):
    for width in (1280, 375):
        visit.show(size={"width": width, "height": 800})
        for fault in measure(visit.page, "targets"):
            yield f"{width}: {fault}"
    visit.show()


def width(visit):
    for size in (1280, 375, 320):
        visit.show(size={"width": size, "height": 800})
        for fault in measure(visit.page, "overflow"):
            yield f"at {size}: {fault}"
    visit.show()


def keyboard(visit):
    """The skip link, and then every place that Tab leads to."""
    page = visit.page
    visit.show()
    measure(page, "rest")
    page.keyboard.press("Tab")
    autofocus = page.evaluate("!!document.querySelector('[autofocus]')")
    if autofocus:
        page.evaluate("document.querySelector('a.skip')?.focus({ focusVisible: true })")
    first = measure(page, "focus")
    if not first or ".skip" not in first["name"]:
        yield f"the first stop is {first and first['name']}"
    elif not first["isOnScreen"] or first["isHidden"]:
        yield "the skip link cannot be seen when it has the focus"
    else:
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        landed = measure(page, "focus")
        if landed and not landed["isInMain"] and page.evaluate("!!document.querySelector('main a[href], main button')"):
            yield f"the skip link leads to {landed['name']}"
    page.goto(visit.address)
    measure(page, "rest")
    if autofocus:
        page.evaluate("document.querySelector('a.skip')?.focus()")
    yield from tabbing(page)


def tabbing(page):
    before, seen = None, set()
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = measure(page, "focus")
        if stop is None or stop["key"] in seen:
            return
        seen.add(stop["key"])
        if not stop["isOnScreen"]:
            yield f"out of sight: {stop['name']}"
        elif stop["isHidden"]:
            yield f"something hides {stop['name']}"
        if not stop["isChanged"]:
            yield f"the focus cannot be seen on {stop['name']}"
        elif stop["outline"] is not None and stop["outline"] < 3:
            yield f"contrast {stop['outline']:.1f} of the outline of {stop['name']}"
        if before and is_backwards(before, stop):
            yield f"{stop['name']} comes after {before['name']} and stands before it"
        before = stop


def is_backwards(before, stop):
    """Whether a stop stands above the one before it, or at the left of it on the same line."""
    if before["region"] != stop["region"] or before["isFixed"] or stop["isFixed"]:
        return False
    one, other = before["box"], stop["box"]
    overlap = min(one["right"], other["right"]) - max(one["left"], other["left"])
    if overlap > 0 and other["bottom"] <= one["top"] + 2:
        return True
    height = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    same_line = height > 0.6 * min(one["bottom"] - one["top"], other["bottom"] - other["top"])
    return same_line and other["right"] <= one["left"] + 2 and not (before["isNumber"] or stop["isNumber"])


def printed(visit):
    visit.show(media="print")
    for control in measure(visit.page, "printed"):
        yield f"{control} is printed"
    ink, paper = visit.page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
    if paper not in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"):
        yield f"printed on {paper}"
    if ink not in ("rgb(0, 0, 0)",) and max(map(int, ink[ink.index("(") + 1:-1].split(",")[:3])) > 80:
        yield f"printed in {ink}"
    if not visit.page.locator("main").is_visible():
        yield "main is not printed"
    visit.show(dark=True, media="print")
    dark = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
    if dark != paper:
        yield f"printed on {dark} by somebody who reads in the dark"
    visit.show()


def scriptless(visit):
    """Without scripts the page has the same words, and nothing that does nothing."""
    page = visit.session.browser.page(scripts=False)
    page.goto(visit.address)
    words = "document.querySelector('main').innerText.replace(/\\s+/g, ' ').trim()"
    without, with_scripts = page.evaluate(words), visit.page.evaluate(words)
    if abs(len(without) - len(with_scripts)) > 0.1 * len(with_scripts) + 60:
        yield f"{len(without)} characters, with scripts {len(with_scripts)}"
    for button in page.evaluate(
            "[...document.querySelectorAll('button')]"
            ".filter(b => b.checkVisibility() && !b.form && !b.popoverTargetElement)"
            ".map(b => b.outerHTML.slice(0, 120))"):
        yield f"{button} can do nothing"
    page.context.close()


PARTS = {
    "console": console, "axe": axe, "contrast": contrast, "targets": targets, "width": width, "keyboard": keyboard,
    "print": printed, "scriptless": scriptless,
}
