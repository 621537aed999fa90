# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""What is said of addresses that lead nowhere, and of indexes that cannot be read."""

import tarfile
from pathlib import Path

from ..corpus import HOME
from ..daemon import Daemon
from ..site import Site

MISSING = [
    "/nothing-here", "/works/no-such-work", "/works/no-such-work/c1", "/passages/no-such-work/p1",
    "/passages/no-such-work/p1/cite", "/people/nobody-of-that-name", "/quotations/no-such-work/p1/1",
]


def run(session):
    site, report = session.site, session.report
    report.add("errors: 404 as a page for a browser", [
        fault for page in session.error_pages for fault in page_faults(page.answer, 404)], f"{len(MISSING)} addresses")
    report.add("errors: 404 as problem+json for programs", [
        fault for path in MISSING for accept in ("application/json", "*/*")
        for fault in problem_faults(site.get(path, accept), 404)])
    report.add("errors: a query that makes no sense is a page", page_or_results(site))
    report.add("errors: a passage leads to its chapter", redirects(session))
    if session.is_own:
        gone = lost_passage(site)
        faults = [] if gone else ["no passage is gone"]
        if gone:
            faults += page_faults(site.get(f"/passages/{gone}"), 410)
            faults += problem_faults(site.get(f"/passages/{gone}", "application/json"), 410)
        report.add("errors: 410 for a passage that is gone", faults)
        report.add("errors: an old index says so", old_index(session))
        report.add("errors: no index says so", no_index(session))


def page_faults(answer, status):
    if answer.status != status:
        yield f"{answer.path}: {answer.status}, not {status}"
    if answer.type != "text/html":
        yield f"{answer.path}: {answer.type}, not text/html"
    elif "<h1" not in answer.text or "<main" not in answer.text:
        yield f"{answer.path}: no h1 or main"


def problem_faults(answer, status):
    """RFC 9457: the type, and the members `status` and `title`."""
    if answer.status != status:
        yield f"{answer.path}: {answer.status}, not {status}"
    if answer.type != "application/problem+json":
        yield f"{answer.path}: {answer.type}, not application/problem+json"
    elif answer.json.get("status") != answer.status or not answer.json.get("title"):
        yield f"{answer.path}: status {answer.json.get('status')}, title {answer.json.get('title')}"


def page_or_results(site):
    for query in ("q=%22open", "q=((", "q=year:abc", "q=bread&decade=soon", "q="):
        path = f"/search?{query}"
        answer = site.follow(path)
        if answer.status not in (200, 400) or answer.type != "text/html":
            yield f"{path}: {answer.status} {answer.type}"


def redirects(session):
    for passage in session.some_passages:
        answer = session.site.get(f"/passages/{passage['id']}")
        target = session.site.path(answer.headers.get("location", "/"))
        if answer.status != 303 or not target or not target.startswith("/works/"):
            yield f"/passages/{passage['id']}: {answer.status} to {target}"
            continue
        bare, _, name = target.partition("#")
        if f'id="{name}"' not in session.site.get(bare).text:
            yield f"/passages/{passage['id']}: {bare} has no #{name}"


def lost_passage(site):
    """The id of a passage that was in the first version of a text."""
    work = "orme-on-the-question-of-leave"
    for number in range(1, 12):
        if site.get(f"/v1/passages/{work}/p{number}", "application/json").status == 410:
            return f"{work}/p{number}"
    return None


def old_index(session):
    archive = HOME.parent / "Faults" / "indexes" / "schema-5.tar.gz"
    folder = Path(session.folder) / "old"
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    yield from unreadable(session, folder / "schema-5", ("version", "rebuild"), ("There is no index",))


def no_index(session):
    yield from unreadable(session, Path(session.folder) / "nowhere", ("no index", "pamphlet index"), (), (200, 503))


def unreadable(session, index, words, others, statuses=(503,)):
    """What a daemon says that has no index it can read."""
    with Daemon(session.options.bin, index, session.folder, waits=False) as daemon:
        for path in ("/", "/search?q=bread", "/works"):
            answer = Site(daemon.address).get(path)
            yield from page_faults(answer, answer.status if answer.status in statuses else statuses[-1])
            text = " ".join(answer.text.split())
            if not any(word in text for word in words):
                yield f"{path} says none of: {', '.join(words)}"
            for word in others:
                if word in text:
                    yield f"{path} says: {word}"
