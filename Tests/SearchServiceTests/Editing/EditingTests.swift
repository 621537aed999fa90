// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Cataloguing
import Corpus
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import TestSupport
import Testing

@testable import SearchService

/// The form by which facts are put right.
struct EditingTests {
  private let folder: TemporaryFolder
  private var edits: EditsFile { EditsFile(path: folder("edits.yaml")) }

  init() throws {
    folder = try TemporaryFolder()
    var bread = Sample.work(
      "bread", title: "On Bread", author: "Ann Bee", year: 1902, texts: ["B."])
    bread.work.formerIDs = ["loaf"]
    try Sample.index([bread], at: folder("index"))
  }

  private func serving(
    edits: Bool = true, _ body: @Sendable @escaping (any TestClientProtocol) async throws -> Void
  ) async throws {
    let responder = try ServiceResponder(
      local: folder("index"), edits: edits ? folder("edits.yaml") : nil)
    try await Application(responder: responder).test(.router) { try await body($0) }
  }

  private func page(
    _ client: any TestClientProtocol, _ work: String = "bread"
  ) async throws -> String {
    try await client.execute(uri: "/edit/\(work)", method: .get) { response in
      #expect(response.status == .ok)
      #expect(response.headers[.cacheControl] == "no-store")
      return String(buffer: response.body)
    }
  }

  private func token(_ page: String) throws -> String {
    let rest = try #require(page.split(separator: "name=\"token\" value=\"").dropFirst().first)
    return String(rest.prefix { $0 != "\"" })
  }

  private static let own: HTTPFields = [
    .origin: "http://localhost", .contentType: "application/x-www-form-urlencoded",
  ]

  private func send(
    _ form: String, _ client: any TestClientProtocol, _ fields: HTTPFields = own,
    to work: String = "bread"
  ) async throws -> (status: Int, page: String) {
    try await client.execute(
      uri: "/edit/\(work)", method: .post, headers: fields, body: ByteBuffer(string: form)
    ) { (Int($0.status.code), String(buffer: $0.body)) }
  }

  @Test func `the form has the present facts, and what is changed is written as an edit`()
    async throws
  {
    try await serving { client in
      let form = try await page(client)
      #expect(form.contains("name=\"title\" value=\"On Bread\""))
      #expect(form.contains("rows=\"2\">\nAnn Bee</textarea>"))
      #expect(form.contains("name=\"year\" value=\"1902\""))
      let sent = try await send(
        "token=\(try token(form))&title=On+Bread&was.title=On+Bread"
          + "&authors=Ann+Bee%0D%0ACarl+%3CDee%3E&was.authors=Ann+Bee&year=1902&was.year=1902"
          + "&unknown=publisher&note=why", client)
      #expect(sent.status == 200)
      #expect(sent.page.contains("<td>Ann Bee<br>Carl &lt;Dee&gt;</td>"))
      #expect(sent.page.contains("pamphlet index --watch"))
      let written = try edits.entries()
      let entry = try #require(written.first)
      #expect(
        entry.facts == [#"authors: ["Ann Bee", "Carl <Dee>"]"#, "unknown: [publisher]"])
      #expect(entry.text.work == "bread" && entry.note == "why")
      // The form knows it before the index does, and the same form once more states nothing.
      #expect(try await page(client).contains("Ann Bee\nCarl &lt;Dee&gt;</textarea>"))
      let again = try await send(
        "token=\(try token(form))&authors=Ann+Bee%0D%0ACarl+%3CDee%3E&was.authors=Ann+Bee", client)
      #expect(again.status == 422)
      #expect(try edits.entries().count == 1)
    }
  }

  @Test func `what cannot be true is shown beside its field, and nothing is written`() async throws
  {
    try await serving { client in
      let form = "token=\(try token(try await page(client)))"
      for (fields, words) in [
        ("year=soon&was.year=1902", "id=\"year-error\">A year from 1 to"),
        ("title=+&was.title=On+Bread", "id=\"title-error\">A work has a title."),
        ("authors=&was.authors=Ann+Bee", "id=\"authors-error\">An empty field says nothing."),
        ("language=eng", "id=\"language-error\">Write en."),
        ("title=a%1Bb&was.title=x", "id=\"title-error\">It contains control characters."),
        ("url=javascript:x", "id=\"url-error\">It must begin with http:// or https://."),
        ("place=Paris&unknown=place", "id=\"place-error\">It is stated, and marked"),
        ("note=%00&year=1903", "id=\"note-error\">It contains control characters."),
        ("year=1902&was.year=1902", "no field was changed."), ("", "no field was changed."),
      ] {
        let sent = try await send("\(form)&\(fields)", client)
        #expect(sent.status == 422, "\(fields)")
        #expect(sent.page.contains(words), "\(fields)")
      }
      #expect(try edits.entries().isEmpty)
    }
  }

  @Test(
    arguments: [
      ("http://evil.example", nil, 403), ("null", nil, 403), ("https://localhost", nil, 403),
      ("http://localhost:81", nil, 403), (nil, nil, 403), (nil, "cross-site", 403),
      ("http://localhost", "same-site", 403), ("http://localhost", "same-origin", 200),
      (nil, "same-origin", 200), ("http://localhost", nil, 200),
    ] as [(String?, String?, Int)])
  func `a form comes from a page of this site`(
    _ origin: String?, _ site: String?, _ status: Int
  ) async throws {
    try await serving { client in
      var fields: HTTPFields = [.contentType: "application/x-www-form-urlencoded; charset=utf-8"]
      fields[.origin] = origin
      fields[try #require(HTTPField.Name("Sec-Fetch-Site"))] = site
      let form = "token=\(try token(try await page(client)))&year=1903&was.year=1902"
      #expect(try await send(form, client, fields).status == status)
      #expect(try edits.entries().count == (status == 200 ? 1 : 0))
    }
  }

  @Test func `a form has the token of this process, a type and a bounded size`() async throws {
    try await serving { client in
      let token = try token(try await page(client))
      for wrong in ["", "token=", "token=\(token.dropLast())0", "token=\(token)0"]
      where wrong != "token=\(token)" {
        #expect(try await send("\(wrong)&year=1903", client).status == 403)
      }
      var fields = Self.own
      fields[.contentType] = "text/plain"
      #expect(try await send("token=\(token)&year=1903", client, fields).status == 415)
      let long = "token=\(token)&title=" + String(repeating: "x", count: 70_000)
      #expect(try await send(long, client).status == 413)
      #expect(try await send("token=\(token)&title=%FF", client).status == 400)
      #expect(try edits.entries().isEmpty)
    }
    #expect(FormToken().text != FormToken().text)
    #expect(FormToken().text.utf8.count == 64)
  }

  @Test func `without --edit there is nothing at the address`() async throws {
    try await serving(edits: false) { client in
      for method in [HTTPRequest.Method.get, .post, .put] {
        try await client.execute(uri: "/edit/bread", method: method, headers: Self.own) {
          #expect($0.status == .notFound)
        }
      }
    }
  }

  @Test func `other methods, unknown works and former ids are answered as elsewhere`() async throws
  {
    try await serving { client in
      try await client.execute(uri: "/edit/bread", method: .put) {
        #expect($0.status == .methodNotAllowed)
        #expect($0.headers[.allow] == "GET, HEAD, POST")
      }
      try await client.execute(uri: "/works/bread", method: .post, headers: Self.own) {
        #expect($0.status == .methodNotAllowed)
      }
      try await client.execute(uri: "/edit/none", method: .get) { #expect($0.status == .notFound) }
      try await client.execute(uri: "/edit/loaf", method: .get) {
        #expect($0.status == .seeOther)
        #expect($0.headers[.location] == "/edit/bread")
      }
      let form = "token=\(try token(try await page(client)))&year=1903&was.year=1902"
      #expect(try await send(form, client, to: "loaf").status == 200)
      #expect(try edits.entries().map(\.text.work) == ["bread"])
    }
  }

  @Test func `a file of edits that cannot be changed is said to, and nothing is lost`() async throws
  {
    try folder.write("works: [", to: "edits.yaml")
    try await serving { client in
      try await client.execute(uri: "/edit/bread", method: .get) {
        #expect($0.status == .serviceUnavailable)
        #expect(String(buffer: $0.body).contains("is not valid"))
      }
    }
    #expect(try folder.read("edits.yaml") == Array("works: [".utf8))
  }
}
