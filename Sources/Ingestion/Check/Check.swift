// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema
import XapianStore

/// Verifies an index without modifying it.
///
/// Checks that every file is unchanged since it was written, every table readable, every work
/// complete, and every character of each text in exactly one passage.
///
/// - Parameters:
///   - index: Folder of the index.
///   - examiner: Performs the steps that read with libxapian. Throws if the process running a
///     step is lost; it is then called again with the next step.
///   - batch: Number of works read in one step.
///   - onProgress: Called with the progress of the check.
/// - Returns: Faults and counts.
/// - Throws: `IndexError` if there is no index, or if its folder cannot be read.
package func check(
  index: String,
  by examiner: @escaping (CheckStep) throws(LostExaminer) -> CheckFinding,
  batch: Int = CheckStep.read,
  onProgress: @Sendable (IngestionProgress) -> Void = { _ in }
) throws(IndexError) -> CheckReport {
  var check = Check(examiner: examiner)
  check.report.faults = try IndexCheck.damage(inIndexAt: index)
  if let finding = check.examine(.tables, "The tables of the index") {
    check.report.add(finding.report)
  }
  var progress = IngestionProgress()
  var last: String?
  var stated: (works: Int, passages: Int)?
  while let list = check.examine(.list(after: last), "The list of works") {
    check.report.add(list.report)
    if last == nil {
      stated = (list.statedWorks, list.statedPassages)
      progress.files = list.statedWorks
    }
    for start in stride(from: 0, to: list.ids.count, by: batch) {
      let ids = Array(list.ids[start...].prefix(batch))
      progress.current = ids[0]
      progress.filesDone += ids.count
      progress.passages = check.report.passages
      onProgress(progress)
      check.examine(works: ids)
    }
    guard let final = list.ids.last, !check.hasGivenUp else { break }
    last = final
  }
  if let stated, !check.hasGivenUp {
    check.compare(stated.works, check.report.works, "works")
    check.compare(stated.passages, check.report.passages, "passages")
  }
  return check.report
}

/// Verifies an index within this process: for an index that was just built, and for tests.
package func check(index: String) throws(IndexError) -> CheckReport {
  let examiner = Examiner(index: index)
  return try check(index: index) { (step) throws(LostExaminer) in examiner.examine(step) }
}

/// The state of a check in progress.
private struct Check {
  /// Number of lost processes after which the check gives up.
  private static let maximumLost = 20

  let examiner: (CheckStep) throws(LostExaminer) -> CheckFinding
  var report = CheckReport()
  private var lost = 0

  init(examiner: @escaping (CheckStep) throws(LostExaminer) -> CheckFinding) {
    self.examiner = examiner
  }

  /// Whether the index is too damaged for the check to continue.
  var hasGivenUp: Bool { lost > Self.maximumLost }

  /// Performs a step; `nil` if its process is lost, which is recorded as a fault of `subject`.
  mutating func examine(_ step: CheckStep, _ subject: String) -> CheckFinding? {
    guard !hasGivenUp else { return nil }
    do throws(LostExaminer) {
      return try examiner(step)
    } catch {
      lost += 1
      report.faults.append("\(subject) could not be read; the reading process was \(error.cause).")
      if hasGivenUp { report.faults.append("The check stopped here because too much is damaged.") }
      return nil
    }
  }

  /// Reads a batch of works; if that is fatal, reads them one by one to identify the unreadable
  /// ones.
  mutating func examine(works ids: [String]) {
    if !hasGivenUp, let finding = try? examiner(.works(ids)) { return report.add(finding.report) }
    for id in ids {
      if let finding = examine(.works([id]), id) {
        report.add(finding.report)
      } else {
        report.works += 1
      }
    }
  }

  mutating func compare(_ stated: Int, _ found: Int, _ noun: String) {
    guard stated != found else { return }
    report.faults.append("The index records \(stated) \(noun), but \(found) were found.")
  }
}
