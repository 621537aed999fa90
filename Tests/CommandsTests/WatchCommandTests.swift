// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// `pamphlet index --watch`, and the options of the daemon that go with it.
@Suite(.timeLimit(.minutes(10)))
struct WatchCommandTests {
  private let program: BuiltProgram
  private var folder: TemporaryFolder { program.folder }

  init() throws {
    program = BuiltProgram(folder: try TemporaryFolder())
    try write("a.txt", "Bread")
  }

  private func write(_ name: String, _ topic: String) throws {
    try folder.write(
      "On \(topic)\n\n\(topic) is made by many hands, and nobody who made it owns it.\n",
      to: "texts/\(name)")
  }

  private func text(_ name: String) -> String {
    String(decoding: FileManager.default.contents(atPath: folder(name)) ?? Data(), as: UTF8.self)
  }

  private func waits(for words: String, in name: String) -> Bool {
    for _ in 0..<600 {
      if text(name).contains(words) { return true }
      usleep(50_000)
    }
    return false
  }

  @Test(arguments: ["TERM", "INT"])
  func `a watch prints each change, and ends by a signal as if all were done`(
    _ signal: String
  )
    throws
  {
    // A shell lets what it starts in the background ignore SIGINT; the watch does not.
    let start = program.run(
      "(sh -c 'echo $$ >pid; exec \"$pamphlet\" index --watch --watch-interval 1 texts' 2>log; "
        + "echo \"status $?\" >status) & sleep 0.2; true")
    #expect(start.status == 0)
    defer { _ = program.run("kill -KILL $(cat pid)") }
    #expect(waits(for: "Works: 1 added.", in: "log"))
    try write("b.txt", "Roses")
    #expect(waits(for: "added on-roses (b.txt)", in: "log"), "\(text("log"))")
    #expect(text(".local/share/pamphlet/index/report.json").contains(folder("texts")))
    #expect(program.run("kill -\(signal) $(cat pid)").status == 0)
    #expect(waits(for: "status 0", in: "status"))
    #expect(!text(".local/share/pamphlet/index/report.json").contains(folder("texts")))
    #expect(program.run("\"$pamphlet\" check").status == 0)
  }

  @Test(arguments: [
    ("index --watch-interval 5 texts", "--watch-interval goes with --watch"),
    ("index --watch --watch-interval 0 texts", "from 1 to 86400"),
    ("serve --edit --host 0.0.0.0", "everybody who can reach 0.0.0.0"),
    ("serve --edit --public-name library.example", "or add --edit-anywhere"),
    ("serve --edit-anywhere", "--edit-anywhere goes with --edit"),
    ("serve --edits x.yaml", "--edits goes with --edit"),
    ("serve --allow-origin reader.example", "is not an origin like"),
    ("serve --allow-origin https://reader.example/", "is not an origin like"),
  ])
  func `options that make no sense are refused`(_ arguments: String, _ reason: String) {
    let outcome = program.run("\"$pamphlet\" \(arguments)")
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains(reason), "\(outcome.messages)")
  }

  @Test func `facts are put right on a page of the daemon, and the index takes them in`() throws {
    #expect(program.run("\"$pamphlet\" index texts").status == 0)
    let daemon = try RunningDaemon(
      folder, index: folder(".local/share/pamphlet/index"), "--edit --allow-origin '*'")
    let page = try daemon.get("/edit/on-bread").text
    let token = try #require(page.split(separator: "name=\"token\" value=\"").dropFirst().first)
      .prefix { $0 != "\"" }
    let form = "token=\(token)&authors=Ann+Bee&year=1902"
    let sent = try daemon.send(
      "POST /edit/on-bread HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\n"
        + "Content-Length: \(form.utf8.count)\r\n\r\n\(form)")
    #expect(sent.status == 200)
    #expect(text(".local/share/pamphlet/edits.yaml").contains("authors: [\"Ann Bee\"]"))
    #expect(
      program.run("\"$pamphlet\" index texts").messages.contains(
        "1 corrected by catalogue or edits"))
    #expect(try daemon.get("/v1/works").text.contains("Access-Control-Allow-Origin: *"))
  }
}
