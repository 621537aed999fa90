// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CLinux
package import Glibc

/// Why a worker has not answered.
package enum WorkerFailure: Error, Hashable, Sendable {
  /// The process could not be started; the text says why.
  case notStarted(String)
  /// It did not answer in time. It may still be at work: kill it, or go on waiting.
  case timedOut
  /// It ended by a signal: SIGSEGV if it crashed.
  case killed(signal: Int32)
  /// It ended by itself.
  case exited(status: Int32)
  /// Its answer has more bytes than are accepted.
  case tooLarge
}

/// A child process that answers messages one after another, and can be killed.
///
/// What may crash, hang or take all memory runs in one: parsers of foreign formats, searches in an
/// index that may be damaged. The child runs `Worker.serve`. One caller at a time.
///
/// Sendable because a caller has a worker to itself.
package final class WorkerProcess: @unchecked Sendable {
  /// The id of the process.
  package let id: pid_t
  /// How long a message that has begun may stand still, in milliseconds.
  private static let patience: Int32 = 60_000

  private let socket: Int32
  private var ending: WorkerFailure?
  /// The most memory that it held, in bytes; known when it has ended.
  package private(set) var peakMemory = 0

  /// Starts a program that runs `Worker.serve`.
  ///
  /// The child's standard input is the connection, its standard output leads nowhere, its standard
  /// error is this process's. It gets a process group of its own: Ctrl-C is for its parent.
  ///
  /// - Throws: `WorkerFailure.notStarted`.
  package init(_ program: String, _ arguments: [String]) throws(WorkerFailure) {
    var ends: [Int32] = [-1, -1]
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
      throw .notStarted("no connection can be made: \(String(cString: strerror(errno)))")
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    // Nothing else of ours: a connection of a client would stay open with the child.
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
  ///   - deadline: Until when to wait; `nil` for as long as it takes.
  ///   - limit: The most bytes of an answer.
  package func ask(
    _ message: [UInt8], until deadline: ContinuousClock.Instant? = nil, limit: Int = 1 << 30
  ) throws(WorkerFailure) -> [UInt8] {
    try send(message)
    return try receive(until: deadline, limit: limit)
  }

  /// Sends a message.
  package func send(_ message: [UInt8]) throws(WorkerFailure) {
    guard ending == nil, Frame.send(message, to: socket, patience: Self.patience) else {
      throw ended()
    }
  }

  /// Waits for the next answer.
  ///
  /// After a failure other than `.timedOut` the worker is of no more use.
  package func receive(
    until deadline: ContinuousClock.Instant? = nil, limit: Int = 1 << 30
  ) throws(WorkerFailure) -> [UInt8] {
    // Whoever goes on waiting after `.timedOut` still finds the whole answer: nothing of it is read
    // before it has begun to come, and then it comes at once.
    try wait(until: deadline)
    let head = try read(Frame.headSize)
    let count = Frame.count(head)
    guard count <= limit else {
      end()
      throw .tooLarge
    }
    return try read(count)
  }

  /// Sends the process a signal.
  package func signal(_ number: Int32) { if ending == nil { kill(id, number) } }

  /// Ends the process, if it has not ended, and returns how it ended.
  @discardableResult
  package func end() -> WorkerFailure {
    if let ending { return ending }
    kill(id, SIGKILL)
    return ended()
  }

  private func wait(until deadline: ContinuousClock.Instant?) throws(WorkerFailure) {
    while true {
      // Rounded up: a deadline in half a millisecond is not one that has passed.
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

  /// How the process ended; waits for it, as its end of the connection is closed.
  private func ended() -> WorkerFailure {
    if let ending { return ending }
    kill(id, SIGKILL)
    // What it has started is in its group.
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
