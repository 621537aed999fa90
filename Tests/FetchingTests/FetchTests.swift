// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FetchedTexts
import Fetching
import FoundationEssentials
import NIOHTTP1
import Synchronization
import TestSupport
import Testing

struct FetchTests {
  private let folder: TemporaryFolder
  private var options: FetchOptions {
    var options = FetchOptions(folder: folder("texts"), types: .sample)
    options.allowsPrivate = true
    options.pause = 0
    return options
  }

  init() throws { folder = try TemporaryFolder() }

  private func stored(_ name: String) -> String {
    String(
      decoding: FileManager.default.contents(atPath: folder("texts/\(name)")) ?? Data(),
      as: UTF8.self)
  }

  private func cause(_ outcome: FetchOutcome?) -> String {
    guard case .failed(let cause)? = outcome else { return "It was fetched." }
    return cause
  }

  @Test func `a text is stored with its tag, and asked for by it the next time`() async throws {
    let server = try await TextServer { request in
      if request.path == "/robots.txt" { return .init(status: .notFound) }
      if request.headers.first(name: "If-None-Match") == "\"1\"" {
        return .init(status: .notModified)
      }
      return .init(headers: ["Content-Type": "text/html", "ETag": "\"1\""], body: "<p>Bread.")
    }
    let url = server.url("/a/bread?x=1")
    let first = await fetch([url], options)
    guard case .fetched(let record)? = first.first?.outcome else {
      Issue.record("\(first)")
      return
    }
    #expect(record.file == "127.0.0.1-a-bread-x-1.html")
    #expect(stored(record.file) == "<p>Bread.")
    #expect(record.size == 9)
    let second = await fetch([url], options)
    #expect(second.first?.outcome == .unchanged(record))
    #expect(
      server.requests.map(\.path) == ["/robots.txt", "/a/bread?x=1", "/robots.txt", "/a/bread?x=1"])
    #expect(server.requests.last?.headers.first(name: "User-Agent")?.hasPrefix("pamphlet/") == true)
    await server.stop()
  }

  @Test func `the host's rules are kept to, also behind a redirection`() async throws {
    let server = try await TextServer { request in
      switch request.path {
      case "/robots.txt": .init(body: "User-agent: *\nDisallow: /no")
      case "/go": .init(status: .found, headers: ["Location": "/no/x"])
      case "/round": .init(status: .found, headers: ["Location": "/round"])
      case "/moved": .init(status: .movedPermanently, headers: ["Location": "yes.txt"])
      default: .init(body: "Words.")
      }
    }
    let paths = ["/no/x", "/go", "/round", "/moved"]
    let outcomes = await fetch(paths.map(server.url), options).map(\.outcome)
    #expect(cause(outcomes[0]).contains("robots.txt"))
    #expect(cause(outcomes[1]).contains("robots.txt"))
    #expect(cause(outcomes[2]).contains("too often"))
    guard case .fetched(let record) = outcomes[3] else {
      Issue.record("\(outcomes[3])")
      return
    }
    #expect(record.final == server.url("/yes.txt"))
    #expect(!server.requests.contains { $0.path == "/no/x" })
    await server.stop()
  }

  @Test func `a broken text goes on where it broke, if it is still the same`() async throws {
    let whole = String(repeating: "All that bread. ", count: 2_000)
    let server = try await TextServer { request in
      if request.path == "/robots.txt" { return .init(status: .notFound) }
      let headers: HTTPHeaders = ["Content-Type": "text/plain", "ETag": "\"7\""]
      guard let range = request.headers.first(name: "Range"),
        request.headers.first(name: "If-Range") == "\"7\"",
        let start = Int(range.dropFirst(6).dropLast())
      else { return .init(headers: headers, body: whole, cutAt: 10_000) }
      return .init(
        status: .partialContent, headers: headers, body: String(whole.dropFirst(start)))
    }
    let first = await fetch([server.url("/long.txt")], options)
    let broken = cause(first.first?.outcome)
    #expect(broken.contains("the next run resumes"))
    let second = await fetch([server.url("/long.txt")], options)
    guard case .fetched(let record)? = second.first?.outcome else {
      Issue.record("\(second)")
      return
    }
    #expect(stored(record.file) == whole)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder("texts"))
    #expect(!names.contains { $0.contains(".part") })
    await server.stop()
  }

  @Test func `what is too large, no text, or not there is said to be so`() async throws {
    let server = try await TextServer { request in
      switch request.path {
      case "/robots.txt": .init(status: .notFound)
      case "/large": .init(body: String(repeating: "x", count: 100_000))
      case "/image": .init(headers: ["Content-Type": "image/png"], body: "x")
      default: .init(status: .notFound)
      }
    }
    var options = options
    options.sizeLimit = 50_000
    let urls = ["/large", "/image", "/gone"].map(server.url) + ["ftp://a.org/x"]
    let causes = await fetch(urls, options).map { cause($0.outcome) }
    #expect(causes[0].contains("the limit is 50000"))
    #expect(causes[1].contains("image/png"))
    #expect(causes[2].contains("404"))
    #expect(causes[3].contains("http and https"))
    await server.stop()
  }

  @Test func `this machine and private networks are not fetched from unless told`() async throws {
    var options = options
    options.allowsPrivate = false
    for host in ["127.0.0.1", "10.1.2.3", "[::1]", "[fe80::1]", "192.168.0.1", "[::ffff:10.0.0.1]"]
    {
      let outcome = await fetch(["http://\(host)/x"], options).first?.outcome
      #expect(cause(outcome).contains("private network"), "\(host)")
    }
    let nobody = await fetch(["http://nobody.invalid/"], options).first?.outcome
    #expect(cause(nobody).contains("not found"))
  }

  @Test func `rules that cannot be had allow nothing`() async throws {
    let server = try await TextServer { request in
      request.path == "/robots.txt" ? .init(status: .internalServerError) : .init(body: "Words.")
    }
    let outcome = await fetch([server.url("/x.txt")], options).first?.outcome
    #expect(cause(outcome).contains("robots.txt"))
    await server.stop()
  }

  @Test func `of several addresses the first that has a text wins, and dead ones are said`()
    async throws
  {
    let server = try await TextServer { request in
      switch request.path {
      case "/robots.txt", "/gone.muse": .init(status: .notFound)
      case "/image": .init(headers: ["Content-Type": "image/png"], body: "x")
      default: .init(body: "Words.")
      }
    }
    let said = Mutex<[String]>([])
    let results = await fetch(
      alternatives: [
        ["/gone.muse", "/image", "/mirror.txt", "/never.txt"].map(server.url),
        ["http://127.0.0.1:1/x.txt", server.url("/gone.muse")], [server.url("/direct.txt")], [],
      ], options
    ) { url, outcome in said.withLock { if !outcome.isStored { $0.append(url) } } }
    #expect(results[0]?.url == server.url("/mirror.txt"))
    #expect(results.map { $0?.outcome.isStored } == [true, false, true, nil])
    #expect(
      said.withLock { Set($0) } == [
        server.url("/gone.muse"), server.url("/image"), "http://127.0.0.1:1/x.txt",
      ])
    #expect(!server.requests.contains { $0.path == "/never.txt" })
    #expect(stored("127.0.0.1-mirror.txt") == "Words.")
    await server.stop()
  }
}
