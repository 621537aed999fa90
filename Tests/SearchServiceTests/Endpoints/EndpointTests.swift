// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import Corpus
import FoundationEssentials
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SearchAPI
import TestSupport
import Testing

@testable import SearchService

/// What the table of endpoints promises, asked of the service.
struct EndpointTests {
  private func serving(
    _ body: @Sendable @escaping (any TestClientProtocol, TemporaryFolder) async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder()
    var held = Sample.work(
      Example.work, title: "Workers power and the Russian Revolution", author: "Tom Wetzel",
      year: 2005,
      texts: (1...40).map { "The factory committees of paragraph \($0) elected their own." })
    held.passages[30].quotations = [
      Quotation(range: 0..<3, text: "The", source: NamedSource(title: "Soviets"), basis: .inferred)
    ]
    try Sample.index([held, Sample.work("bread", texts: ["Bread."])], at: folder.path)
    let application = Application(
      responder: try ServiceResponder(local: folder.path, edits: folder("edits.yaml")))
    try await application.test(.router) { client in try await body(client, folder) }
  }

  @Test func `each example is answered with 200 and what its schema says`() async throws {
    try await serving { client, _ in
      for endpoint in Endpoint.all {
        try await client.execute(uri: endpoint.example, method: .get) { response in
          let leads = endpoint.operation == .passagePage
          #expect(response.status == (leads ? .seeOther : .ok), "\(endpoint.example)")
          guard case .json(let table)? = endpoint.answers.first?.content else { return }
          let json = try JSONValue(parsing: Array(response.body.readableBytesView))
          #expect(SchemaCheck.faults(json, .object(table)) == [], "\(endpoint.example)")
        }
      }
    }
  }

  @Test func `a tag is given where 304 is promised, and only there`() async throws {
    try await serving { client, _ in
      for endpoint in Endpoint.all where endpoint.operationID != nil {
        let tag = try await client.execute(uri: endpoint.example, method: .get) {
          $0.headers[.eTag]
        }
        guard case .byRevision = endpoint.caching else {
          #expect(tag == nil, "\(endpoint.example)")
          continue
        }
        for condition in [try #require(tag), "*"] {
          let headers: HTTPFields = [.ifNoneMatch: condition]
          try await client.execute(uri: endpoint.example, method: .get, headers: headers) {
            #expect($0.status == .notModified, "\(endpoint.example)")
            #expect($0.headers[.eTag] == tag)
            #expect($0.headers[.cacheControl] == "no-cache")
            #expect($0.body.readableBytes == 0)
          }
        }
      }
      // Nothing is there that a client could have.
      let any: HTTPFields = [.ifNoneMatch: "*"]
      try await client.execute(uri: "/v1/passages/bread/p9", method: .get, headers: any) {
        #expect($0.status == .notFound)
      }
      try await client.execute(uri: "/v1/search?limit=x", method: .get, headers: any) {
        #expect($0.status == .badRequest)
      }
    }
  }

  @Test(arguments: [
    ("/v1/works/braed", "Did you mean `bread`?"),
    ("/v1/works/braed/passages", "Did you mean `bread`?"),
    ("/v1/passages/braed/p1", "Did you mean `bread/p1`?"),
    ("/v1/passages/bread/p11", "Did you mean `bread/p1`?"),
    ("/v1/cite/braed/p1", "Did you mean `bread/p1`?"),
    ("/v1/passages/x/y", "An id is a work id, a slash and a label: `work/p31`."),
    ("/v1/serach", "Did you mean `/v1/search`? `/openapi.json` lists what there is."),
    ("/v1/search?auther=x", "Did you mean `author`? The parameters are "),
    ("/v1/cite/bread/p1?style=mlaa", "Did you mean `mla`? "),
    ("/v1/search?q=x&sort=yaer", "Did you mean `year`? "),
  ])
  func `what does not exist leads to what was meant`(_ path: String, _ hint: String) async throws {
    try await serving { client, _ in
      try await client.execute(uri: path, method: .get) { response in
        #expect([404, 400].contains(response.status.code))
        let problem = try JSONValue(parsing: Array(response.body.readableBytesView))
        guard case .string(let detail)? = problem["detail"] else {
          Issue.record("\(path) has no detail")
          return
        }
        #expect(detail.hasPrefix(hint), "\(detail)")
      }
    }
  }

  @Test func `an index of another program is named as such, to people and to programs`()
    async throws
  {
    try await serving { client, folder in
      // Without its version it is no index of ours.
      let tables = folder("generation-000001/postlist.glass")
      var bytes = Array(try #require(FileManager.default.contents(atPath: tables)))
      for start in bytes.ranges(of: Array("pamphlet.schema".utf8)).map(\.upperBound) {
        bytes[start - 1] = UInt8(ascii: "b")
      }
      try folder.write(bytes, to: "foreign/generation-000001/postlist.glass")
      for name in try FileManager.default.contentsOfDirectory(atPath: folder("generation-000001"))
      where name != "postlist.glass" {
        try FileManager.default.copyItem(
          atPath: folder("generation-000001/\(name)"),
          toPath: folder("foreign/generation-000001/\(name)"))
      }
      try FileManager.default.copyItem(
        atPath: folder("XAPIANDB"), toPath: folder("foreign/XAPIANDB"))
      let foreign = Application(responder: try ServiceResponder(local: folder("foreign")))
      try await foreign.test(.router) { client in
        try await client.execute(uri: "/readyz", method: .get) { response in
          #expect(response.status == .serviceUnavailable)
          #expect(String(buffer: response.body).contains(#""code":"incompatible""#))
        }
        for path in ["/", "/search?q=bread", "/passages/bread/p1"] {
          try await client.execute(uri: path, method: .get) {
            #expect($0.status == .serviceUnavailable)
            #expect($0.headers[.contentType] == "application/problem+json")
          }
          let asPage: HTTPFields = [.accept: "text/html"]
          try await client.execute(uri: path, method: .get, headers: asPage) { response in
            #expect(response.status == .serviceUnavailable)
            #expect(response.headers[.contentType] == "text/html; charset=utf-8")
            let page = String(buffer: response.body)
            #expect(page.contains("was not built by Pamphlet"))
            #expect(page.contains("pamphlet index --rebuild"))
          }
        }
      }
    }
  }
}
