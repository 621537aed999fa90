# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Finds the pages of a site by following its links, a few of each kind."""

import re
import urllib.parse
from collections import Counter, deque
from dataclasses import dataclass, field

from bs4 import BeautifulSoup

# The routes whose addresses contain names; every other address is a route by itself.
ROUTES = [
    ("/works/{id}", r"/works/[^/]+"),
    ("/works/{id}/{chapter}", r"/works/[^/]+/.+"),
    ("/passages/{id}/cite", r"/passages/.+/cite"),
    ("/passages/{id}", r"/passages/.+"),
    ("/quotations/{id}/{n}", r"/quotations/.+"),
    ("/people/{name}", r"/people/.+"),
    ("/collections/{name}", r"/collections/.+"),
    ("/opds/…", r"/opds/.+"),
    ("/v1/…", r"/v1/.+"),
]
# Parameters whose values make another kind of page.
KINDS = {"view", "order", "sort", "style", "format", "edit", "put-right", "show"}
# Parameters that every link carries on: the kept passages.
CARRIED = {"kept"}
# Most pages that are fetched in all, of a route, and of one kind of page.
MOST, OF_ROUTE, OF_KIND = 150, 16, 3
# Kinds of page of a route that are looked at closely, where it is not three.
SHOWN = {"/search": 6}


def route(path):
    """The route that a path belongs to."""
    bare = path.split("?")[0].split("#")[0]
    for name, pattern in ROUTES:
        if re.fullmatch(pattern, bare):
            return name
    return bare


def kind(path):
    """What tells pages of one route apart: the parameters, and the values of those that choose a view."""
    query = [pair for pair in urllib.parse.parse_qsl(urllib.parse.urlsplit(path).query) if pair[0] not in CARRIED]
    languages = [value for name, value in query if name == "lang"]
    if languages:
        return (route(path), f"lang={languages[0]}")
    return (route(path), *sorted({f"{name}={value}" if name in KINDS else name for name, value in query}))


@dataclass
class Page:
    """A page as it was answered."""

    path: str
    answer: object
    soup: BeautifulSoup = field(repr=False)

    @property
    def route(self):
        return route(self.path)

    @property
    def name(self):
        """A short name of the kind of page."""
        first, *rest = kind(self.path)
        return first + (f"?{'&'.join(rest)}" if rest else "")


class Crawl:
    """The pages reached from some addresses, and every link on them."""

    def __init__(self, site, *seeds):
        self.site = site
        self.pages = []
        # Link (without fragment) to the page that has it, in the order found.
        self.links = {}
        # Links with their fragments, and the pages that have them.
        self.fragments = {}
        # Addresses that answered with a status of 400 or more, and the pages that link to them.
        self.broken = []
        self.redirects = {}
        self._run(seeds)

    def _run(self, seeds):
        routes, kinds, waiting = Counter(), Counter(), {}
        for seed in seeds:
            waiting.setdefault(kind(seed), deque()).append(seed)
        self._waiting, self._known = waiting, set(seeds)
        while sum(routes.values()) < MOST:
            # Kinds of page that were not seen yet go first.
            open_kinds = [at for at in waiting if waiting[at] and kinds[at] < OF_KIND and routes[at[0]] < OF_ROUTE]
            if not open_kinds:
                return
            at = min(open_kinds, key=lambda at: (kinds[at], routes[at[0]]))
            routes[at[0]] += 1
            kinds[at] += 1
            self._visit(waiting[at].popleft())

    def _visit(self, path):
        answer = self.site.get(path)
        if answer.status in (301, 302, 303, 307, 308):
            target = self.site.path(answer.headers.get("location", ""), path)
            self.redirects[path] = (answer.status, target)
            if target:
                self._found(target, path)
        elif answer.status >= 400:
            self.broken.append((path, answer.status, self.links.get(path, "the first page")))
        elif answer.type == "text/html":
            page = Page(path, answer, BeautifulSoup(answer.text, "lxml"))
            self.pages.append(page)
            for link in page.soup.select("a[href]"):
                target = self.site.path(link["href"], path)
                if target:
                    self._found(target, path)

    def _found(self, target, page):
        bare, _, fragment = target.partition("#")
        if fragment:
            self.fragments.setdefault((bare, fragment), page)
        self.links.setdefault(bare, page)
        if bare not in self._known:
            self._known.add(bare)
            if route(bare) != "/v1/…":
                self._waiting.setdefault(kind(bare), deque()).append(bare)

    @property
    def representatives(self):
        """The first page of each kind in the language that readers get unasked, at most some of a route."""
        found, routes = {}, Counter()
        for page in self.pages:
            is_first = page.name not in found and "lang=" not in page.name
            if is_first and routes[page.route] < SHOWN.get(page.route, 3):
                found[page.name] = page
                routes[page.route] += 1
        return list(found.values())

    @property
    def translated(self):
        """The first page of each route in each other language."""
        others = [page for page in self.pages if "lang=" in page.name and "lang=en" not in page.name]
        return list({page.name: page for page in reversed(others)}.values())
