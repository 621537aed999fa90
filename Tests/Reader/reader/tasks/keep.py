# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Three passages for a paper: kept, and taken to Word, Markdown and a reference manager."""

import io
import json
import re
import urllib.parse
import zipfile

import bibtexparser
import docx
import rispy

WANTED = "keep three passages, take one away, and take the rest along in every format"
STEPS = 12


def run(task):
    task.search('"shop committee"')
    works = ("The Lathe and the Ledger", "Letters from the Slip", "A Reply to the Harbour Board")
    for number, work in enumerate(works, 1):
        task.click("Keep", within=task.hit(work))
        kept = task.region("complementary", "Kept passages")
        count = kept.get_by_role("listitem").count()
        task.expect(count == number, f"{count} kept, not {number}")
        task.expect(task.hits().count() > 0, "the results are gone")
    formats(task, task.region("complementary", "Kept passages"), 3)
    # The address is the list: another browser sees the same.
    task.click(re.compile("^Kept"), within=task.region("complementary", "Kept passages"))
    task.expect(task.path.startswith("/kept?") and len(ids(task)) == 3, f"the address is not the list: {task.path}")
    task.expect(task.page.context.cookies() == [], "a cookie was set")
    task.says("Halloran", "Brandt")
    task.click(re.compile("^(Remove|Take away)"), within=task.main)
    task.expect(len(ids(task)) == 2, f"nothing was taken away: {task.path}")
    name, body = task.download(re.compile("CSL"))
    task.expect(len(json.loads(body)) == 2, f"{name}: {body[:200]}")


def ids(task):
    """The passages that the address names."""
    query = urllib.parse.parse_qs(urllib.parse.urlsplit(task.path).query)
    return set(query.get("id", []) + query.get("kept", []))


def formats(task, kept, count):
    """Downloads every format that the list offers, and opens it."""
    name, body = task.download(re.compile("^Word"), kept)
    task.expect(name.endswith(".docx"), name)
    docx.Document(io.BytesIO(body))
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        notes = packed.read("word/footnotes.xml").decode("utf8")
    task.expect(len(re.findall(r"<w:footnote (?![^>]*w:type=)", notes)) == count, f"footnotes: {notes[-300:]}")
    name, body = task.download("Markdown", kept)
    task.expect(name.endswith(".md") and len(re.findall(rb"^\[\^[^\]]+\]:", body, re.M)) == count, body[:300])
    name, body = task.download("RIS", kept)
    task.expect(name.endswith(".ris") and len(rispy.loads(body.decode("utf8"))) == count, body[:300])
    name, body = task.download("BibTeX", kept)
    task.expect(name.endswith(".bib") and len(bibtexparser.loads(body.decode("utf8")).entries) == count, body[:300])
