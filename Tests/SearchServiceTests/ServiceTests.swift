// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Citation
import Corpus
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing
import XapianStore

@testable import SearchService

struct ServiceTests {
  private func serving(
    _ body: @Sendable @escaping (any TestClientProtocol, TemporaryFolder) async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder()
    var works = [
      Sample.work(
        "bread", title: "On Bread", year: 1902,
        texts: ["Bread <b> is made by many hands.", "Roses too."]),
      Sample.work(
        "roses", title: "On Roses", year: 1912, texts: ["Hearts starve as well as bodies."]),
    ]
    works[0].passages[1].quotations = [
      Quotation(
        range: 0..<5, text: "Roses",
        source: NamedSource(authors: ["Carl Dee"], title: "Roses", pages: "3", work: "roses"),
        via: [NamedSource(authors: ["Dan Eff"])], basis: .inferred)
    ]
    works[0].work.retired = [
      RetiredPassage(label: "p7", fingerprint: 7, movedTo: "p2"),
      RetiredPassage(label: "p8", fingerprint: 8, movedTo: nil),
    ]
    works[0].work.formerIDs = ["loaf", "crumb"]
    try Sample.index(works, at: folder.path)
    let application = Application(
      responder: try ServiceResponder(local: folder.path))
    try await application.test(.router) { client in try await body(client, folder) }
  }

  @Test func `a passage that moved is cited in the same style`() async throws {
    try await serving { client, _ in
      try await client.execute(uri: "/v1/cite/bread/p7?style=ris&quotation=1", method: .get) {
        #expect($0.status == .permanentRedirect)
        #expect($0.headers[.location] == "/v1/cite/bread/p2?style=ris&quotation=1")
      }
    }
  }

  @Test(arguments: [
    ("/v1/passages/loaf/p1", "/v1/passages/bread/p1"),
    ("/v1/passages/crumb/p7", "/v1/passages/bread/p2"),
    ("/v1/cite/loaf/p1?style=ris", "/v1/cite/bread/p1?style=ris"),
    ("/v1/works/loaf", "/v1/works/bread"),
    ("/v1/works/crumb/passages?limit=1", "/v1/works/bread/passages?limit=1"),
  ])
  func `an id that a work had leads to the one that it has`(
    _ path: String, _ location: String
  ) async throws {
    try await serving { client, _ in
      try await client.execute(uri: path, method: .get) {
        #expect($0.status == .permanentRedirect)
        #expect($0.headers[.location] == location)
        #expect($0.headers[.cacheControl] == "no-cache")
      }
      try await client.execute(uri: "/v1/passages?id=loaf/p1", method: .get) { response in
        #expect(String(buffer: response.body).contains(#""id":"bread/p1""#))
      }
    }
  }

  @Test func `a quotation is cited through the works it came through, the held one by its name`()
    async throws
  {
    try await serving { client, _ in
      try await client.execute(uri: "/v1/cite/bread/p2?quotation=1", method: .get) { response in
        #expect(
          String(buffer: response.body)
            == #"{"id":"bread/p2","style":"chicago","citation":"Ann Author, “On Roses” (1912), 3, "#
            + #"quoted in Dan Eff, quoted in Ann Author, “On Bread” (1902), 2–3.","quotation":1,"#
            + #""basis":"inferred","confidence":null,"selector":{"type":"TextQuoteSelector","exact":"Roses","#
            + #""prefix":"Bread <b> is made by many hands.","suffix":" too."},"link":null}"#)
      }
      try await client.execute(uri: "/v1/passages/bread/p2", method: .get) { response in
        #expect(
          String(buffer: response.body).hasSuffix(
            #""selector":{"type":"TextQuoteSelector","exact":"Roses too.","#
              + #""prefix":"Bread <b> is made by many hands."},"link":null}"#))
      }
    }
  }

  @Test(arguments: [
    ("/v1/search?q=bread", 200), ("/v1/search?q=", 400), ("/v1/search?q=year:x", 400),
    ("/v1/search?q=x&limit=1000", 400), ("/v1/search?q=%FF", 400), ("/v1/search?nonsense=1", 400),
    ("/v1/search?q=autor:x", 200), ("/v1/search?q=bread&sort=year&explain=true", 200),
    ("/v1/search?q=bread&sort=x", 400), ("/v1/search?like=bread/p1", 200),
    ("/v1/search?like=loaf/p1", 200), ("/v1/search?like=bread/p9", 404),
    ("/v1/search?q=bread&explain=1", 400),
    ("/v1/concordance?q=bread&sort=left", 200), ("/v1/concordance?q=bread&sort=year", 400),
    ("/v1/concordance?q=bread&group=work", 400), ("/v1/concordance", 400),
    ("/v1/passages/bread/p1", 200), ("/v1/passages/bread%2Fp1", 200),
    ("/v1/passages/bread/p9", 404),
    ("/v1/passages/loaf/p8", 410), ("/v1/passages/loaf/p9", 404),
    ("/v1/passages/bread/p8", 410), ("/v1/passages/bread/p7", 308), ("/v1/passages/none/p1", 404),
    ("/v1/passages?id=bread/p1&id=x", 200), ("/v1/passages", 400), ("/v1/works", 200),
    ("/v1/works?limit=0", 400), ("/v1/works/bread", 200), ("/v1/works/none", 404),
    ("/v1/works/bread/passages?limit=1", 200), ("/v1/suggest?q=bre", 200), ("/v1/suggest", 400),
    ("/v1/cite/bread/p1?style=apa", 200), ("/v1/cite/bread/p1?style=x", 400), ("/healthz", 200),
    ("/v1/cite/bread/p2?quotation=1", 200), ("/v1/cite/bread/p2?quotation=2", 404),
    ("/v1/cite/bread/p1?quotation=1", 404), ("/v1/cite/bread/p1?quotation=0", 400),
    ("/readyz", 200), ("/metrics", 200), ("/openapi.json", 200), ("/opensearch.xml", 200),
    ("/", 200),
    ("/?q=bread", 303), ("/search?q=bread", 200), ("/search?like=bread/p1", 200),
    ("/search?like=bread/p99", 404), ("/search?q=year:x", 400), ("/search?view=x", 400),
    ("/passages/bread/p1", 303), ("/passages/loaf/p1", 303), ("/passages/bread/p8", 410),
    ("/passages/bread/p9", 404), ("/works/bread", 200), ("/works/loaf", 303),
    ("/works/bread/p1", 200), ("/works/bread/p2", 303), ("/works/none", 404),
    ("/v1/works/bread/contents", 200), ("/v1/works/loaf/contents", 308),
    ("/v1/works/bread/chapters/p1", 200), ("/v1/works/bread/chapters/p2", 404),
    ("/v1/people/Nobody", 404), ("/v1/kept?id=bread/p1&format=bib", 200), ("/v1/kept", 400),
    ("/robots.txt", 200), ("/favicon.svg", 200), ("/sitemap-2.xml", 404),
    ("/nothing", 404), ("/v1/nothing", 404),
  ])
  func `each address answers with its status, errors as problems`(
    _ path: String, _ status: Int
  ) async throws {
    try await serving { client, _ in
      try await client.execute(uri: path, method: .get) { response in
        #expect(response.status.code == status)
        #expect(response.headers[.xContentTypeOptions] == "nosniff")
        if status >= 400, path.hasPrefix("/v1") {
          #expect(response.headers[.contentType] == "application/problem+json")
          #expect(String(buffer: response.body).contains(#""code":""#))
        }
      }
    }
  }

  @Test func `a search gives passages, and a tag that spares asking again`() async throws {
    try await serving { client, folder in
      let tag = try await client.execute(uri: "/v1/search?q=hands", method: .get) { response in
        let body = String(buffer: response.body)
        #expect(
          body.hasPrefix(
            #"{"query":{"text":"hands","interpreted":"hands","suggestion":null,"warnings":[]},"#))
        #expect(body.contains(#""total":{"value":1,"relation":"eq"}"#))
        #expect(body.contains(#""id":"bread/p1""#))
        return try #require(response.headers[.eTag])
      }
      let headers: HTTPFields = [.ifNoneMatch: tag]
      try await client.execute(uri: "/v1/search?q=hands", method: .get, headers: headers) {
        response in
        #expect(response.status == .notModified)
      }
      try Sample.index([Sample.work("hands", texts: ["More hands."])], at: folder.path)
      try await client.execute(uri: "/v1/search?q=hands", method: .get, headers: headers) {
        response in
        #expect(response.status == .ok)
        #expect(String(buffer: response.body).contains(#""id":"hands/p1""#))
      }
    }
  }

  @Test func `a query error has its place`() async throws {
    try await serving { client, _ in
      try await client.execute(uri: "/v1/search?q=x%20year:y", method: .get) { response in
        #expect(String(buffer: response.body).contains(#""code":"invalid-query","position":[7,8]"#))
      }
    }
  }

  @Test func `other methods are refused, HEAD has no body`() async throws {
    try await serving { client, _ in
      for method in [HTTPRequest.Method.post, .put, .delete] {
        try await client.execute(uri: "/v1/search?q=x", method: method) { response in
          #expect(response.status == .methodNotAllowed)
          #expect(response.headers[.allow] == "GET, HEAD")
        }
      }
      try await client.execute(uri: "/v1/search?q=bread", method: .head) { response in
        #expect(response.status == .ok)
        #expect(response.body.readableBytes == 0)
      }
    }
  }

  @Test func `the page escapes what was asked and what is found`() async throws {
    try await serving { client, _ in
      try await client.execute(
        uri: "/search?q=%3Cscript%3Ealert(1)%3C/script%3E%20bread", method: .get
      ) {
        response in
        let body = String(buffer: response.body)
        #expect(!body.contains("<script>"))
        #expect(body.contains("&lt;script&gt;"))
        #expect(body.contains("<mark>Bread</mark> &lt;b&gt; is made"))
        #expect(response.headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)
      }
    }
  }

  @Test(.timeLimit(.minutes(15)))
  func `no request fails while new indexes are published`() async throws {
    try await serving { client, folder in
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for number in 0..<12 {
            try Sample.index(
              [Sample.work("new-\(number)", texts: ["Bread number \(number)."])], at: folder.path)
          }
        }
        for _ in 0..<4 {
          group.addTask {
            for _ in 0..<60 {
              try await client.execute(uri: "/v1/search?q=bread&facets=work", method: .get) {
                response in
                #expect(response.status == .ok)
              }
            }
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test func `without an index the daemon lives and says what to do`() async throws {
    let folder = try TemporaryFolder()
    let application = Application(
      responder: try ServiceResponder(local: folder("none"), readers: 1))
    try await application.test(.router) { client in
      try await client.execute(uri: "/healthz", method: .get) { #expect($0.status == .ok) }
      try await client.execute(uri: "/readyz", method: .get) {
        #expect($0.status == .serviceUnavailable)
      }
      try await client.execute(uri: "/", method: .get) { #expect($0.status == .ok) }
    }
  }
}
