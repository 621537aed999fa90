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
# Most pages that are fetched in all, of a route, and of one kind of page.
MOST, OF_ROUTE, OF_KIND = 150, 16, 3


def route(path):
    """The route that a path belongs to."""
    bare = path.split("?")[0].split("#")[0]
    for name, pattern in ROUTES:
        if re.fullmatch(pattern, bare):
            return name
    return bare


def kind(path):
    """What tells pages of one route apart: the parameters, and the values of those that choose a view."""
    query = urllib.parse.parse_qsl(urllib.parse.urlsplit(path).query)
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
        self._run(deque(seeds))

    def _run(self, queue):
        seen, routes, kinds = set(), Counter(), Counter()
        waiting = []
        while (queue or waiting) and sum(routes.values()) < MOST:
            # Kinds of page that were not seen yet go first.
            waiting += queue
            queue.clear()
            index = min(range(len(waiting)), key=lambda at: (kinds[kind(waiting[at])], routes[route(waiting[at])]))
            path = waiting.pop(index)
            if path in seen or routes[route(path)] >= OF_ROUTE or kinds[kind(path)] >= OF_KIND:
                continue
            seen.add(path)
            routes[route(path)] += 1
            kinds[kind(path)] += 1
            answer = self.site.get(path)
            if answer.status in (301, 302, 303, 307, 308):
                target = self.site.path(answer.headers.get("location", ""), path)
                self.redirects[path] = (answer.status, target)
                if target:
                    self._found(target, path, queue)
            elif answer.status >= 400:
                self.broken.append((path, answer.status, self.links.get(path, "the first page")))
            elif answer.type == "text/html":
                page = Page(path, answer, BeautifulSoup(answer.text, "lxml"))
                self.pages.append(page)
                for link in page.soup.select("a[href]"):
                    target = self.site.path(link["href"], path)
                    if target:
                        self._found(target, path, queue)

    def _found(self, target, page, queue):
        bare, _, fragment = target.partition("#")
        if fragment:
            self.fragments.setdefault((bare, fragment), page)
        if bare not in self.links:
            self.links[bare] = page
            if route(bare) != "/v1/…":
                queue.append(bare)

    @property
    def representatives(self):
        """The first page of each kind, at most four of a route."""
        found, routes = {}, Counter()
        for page in self.pages:
            if page.name not in found and routes[page.route] < 4:
                found[page.name] = page
                routes[page.route] += 1
        return list(found.values())
