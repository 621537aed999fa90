# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Readers search while writers publish: each answer comes entirely from one revision."""

import json
import re
import shutil
import threading
import time

from harness import library
from harness.daemon import Daemon
from harness.results import BROKEN, SILENT, SURVIVED

MARK = re.compile(r"statenumber(\d+)x")


def run(session):
    seconds = session.times(6, 60)
    folder = session.folder("readers")
    texts, index = folder / "texts", folder / "index"
    if not texts.exists():
        shutil.copytree(library.TEXTS, texts)
    publish(session, texts, index, 0)
    stop = time.monotonic() + seconds
    with Daemon(session.program, index, folder / "log") as daemon:
        asking = [threading.Thread(daemon=True, target=read, args=(session, stop, ask)) for ask in (
            over_http(daemon), over_http(daemon), by_command(session.program, index))]
        for thread in asking:
            thread.start()
        version = 0
        while time.monotonic() < stop:
            version += 1
            publish(session, texts, index, version)
        for thread in asking:
            thread.join()
    session.results.note(f"readers: {version} publications in {seconds} s")


def publish(session, texts, index, version):
    """Marks every text with a version and publishes them together."""
    for path in sorted(texts.iterdir()):
        source = (library.TEXTS / path.name).read_text("utf8")
        mark = f"Markerstate is statenumber{version}x of this text."
        if path.suffix == ".html":
            source = source.replace("</body>", f"<p>{mark}</p></body>")
        else:
            source = f"{source.rstrip()}\n\n{mark}\n"
        path.write_text(source, "utf8")
    options = ["--rebuild"] if version % 7 == 6 else []
    ended = session.program.run("index", "--quiet", *options, "--index", index, texts)
    if ended.status != 0:
        session.results.add("readers", BROKEN, f"publication {version}", f"{ended.how()}: {ended.said}")


def over_http(daemon):
    def ask(query):
        status, _, found = daemon.search(query, limit=40, facets="author")
        return (found, "") if status == 200 else (None, f"status {status}: {found}")
    return ask


def by_command(program, index):
    def ask(query):
        ended = program.run("search", "--json", "--limit", "40", "--index", index, "--", query)
        return (json.loads(ended.out), "") if ended.status in (0, 1) else (None, f"{ended.how()}: {ended.said}")
    return ask


def read(session, stop, ask):
    queries = ("markerstate", '"markerstate is"', "markerstate NEAR/6 text")
    number = 0
    while time.monotonic() < stop:
        query = queries[number % len(queries)]
        number += 1
        found, error = ask(query)
        if found is None:
            session.results.add("readers", BROKEN, query, error)
            continue
        marks = {mark for passage in found["passages"] for mark in MARK.findall(passage["text"])}
        count = found["total"]["value"]
        if len(marks) != 1 or count != 6 or len(found["passages"]) != 6:
            session.results.add("readers", SILENT, query,
                                f"versions {sorted(marks)} in one answer, {count} passages counted")
        else:
            session.results.add("readers", SURVIVED, query)
