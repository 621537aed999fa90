# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""The kept list in each format, opened by parsers that are not ours."""

import io
import json
import re
import urllib.parse
import zipfile

import bibtexparser
import docx
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from lxml import etree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TYPES = {
    "ris": {"application/x-research-info-systems"},
    "bib": {"application/x-bibtex", "text/x-bibtex"},
    "csl": {"application/vnd.citationstyles.csl+json"},
    "md": {"text/markdown"},
    "docx": {"application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
}


def run(session):
    passages = session.some_passages
    for form, read in READERS.items():
        faults = []
        answer = session.site.get(kept(passages, form), "*/*")
        if answer.status != 200:
            faults.append(f"{answer.status} {answer.text[:200]}")
        else:
            faults += head(answer, form)
            try:
                faults += read(answer.body, passages)
            except Exception as error:  # pylint: disable=broad-except
                faults.append(f"{type(error).__name__}: {error}")
        session.report.add(f"exports: {form} of {len(passages)} passages", faults)
    session.report.add("exports: the list is bounded and says so", bounded(session))


def kept(passages, form=None):
    """The address of a kept list."""
    asked = [("id", passage["id"]) for passage in passages] + ([("format", form)] if form else [])
    return "/kept?" + urllib.parse.urlencode(asked)


def head(answer, form):
    if answer.type not in TYPES[form]:
        yield f"Content-Type is {answer.type}"
    name = answer.headers.get("content-disposition", "")
    ending = {"csl": "json"}.get(form, form)
    if not re.match(rf'attachment;.*filename="?[^"]+\.{ending}"?', name):
        yield f"Content-Disposition is {name!r}"


def of_titles(titles, passages):
    """Each work is named."""
    for passage in passages:
        title = plain(passage["source"]["title"] or "")
        if not any(title in plain(other) or plain(other) in title for other in titles if other):
            yield f"“{passage['source']['title']}” is not among {titles}"


def plain(text):
    return re.sub(r"[^\w]+", " ", text).strip().lower()


def ris(body, passages):
    entries = rispy.loads(body.decode("utf8"))
    if len(entries) != len(passages):
        yield f"{len(entries)} entries"
    for entry in entries:
        if not entry.get("type_of_reference") or not (entry.get("title") or entry.get("primary_title")):
            yield f"an entry without type or title: {entry}"
    yield from of_titles([entry.get("title") or entry.get("primary_title") for entry in entries], passages)


def bibtex(body, passages):
    library = bibtexparser.loads(body.decode("utf8"))
    entries = library.entries
    if len(entries) != len(passages):
        yield f"{len(entries)} entries"
    keys = [entry["ID"] for entry in entries]
    if len(set(keys)) != len(keys):
        yield f"keys recur: {keys}"
    yield from of_titles([re.sub(r"[{}\\]", "", entry.get("title", "")) for entry in entries], passages)


def csl(body, passages):
    """The items are read and set by citeproc-py, in the style that it brings."""
    items = json.loads(body)
    if len(items) != len(passages):
        yield f"{len(items)} items"
    yield from of_titles([item.get("title", "") for item in items], passages)
    for item in items:
        if not item.get("id") or not item.get("type"):
            yield f"an item without id or type: {item}"
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    if len(bibliography.bibliography()) != len(items):
        yield "not every item is in the bibliography"


def markdown(body, passages):
    text = body.decode("utf8")
    marks, notes = re.findall(r"\[\^([^\]]+)\](?!:)", text), re.findall(r"^\[\^([^\]]+)\]:", text, re.M)
    if sorted(marks) != sorted(notes) or len(notes) != len(passages):
        yield f"marks {marks}, notes {notes}"
    for passage in passages:
        if plain(passage["text"][:40]) not in plain(text):
            yield f"the words of {passage['id']} are missing"


def word(body, passages):
    """A document that python-docx opens, with a real footnote for each passage."""
    text = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(body)).paragraphs)
    for passage in passages:
        if plain(passage["text"][:40]) not in plain(text):
            yield f"the words of {passage['id']} are missing"
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        if packed.testzip():
            yield "the archive is damaged"
        notes = etree.fromstring(packed.read("word/footnotes.xml")).findall(f"{WORD}footnote")
        marks = etree.fromstring(packed.read("word/document.xml")).iter(f"{WORD}footnoteReference")
    real = {note.get(f"{WORD}id") for note in notes if note.get(f"{WORD}type") is None}
    used = [mark.get(f"{WORD}id") for mark in marks]
    if sorted(used) != sorted(real) or len(real) != len(passages):
        yield f"footnotes {sorted(real)}, marks {used}"


READERS = {"ris": ris, "bib": bibtex, "csl": csl, "md": markdown, "docx": word}


def bounded(session):
    """A list longer than is allowed is answered with a page that says what is left out."""
    passage = session.some_passages[0]
    many = [{"id": passage["id"].rsplit("/", 1)[0] + f"/p{number}"} for number in range(1, 400)]
    answer = session.site.get(kept(many))
    if answer.status not in (200, 400, 414):
        yield f"{answer.status}"
    for path in ("/kept", "/kept?id=", "/kept?id=nonsense", kept([passage]) + "&format=exe"):
        answer = session.site.get(path)
        if answer.status not in (200, 400, 404) or answer.type != "text/html":
            yield f"{path}: {answer.status} {answer.type}"
