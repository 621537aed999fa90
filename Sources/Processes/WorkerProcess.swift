// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CLinux
package import Glibc

/// Reasons for which a worker failed to answer.
package enum WorkerFailure: Error, Hashable, Sendable {
  /// The process could not be started, for the reason given.
  case notStarted(String)
  /// No answer arrived in time; the worker may still be busy. Kill it or keep waiting.
  case timedOut
  /// The process was killed by a signal, such as SIGSEGV in a crash.
  case killed(signal: Int32)
  /// The process exited by itself.
  case exited(status: Int32)
  /// The answer exceeds the size limit.
  case tooLarge
}

/// A child process that answers messages in order and can be killed.
///
/// It runs code that may crash, hang or exhaust memory: parsers of untrusted formats, and searches
/// in an index that may be damaged. The child runs `Worker.serve`. Only one caller may use it at a
/// time.
///
/// Sendable because each worker has a single caller at a time.
package final class WorkerProcess: @unchecked Sendable {
  package let id: pid_t
  /// How long a transfer may stall once it has begun, in milliseconds.
  private static let patience: Int32 = 60_000

  private let socket: Int32
  private var ending: WorkerFailure?
  /// Peak resident memory in bytes; 0 until the process has ended.
  package private(set) var peakMemory = 0

  /// Starts a program that runs `Worker.serve`.
  ///
  /// The child's standard input is the connection, its standard output is discarded, and it shares
  /// this process's standard error. It gets its own process group, so that Ctrl-C reaches only the
  /// parent.
  ///
  /// - Throws: `WorkerFailure.notStarted`.
  package init(_ program: String, _ arguments: [String]) throws(WorkerFailure) {
    var ends: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
      throw .notStarted("a connection could not be created: \(String(cString: strerror(errno)))")
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    // Inherits no other descriptors: a client's connection would stay open as long as the child
    // lives.
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var strings: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    strings.append(nil)
    defer { for string in strings { free(string) } }
    var child = pid_t()
    let failure = posix_spawn(&child, program, &actions, &attributes, strings, environ)
    close(ends[1])
    guard failure == 0 else {
      close(ends[0])
      throw .notStarted("\(program): \(String(cString: strerror(failure)))")
    }
    id = child
    socket = ends[0]
  }

  deinit {
    end()
    close(socket)
  }

  /// Sends a message and waits for the answer.
  ///
  /// - Parameters:
  ///   - deadline: When to give up; `nil` to wait indefinitely.
  ///   - limit: Maximum size of the answer in bytes.
  package func ask(
    _ message: [UInt8], until deadline: ContinuousClock.Instant? = nil, limit: Int = 1 << 30
  ) throws(WorkerFailure) -> [UInt8] {
    try send(message)
    return try receive(until: deadline, limit: limit)
  }

  /// Sends a message without waiting for the answer.
  package func send(_ message: [UInt8]) throws(WorkerFailure) {
    guard ending == nil, Frame.send(message, to: socket, patience: Self.patience) else {
      throw ended()
    }
  }

  /// Waits for the next answer.
  ///
  /// After any failure except `.timedOut` the worker can no longer be used.
  package func receive(
    until deadline: ContinuousClock.Instant? = nil, limit: Int = 1 << 30
  ) throws(WorkerFailure) -> [UInt8] {
    // After `.timedOut` a caller can keep waiting and still get the whole answer, because nothing
    // is read until the answer begins to arrive.
    try wait(until: deadline)
    let head = try read(Frame.headSize)
    let count = Frame.count(head)
    guard count <= limit else {
      end()
      throw .tooLarge
    }
    return try read(count)
  }

  /// Sends a signal to the process, unless it has ended.
  package func signal(_ number: Int32) { if ending == nil { kill(id, number) } }

  /// Kills the process if it is still running, and returns how it ended.
  @discardableResult
  package func end() -> WorkerFailure {
    if let ending { return ending }
    kill(id, SIGKILL)
    return ended()
  }

  private func wait(until deadline: ContinuousClock.Instant?) throws(WorkerFailure) {
    while true {
      // Rounded up, so that half a millisecond does not count as expired.
      let left = deadline.map { (($0 - ContinuousClock.now) / .milliseconds(1)).rounded(.up) }
      var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, left.map { Int32(max(0, min($0, 1e9))) } ?? -1)
      if ready > 0 { return }
      if ready < 0, errno == EINTR { continue }
      if let left, left <= 0 { throw .timedOut }
    }
  }

  private func read(_ count: Int) throws(WorkerFailure) -> [UInt8] {
    let bytes = Frame.receive(count, from: socket, patience: Self.patience)
    guard bytes.count == count else { throw ended() }
    return bytes
  }

  /// Reaps the process, which has closed its end of the connection, and returns how it ended.
  private func ended() -> WorkerFailure {
    if let ending { return ending }
    kill(id, SIGKILL)
    // Also kills whatever the worker started, which is in its process group.
    kill(-id, SIGKILL)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(id, &status, 0, &usage) < 0, errno == EINTR {}
    peakMemory = usage.ru_maxrss << 10
    let signal = status & 0x7F
    let failure: WorkerFailure =
      signal == 0 ? .exited(status: (status >> 8) & 0xFF) : .killed(signal: signal)
    ending = failure
    return failure
  }
}
