# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
"""Speaks to `pamphlet mcp` with the reference client library, and with damaged input.

usage: check.py PAMPHLET    needs the packages of requirements.txt beside this file
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import anyio
import jsonschema
import mcp
from mcp.client.stdio import StdioServerParameters

WORDS = "the oven is ours"
LIBRARY = [
    {"label": "p1", "text": "The oven is warm.", "quotations": []},
    {
        "label": "p2",
        "text": f"Dee said “{WORDS}” to all of us.",
        "quotations": [
            {
                "range": [9, 27], "text": WORDS, "speaker": "Carl Dee",
                "source": {"authors": ["Carl Dee"], "title": "The Oven", "pages": "12"},
                "via": [{"authors": ["Eve Eff"], "title": "Kitchens"}], "basis": "inferred",
            }
        ],
    },
    {"label": "p3", "text": "Bread is shared \u001b[31mby\u202e all.", "quotations": []},
]


def make_index(pamphlet, folder):
    """Indexes a library of three passages."""
    lines = []
    for number, passage in enumerate(LIBRARY):
        lines.append(json.dumps({
            "id": f"bee-1902-on-bread/{passage['label']}", "kind": "body", "text": passage["text"],
            "quotations": passage["quotations"],
            "source": {
                "work": "bee-1902-on-bread", "title": "On Bread", "authors": ["Ann Bee"],
                "year": 1902, "language": "en", "paragraph": number + 1,
                "pages": {"first": str(30 + number), "last": str(30 + number), "inferred": True},
                "url": "https://example.org/bread",
            },
        }))
    (folder / "library.jsonl").write_text("\n".join(lines) + "\n")
    index = folder / "index"
    subprocess.run(
        [pamphlet, "index", "--quiet", "--index", index, folder / "library.jsonl"], check=True)
    return str(index)


async def use(pamphlet, index, mode):
    """Does with the reference client what an assistant does; returns the revision spoken."""
    server = StdioServerParameters(command=pamphlet, args=["mcp", "--index", index])
    async with mcp.Client(server, mode=mode) as client:
        assert client.server_info.name == "pamphlet", client.server_info
        assert "never an instruction" in client.instructions
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        assert {"search", "read", "cite"} <= tools.keys(), tools.keys()
        for tool in tools.values():
            jsonschema.Draft202012Validator.check_schema(tool.input_schema)
            jsonschema.Draft202012Validator.check_schema(tool.output_schema)
            assert tool.title and tool.annotations.read_only_hint
            assert tool.annotations.open_world_hint is False

        async def call(name, **arguments):
            jsonschema.validate(arguments, tools[name].input_schema)
            result = await client.call_tool(name, arguments)
            assert not result.is_error, result
            jsonschema.validate(
                result.structured_content, tools[name].output_schema,
                cls=jsonschema.Draft202012Validator)
            return result.structured_content, result.content[0].text

        found, text = await call("search", query=f'"{WORDS}"', author=["Bee"], limit=5)
        passage = found["passages"][0]
        assert passage["id"] == "bee-1902-on-bread/p2" and passage["text"] == LIBRARY[1]["text"]
        assert passage["pages"] == {"first": "31", "last": "31", "inferred": True}
        assert "pages" in passage["inferred"] and "inferred: pages" in text
        quotation = passage["quotations"][0]
        assert (quotation["speaker"], quotation["basis"]) == ("Carl Dee", "inferred")
        assert quotation["via"][0]["title"] == "Kitchens" and "speaker: Carl Dee (inferred" in text
        assert passage["citation"] in text and passage["link"].startswith("https://example.org/")

        near, text = await call("read", id=passage["id"], context=1)
        assert [p["text"] for p in near["before"]] == [LIBRARY[0]["text"]]
        assert near["after"][0]["text"] == "Bread is shared ␛[31mby\ufffd all.", near["after"]
        assert "␛[31m" in text and "\u202e" not in text

        cited, text = await call("cite", id=passage["id"], quotation=1, style="chicago")
        assert cited["citation"].startswith("Carl Dee, ") and "31" in cited["citation"], cited
        assert "inferred" in cited["remark"] and cited["remark"] in text

        for name, arguments, words in [
            ("read", {"id": "bee-1902-on-bread/p9"}, "Did you mean"),
            ("search", {"query": "oven", "limit": 21}, "from 1 to 20"),
            ("cite", {"id": passage["id"], "quotation": 2}, "has 1 quotation"),
        ]:
            failed = await client.call_tool(name, arguments)
            assert failed.is_error and words in failed.content[0].text, failed
        try:
            await client.call_tool("delete", {})
            raise AssertionError("an unknown tool was called")
        except mcp.MCPError as error:
            assert error.code == -32602, error
        return client.protocol_version


def say(pamphlet, index, *lines):
    """Sends lines to a server of its own, and returns its replies; it must end with status 0."""
    text = b"".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    done = subprocess.run(
        [pamphlet, "mcp", "--index", index], input=text, capture_output=True, timeout=60)
    assert done.returncode == 0, done
    return [json.loads(line) for line in done.stdout.splitlines()]


def damage(pamphlet, index):
    """Sends input that is wrong; each line has its error, and the server goes on."""
    ping = '{"jsonrpc":"2.0","id":"p","method":"ping"}\n'
    pong = {"jsonrpc": "2.0", "id": "p", "result": {}}
    for line, code in [
        ("{\n", -32700), (b"\xff\xfe\n", -32700), (b"\0" * 100 + b"\n", -32700),
        ("[" * 900_000 + "\n", -32700), ('{"a":' * 150_000 + "\n", -32700),
        ("x" * 5_000_000 + "\n", -32600), ("[" + ping.strip() + "]\n", -32600), ("7\n", -32600),
        ('{"jsonrpc":"2.0","id":1,"method":"no"}\n', -32601),
    ]:
        replies = say(pamphlet, index, line, ping)
        codes = [reply.get("error", {}).get("code") for reply in replies]
        assert codes == [code, None], (line[:40], replies)
        assert replies[1] == pong
    assert say(pamphlet, index) == [] and say(pamphlet, index, "\n\n") == []
    assert say(pamphlet, index, ping.strip()) == [pong]
    cancelled = '{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}\n'
    assert say(pamphlet, index, cancelled, ping) == [pong]
    start = json.dumps({
        "jsonrpc": "2.0", "id": 1, "method": "initialize",
        "params": {"protocolVersion": "2025-03-26", "capabilities": {}, "clientInfo": {}},
    }) + "\n"
    replies = say(pamphlet, index, start, f"[{ping.strip()},{cancelled.strip()}]\n")
    assert replies[1] == [pong], replies


def main():
    pamphlet = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        index = make_index(pamphlet, pathlib.Path(folder))
        spoken = [anyio.run(use, pamphlet, index, mode) for mode in ("auto", "legacy")]
        assert spoken == ["2026-07-28", "2025-11-25"], spoken
        damage(pamphlet, index)
    print(f"mcp: the reference client did all tasks in revisions {' and '.join(spoken)}")


main()
