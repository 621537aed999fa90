// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// The daemon as it is built, at work on a port of its own until this is gone.
final class RunningDaemon {
  /// Its process.
  let id: pid_t
  private let port: UInt16
  private let log: String

  /// Starts it and waits until it serves.
  init(_ folder: TemporaryFolder, index: String, _ arguments: String = "") throws {
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let program = String(bundle[..<(bundle.lastIndex(of: "/") ?? bundle.endIndex)]) + "/pamphletd"
    log = folder("daemon.log")
    let command =
      "cd '\(folder.path)' && env -i HOME='\(folder.path)' PATH=\"$PATH\" '\(program)' "
      + "--index '\(index)' --port 0 \(arguments) </dev/null "
      + ">/dev/null 2>daemon.log & echo $! >'\(folder("pid"))'"
    #expect(system(command) == 0)
    id = try #require(pid_t(Self.text(folder("pid")).trimmedLine))
    var port: UInt16?
    for _ in 0..<600 where port == nil {
      usleep(50_000)
      let address = Self.text(log).split(separator: "address=127.0.0.1:").dropFirst().first
      port = address.flatMap { UInt16($0.prefix { $0.isNumber }) }
    }
    self.port = try #require(port, "The daemon does not serve: \(Self.text(log))")
  }

  deinit { kill(id, SIGKILL) }

  /// Whether it lives.
  var isAlive: Bool { kill(id, 0) == 0 }

  /// What it has logged.
  var messages: String { Self.text(log) }

  /// The processes of its workers.
  var workers: [pid_t] {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(id)/task")) ?? []
    return threads.flatMap { thread in
      Self.text("/proc/\(id)/task/\(thread)/children").split(separator: " ")
        .compactMap { pid_t($0.filter(\.isNumber)) }
    }
  }

  /// Opens a connection.
  func connect() throws -> Int32 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(status == 0)
    return socket
  }

  /// Sends bytes and returns the status and all that comes until the connection is closed.
  func send(_ request: String) throws -> (status: Int, text: String) {
    let socket = try connect()
    defer { close(socket) }
    let bytes = Array(request.utf8)
    #expect(Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count)
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var answer: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while case let count = read(socket, &block, block.count), count > 0 {
      answer += block[..<count]
    }
    let text = String(decoding: answer, as: UTF8.self)
    return (Int(text.dropFirst("HTTP/1.1 ".count).prefix(3)) ?? 0, text)
  }

  /// Asks for an address.
  func get(_ target: String) throws -> (status: Int, text: String) {
    try send("GET \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
  }

  private static func text(_ file: String) -> String {
    // Files of /proc have no size.
    guard let stream = fopen(file, "r") else { return "" }
    defer { fclose(stream) }
    var text: [UInt8] = []
    while case let byte = fgetc(stream), byte != EOF {
      text.append(UInt8(truncatingIfNeeded: byte))
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension String {
  fileprivate var trimmedLine: String { filter { !$0.isWhitespace } }
}
