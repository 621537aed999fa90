# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""What goes with the pages: a policy that allows no stranger, no cookie, and HEAD like GET."""


def run(session):
    pages = session.crawl.representatives
    for name, rule in RULES:
        faults = [f"{page.path}: {fault}" for page in pages for fault in rule(session, page)]
        session.report.add(f"headers: {name}", faults)


def policy(_, page):
    """A content security policy (CSP Level 3) without anything inline."""
    text = page.answer.headers.get("content-security-policy")
    if not text:
        yield "no Content-Security-Policy"
        return
    rules = {part.split()[0]: part.split()[1:] for part in text.split(";") if part.strip()}
    if rules.get("default-src") not in (["'none'"], ["'self'"]):
        yield f"default-src is {rules.get('default-src')}"
    if rules.get("script-src", rules.get("default-src")) not in (["'self'"], ["'none'"]):
        yield f"script-src is {rules.get('script-src')}"
    for name, values in rules.items():
        for value in values:
            if value in ("'unsafe-inline'", "'unsafe-eval'", "*") or "//" in value or value in ("http:", "https:"):
                yield f"{name} allows {value}"
    for name in ("base-uri", "form-action", "frame-ancestors"):
        if name not in rules:
            yield f"{name} is open"


def privacy(_, page):
    headers = page.answer.headers
    for name in ("set-cookie", "access-control-allow-origin"):
        if name in headers:
            yield f"{name}: {headers[name]}"
    if headers.get("x-content-type-options") != "nosniff":
        yield "no X-Content-Type-Options: nosniff"
    if headers.get("referrer-policy") not in ("no-referrer", "same-origin"):
        yield f"Referrer-Policy is {headers.get('referrer-policy')}"


def head(session, page):
    answer = session.site.get(page.path, method="HEAD")
    if (answer.status, answer.type, answer.raw) != (200, "text/html", b""):
        yield f"{answer.status} {answer.type}, {len(answer.raw)} bytes"


def origin(session, page):
    answer = session.site.get(page.path, Origin="http://example.org")
    if "access-control-allow-origin" in answer.headers:
        yield "another origin may read it"


RULES = [
    ("Content-Security-Policy without anything inline", policy),
    ("no cookie, no sniffing, no referrer", privacy),
    ("HEAD like GET, without a body", head),
    ("CORS is off", origin),
]
