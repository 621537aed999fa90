# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""What readers of books and news, search engines and browsers fetch."""

import re
import urllib.robotparser

import feedparser
from bs4 import BeautifulSoup
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
# Most feeds of the catalogue that are opened.
MOST = 12


def run(session):
    site, report = session.site, session.report
    report.add("feeds: OPDS 1.2, from feed to feed", catalogue(site))
    report.add("feeds: a saved search is an Atom feed", saved_search(session))
    report.add("feeds: OpenSearch, with suggestions", open_search(session))
    report.add("feeds: sitemap.xml", sitemap(site))
    report.add("feeds: robots.txt", robots(site))
    report.add("feeds: favicon.svg", favicon(site))


def feed_faults(answer):
    """Whether feedparser and lxml read a feed, and that it has what Atom asks for (RFC 4287, 4.1.1 and 4.1.2)."""
    if answer.status != 200 or not answer.type == "application/atom+xml":
        yield f"{answer.path}: {answer.status} {answer.type}"
        return
    parsed = feedparser.parse(answer.body)
    if parsed.bozo:
        yield f"{answer.path}: {parsed.bozo_exception}"
    for name in ("id", "title", "updated"):
        if not parsed.feed.get(name):
            yield f"{answer.path}: the feed has no {name}"
    for entry in parsed.entries:
        if not all(entry.get(name) for name in ("id", "title", "updated")):
            yield f"{answer.path}: an entry without id, title or updated: {entry.get('title')}"
    if len({entry.get("id") for entry in parsed.entries}) != len(parsed.entries):
        yield f"{answer.path}: ids recur"


def catalogue(site):
    waiting, seen, entries = ["/opds"], set(), 0
    while waiting and len(seen) < MOST:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        answer = site.follow(path, "application/atom+xml")
        yield from feed_faults(answer)
        if answer.type != "application/atom+xml":
            continue
        if "profile=opds-catalog" not in answer.headers.get("content-type", ""):
            yield f"{path}: Content-Type is {answer.headers.get('content-type')}"
        root = etree.fromstring(answer.body)
        rels = {link.get("rel") for link in root.findall(f"{ATOM}link")}
        if not {"self", "start"} <= rels:
            yield f"{path}: links {rels}"
        for link in root.iter(f"{ATOM}link"):
            target = site.path(link.get("href"), path)
            if target is None:
                yield f"{path}: a link to {link.get('href')}"
            elif "opds-catalog" in (link.get("type") or ""):
                waiting.append(target)
        for entry in root.findall(f"{ATOM}entry"):
            links = entry.findall(f"{ATOM}link")
            books = [link for link in links if (link.get("rel") or "").startswith("http://opds-spec.org/acquisition")]
            entries += bool(books)
            for link in books[:1]:
                got = site.follow(site.path(link.get("href"), path), "*/*")
                if got.status != 200 or got.type != link.get("type", "").split(";")[0]:
                    yield f"{path}: {link.get('href')}: {got.status} {got.type}, not {link.get('type')}"
    if len(seen) < 2 or not entries:
        yield f"{len(seen)} feeds, {entries} works"


def saved_search(session):
    """A page of results names its feed in its head, where programs look for it (RFC 5988), and for people."""
    soup = BeautifulSoup(session.site.get(session.search_path).text, "lxml")
    named = soup.select_one("head link[rel~=alternate][type='application/atom+xml'][href]")
    if not named:
        yield f"{session.search_path} has no link rel=alternate to a feed"
    shown = [link["href"] for link in soup.select("main a[href]") if re.search("feed|Atom", link.get_text())]
    if not shown:
        yield f"{session.search_path} shows no link to a feed"
    for href in {*shown, *([named["href"]] if named else [])}:
        feed = session.site.get(session.site.path(href, session.search_path), "application/atom+xml")
        yield from feed_faults(feed)
        if feed.status == 200 and not feedparser.parse(feed.body).entries:
            yield f"{href} is empty"


def open_search(session):
    answer = session.site.get("/opensearch.xml", "*/*")
    root = etree.fromstring(answer.body)
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    urls = {url.get("type"): url.get("template") for url in root.iter(f"{space}Url")}
    if root.tag != f"{space}OpenSearchDescription" or "text/html" not in urls:
        yield f"{root.tag}, {urls}"
    template = urls.get("application/x-suggestions+json")
    if not template:
        yield f"no suggestions: {urls}"
        return
    path = session.site.path(template.replace("{searchTerms}", session.some_word))
    got = session.site.get(path, "application/x-suggestions+json")
    if got.status != 200 or not isinstance(got.json, list) or got.json[0] != session.some_word or not got.json[1]:
        yield f"{path}: {got.status} {got.text[:200]}"


def sitemap(site):
    answer = site.get("/sitemap.xml", "*/*")
    if answer.status != 200 or answer.type not in ("application/xml", "text/xml"):
        yield f"{answer.status} {answer.type}"
        return
    root = etree.fromstring(answer.body)
    places = [place.text for place in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    if not places:
        yield "it is empty"
    for place in places[:20]:
        path = site.path(place)
        if path is None or not place.startswith("http") or site.get(path, method="HEAD").status != 200:
            yield place


def robots(site):
    answer = site.get("/robots.txt", "*/*")
    if answer.status != 200 or answer.type != "text/plain":
        yield f"{answer.status} {answer.type}"
        return
    rules = urllib.robotparser.RobotFileParser()
    rules.parse(answer.text.splitlines())
    if rules.mtime() == 0 or not any(line.lower().startswith("user-agent") for line in answer.text.splitlines()):
        yield "no rule"


def favicon(site):
    answer = site.get("/favicon.svg", "*/*")
    if answer.status != 200 or answer.type != "image/svg+xml":
        yield f"{answer.status} {answer.type}"
    elif etree.fromstring(answer.body).tag != "{http://www.w3.org/2000/svg}svg":
        yield "it is no SVG"
    if site.get("/favicon.ico", "*/*").status >= 500:
        yield "/favicon.ico fails"
