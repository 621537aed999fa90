// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CLinux
import Glibc
import Synchronization

/// Runs a program once on given input, with limits on time and output.
package enum ChildProcess {
  package enum Outcome {
    /// The program exited by itself.
    case ended(status: Int32, output: [UInt8])
    /// The program was stopped, was killed by a signal, or could not be started.
    case failed(cause: String)
  }

  /// `MFD_CLOEXEC`: keeps the input from being inherited by other children.
  private static let closeOnExec: UInt32 = 1

  /// Runs a program and waits for it to end.
  ///
  /// - Parameters:
  ///   - input: Bytes passed on standard input.
  ///   - seconds: Time limit in seconds.
  ///   - outputLimit: Maximum size of the output in bytes.
  package static func run(
    _ program: String, _ arguments: [String], input: [UInt8], seconds: Int, outputLimit: Int
  ) -> Outcome {
    let memory = memfd_create("pamphlet", closeOnExec)
    guard memory >= 0, write(input, to: memory) else {
      close(memory)
      return .failed(cause: "there is not enough memory for its input")
    }
    defer { close(memory) }
    var pipe: [Int32] = [-1, -1]
    guard pipe2(&pipe, O_CLOEXEC) == 0 else { return .failed(cause: "a pipe could not be created") }
    let spawned = spawn(program, arguments, input: memory, output: pipe[1])
    close(pipe[1])
    defer { close(pipe[0]) }
    guard let child = spawned else {
      return .failed(cause: "“\(program)” could not be started")
    }
    let (output, cause) = read(pipe[0], seconds: seconds, limit: outputLimit)
    if cause != nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    if let cause { return .failed(cause: cause) }
    let signal = status & 0x7F
    guard signal == 0 else { return .failed(cause: "it was killed by signal \(signal)") }
    return .ended(status: (status >> 8) & 0xFF, output: output)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      done += count
    }
    return lseek(descriptor, 0, SEEK_SET) == 0
  }

  private static func spawn(
    _ program: String, _ arguments: [String], input: Int32, output: Int32
  ) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)
    // In a process group of its own, the child does not receive Ctrl-C; we end it ourselves. A
    // worker already has its own group, and its children end with it.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    if !Worker.isServing.load(ordering: .relaxed) {
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    }
    var strings: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    strings.append(nil)
    defer { for string in strings { free(string) } }
    var child = pid_t()
    guard posix_spawnp(&child, program, &actions, &attributes, strings, environ) == 0 else {
      return nil
    }
    return child
  }

  private static func read(
    _ descriptor: Int32, seconds: Int, limit: Int
  ) -> (output: [UInt8], cause: String?) {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var output: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let left = (deadline - ContinuousClock.now) / .milliseconds(1)
      guard left > 0 else { return (output, "it took longer than \(seconds) s") }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, Int32(min(left, 1e6)))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { continue }
      let count = Glibc.read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return (output, nil) }
      output.append(contentsOf: block[..<count])
      if output.count > limit { return (output, "it wrote more than \(limit) bytes") }
    }
  }
}
