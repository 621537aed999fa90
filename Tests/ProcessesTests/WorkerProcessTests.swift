// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import Processes
import Testing

@Suite struct WorkerProcessTests {
  private func shell(_ script: String) throws -> WorkerProcess {
    try WorkerProcess("/bin/sh", ["-c", script])
  }

  @Test func `answers come back whole, one after another`() throws {
    let echo = try shell("exec cat 1>&0")
    for count in [0, 1, 5, 100_000] {
      let message = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
      #expect(try echo.ask(message, until: .now + .seconds(20)) == message)
    }
    #expect(echo.end() == .killed(signal: SIGKILL))
  }

  @Test func `how a worker ended is said`() throws {
    let crash = try shell("kill -SEGV $$")
    #expect(throws: WorkerFailure.killed(signal: SIGSEGV)) { try crash.ask([1]) }
    let leaver = try shell("exit 3")
    #expect(throws: WorkerFailure.exited(status: 3)) { try leaver.receive() }
    #expect(throws: WorkerFailure.exited(status: 3)) { try leaver.ask([1]) }
  }

  @Test func `one that does not answer in time can be waited for, or killed`() throws {
    let idler = try shell("sleep 0.3; exec cat 1>&0")
    try idler.send([7])
    #expect(throws: WorkerFailure.timedOut) { try idler.receive(until: .now + .milliseconds(20)) }
    #expect(try idler.receive(until: .now + .seconds(20)) == [7])
    idler.signal(SIGTERM)
    #expect(throws: WorkerFailure.killed(signal: SIGTERM)) { try idler.receive() }
  }

  @Test func `an answer that is too large is refused`() throws {
    let echo = try shell("exec cat 1>&0")
    #expect(throws: WorkerFailure.tooLarge) {
      try echo.ask([UInt8](repeating: 1, count: 2_000), limit: 1_000)
    }
  }

  @Test func `what a worker has started ends with it`() throws {
    let parent = try shell("sleep 1000 & printf '\\010\\000\\000\\000%08x' $! 1>&0; wait")
    let digits = String(decoding: try parent.receive(until: .now + .seconds(20)), as: UTF8.self)
    let child = try #require(pid_t(digits, radix: 16))
    #expect(kill(child, 0) == 0)
    parent.end()
    // The one who takes in orphans may take a moment.
    for _ in 0..<100 where kill(child, 0) == 0 && !isZombie(child) { usleep(50_000) }
    #expect(kill(child, 0) != 0 || isZombie(child))
    #expect(parent.peakMemory > 100_000)
  }

  private func isZombie(_ id: pid_t) -> Bool {
    guard let file = fopen("/proc/\(id)/stat", "r") else { return true }
    defer { fclose(file) }
    // The state follows the name, which stands in parentheses.
    var line = [CChar](repeating: 0, count: 512)
    guard fgets(&line, 512, file) != nil, let end = line.lastIndex(of: 0x29) else { return true }
    return line[end + 2] == 0x5A
  }

  @Test func `a program that is not there is not started`() {
    #expect(throws: WorkerFailure.self) { try WorkerProcess("/nowhere/program", []) }
  }
}
