# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Facts for programs that collect references: `citation_*` as Google Scholar and Zotero read it, and COinS."""

import re
import urllib.parse


def run(session):
    works = [page for page in session.crawl.pages if page.route in ("/works/{id}", "/works/{id}/{chapter}")]
    report = session.report
    report.add(
        "tags: citation_* of works and chapters",
        [f"{page.path}: {fault}" for page in works for fault in citation(session, page)] or nothing(works),
        f"{len(works)} pages")
    found = [(page, span) for page in session.crawl.pages for span in page.soup.select("span.Z3988")]
    report.add(
        "tags: COinS", [f"{page.path}: {fault}" for page, span in found for fault in coins(span)] or nothing(found),
        f"{len(found)} spans")
    with_coins = {page.route for page, _ in found}
    report.add("tags: COinS on chapters, citations and the kept list", [
        route for route in ("/works/{id}/{chapter}", "/passages/{id}/cite", "/kept") if route not in with_coins])


def nothing(found):
    return [] if found else ["there are none"]


def citation(session, page):
    """The facts in the head of a page are those that the API has of the work."""
    work = urllib.parse.unquote(page.path.split("?")[0].split("/")[2])
    answer = session.site.get(f"/v1/works/{urllib.parse.quote(work)}", "application/json")
    facts = answer.json
    metas = {}
    for meta in page.soup.select("head meta[name^=citation_]"):
        metas.setdefault(meta["name"], []).append(meta.get("content", ""))
    if facts.get("title") and not any(facts["title"] in title for title in metas.get("citation_title", [])):
        yield f"citation_title is {metas.get('citation_title')}, not {facts['title']}"
    authors = [person["name"] for person in facts.get("people", []) if person.get("role", "author") == "author"]
    given = metas.get("citation_author", [])
    if len(given) != len(authors):
        yield f"citation_author is {given}; the authors are {authors}"
    for name in given:
        words = set(re.findall(r"\w+", name.lower()))
        if not any(words & set(re.findall(r"\w+", author.lower())) for author in authors):
            yield f"{name} is none of {authors}"
    year = facts.get("year")
    if year and not any(str(year) in date for date in metas.get("citation_publication_date", [])):
        yield f"citation_publication_date is {metas.get('citation_publication_date')}, not {year}"
    if facts.get("language") and "citation_title" in metas and "citation_language" not in metas:
        yield "no citation_language"


def coins(span):
    """Keys of Z39.88-2004 in the attribute `title`, with a format and a title."""
    try:
        keys = urllib.parse.parse_qs(span.get("title", ""), strict_parsing=True)
    except ValueError as error:
        yield f"{error}: {span.get('title', '')[:80]}"
        return
    if keys.get("ctx_ver") != ["Z39.88-2004"]:
        yield f"ctx_ver is {keys.get('ctx_ver')}"
    form = keys.get("rft_val_fmt", [""])[0]
    if not re.fullmatch(r"info:ofi/fmt:kev:mtx:(book|journal|dissertation|dc)", form):
        yield f"rft_val_fmt is {form}"
    if not any(keys.get(f"rft.{name}") for name in ("title", "btitle", "atitle", "jtitle")):
        yield "no title"
    for values in keys.values():
        if any(value != value.strip() or not value for value in values):
            yield "an empty value"
    if span.get_text(strip=True):
        yield "words in the span, which readers would see"
