// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Cataloguing
import Glibc

/// Keeps an index up to date with folders until it is told to stop.
///
/// Events only say when to look; a look compares what the file system says of each file with what
/// it said when the file was taken in. So memory is bounded by the number of files, and a change is
/// found even if its event is lost, by the next regular look.
package final class FolderWatch {
  /// How long to wait before a second attempt to write the index.
  private static let retry = Duration.milliseconds(500)
  /// The longest time for which a request to stop is not noticed.
  private static let tick = Duration.milliseconds(250)
  /// Looks take at most a fifth of the time, however often files change.
  private static let lookShare = 4

  let options: IngestionOptions
  let statements: () throws -> Catalogue
  let statementFiles: [String]
  let isCancelled: @Sendable () -> Bool
  let tell: @Sendable (WatchNews) -> Void
  private let interval: Duration
  private let events = FolderEvents()

  /// The stamps of the files as they were taken in.
  var known: [String: FileStamp] = [:]
  var pending: PendingChanges
  /// The folders as they were when they last had files, by the names given.
  var roots: [String: FolderLook.Root] = [:]
  /// The catalogue and the edits as they were last read.
  var catalogue: Catalogue?
  /// What is wrong now, by cause.
  var problems: [String: String] = [:]
  /// How often the index could not be written in succession.
  var failures = 0
  private var record: WatchRecord

  /// Prepares to watch.
  ///
  /// - Parameters:
  ///   - options: What to index, and how; the catalogue is read by `statements`.
  ///   - statements: Reads the catalogue with the edits.
  ///   - statementFiles: The files that it reads, whether or not they exist.
  ///   - interval: How often to look even if no event says so.
  ///   - quiet: How long a file must stay the same before it is read.
  ///   - tell: Called with what there is to say, from any thread.
  package init(
    _ options: IngestionOptions, statements: @escaping () throws -> Catalogue,
    statementFiles: [String], interval: Duration = .seconds(60),
    quiet: Duration = .seconds(1), isCancelled: @escaping @Sendable () -> Bool,
    tell: @escaping @Sendable (WatchNews) -> Void
  ) {
    self.options = options
    self.statements = statements
    self.statementFiles = statementFiles.map { Discovery.resolve($0) ?? $0 }
    self.interval = interval
    self.isCancelled = isCancelled
    self.tell = tell
    pending = PendingChanges(quiet: quiet)
    record = WatchRecord(index: options.index)
  }

  /// Takes in all files, then whatever changes.
  ///
  /// - Parameter onProgress: Called with the progress of the first run.
  /// - Throws: `IndexError` if the first run cannot write the index for another reason than that
  ///   another process does; whatever `statements` throws then.
  package func run(
    onProgress: @escaping @Sendable (IngestionProgress) -> Void = { _ in }
  ) throws {
    ServiceNotice.send("READY=1\nSTATUS=Indexing")
    defer {
      ServiceNotice.send("STOPPING=1")
      record.end()
    }
    var look = look()
    record.looked(at: described(look))
    while !isCancelled() {
      if try takeInAll(look, onProgress: onProgress) { break }
      rest(Self.retry)
      look = self.look()
    }
    var next = ContinuousClock.now + interval
    while !isCancelled() {
      record.looked(at: described(look))
      ServiceNotice.send("STATUS=Watching \(look.stamps.count) files")
      if watchesNewFolders(look) { next = .now }
      sleep(until: [next, pending.nextRipe(after: .now)].compactMap(\.self).min() ?? next)
      if isCancelled() { break }
      let start = ContinuousClock.now
      look = self.look()
      let length = ContinuousClock.now - start
      if .now >= next { next = .now + interval }
      note(look)
      takeIn(look)
      let pause = failures == 0 ? .zero : Self.retry * (1 << min(failures - 1, 7))
      rest(max(pause, length * Self.lookShare))
    }
  }

  private func look() -> FolderLook {
    FolderLook(at: options.paths, excluding: options.index, statements: statementFiles)
  }

  /// Asks for events of the folders there are now.
  ///
  /// - Returns: Whether some are new, in which something may have changed since they were found.
  private func watchesNewFolders(_ look: FolderLook) -> Bool {
    guard let events else {
      set(problem: "There are no events of folders; changes are found by looking.", of: "events")
      return false
    }
    // Files that were named, and folders that are not there yet.
    let single = look.roots.map { $0.resolved ?? $0.named }.filter { !look.folders.contains($0) }
    let isNew = events.watch(folders: look.folders, files: statementFiles + single)
    set(
      problem: events.isComplete
        ? nil
        : "So many folders cannot be watched (fs.inotify.max_user_watches); changes in some are "
          + "found by looking only.", of: "events")
    return isNew
  }

  /// Says what is wrong, unless that has been said, or that it no longer is.
  func set(problem: String?, of cause: String) {
    guard problems[cause] != problem else { return }
    problems[cause] = problem
    if let problem { tell(.problem(problem)) }
  }

  // MARK: Waiting

  /// Sleeps until a time, an event or the request to stop.
  private func sleep(until end: ContinuousClock.Instant) {
    while !isCancelled() {
      let left = end - .now
      guard left > .zero else { return }
      let milliseconds = max(1, Int32(clamping: Int(min(Self.tick, left) / .milliseconds(1))))
      if let events {
        if events.wait(milliseconds: milliseconds) { return }
      } else {
        usleep(UInt32(milliseconds) * 1_000)
      }
    }
  }

  /// Sleeps whatever happens but the request to stop, up to the regular interval.
  private func rest(_ duration: Duration) {
    let end = ContinuousClock.now + min(duration, interval)
    while !isCancelled() {
      let left = end - .now
      guard left > .zero else { return }
      usleep(UInt32(clamping: Int(min(Self.tick, left) / .microseconds(1))))
    }
  }
}
