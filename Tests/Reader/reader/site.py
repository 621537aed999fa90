# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Requests without a browser."""

import gzip
import http.client
import json
import time
import urllib.parse
from dataclasses import dataclass

HTML = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5"


@dataclass
class Answer:
    """An answer; header names are in lower case."""

    path: str
    status: int
    headers: dict
    raw: bytes
    seconds: float

    @property
    def type(self):
        return self.headers.get("content-type", "").split(";")[0].strip()

    @property
    def body(self):
        return gzip.decompress(self.raw) if self.headers.get("content-encoding") == "gzip" else self.raw

    @property
    def text(self):
        return self.body.decode("utf8")

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def transferred(self):
        """Length in bytes, compressed."""
        return len(self.raw) if "content-encoding" in self.headers else len(gzip.compress(self.raw, 6))


class Site:
    """A site under test, over one connection that is kept open."""

    def __init__(self, address):
        self.address = address.rstrip("/")
        self.host = urllib.parse.urlsplit(self.address).netloc
        self._connection = None

    def get(self, path, accept=HTML, method="GET", **headers):
        """The answer to a request; redirects are not followed."""
        headers = {"Accept": accept} | {name.replace("_", "-"): value for name, value in headers.items()}
        for attempt in (1, 2):
            connection = self._connection or http.client.HTTPConnection(self.host, timeout=30)
            self._connection = None
            began = time.perf_counter()
            try:
                connection.request(method, urllib.parse.quote(path, safe="/?&=%#:+,;@!$'()*~[]"), headers=headers)
                answer = connection.getresponse()
                raw = answer.read()
            except (http.client.HTTPException, ConnectionError):
                connection.close()
                if attempt == 2:
                    raise
                continue
            seconds = time.perf_counter() - began
            if not answer.will_close:
                self._connection = connection
            return Answer(
                path, answer.status, {name.lower(): value for name, value in answer.getheaders()}, raw, seconds)
        raise OSError("no answer")

    def follow(self, path, accept=HTML, most=5):
        """The answer after redirects."""
        for _ in range(most):
            answer = self.get(path.split("#")[0], accept)
            if answer.status not in (301, 302, 303, 307, 308):
                return answer
            path = self.path(answer.headers["location"], path)
        raise OSError(f"too many redirects from {path}")

    def path(self, link, base="/"):
        """The path, with query and fragment, of a link on a page; None if it leads to another host."""
        whole = urllib.parse.urlsplit(urllib.parse.urljoin(f"{self.address}{base}", link))
        if whole.scheme not in ("http", "https") or whole.netloc != self.host:
            return None
        return urllib.parse.urlunsplit(("", "", whole.path or "/", whole.query, whole.fragment))

    def search(self, query, limit=10, **parameters):
        """The passages that a search finds, by the API."""
        asked = urllib.parse.urlencode({"q": query, "limit": limit, **parameters})
        return self.get(f"/v1/search?{asked}", "application/json").json["passages"]
