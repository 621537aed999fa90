# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""What the checks of one run share: the site, its pages, the browser, the report."""

import re
import urllib.parse
from functools import cached_property
from pathlib import Path

from bs4 import BeautifulSoup

from .checks.errors import MISSING
from .crawl import Crawl, Page
from .site import Site

# What the tasks search for in our own texts.
QUERY = '"shop committee" dockyard'


class Session:
    """One run against one site; `is_own` says whether it has our own texts, of which more is known."""

    def __init__(self, options, address, folder, browser, report):
        self.options, self.folder, self.browser, self.report = options, folder, browser, report
        self.site = Site(address)
        self.is_own = not (options.index or options.address)
        self.is_debug = "debug" in Path(options.bin).resolve().parts if options.bin else False

    @cached_property
    def crawl(self):
        """The pages reached from the first one and from a search, which is what a reader types into the box."""
        seeds = ["/", self.search_path, "/search?q=xyzzyplughq"]
        seeds += [f"/search?q={self.some_word}&view={view}" for view in ("concordance", "works")]
        seeds.append("/kept?" + urllib.parse.urlencode([("id", passage["id"]) for passage in self.some_passages]))
        return Crawl(self.site, *seeds)

    @cached_property
    def error_pages(self):
        answers = [self.site.get(path) for path in MISSING]
        return [Page(answer.path, answer, BeautifulSoup(answer.text, "lxml")) for answer in answers
                if answer.type == "text/html"] if any(answers) else []

    @property
    def search_path(self):
        return "/search?" + urllib.parse.urlencode({"q": QUERY if self.is_own else self.some_word})

    @cached_property
    def some_word(self):
        """A word that is in the library, and that suggestions can complete."""
        if self.is_own:
            return "committee"
        text = self.site.get("/v1/works?limit=20", "application/json").text
        words = re.findall(r'"title" ?: ?"([^"]+)"', text)
        return max(re.findall(r"[a-z]{5,}", " ".join(words).lower()), key=len, default="work")

    @cached_property
    def some_passages(self):
        """Three passages of different works."""
        query = '"shop committee"' if self.is_own else self.some_word
        return self.site.search(query, 3, group="work")
