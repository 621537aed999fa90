// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema
import XapianStore

/// Proves an index sound, and only reads it.
///
/// Every file is as it was written, every table whole, every work complete, and every character of
/// each text in exactly one passage.
///
/// - Parameters:
///   - index: The folder of the index.
///   - examiner: Does the parts that read with libxapian; throws if the process that does them is
///     lost, and is then asked for the next part.
///   - onProgress: Told how far the check has come.
/// - Returns: What was found.
/// - Throws: `IndexError` if there is no index, or its folder cannot be read.
package func check(
  index: String,
  by examiner: @escaping (CheckStep) throws(LostExaminer) -> CheckFinding,
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
    for start in stride(from: 0, to: list.ids.count, by: CheckStep.read) {
      let ids = Array(list.ids[start...].prefix(CheckStep.read))
      progress.current = ids[0]
      progress.filesDone += ids.count
      progress.passages = check.report.passages
      onProgress(progress)
      check.examine(works: ids)
    }
    guard let final = list.ids.last, !check.isGivenUp else { break }
    last = final
  }
  if let stated, !check.isGivenUp {
    check.compare(stated.works, check.report.works, "works")
    check.compare(stated.passages, check.report.passages, "passages")
  }
  return check.report
}

/// Proves an index sound in this process: for one that was just made, and for tests.
package func check(index: String) throws(IndexError) -> CheckReport {
  let examiner = Examiner(index: index)
  return try check(index: index) { (step) throws(LostExaminer) in examiner.examine(step) }
}

/// A check under way.
private struct Check {
  /// After how many lost processes the check ends.
  private static let mostLost = 20

  let examiner: (CheckStep) throws(LostExaminer) -> CheckFinding
  var report = CheckReport()
  private var lost = 0

  init(examiner: @escaping (CheckStep) throws(LostExaminer) -> CheckFinding) {
    self.examiner = examiner
  }

  /// Whether so much is damaged that nothing more is looked at.
  var isGivenUp: Bool { lost > Self.mostLost }

  /// What a part finds; `nil` if the process that does it is lost, which is a fault of `subject`.
  mutating func examine(_ step: CheckStep, _ subject: String) -> CheckFinding? {
    guard !isGivenUp else { return nil }
    do throws(LostExaminer) {
      return try examiner(step)
    } catch {
      lost += 1
      report.faults.append("\(subject) cannot be read: the reader was \(error.cause).")
      if isGivenUp { report.faults.append("So much is damaged that the check ends here.") }
      return nil
    }
  }

  /// Reads works; where that is fatal, one by one, so that those that cannot be read are named.
  mutating func examine(works ids: [String]) {
    if !isGivenUp, let finding = try? examiner(.works(ids)) { return report.add(finding.report) }
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
    report.faults.append("The index counts \(stated) \(noun); \(found) were found.")
  }
}
