// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import IndexSchema
import TestSupport
import Testing

@testable import SearchService

struct PagesTests {
  /// Pages of a library in which “bread” quotes “roses”.
  private func serving(
    _ body: @Sendable @escaping (any TestClientProtocol) async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder()
    let source = "We want bread and we want roses too, for hearts starve as well as bodies."
    var bread = Sample.work(
      "bread", title: "On Bread", author: "Ann Bee", year: 1902,
      texts: (1...70).map { "Paragraph \($0) on ovens." })
    bread.passages[65].text = "Carl Dee said: “\(source)” And more."
    bread.passages[65].quotations = [
      Quotation(
        range: 15..<(17 + source.count), text: source, speaker: "Carl Dee",
        source: NamedSource(authors: ["Carl Dee"], title: "Roses", pages: "3"), note: "1",
        basis: .inferred, confidence: 0.9)
    ]
    bread.passages[65].references = [
      Reference(
        range: 0..<3, text: "Roses",
        source: NamedSource(authors: ["Carl Dee"], title: "Roses"), basis: .stated)
    ]
    let roses = Sample.work(
      "roses", title: "Roses", author: "Carl Dee", year: 1899, language: "fr",
      texts: ["Before.", source])
    try Sample.index([bread, roses], at: folder.path)
    let application = Application(responder: try ServiceResponder(local: folder.path))
    try await application.test(.router) { client in
      try await body(client)
      withExtendedLifetime(folder) {}
    }
  }

  private func text(
    _ address: String, _ client: any TestClientProtocol, _ fields: HTTPFields = [:],
    status: HTTPResponse.Status = .ok
  ) async throws -> String {
    try await client.execute(uri: address, method: .get, headers: fields) { response in
      #expect(response.status == status, "\(address)")
      return String(buffer: response.body)
    }
  }

  @Test func `a hit says whose words it has, and leads into the chapter with the query`()
    async throws
  {
    try await serving { client in
      let page = try await text("/search?q=%22bread%20and%22&author=bee", client)
      #expect(page.contains("<a href=\"/people/Carl%20Dee\">Carl Dee</a>"))
      #expect(page.contains("inferred from note 1"))
      #expect(page.contains("href=\"/works/bread/p41?q=%22bread%20and%22&amp;at=p66#p66\""))
      #expect(page.contains("href=\"/passages/bread/p66/cite?quotation=1\""))
      #expect(page.contains("href=\"/quotations/bread/p66/1\""))
      #expect(page.contains("kept=bread/p66#h-bread.p66"))
      // The chip takes the filter off.
      #expect(page.contains("<li><a href=\"/search?q=%22bread%20and%22\""))
    }
  }

  @Test func `a passage is shown in its chapter, with the way to the other hits`() async throws {
    try await serving { client in
      try await client.execute(uri: "/passages/bread/p3?q=ovens", method: .get) {
        #expect($0.status == .seeOther)
        #expect($0.headers[.location] == "/works/bread/p1?q=ovens&at=p3#p3")
      }
      let page = try await text("/works/bread/p41?q=ovens", client)
      #expect(page.contains("<mark>ovens</mark>"))
      #expect(page.contains("41 of 69"))
      #expect(
        page.contains("href=\"/works/bread/p1?q=ovens&amp;at=p40#p40\" aria-label=\"Previous"))
      #expect(page.contains("<meta name=\"citation_title\" content=\"On Bread\">"))
      #expect(page.contains("class=\"Z3988\""))
      #expect(try await text("/works/bread/p41?q=ovens&at=p45", client).contains("45 of 69"))
      // A passage in the middle, an old or unknown label.
      try await client.execute(uri: "/works/bread/p50", method: .get) {
        #expect($0.headers[.location] == "/works/bread/p41#p50")
      }
      _ = try await text("/works/bread/p999", client, status: .notFound)
      _ = try await text("/works/braed", client, status: .notFound)
    }
  }

  @Test func `a quotation stands beside its source`() async throws {
    try await serving { client in
      let page = try await text("/quotations/bread/p66/1", client)
      #expect(page.contains("As Bee quotes it, 1902"))
      #expect(page.contains("As Dee has it, 1899"))
      #expect(page.contains("The words agree."))
      _ = try await text("/quotations/bread/p66/9", client, status: .notFound)
      _ = try await text("/quotations/bread/p66/x", client, status: .notFound)
    }
  }

  @Test func `a person has works and is quoted`() async throws {
    try await serving { client in
      let page = try await text("/people/Carl%20Dee", client)
      #expect(page.contains("Own works held here"))
      #expect(page.contains("quoted in 1 passage"))
      #expect(page.contains("<a href=\"/works/bread/p41#p66\">"))
      #expect(try await text("/people?name=dee", client).contains("Carl Dee"))
      _ = try await text("/people/Nobody", client, status: .notFound)
      #expect(try await text("/cited", client).contains("<cite>Roses</cite>"))
    }
  }

  @Test func `kept passages are in the address and can be taken away`() async throws {
    try await serving { client in
      let page = try await text("/kept?kept=bread/p66.q1&kept=roses/p2&kept=bread/p999", client)
      #expect(page.contains("quoted in"))
      #expect(page.contains("<code>bread/p999</code>"))
      #expect(page.contains("format=docx"))
      try await client.execute(
        uri: "/kept?id=bread/p66.q1&format=ris", method: .get
      ) { response in
        #expect(response.headers[.contentDisposition]?.contains("pamphlet-kept.ris") == true)
        #expect(String(buffer: response.body).contains("Carl"))
      }
      _ = try await text("/kept?format=docx", client, status: .badRequest)
      let many = (1...60).map { "kept=bread/p\($0)" }.joined(separator: "&")
      #expect(try await text("/kept?\(many)", client).contains("The list is full"))
      _ = try await text("/search?q=ovens&\(many)", client)
    }
  }

  @Test func `the language is that of the address, else that of the browser`() async throws {
    try await serving { client in
      #expect(
        try await text("/works", client, [.acceptLanguage: "fr-CA, en;q=0.5"])
          .contains("<html lang=\"fr\">"))
      let page = try await text("/works?lang=de", client, [.acceptLanguage: "fr"])
      #expect(page.contains("<html lang=\"de\">"))
      #expect(page.contains("<cite lang=\"fr\">Roses</cite>"))
      #expect(page.contains("/works/bread?lang=de"))
    }
  }

  @Test func `an old address of a search leads to the new one`() async throws {
    try await serving { client in
      try await client.execute(uri: "/?q=a%20b&author=bee", method: .get) {
        #expect($0.status == .seeOther)
        #expect($0.headers[.location] == "/search?q=a%20b&author=bee")
      }
      try await client.execute(uri: "/search?q=", method: .get) {
        #expect($0.headers[.location] == "/")
      }
    }
  }

  @Test func `an address without anything is a page for people, a problem for programs`()
    async throws
  {
    try await serving { client in
      let page = try await text("/nothing", client, [.accept: "text/html"], status: .notFound)
      #expect(page.contains("<h1>Not found</h1>"))
      try await client.execute(uri: "/nothing", method: .get) {
        #expect($0.headers[.contentType] == "application/problem+json")
      }
    }
  }

  @Test func `concordances come as a table, searches as a feed`() async throws {
    try await serving { client in
      #expect(
        try await text("/search?q=ovens&view=concordance", client).contains(
          "<table class=\"kwic\">"))
      let csv = try await text("/search?q=hearts&view=concordance&format=csv", client)
      #expect(csv.hasPrefix("left,match,right,citation,id\r\n"))
      #expect(
        try await text("/search?q=ovens&format=atom", client)
          .contains("<feed xmlns=\"http://www.w3.org/2005/Atom\""))
      #expect(try await text("/opds/all", client).contains("On Bread"))
      _ = try await text("/opds/none", client, status: .notFound)
      #expect(try await text("/sitemap.xml", client).contains("/works/bread"))
    }
  }

  @Test func `a problem is a page for people, with the status and fields that programs get`() throws
  {
    let error = IndexError(.corrupt, "The index is <damaged>.", hint: "Run `pamphlet recover`.")
    let target = try #require(RequestTarget("/search?q=x&kept=a/p1"))
    let page = Pages.problem(error, target, Asker(), like: .problem(error, retryAfter: 7))
    #expect(page.status == .serviceUnavailable)
    #expect(page.contentType == "text/html; charset=utf-8")
    #expect(page.fields.contains { $0.name == .retryAfter && $0.value == "7" })
    #expect(page.cause == "corrupt: The index is <damaged>.")
    let text = String(decoding: page.body, as: UTF8.self)
    #expect(text.contains("The index is &lt;damaged&gt;. Run <code>pamphlet recover</code>."))
    #expect(text.contains("name=\"kept\" value=\"a/p1\""))
  }
}
