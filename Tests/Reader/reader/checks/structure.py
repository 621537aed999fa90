# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""How pages are made, without a browser."""

import re
from collections import Counter

# Links that are asked for; a page has many to the same few routes.
MOST_LINKS = 300


def run(session):
    pages = session.crawl.pages
    for name, rule in RULES:
        faults = [f"{page.path}: {fault}" for page in pages for fault in rule(page.soup)]
        session.report.add(f"structure: {name}", faults, f"{len(pages)} pages")
    session.report.add("structure: titles of different pages differ", repeated_titles(pages))
    session.report.add("structure: no dead link", dead_links(session), f"{len(session.crawl.links)} links found")
    session.report.add("structure: every anchor exists", lost_anchors(session.crawl))
    if session.is_own:
        missing = [name for name in EXPECTED if name not in {page.route for page in pages}]
        session.report.add("structure: every route is reached from the first page", missing)


# Routes that a reader gets to by links and searches alone.
EXPECTED = [
    "/", "/search", "/works", "/works/{id}", "/works/{id}/{chapter}", "/passages/{id}/cite", "/people",
    "/people/{name}", "/quotations/{id}/{n}", "/cited", "/kept", "/help", "/api",
]


def headings(soup):
    found = soup.select("h1")
    if len(found) != 1:
        yield f"{len(found)} h1"
    elif not found[0].get_text(strip=True):
        yield "an empty h1"
    levels = [int(heading.name[1]) for heading in soup.select("main h1, main h2, main h3, main h4, main h5, main h6")]
    for before, level in zip(levels, levels[1:]):
        if level > before + 1:
            yield f"h{level} after h{before}"
            return


def landmarks(soup):
    for selector, name in (("main", "main"), ("body > header", "header"), ("body > footer", "footer")):
        if len(soup.select(selector)) != 1:
            yield f"{len(soup.select(selector))} × {name}"
    if not soup.select("form[role=search], search form"):
        yield "no search form"
    names = Counter(nav.get("aria-label") or nav.get("aria-labelledby") for nav in soup.select("nav"))
    for name, count in names.items():
        if name is None:
            yield "a nav without a name"
        elif count > 1:
            yield f"{count} navs named {name}"
    if not soup.select_one("body > header nav.sections"):
        yield "no nav of sections in the header"


def skip_link(soup):
    first = soup.select_one("body a[href]")
    if not first or "skip" not in first.get("class", []):
        yield "the first link is not .skip"
        return
    target = soup.find(id=first["href"].lstrip("#"))
    if not first["href"].startswith("#") or not target:
        yield f"{first['href']} does not exist"
    elif not (target.name == "main" or target.find_parent("main")):
        yield f"{first['href']} is not in main"


def document(soup):
    if not re.match(r"[a-z]{2,3}(-[A-Za-z0-9]+)*$", soup.html.get("lang", "")):
        yield "html without lang"
    if not soup.title or not soup.title.get_text(strip=True):
        yield "no title"
    if not soup.select_one("meta[name=viewport][content*='width=device-width']"):
        yield "no viewport"
    for element in soup.select("meta[name=viewport]"):
        if re.search(r"maximum-scale|user-scalable", element.get("content", "")):
            yield "zooming is forbidden"
    if not soup.select_one("link[rel~=icon]"):
        yield "no icon"
    if not soup.select_one("link[rel~=search][type='application/opensearchdescription+xml']"):
        yield "no link to OpenSearch"


def ids(soup):
    for name, count in Counter(element["id"] for element in soup.select("[id]")).items():
        if count > 1:
            yield f"{count} × #{name}"


def labels(soup):
    for field in soup.select("input:not([type=hidden]):not([type=submit]), select, textarea"):
        named = field.get("aria-label") or field.get("aria-labelledby") or field.find_parent("label")
        if not named and not (field.get("id") and soup.find("label", attrs={"for": field["id"]})):
            yield f"{field.name} {field.get('name')} without a label"
    for element in soup.select("a[href], button"):
        if not element.get_text(strip=True) and not element.get("aria-label") and not element.find("title"):
            yield f"{str(element)[:80]} has no name"
    for form in soup.select("form"):
        if not form.select("button, input[type=submit]"):
            yield "a form without a button"


def inline(soup):
    for element in soup.find_all(True):
        for name in element.attrs:
            if name == "style" or name.startswith("on"):
                yield f"{element.name} with {name}="
                return
        if element.name == "style" or (element.name == "script" and not element.get("src")):
            if element.get("type") not in ("application/ld+json", "application/json"):
                yield f"inline {element.name}"


def current(soup):
    for nav in soup.select("nav[aria-label=Sections]"):
        if len(nav.select("[aria-current]")) > 1:
            yield "two sections are current"
    for element in soup.select("a[href='#'], a[href='']"):
        yield f"a link to nowhere: {element.get_text(' ', strip=True)[:40]}"


RULES = [
    ("one h1, and no level left out", headings),
    ("header, main, footer, search, named navigations", landmarks),
    ("a skip link that leads into main", skip_link),
    ("lang, title, viewport, icon, OpenSearch", document),
    ("ids are unique", ids),
    ("fields, links and buttons have names", labels),
    ("no style or script within the page", inline),
    ("at most one current section, no link to nowhere", current),
]


def repeated_titles(pages):
    titles = {}
    for page in pages:
        title = page.soup.title.get_text(strip=True) if page.soup.title else ""
        titles.setdefault((title, page.route), []).append(page.path)
    # Views and orders of one thing may share its title; different things may not.
    return [
        f"“{title}”: {', '.join(paths[:3])}" for (title, route), paths in titles.items()
        if "{" in route and len({path.split('?')[0] for path in paths}) > 1]


def dead_links(session):
    crawl, faults = session.crawl, []
    fetched = {page.path for page in crawl.pages} | set(crawl.redirects)
    for path, status, page in crawl.broken:
        faults.append(f"{status}: {path} on {page}")
    broken = {path for path, _, _ in crawl.broken}
    others = [path for path in crawl.links if path not in fetched and path not in broken]
    step = max(1, len(others) // MOST_LINKS)
    for path in others[::step]:
        status = session.site.get(path, "*/*", "HEAD").status
        if status >= 400:
            faults.append(f"{status}: {path} on {crawl.links[path]}")
    return faults


def lost_anchors(crawl):
    pages = {page.path: page.soup for page in crawl.pages}
    faults = []
    for (bare, fragment), page in crawl.fragments.items():
        name = fragment.split(":~:")[0]
        if name and bare in pages and not pages[bare].find(id=name):
            faults.append(f"{bare}#{name} on {page}")
    return faults
