#!/usr/bin/env python3
# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Indexes texts of shapes on which parsers take quadratic time or much memory, each by itself, and
prints how much time of the processor each took, the slowest first.

usage: slow-inputs.py PAMPHLET [SIZE [SECONDS [NAME...]]]

SIZE is the number of bytes of each text (300000), SECONDS the limit for each (60). A shape whose time
is far above that of ordinary words of the same size is worth a look. Exit status 1 if one was neither
read nor reported within the limit and 20 seconds more.
"""
import io
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import zipfile

WORDS = "It was said that nobody who made the bread owned the mill, nor the land. "


def fill(unit, size):
    return unit * max(1, size // len(unit))


def numbered(pattern, size):
    parts, total, number = [], 0, 0
    while total < size:
        number += 1
        parts.append(pattern.replace("#", str(number)))
        total += len(parts[-1])
    return "".join(parts)


def paragraphs(size):
    return numbered("Paragraph # of many. " + WORDS * 3 + "\n\n", size)


def nested(opening, middle, closing, size):
    count = size // (len(opening) + len(closing))
    return opening * count + middle + closing * count


HEAD = "On Bread\n\nAnn Bee\n\n1902\n\n"


def epub(files, spine):
    """A book of files; the spine names some."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="p.opf"/></rootfiles></container>')
        items = "".join(f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
                        for n, name in enumerate(files))
        refs = "".join(f'<itemref idref="i{n}"/>' for n in spine)
        book.writestr("p.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<metadata><dc:title>On Bread</dc:title></metadata><manifest>{items}</manifest>"
            f"<spine>{refs}</spine></package>")
        for name, text in files.items():
            book.writestr(name, text)
    return buffer.getvalue()


def docx(body, parts={}):
    """A Word document with this body, and other parts by their types."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", "<Types/>")
        book.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
        book.writestr("word/_rels/document.xml.rels", "<Relationships>" + "".join(
            f'<Relationship Id="{name}" Type="{kind}{name}" Target="{name}.xml"/>' for name in parts)
            + "</Relationships>")
        for name, text in parts.items():
            book.writestr(f"word/{name}.xml", f"<w:{name} {space}>{text}</w:{name}>")
    return buffer.getvalue()


def odt(body):
    """A flat OpenDocument text with this body."""
    space = "".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" '
                    for name in ("office", "text", "table"))
    return (f'<office:document {space}xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">'
            f"<office:body><office:text>{body}</office:text></office:body></office:document>")


def pdf(content):
    """A page whose content is this, without compression."""
    parts = [b"%PDF-1.4\n"]
    offsets = []
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    for number, body in enumerate(bodies, 1):
        offsets.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj%s endobj\n" % (number, body))
    start = sum(map(len, parts))
    parts.append(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % o for o in offsets))
    parts.append(b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start)
    return b"".join(parts)


def zip_of(count, size):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(count):
            archive.writestr(f"{number}.txt", HEAD + fill("a ", size))
    return buffer.getvalue()


def shapes(size):
    """Name of a file, and its content."""
    yield "plain-words.txt", HEAD + paragraphs(size)
    yield "one-line.txt", HEAD + fill(WORDS, size)
    yield "one-word.txt", HEAD + "a" * size
    yield "blank-lines.txt", HEAD + "a" + "\n" * size + "b"
    yield "one-letter-lines.txt", HEAD + fill("a\n", size)
    yield "one-letter-paragraphs.txt", HEAD + fill("a\n\n", size)
    yield "form-feeds.txt", HEAD + fill("a\f", size)
    yield "page-numbers.txt", HEAD + numbered("Words.\n\n#\n\f\n", size)
    yield "note-lines.txt", HEAD + numbered("# Ibid., p. #.\n\n", size)
    yield "note-marks.txt", HEAD + fill("word[1] ", size) + "\n\n[1] Note.\n"
    yield "notes-and-marks.txt", HEAD + numbered("word[#] ", size // 2) + "\n\n" + numbered("[#] Note.\n\n", size // 2)
    yield "headings.txt", HEAD + numbered("CHAPTER #\n\n", size)
    yield "hyphens.txt", HEAD + fill("wo-\n", size)
    yield "open-quotes.txt", HEAD + fill("“a ", size)
    yield "quotes.txt", HEAD + fill("“a” said B. ", size)
    yield "straight-quotes.txt", HEAD + fill("\" ", size)
    yield "apostrophes.txt", HEAD + fill("'a ", size)
    yield "brackets.txt", HEAD + fill("[a ", size)
    yield "parentheses.txt", HEAD + fill("(", size)
    yield "nested-parentheses.txt", HEAD + nested("(a ", "x", ")", size)
    yield "names.txt", HEAD + numbered("Ann Bee# said that Cid Dee# wrote. ", size)
    yield "names-paragraphs.txt", HEAD + numbered("Anna Lund# said, “it is ours.” [Cid Dee#, Works#, p. #]\n\n", size)
    yield "references.txt", HEAD + fill("[Bee, The Mill, p. 4] ", size)
    yield "op-cit.txt", HEAD + fill("“a b c d” [Op. Cit., p. 4]\n\n", size)
    yield "ibid-notes.txt", HEAD + numbered("“Some words here”[#]\n\n", size // 2) + numbered("[#] Ibid.\n\n", size // 2)
    yield "titles.txt", HEAD + numbered("_The Mill #_ ", size)
    yield "commas.txt", HEAD + fill("A, ", size)
    yield "initials.txt", HEAD + fill("A. ", size)
    yield "semicolons.txt", HEAD + fill("Bee 1902; ", size)
    yield "stops.txt", HEAD + fill("." * 50 + " ", size)
    yield "digits.txt", HEAD + fill("1 ", size)
    yield "contents.txt", HEAD + "Contents\n\n" + numbered("Chapter # .......... #\n", size)
    yield "control.txt", HEAD + fill("a\x01\x1b[31m", size)
    yield "combining.txt", HEAD + "a" + fill("\u0301", size // 2)
    yield "combining-mixed.txt", HEAD + "a" + fill("\u0301\u0316", size // 4)
    yield "zero-width.txt", HEAD + "a" + fill("\u200d", size // 3)
    yield "latin.txt", (HEAD + fill("caf\u00e9 ", size)).encode("latin-1")
    yield "random.txt", bytes((n * 2654435761 >> 13) & 0xFF | 0x80 for n in range(size))
    yield "columns.txt", HEAD + fill("left words          right words\n", size)
    yield "indented.txt", HEAD + numbered(" " * 40 + "a\n", size)

    yield "quotes-nested.md", ">" * size + " text\n"
    yield "quotes-spaced.md", fill("> ", size) + "text\n"
    yield "quotes-lazy.md", (">" * 1000 + "a\n") * (size // 1000)
    yield "quotes-growing.md", "".join(">" * n + "a\n" for n in range(int((2 * size) ** 0.5)))
    yield "lists-nested.md", fill("- ", size) + "a\n"
    yield "lists-growing.md", "".join(" " * (2 * n) + "- a\n" for n in range(int(size ** 0.5)))
    yield "list-items.md", fill("- a\n", size)
    yield "numbers-nested.md", fill("1. ", size) + "a\n"
    yield "brackets.md", "[" * size + "a\n"
    yield "images.md", fill("![", size) + "a\n"
    yield "links-nested.md", nested("[", "a", "](b)", size)
    yield "links-unclosed.md", fill("[a](b", size)
    yield "links-angle.md", fill("[a](<b", size)
    yield "stars.md", fill("*a **b ", size)
    yield "stars-closed.md", nested("*a ", "b", "*", size)
    yield "underscores.md", fill("_a __b ", size)
    yield "tildes.md", fill("~~a ~b ", size)
    yield "backticks.md", "".join("a" + "`" * n for n in range(int((2 * size) ** 0.5)))
    yield "definitions.md", numbered("[a#]: /b\n", size)
    yield "definitions-same.md", fill("[a]: /b\n", size)
    yield "definitions-used.md", numbered("[a#]: /b\n", size // 2) + "\n" + numbered("[a#] ", size // 2)
    yield "definition-long.md", "[a]: " + "b" * size + "\n\n" + "[a] " * 1000
    yield "notes.md", numbered("a[^#]\n\n", size // 2) + numbered("[^#]: b\n\n", size // 2)
    yield "notes-same.md", fill("a[^1] ", size) + "\n\n[^1]: b\n"
    yield "notes-nested.md", numbered("[^#]: [^#] b\n", size)
    yield "note-growing.md", "a[^1]\n\n[^1]: b\n" + fill("    [^1] c\n\n", size)
    yield "tables.md", fill("|a|b|\n|-|-|\n|c|d|\n\n", size)
    yield "table-wide.md", fill("|a", size // 2) + "|\n" + fill("|-", size // 2) + "|\n"
    yield "table-long.md", "|a|b|\n|-|-|\n" + fill("|c|d|\n", size)
    yield "table-short-rows.md", fill("|a", size // 4) + "|\n" + fill("|-", size // 4) + "|\n" + fill("a\n", size // 2)
    yield "table-candidates.md", fill("a|b\n", size)
    yield "headings.md", numbered("# Chapter #\n\n", size)
    yield "underlined.md", fill("a\n=\n", size)
    yield "entities.md", fill("&amp;", size)
    yield "entities-unknown.md", fill("&", size)
    yield "comments.md", fill("<!-- a ", size)
    yield "tags-open.md", fill("<a ", size)
    yield "declarations.md", fill("<!A ", size)
    yield "instructions.md", fill("a <? ", size)
    yield "cdata.md", fill("a <![CDATA[ ", size)
    yield "autolinks.md", fill("<a@b.c> ", size)
    yield "escapes.md", fill("\\*", size)
    yield "code.md", fill("    a\n", size)
    yield "fences.md", fill("```\na\n```\n", size)
    yield "spaces.md", "a" + " " * size + "b\n"
    yield "tabs.md", fill("\t", size) + "b\n"
    yield "zeros.md", b"a\0" * (size // 2)
    yield "header.md", "---\n" + numbered("a#: b\n", size) + "---\nText.\n"
    yield "header-nested.md", "---\na: " + "[" * (size // 2) + "]" * (size // 2) + "\n---\nText.\n"
    yield "header-anchors.md", "---\na0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"a{n}: &a{n} [" + ",".join([f"*a{n-1}"] * 9) + "]\n" for n in range(1, 30)) + "---\nText.\n"
    yield "header-toml.md", "+++\na = " + "[" * (size // 2) + "]" * (size // 2) + "\n+++\nText.\n"

    html = "<html><title>On Bread</title><body>"
    yield "nested.html", html + nested("<div>", "a", "</div>", size)
    yield "nested-open.html", html + fill("<div>a", size)
    yield "formatting.html", html + fill("<b><i>a", size)
    yield "formatting-attributes.html", html + numbered("<font size=#>a<p>", size)
    yield "misnested.html", html + fill("<b><p></b>a", size)
    yield "links.html", html + numbered("<a href=#>a", size)
    yield "tables-nested.html", html + nested("<table><tr><td>", "a", "</table>", size)
    yield "table-cells.html", html + "<table><tr>" + fill("<td>a", size)
    yield "table-foster.html", html + "<table>" + fill("a<b>", size)
    yield "select.html", html + fill("<select><option>a", size)
    yield "lists-nested.html", html + fill("<ul><li>a", size)
    yield "definitions.html", html + fill("<dl><dd>a", size)
    yield "paragraphs-open.html", html + fill("<p>a", size)
    yield "templates.html", html + fill("<template>a", size)
    yield "svg.html", html + fill("<svg><g>a", size)
    yield "math.html", html + fill("<math><mi>a", size)
    yield "frames.html", html + fill("<iframe>a", size)
    yield "entities.html", html + fill("&amp;", size)
    yield "entities-unclosed.html", html + fill("&notit", size)
    yield "ampersands.html", html + fill("&", size)
    yield "attributes.html", html + "<p " + numbered("a#=b ", size) + ">a"
    yield "attributes-many.html", html + fill("<p a b c d e f g h i j k>a", size)
    yield "tag-long.html", html + "<" + "a" * size
    yield "tag-unclosed.html", html + fill("<p a", size)
    yield "attribute-unclosed.html", html + "<p a='" + fill("<p> ", size)
    yield "comments.html", html + fill("<!--a", size)
    yield "comment-dashes.html", html + "<!--" + "-" * size
    yield "comments-closed.html", html + fill("<!-- a -->", size)
    yield "scripts.html", html + fill("<script></scrip", size)
    yield "titles.html", html + fill("<title>a", size)
    yield "less-than.html", html + "<" * size
    yield "doctype.html", fill("<!doctype html>", size)
    yield "bodies.html", fill("<html><body a=b>", size)
    yield "headings.html", html + numbered("<h2>Chapter #</h2>", size)
    yield "headings-nested.html", html + fill("<h1>a", size)
    yield "notes.html", html + numbered("<a href='#n#' id=r#>#</a> ".replace("'#n", "'#\x00n").replace("\x00", ""), size // 2) + numbered("<p id=n#><a href='#r#'>#</a> b".replace("'#r", "'#\x00r").replace("\x00", ""), size // 2)
    yield "notes-same.html", html + fill("<a href='#n'>1</a> ", size) + "<p id=n>1 b"
    yield "anchors.html", html + numbered("<a name=a#></a>", size)
    yield "breaks.html", html + fill("a<br>", size)
    yield "spans.html", html + "<p>" + fill("<span>a</span> ", size)
    yield "preformatted.html", html + "<pre>" + fill("a\n", size)
    yield "nulls.html", html.encode() + b"a\0" * (size // 2)
    yield "page-marks.html", html + numbered("<p>[Pg #] a", size)

    yield "headings.muse", "#title On Bread\n\n" + numbered("** Chapter #\n\n", size)
    yield "notes.muse", "#title On Bread\n\n" + numbered("a[#]\n\n", size // 2) + numbered("[#] b\n\n", size // 2)
    yield "stars.muse", "#title On Bread\n\n" + fill("*a **b ", size)
    yield "equals.muse", "#title On Bread\n\n" + fill("=a ", size)
    yield "links.muse", "#title On Bread\n\n" + fill("[[a][", size)
    yield "links-open.muse", "#title On Bread\n\n" + "[" * size
    yield "tags.muse", "#title On Bread\n\n" + fill("<em>a", size)
    yield "quotes.muse", "#title On Bread\n\n" + fill("<quote>\na\n", size)
    yield "quotes-nested.muse", "#title On Bread\n\n" + nested("<quote>\n", "a", "\n</quote>", size)
    yield "lists.muse", "#title On Bread\n\n" + fill(" - a\n", size)
    yield "lists-growing.muse", "#title On Bread\n\n" + "".join(" " * n + "- a\n" for n in range(1, int((2 * size) ** 0.5)))
    yield "tables.muse", "#title On Bread\n\n" + fill("a | b\n", size)
    yield "verse.muse", "#title On Bread\n\n" + fill("> a\n", size)
    yield "header.muse", numbered("#a# b\n", size)

    page = "<html xmlns='http://www.w3.org/1999/xhtml'><body>" + fill("<p>a</p>", size) + "</body></html>"
    yield "spine-repeated.epub", epub({"a.xhtml": page}, [0] * 2000)
    yield "many-files.epub", epub({f"{n}.xhtml": "<p>a</p>" for n in range(size // 100)}, range(size // 100))
    yield "entities.epub", epub({"a.xhtml": "<!DOCTYPE html [<!ENTITY a0 'aaaaaaaaaa'>" + "".join(
        f"<!ENTITY a{n} '" + f"&a{n-1};" * 10 + "'>" for n in range(1, 12)) + "]><html><body><p>&a11;</p></body></html>"}, [0])
    yield "nested.epub", epub({"a.xhtml": nested("<div>", "a", "</div>", size)}, [0])
    yield "bomb.epub", epub({"a.xhtml": "<p>" + " a" * (size * 100)}, [0])
    yield "page-list.epub", epub({"a.xhtml": "<html><body>" + numbered(
        "<span epub:type='pagebreak' id='p#' title='#'/>a", size) + "</body></html>"}, [0])

    run = "<w:r><w:t>a </w:t></w:r>"
    field = '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>'
    yield "runs.docx", docx("<w:p>" + fill(run, size) + "</w:p>")
    yield "paragraphs.docx", docx(fill(f"<w:p>{run}</w:p>", size))
    yield "rows.docx", docx("<w:tbl>" + fill(f"<w:tr><w:tc><w:p>{run}</w:p></w:tc><w:tc><w:p/></w:tc></w:tr>", size) + "</w:tbl>")
    yield "fields.docx", docx("<w:p>" + fill(field, size // 2) + fill(run, size // 2) + "</w:p>")
    yield "boxes.docx", docx("<w:p>" + fill(f"<w:r><w:txbxContent><w:p>{run}</w:p></w:txbxContent></w:r>", size) + "</w:p>")
    yield "nested.docx", docx(nested("<w:p><w:r><w:txbxContent>", "", "</w:txbxContent></w:r></w:p>", size))
    yield "notes.docx", docx("<w:p>" + numbered('<w:r><w:t>a</w:t><w:footnoteReference w:id="#"/></w:r>', size) + "</w:p>",
        {"footnotes": numbered(f'<w:footnote w:id="#"><w:p>{run}</w:p></w:footnote>', size)})
    yield "styles.docx", docx(numbered('<w:p><w:pPr><w:pStyle w:val="s#"/></w:pPr></w:p>', size),
        {"styles": numbered('<w:style w:styleId="s#"><w:basedOn w:val="s1"/></w:style>', size)})
    yield "bomb.docx", docx("<w:p><w:r><w:t>" + " a" * (size * 100) + "</w:t></w:r></w:p>")
    yield "paragraphs.fodt", odt(fill("<text:p>a</text:p>", size))
    yield "spans.fodt", odt("<text:p>" + fill("<text:span>a </text:span>", size) + "</text:p>")
    yield "notes.fodt", odt("<text:p>" + numbered("a<text:note><text:note-citation>#</text:note-citation><text:note-body><text:p>b</text:p></text:note-body></text:note>", size) + "</text:p>")
    yield "frames.fodt", odt("<text:p>" + fill("<draw:text-box><text:p>a</text:p></draw:text-box>", size) + "</text:p>")
    yield "sections.fodt", odt(nested("<text:section>", "<text:p>a</text:p>", "</text:section>", size))

    yield "words.pdf", pdf(b"BT /F 10 Tf 50 700 Td " + b"(a) Tj 5 0 Td " * (size // 14) + b"ET")
    yield "lines.pdf", pdf(b"BT /F 10 Tf 50 700 Td " + b"(a b c) Tj 0 -0.01 Td " * (size // 22) + b"ET")
    yield "states.pdf", pdf(b"q " * (size // 2))
    yield "strokes.pdf", pdf(b"0 0 m 9 9 l S " * (size // 14))
    yield "dictionary.pdf", b"%PDF-1.4\n" + b"<<" * (size // 2)

    yield "texts.jsonl", numbered('{"title":"On #","text":"a"}\n', size)
    yield "deep.jsonl", '{"text":' + "[" * size + "\n"
    yield "deep-closed.jsonl", '{"text":"a","x":' + nested("[", "1", "]", size) + "}\n"
    yield "long.jsonl", '{"title":"On Bread","text":"' + fill(WORDS, size) + '"}\n'
    yield "escapes.jsonl", '{"title":"On Bread","text":"' + fill("\\u0041", size) + '"}\n'
    yield "members.jsonl", "{" + numbered('"a#":1,', size) + '"text":"a"}\n'
    yield "passages.jsonl", numbered(
        '{"id":"w/p#","kind":"body","text":"a","source":{"work":"w"}}\n', size)
    yield "blank.jsonl", "\n" * size
    yield "many.zip", zip_of(max(10, size // 200), 10)
    yield "bomb.zip", zip_of(1, size * 900)
    yield "bombs.zip", zip_of(20, size * 100)


def run(program, path, seconds):
    index = path + ".index"
    start = spent()
    try:
        done = subprocess.run(
            [program, "index", "--index", index, *limit(program, seconds), path],
            capture_output=True, timeout=seconds + 20)
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        status = str(done.returncode)
    except subprocess.TimeoutExpired:
        said, status = ["did not end"], "stopped"
    took = spent() - start
    shutil.rmtree(index, ignore_errors=True)
    error = next((line for line in said if ": error: " in line), "")
    return took, status, error.split(": error: ")[-1][:100]


def spent():
    """The time of the processor that ended children have taken, theirs included."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def limit(program, seconds):
    """The option, if the program has it."""
    if not hasattr(limit, "has"):
        shown = subprocess.run([program, "index", "--help"], capture_output=True).stdout
        limit.has = b"--time-limit" in shown
    return ["--time-limit", str(seconds)] if limit.has else []


def main():
    if len(sys.argv) < 2 or sys.argv[1] == "--help":
        print(__doc__.strip())
        return 0 if len(sys.argv) > 1 else 2
    program = sys.argv[1]
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 300_000
    seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 60
    wanted = sys.argv[4:]
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for name, content in shapes(size):
            if wanted and name not in wanted:
                continue
            path = os.path.join(folder, name)
            with open(path, "wb") as file:
                file.write(content if isinstance(content, bytes) else content.encode())
            took, status, error = run(program, path, seconds)
            results.append((took, name, status, error))
            if took > 3 or status not in "01":
                print(f"… {took:7.2f} s  {name}", file=sys.stderr, flush=True)
            os.remove(path)
    for took, name, status, error in sorted(results, reverse=True):
        print(f"{took:8.2f} s  {name:28} {status}  {error}")
    return 1 if any(status == "stopped" for _, _, status, _ in results) else 0


sys.exit(main())
