// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// A web server on this machine that serves a folder until it is gone.
final class Mirror {
  private let id: pid_t
  /// Its address, without a slash at the end.
  let url: String

  init(_ folder: TemporaryFolder, serving name: String) throws {
    let status = system(
      "cd '\(folder(name))' && exec python3 -u -m http.server 0 --bind 127.0.0.1 "
        + ">'\(folder("mirror.log"))' 2>/dev/null & echo $! >'\(folder("mirror.pid"))'")
    #expect(status == 0)
    func text(_ name: String) -> String {
      String(decoding: FileManager.default.contents(atPath: folder(name)) ?? Data(), as: UTF8.self)
    }
    id = try #require(pid_t(text("mirror.pid").filter(\.isNumber)))
    var port: Substring?
    for _ in 0..<200 where port == nil {
      usleep(50_000)
      port = text("mirror.log").split(separator: " port ").dropFirst().first?.prefix(
        while: \.isNumber)
    }
    url = "http://127.0.0.1:\(try #require(port))"
  }

  deinit { kill(id, SIGTERM) }
}
