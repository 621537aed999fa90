// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FetchedTexts
import Fetching
import FoundationEssentials
import NIOHTTP1
import Synchronization
import TestSupport
import Testing

/// Hosts that want in where they do not belong, or want us to wait or to store without end.
struct HostileHostTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// To these tests 127.0.0.1 is a public address, and `public.test` a host that has it.
  private func options(
    _ addresses: @escaping @Sendable (String) -> [String] = { _ in ["127.0.0.1"] }
  ) -> FetchOptions {
    var options = FetchOptions(folder: folder("texts"), types: .sample)
    options.pause = 0
    options.isPublic = { $0 == "127.0.0.1" }
    options.resolve = addresses
    return options
  }

  private func cause(_ outcome: FetchOutcome?) -> String {
    guard case .failed(let cause)? = outcome else { return "It was fetched." }
    return cause
  }

  @Test(arguments: ["10.0.0.1", "::1", "169.254.169.254", "64:ff9b:1::7f00:1", "2002:7f00:1::"])
  func `a redirection from a public host to a private one is refused at every hop`(
    _ address: String
  ) async throws {
    let server = try await TextServer { request in
      switch request.path {
      case "/robots.txt": .init(status: .notFound)
      case "/one": .init(status: .found, headers: ["Location": "/two"])
      case "/two": .init(status: .found, headers: ["Location": "//private.test/x"])
      default: .init(body: "Words.")
      }
    }
    let options = options { $0 == "private.test" ? [address] : ["127.0.0.1"] }
    let outcome = await fetch(["http://public.test:\(server.port)/one"], options).first?.outcome
    #expect(cause(outcome).contains("private.test is in a private network"))
    #expect(server.requests.map(\.path) == ["/robots.txt", "/one", "/two"])
    await server.stop()
  }

  @Test func `a host with one private address among others is refused`() async {
    let outcome = await fetch(
      ["http://public.test/x"], options { _ in ["127.0.0.1", "192.168.0.1"] }
    ).first?.outcome
    #expect(cause(outcome).contains("private network"))
  }

  @Test func `the address that was looked at is the one that is asked`() async throws {
    let server = try await TextServer { request in
      request.path == "/robots.txt" ? .init(status: .notFound) : .init(body: "Words.")
    }
    // The name stands for a private address as soon as it has been looked at.
    let lookUps = Mutex(0)
    let options = options { _ in
      let count = lookUps.withLock { count in
        count += 1
        return count
      }
      return [count == 1 ? "127.0.0.1" : "127.0.0.9"]
    }
    let urls = ["/a", "/b"].map { "http://rebinding.test:\(server.port)\($0)" }
    for (_, outcome) in await fetch(urls, options) {
      guard case .fetched = outcome else {
        Issue.record("\(outcome)")
        continue
      }
    }
    #expect(lookUps.withLock { $0 } == 1)
    #expect(server.requests.allSatisfy { $0.headers.first(name: "Host")?.hasPrefix("reb") == true })
    await server.stop()
  }

  @Test func `a size that no text has is refused before it is read`() async throws {
    let server = try await TextServer { request in
      if request.path == "/robots.txt" { return .init(status: .notFound) }
      return .init(
        headers: ["Content-Type": "text/plain", "ETag": "\"1\""], body: "short",
        length: Int.max)
    }
    let url = "http://public.test:\(server.port)/lie"
    #expect(cause(await fetch([url], options()).first?.outcome).contains("the limit is"))
    await server.stop()
  }

  @Test func `a body that comes without end, or too slowly, is given up`() async throws {
    let server = try await TextServer { request in
      switch request.path {
      case "/robots.txt": .init(status: .notFound)
      case "/endless": .init(body: String(repeating: "a", count: 1_000), repeats: true)
      default: .init(body: "a", isHeld: true)
      }
    }
    var options = options()
    options.sizeLimit = 100_000
    let url = "http://public.test:\(server.port)"
    let endless = await fetch(["\(url)/endless"], options).first?.outcome
    #expect(cause(endless).contains("more than 100000 bytes"))
    options.secondsLimit = 2
    let slow = await fetch(["\(url)/slow"], options).first?.outcome
    #expect(cause(slow).contains("longer than 2 seconds"))
    await server.stop()
  }

  @Test func `rules that come without end are read as far as they are read`() async throws {
    let server = try await TextServer { request in
      request.path == "/robots.txt"
        ? .init(body: "User-agent: *\nDisallow: /no\n" + String(repeating: "#\n", count: 300_000))
        : .init(body: "Words.")
    }
    let urls = ["/no/x", "/yes"].map { "http://public.test:\(server.port)\($0)" }
    let outcomes = await fetch(urls, options()).map(\.outcome)
    #expect(cause(outcomes[0]).contains("robots.txt"))
    #expect(cause(outcomes[1]) == "It was fetched.")
    await server.stop()
  }

  @Test func `a name that wants out of the folder stays in it`() async throws {
    let server = try await TextServer { request in
      request.path == "/robots.txt"
        ? .init(status: .notFound)
        : .init(
          headers: [
            "Content-Type": "text/plain",
            "Content-Disposition": "attachment; filename=\"../../escaped.txt\"",
          ], body: "Words.")
    }
    for path in ["/../../up.txt", "/%2e%2e/%2fetc%0a%1b[2J.txt", "/.hidden", "/..", "/"] {
      let url = "http://public.test:\(server.port)\(path)"
      guard case .fetched(let record) = await fetch([url], options()).first?.outcome else {
        Issue.record("\(path)")
        continue
      }
      #expect(record.file.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }, "\(path)")
      #expect(!record.file.hasPrefix("."))
      #expect(FileManager.default.fileExists(atPath: folder("texts/\(record.file)")))
    }
    await server.stop()
  }

  @Test(.timeLimit(.minutes(15)))
  func `rules with a name on every line are read in time`() {
    let text = String(repeating: "User-agent: a\n", count: RobotsRules.sizeLimit / 14)
    #expect(RobotsRules(text + "Disallow: /", agent: "pamphlet").allows("/x"))
  }
}
