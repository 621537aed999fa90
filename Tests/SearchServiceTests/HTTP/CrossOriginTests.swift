// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import SearchService

struct CrossOriginTests {
  private let origin = "https://reader.example"

  private func serving(
    _ origins: [String], _ body: @Sendable @escaping (any TestClientProtocol) async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder()
    try Sample.index([Sample.work("bread", texts: ["Bread."])], at: folder.path)
    let application = Application(
      responder: try ServiceResponder(local: folder.path, allowedOrigins: origins))
    try await application.test(.router) { client in
      try await body(client)
      withExtendedLifetime(folder) {}
    }
  }

  @Test(arguments: [["https://reader.example"], ["*"], ["https://other.example"], []])
  func `the API may be read by the origins that were named`(_ origins: [String]) async throws {
    let expected =
      origins == ["*"]
      ? "*" : origins == ["https://reader.example"] ? "https://reader.example" : nil
    try await serving(origins) { client in
      for path in ["/v1/works", "/v1/nothing", "/openapi.json", "/opds", "/opds/new"] {
        try await client.execute(uri: path, method: .get, headers: [.origin: origin]) { response in
          #expect(response.headers[.accessControlAllowOrigin] == expected, "\(path)")
          let varies = response.headers[.vary]?.contains("Origin") == true
          #expect(varies == !origins.isEmpty, "\(path)")
        }
      }
      for path in ["/works", "/", "/edit/bread", "/metrics", "/status"] {
        try await client.execute(uri: path, method: .get, headers: [.origin: origin]) {
          #expect($0.headers[.accessControlAllowOrigin] == nil, "\(path)")
        }
      }
    }
  }

  @Test func `a preflight request is answered for the API alone, and only if that is wanted`()
    async throws
  {
    let fields: HTTPFields = [.origin: origin, .accessControlRequestMethod: "GET"]
    try await serving([origin]) { client in
      try await client.execute(uri: "/v1/search?q=x", method: .options, headers: fields) {
        #expect($0.status == .noContent)
        #expect($0.headers[.accessControlAllowOrigin] == "https://reader.example")
        #expect($0.headers[.accessControlAllowMethods] == "GET, HEAD")
        #expect($0.headers[.accessControlMaxAge] != nil)
        #expect($0.headers[.contentType] == nil)
      }
      try await client.execute(uri: "/works", method: .options, headers: fields) {
        #expect($0.status == .methodNotAllowed)
      }
    }
    try await serving([]) { client in
      try await client.execute(uri: "/v1/search?q=x", method: .options, headers: fields) {
        #expect($0.status == .methodNotAllowed)
        #expect($0.headers[.allow] == "GET, HEAD")
        #expect($0.headers[.vary] == nil)
      }
    }
  }

  @Test(arguments: [
    ("*", true), ("https://reader.example", true), ("http://127.0.0.1:8080", true),
    ("http://[::1]:80", true), ("https://reader.example/", false), ("reader.example", false),
    ("null", false), ("https://*.example", false), ("", false), ("ftp://x", false),
  ])
  func `an origin has a scheme, a host and perhaps a port`(_ text: String, _ isOrigin: Bool) {
    #expect(ServiceConfiguration.isOrigin(text) == isOrigin)
  }
}
