# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Checks over every route. Each module has a `run(session)`; the table says what each looks at."""

CHECKS = {
    "speed": "median time of 20 requests, weight of a page with what it loads",
    "structure": "h1, landmarks, skip link, ids, labels, titles, nothing inline, no dead link or anchor",
    "html": "the HTML of every page found, by the Nu HTML Checker",
    "headers": "CSP, no cookie, no CORS, HEAD",
    "errors": "404 and 410 in HTML and as problem+json, redirects of passages, an old index, no index",
    "languages": "passages in another language are marked as such",
    "tags": "citation_* and COinS, read by foreign parsers",
    "exports": "RIS, BibTeX, CSL-JSON, Markdown and Word, read by foreign parsers",
    "feeds": "OPDS, Atom, sitemap, robots.txt, OpenSearch with suggestions, favicon",
    "api": "the page of the API, and that its examples run",
    "pages": "in the browser: console, requests, axe, contrast, targets, focus, width, print",
}
