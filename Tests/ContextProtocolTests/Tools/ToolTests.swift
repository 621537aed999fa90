// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Testing

@testable import ContextProtocol

/// What tools answer.
struct ToolTests {
  private let client: Client

  init() throws { client = try Client(in: .november2025) }

  @Test func `a search returns passages with all that is needed to quote them`() throws {
    let result = try #require(client.call("search", ["query": "ours", "author": "bee"]))
    let answer = try #require(result["structuredContent"])
    #expect(answer["total"] == 1)
    #expect(answer["next_offset"] == .null)
    let passage = try #require(answer["passages"]?.elements.first)
    #expect(passage["id"] == "bee-1902-on-bread/p2")
    #expect(passage["authors"] == ["Ann Bee"])
    #expect(passage["year"] == 1902)
    #expect(passage["pages"] == ["first": "2", "inferred": true, "last": "3"])
    #expect(passage["page_breaks"] == [["offset": 28, "page": "3"]])
    #expect(result.text.contains("page 3 begins with: “to"))
    #expect(passage["inferred"] == ["year", "pages"])
    #expect(passage["snippet"] != nil)
    let quotation = try #require(passage["quotations"]?.elements.first)
    #expect(quotation["number"] == 1)
    #expect(quotation["speaker"] == "Carl Dee")
    #expect(quotation["basis"] == "inferred")
    #expect(quotation["source"]?["title"] == "The Oven")
    #expect(quotation["via"]?.elements.first?["title"] == "Kitchens")
    #expect(
      result.text.contains(
        "“the oven is ours”; speaker: Carl Dee (inferred, probability 0.9); from: Carl Dee, "
          + "“The Oven”, p. 12; through: Eve Eff, “Kitchens”"))
    #expect(result.text.contains("inferred: year, pages"))
  }

  @Test func `control characters of texts are visible in both forms`() throws {
    let result = try #require(client.call("search", ["query": "ours"]))
    let passage = result["structuredContent"]?["passages"]?.elements.first
    #expect(passage?["text"] == "Dee said “the oven is ours” to␛[31m all\u{FFFD} of us.")
    #expect(result.text.contains("to␛[31m all\u{FFFD} of us."))
    #expect(!result.compact.contains("\u{202E}") && !result.compact.contains("\\u001b"))
  }

  @Test func `pages of results follow each other`() throws {
    let first = client.call("search", ["author": ["bee"], "limit": 3])?["structuredContent"]
    #expect(first?["passages"]?.elements.count == 3)
    #expect(first?["next_offset"] == 3)
    let second = client.call("search", ["author": ["bee"], "limit": 3, "offset": 3])
    #expect(second?["structuredContent"]?["passages"]?.elements.count == 1)
    #expect(second?["structuredContent"]?["next_offset"] == .null)
    #expect(second?.text.contains("Passages 4 to 4 of 4.") == true)
  }

  @Test func `nothing found is an answer`() throws {
    let result = client.call("search", ["query": "zeppelin"])
    #expect(result?["isError"] == false)
    #expect(result?.text.hasPrefix("Nothing found.") == true)
    #expect(result?["structuredContent"]?["passages"] == [])
  }

  @Test func `a passage is read with its neighbours and its notes`() throws {
    let result = try #require(client.call("read", ["id": "bee-1902-on-bread/p3", "context": 2]))
    let answer = try #require(result["structuredContent"])
    #expect(answer["passage"]?["notes"]?.elements.first?["text"] == "A note.")
    #expect(answer["passage"]?["pages"] == .null)
    #expect(
      answer["before"]?.elements.map { $0["id"] } == [
        "bee-1902-on-bread/p1", "bee-1902-on-bread/p2",
      ])
    #expect(answer["after"]?.elements.first?["belongs_to"] == "bee-1902-on-bread/p3")
    #expect(result.text.contains("pages: unknown"))
    #expect(result.text.contains("these are not the author's words"))
    let alone = client.call("read", ["id": "bee-1902-on-bread/p3", "context": 0])
    #expect(alone?["structuredContent"]?["before"] == [])
    let usual = client.call("read", ["id": "bee-1902-on-bread/p3"])
    #expect(usual?["structuredContent"]?["before"]?.elements.count == 1)
  }

  @Test func `a reference says what is inferred`() throws {
    let result = try #require(
      client.call("cite", ["id": "bee-1902-on-bread/p2", "quotation": 1, "style": "mla"]))
    let answer = try #require(result["structuredContent"])
    #expect(answer["style"] == "mla")
    #expect(answer["quotation"] == 1)
    #expect(answer["basis"] == "inferred")
    #expect(answer["words"] == "“the oven is ours”")
    #expect(
      answer["remark"]
        == "The attribution is inferred, by cue-before. Inferred: year, pages.")
    #expect(result.text.contains("Remark: The attribution is inferred"))
    let passage = client.call("cite", ["id": "bee-1902-on-bread/p2"])?["structuredContent"]
    #expect(passage?["basis"] == .null)
    #expect(passage?["style"] == "chicago")
    let other = client.call("cite", ["id": "bee-1902-on-bread/p4"])?["structuredContent"]
    guard case .string(let remark)? = other?["remark"] else { throw JSONMismatch(.missing) }
    #expect(remark.contains("it is not known whose"))
  }

  @Test(
    arguments: [
      ("read", ["id": "bee-1902-on-bread/p9"], "Did you mean `bee-1902-on-bread/p"),
      ("read", ["id": "bee-1902-on-bred/p1"], "bee-1902-on-bread/p1"),
      ("cite", ["id": "bee-1902-on-bread/p1", "quotation": 2], "contains no quotations"),
      ("cite", ["id": "bee-1902-on-bread/p1", "style": "chicgo"], "Did you mean `chicago`?"),
      ("cite", [:], "`id` is missing"), ("read", ["id": ""], "1 to 240 characters"),
      ("read", ["id": "x/p1", "context": 11], "from 0 to 10"),
      ("search", ["query": "oven", "limit": 21], "from 1 to 20"),
      ("search", ["query": "oven", "limit": "5"], "whole number"),
      ("search", ["query": 5], "text"), ("search", ["query": ["oven"]], "text"),
      ("search", ["author": [5]], "list of texts"),
      ("search", ["qeury": "oven"], "Did you mean `query`?"), ("search", [:], "query"),
      ("search", ["year": "soon"], "soon"),
    ] as [(String, JSONValue, String)])
  func `an error of a tool is a result that says what to do`(
    _ tool: String, _ arguments: JSONValue, _ words: String
  ) throws {
    let result = try #require(client.call(tool, arguments))
    #expect(result["isError"] == true)
    #expect(result["structuredContent"] == nil)
    #expect(result.text.contains(words), "\(result.text)")
  }

  @Test func `a null argument is one that was omitted`() throws {
    let result = client.call("search", ["query": "oven", "author": .null, "limit": .null])
    #expect(result?["isError"] == false)
  }

  @Test func `a library without an index says so at each call`() throws {
    let client = try Client(hasIndex: false)
    let line = #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"x"}}"#
    _ = client.send(line)
    for _ in 0..<2 {
      let result = client.call("search", ["query": "oven"])
      #expect(result?["isError"] == true)
      #expect(result?.text.contains("pamphlet index") == true)
    }
  }
}
