// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import Glibc
import Indexing
import TestSupport
import Testing
import XapianStore

/// The real daemon with its workers.
@Suite(.serialized, .timeLimit(.minutes(15)))
struct DaemonTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let texts = (0..<3_000).map { number in
      String(repeating: "of the and to in a that is it as ", count: 10) + "bread \(number)"
    }
    try Sample.index([Sample.work("many", texts: texts)], at: folder("index"))
  }

  private func daemon(_ arguments: String = "") throws -> RunningDaemon {
    try RunningDaemon(folder, index: folder("index"), arguments)
  }

  /// Overwrites what lies behind the first block of a table.
  private func damage(_ table: String) throws {
    let file = folder("index/generation-000001/\(table).glass")
    let descriptor = open(file, O_WRONLY)
    #expect(descriptor >= 0)
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    let noise = (0..<max(0, size - 8_192)).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    #expect(pwrite(descriptor, noise, noise.count, 8_192) == noise.count)
  }

  @Test func `a worker that is killed while it has nothing to do is not missed`() throws {
    let daemon = try daemon()
    #expect(try daemon.get("/v1/search?q=bread").status == 200)
    let before = daemon.workers
    #expect(!before.isEmpty)
    for worker in before { kill(worker, SIGKILL) }
    usleep(100_000)
    #expect(try daemon.get("/v1/search?q=bread").status == 200)
    #expect(daemon.workers.contains { !before.contains($0) })
  }

  @Test func `a worker that does not answer is ended, and the next question answered`() throws {
    let daemon = try daemon("--readers 1 --deadline 0.5")
    #expect(try daemon.get("/v1/search?q=bread").status == 200)
    // A worker that is only just being started must not be missed.
    for _ in 0..<10 {
      usleep(50_000)
      for worker in daemon.workers { kill(worker, SIGSTOP) }
    }
    let start = ContinuousClock.now
    let answer = try daemon.get("/v1/search?q=bread")
    #expect(answer.status == 503)
    #expect(answer.text.contains(#""code":"deadline""#))
    #expect(answer.text.contains("Retry-After"))
    #expect(.now - start < .seconds(20))
    #expect(try daemon.get("/v1/search?q=bread").status == 200)
    #expect(daemon.messages.contains("did not answer in time"))
  }

  @Test func `a damaged index is answered with 503 until it is whole, and the daemon lives`() throws
  {
    try damage("postlist")
    let daemon = try daemon()
    for path in ["/v1/search?q=bread", "/readyz", "/v1/works"] {
      let answer = try daemon.get(path)
      #expect(answer.status == 503)
      #expect(answer.text.contains(#""code":"corrupt""#))
    }
    #expect(try daemon.get("/healthz").status == 200)
    #expect(daemon.messages.split(separator: "the index is damaged").count == 2)
    // Another generation is published.
    let writer = try IndexWriter(path: folder("index"), replacing: true)
    var batch = PassageBatch(vocabulary: writer.vocabulary)
    let (work, passages) = Sample.work("new", texts: ["Fresh bread."])
    for passage in passages { batch.add(passage, of: work) }
    batch.add(work)
    try writer.write(batch)
    _ = try writer.publish(removing: [])
    #expect(try daemon.get("/v1/search?q=bread").status == 200)
    #expect(try daemon.get("/readyz").status == 200)
  }

  @Test func `a generation that is repaired in its place is read anew`() throws {
    let file = folder("index/generation-000001/postlist.glass")
    let whole = try Array(Data(contentsOf: URL(filePath: file)))
    let daemon = try daemon()
    /// Asks until an answer has a status; the files are looked at every second.
    func total(until status: Int) throws -> Substring? {
      for _ in 0..<200 {
        let answer = try daemon.get("/v1/search?q=bread&limit=1")
        if answer.status == status {
          return answer.text.split(separator: #""total":"#).dropFirst().first?.prefix { $0 != "}" }
        }
        usleep(100_000)
      }
      Issue.record("No answer has the status \(status).")
      return nil
    }
    let before = try total(until: 200)
    try damage("postlist")
    _ = try total(until: 503)
    try folder.write(whole, to: "index/generation-000001/repaired")
    rename(folder("index/generation-000001/repaired"), file)
    #expect(try total(until: 200) == before)
    #expect(before != nil)
  }

  @Test(arguments: ["postlist", "termlist", "docdata", "position"])
  func `whatever a damaged table does to a worker, the daemon goes on`(_ table: String) throws {
    try damage(table)
    let daemon = try daemon("--scrub 0")
    for path in ["/v1/search?q=bread", "/v1/search?q=%22of+the%22", "/v1/works", "/v1/search?q=b*"]
    {
      let status = try daemon.get(path).status
      #expect([200, 503].contains(status))
    }
    #expect(try daemon.get("/healthz").status == 200)
    #expect(daemon.isAlive)
  }

  @Test func `a search that takes too long says that it was cut`() throws {
    let daemon = try daemon("--deadline 0.01")
    let answer = try daemon.get(
      "/v1/search?q=the+NEAR/100+of+NEAR/100+and&facets=work&explain=true&limit=100")
    #expect(answer.status == 200)
    #expect(answer.text.contains(#""deadline":true"#) && answer.text.contains("no-store"))
  }

  @Test(arguments: [
    ("GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n", 400),
    (
      "GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\nConnection: close\r\n\r\n",
      400
    ),
    ("GET /healthz HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 421),
    (
      "GET http://evil.example/healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
      421
    ),
    ("GET http://localhost/healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 200),
    ("GET /healthz HTTP/1.0\r\nConnection: close\r\n\r\n", 200),
    ("GET /healthz HTTP/1.1\r\nHost: library.example:80\r\nConnection: close\r\n\r\n", 200),
    // A body is not waited for.
    ("POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n", 405),
    ("GET /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999\r\n\r\n", 413),
    ("GET /healthz HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n", 200),
  ])
  func `a request names a host of ours, and is not waited for`(
    _ request: String, _ status: Int
  ) throws {
    let daemon = try daemon("--public-name library.example")
    #expect(try daemon.send(request).status == status)
  }

  @Test func `clients that say nothing do not shut others out`() throws {
    let daemon = try daemon("--connections 20")
    var silent: [Int32] = []
    for _ in 0..<200 { silent.append(try daemon.connect()) }
    defer { for socket in silent { close(socket) } }
    #expect(try daemon.get("/v1/search?q=bread").status == 200)
    #expect(try daemon.get("/healthz").status == 200)
  }
}
