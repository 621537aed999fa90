# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""The page of the API: every address of the OpenAPI document is on it, and its examples run."""

from bs4 import BeautifulSoup


def run(session):
    site = session.site
    answer = site.get("/api")
    soup = BeautifulSoup(answer.text, "lxml")
    document = site.get("/openapi.json", "application/json").json
    text = soup.get_text(" ")
    missing = [path for path in document["paths"] if path.startswith("/v1/") and path not in text]
    session.report.add("api: every address of /openapi.json is on /api", missing, f"{len(document['paths'])} addresses")
    links = dict.fromkeys(filter(None, (site.path(link["href"], "/api") for link in soup.select("main a[href]"))))
    examples = [path for path in links if path.startswith("/v1/")]
    faults = [] if len(examples) >= 5 else [f"only {len(examples)} examples"]
    for path in examples:
        got = site.follow(path, "application/json")
        if got.status != 200:
            faults.append(f"{path}: {got.status}")
        elif "json" in got.type:
            got.json  # pylint: disable=pointless-statement
    session.report.add("api: examples run", faults, f"{len(examples)} examples")
    html = [path for path in examples if site.follow(path, "text/html").status not in (200, 406)]
    session.report.add("api: examples open in a browser", html)
