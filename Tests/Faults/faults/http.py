# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Odd and hostile requests on a raw socket: each is answered, and so is the next client."""

import re
import socket
import time

from harness import library
from harness.daemon import Daemon
from harness.results import BROKEN, SURVIVED

HOST = b"Host: 127.0.0.1\r\n"
GET = b"GET /healthz HTTP/1.1\r\n"
PLAIN = GET + HOST
# Requests with more than one correct answer; 0 means closed without an answer.
REFUSED = {400, 0}
FOREIGN = {403, 421}


def request(target=b"/healthz", method=b"GET", headers=HOST, body=b""):
    return method + b" " + target + b" HTTP/1.1\r\n" + headers + b"\r\n" + body


def search(query):
    return request(b"/v1/search?q=" + query)


CASES = (
    ("plain", PLAIN + b"\r\n", {200}),
    ("HTTP/1.0", b"GET /healthz HTTP/1.0\r\n\r\n", {200, 400, 505, 0}),
    ("HTTP/0.9", b"GET /healthz\r\n\r\n", {400, 505, 0}),
    ("HTTP/2 preface", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400, 505, 0}),
    ("no Host", GET + b"\r\n", REFUSED),
    ("two Hosts", PLAIN + b"Host: localhost\r\n\r\n", REFUSED),
    ("empty Host", GET + b"Host: \r\n\r\n", {400, 403, 421, 0}),
    ("a foreign Host", GET + b"Host: evil.example\r\n\r\n", FOREIGN),
    ("a foreign Host, search", request(b"/v1/search?q=oven", headers=b"Host: evil.example\r\n"), FOREIGN),
    ("a Host that begins as ours", GET + b"Host: localhost.evil.example\r\n\r\n", FOREIGN),
    ("a Host that ends as ours", GET + b"Host: evil-localhost\r\n\r\n", FOREIGN),
    ("a Host with a user", GET + b"Host: localhost@evil.example\r\n\r\n", FOREIGN | REFUSED),
    ("localhost", GET + b"Host: localhost\r\n\r\n", {200}),
    ("localhost in capitals with a dot and a port", GET + b"Host: LOCALHOST.:99\r\n\r\n", {200}),
    ("another address of the loopback", GET + b"Host: 127.1.2.3\r\n\r\n", {200}),
    ("the loopback of IPv6", GET + b"Host: [::1]:80\r\n\r\n", {200}),
    ("a foreign authority in the target", request(b"http://evil.example/healthz"), FOREIGN | REFUSED),
    ("CONNECT", request(b"evil.example:443", b"CONNECT"), {400, 403, 404, 405, 421, 501, 0}),
    ("OPTIONS *", request(b"*", b"OPTIONS"), {200, 204, 400, 404, 405, 501, 0}),
    *((f"method {m.decode()}", request(method=m, headers=HOST + b"Content-Length: 0\r\n"), {400, 404, 405, 501, 0})
      for m in (b"POST", b"PUT", b"DELETE", b"TRACE", b"PROPFIND", b"BREW", b"get")),
    ("a length and chunks", request(headers=HOST + b"Content-Length: 6\r\nTransfer-Encoding: chunked\r\n",
                                    body=b"0\r\n\r\nX"), {200, 400, 413, 0}),
    ("an unknown transfer encoding", request(method=b"POST", headers=HOST + b"Transfer-Encoding: xchunked\r\n",
                                             body=b"0\r\n\r\n"), {400, 404, 405, 501, 0}),
    ("two lengths", request(headers=HOST + b"Content-Length: 0\r\nContent-Length: 5\r\n", body=b"hello"), REFUSED),
    ("a negative length", request(headers=HOST + b"Content-Length: -1\r\n"), REFUSED),
    ("a length with a sign", request(headers=HOST + b"Content-Length: +5\r\n", body=b"hello"), REFUSED),
    ("a length past all numbers", request(headers=HOST + b"Content-Length: 99999999999999999999\r\n"), {400, 413, 0}),
    ("a length of 1 GB", request(method=b"POST", headers=HOST + b"Content-Length: 1000000000\r\n", body=b"x"),
     {400, 404, 405, 413, 0}),
    ("a space before a colon", request(headers=HOST + b"Content-Length : 5\r\n", body=b"hello"), REFUSED),
    ("a folded header", request(headers=HOST + b"X-A: b\r\n c\r\n"), {200, 400, 0}),
    ("a CR in a header", request(headers=HOST + b"X-A: b\rc\r\n"), {200, 400, 0}),
    ("a NUL in a header", request(headers=HOST + b"X-A: b\0c\r\n"), {400, 0}),
    ("a NUL in the target", request(b"/v1/search?q=a\0b"), {200, 400, 0}),
    ("%00 in a query", search(b"a%00b"), {200, 400}),
    ("a wrong escape", search(b"%zz"), {200, 400}),
    ("no UTF-8", search(b"%ff%fe"), {200, 400}),
    ("raw bytes", search(b"\xff\xfe"), {200, 400, 0}),
    ("a surrogate", search(b"%ed%a0%80"), {200, 400}),
    *((f"path {p.decode()}", request(p), {400, 404, 0}) for p in (
        b"/../../etc/passwd", b"/..%2f..%2fetc/passwd", b"//etc/passwd", b"/v1/works/%00",
        b"/v1/passages/..%2f..%2fetc%2fpasswd", b"/v1/works/a%0d%0aX-Injected:1")),
    ("a target of 70 kB", search(b"a" * 70_000), {400, 414, 431, 0}),
    ("a target of 1 MB", search(b"a" * 1_000_000), {400, 414, 431, 0}),
    ("a header of 100 kB", request(headers=HOST + b"X-A: " + b"a" * 100_000 + b"\r\n"), {400, 431, 0}),
    ("10,000 headers", request(headers=HOST + b"".join(b"X-%d: a\r\n" % n for n in range(10_000))), {400, 431, 0}),
    ("endless chunks", request(b"/v1/search", b"POST", HOST + b"Transfer-Encoding: chunked\r\n",
                               (b"1000\r\n" + b"a" * 4096 + b"\r\n") * 2000), {400, 404, 405, 413, 0}),
    ("a TLS hello", bytes.fromhex("16030100c8010000c403039b"), {400, 0}),
    ("garbage", bytes(range(256)) * 20, {400, 0}),
    ("an upgrade", request(headers=HOST + b"Connection: Upgrade\r\nUpgrade: h2c\r\n"), {200, 400, 101, 0}),
)


def run(session):
    operations = session.operations("change")
    scratch = session.scratch()
    library.copy(operations[0].base, scratch / "index")
    with Daemon(session.program, scratch / "index", scratch / "log") as daemon:
        for name, data, allowed in CASES:
            status, answer = send(daemon, data)
            fine = status in allowed and b"X-Injected" not in answer.split(b"\r\n\r\n")[0]
            session.results.add("http", SURVIVED if fine else BROKEN, name, f"status {status}")
            if daemon.get("/healthz", timeout=10)[0] != 200:
                session.results.add("http", BROKEN, f"after {name}", "the next client has no answer")
        pipelined(session, daemon)


def send(daemon, data, wait=3):
    """The first status; 0 if the connection was closed without one, None if it stays open."""
    answer, end = b"", time.monotonic() + wait
    try:
        with socket.create_connection(("127.0.0.1", daemon.port), timeout=wait) as sock:
            try:
                sock.sendall(data)
            except OSError:
                pass  # The server stopped reading; it may have answered already.
            sock.shutdown(socket.SHUT_WR) if not data.endswith(b"\r\n\r\n") else None
            while time.monotonic() < end and b"\r\n\r\n" not in answer:
                part = sock.recv(65536)
                if not part:
                    break
                answer += part
    except TimeoutError:
        return None, answer
    except OSError:
        pass
    found = re.match(rb"HTTP/1\.[01] (\d+)", answer)
    return int(found[1]) if found else 0, answer


def pipelined(session, daemon, count=200):
    """Pipelined requests on one connection get as many answers."""
    with socket.create_connection(("127.0.0.1", daemon.port), timeout=20) as sock:
        sock.sendall((PLAIN + b"\r\n") * (count - 1) + PLAIN + b"Connection: close\r\n\r\n")
        answer = b""
        try:
            while part := sock.recv(65536):
                answer += part
        except OSError:
            pass
    found = answer.count(b"HTTP/1.1 200")
    session.results.add("http", SURVIVED if found == count else BROKEN, "requests in a row", f"{found} of {count} answered")
