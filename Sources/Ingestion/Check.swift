// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Extraction
import FoundationEssentials
package import PassageIndex
import Passages

/// What a check of an index found.
package struct CheckReport: Sendable {
  /// Works checked.
  package var works = 0
  /// Passages checked.
  package var passages = 0
  /// Code points other than white space in all passages and headings.
  package var characters = 0
  /// Works whose file has changed since, or is gone: no fault, but worth knowing.
  package var stale: [String] = []
  /// What is wrong, a sentence each.
  package var faults: [String] = []

  /// Creates the report of a check that has found nothing.
  package init() {}
}

/// Proves an index sound: every table whole, every work complete, every character of each text in
/// exactly one passage.
///
/// The last is proved from the index alone: the extractor's account of the source must balance, and
/// the hash of the text that it handed on must be the hash of the stored passages put end to end.
///
/// - Parameters:
///   - index: The folder of the index.
///   - onProgress: Told how far the check has come.
/// - Returns: What was found.
package func check(
  index: String,
  onProgress: @Sendable (IngestionProgress) -> Void = { _ in }
) throws(IndexError) -> CheckReport {
  var report = CheckReport()
  report.faults = try IndexCheck.faults(inIndexAt: index)
  let searcher = try Searcher(path: index)
  let statistics = try searcher.statistics()
  var progress = IngestionProgress(files: statistics.works)
  try searcher.forEachWork { (work) throws(IndexError) in
    progress.current = work.id
    progress.filesDone += 1
    progress.passages = report.passages
    onProgress(progress)
    try report.check(work, in: searcher)
  }
  if report.works != statistics.works {
    report.faults.append(
      "The index counts \(statistics.works) works but lists \(report.works)."
    )
  }
  if report.passages != statistics.passages {
    report.faults.append(
      "The index counts \(statistics.passages) passages; its works have \(report.passages)."
    )
  }
  return report
}

extension CheckReport {
  fileprivate mutating func check(_ work: Work, in searcher: Searcher) throws(IndexError) {
    let passages = try searcher.passages(
      ofWork: work.id,
      ordinals: 0..<max(work.passageCount, 1)
    )
    works += 1
    self.passages += passages.count
    characters += work.ledger.text
    if passages.count != work.passageCount {
      faults.append("\(work.id): has \(passages.count) of its \(work.passageCount) passages.")
    }
    if !passages.enumerated().allSatisfy({ $0.offset == $0.element.ordinal }) {
      faults.append("\(work.id): its passages do not follow each other without a gap.")
    }
    if Set(passages.map(\.label)).count != passages.count {
      faults.append("\(work.id): two passages have the same id.")
    }
    if !work.ledger.isBalanced {
      faults.append(
        "\(work.id): \(work.ledger.source) characters were read and "
          + "\(work.ledger.text + work.ledger.metadata + work.ledger.omitted) accounted for."
      )
    }
    if IndexedText.textHash(of: passages) != work.textHash {
      faults.append("\(work.id): its passages are not, end to end, the text that was read.")
    }
    let file = FoundFile(path: work.path, name: work.file, size: FileBytes.size(work.path) ?? 0)
    if work.member != nil || MemberReader.mayHoldMembers(work.path) {
      // What is in a file that holds several is looked at again when it is indexed again.
      if FileBytes.size(work.path) == nil { stale.append(work.id) }
      return
    }
    if case .success(let bytes) = FileBytes.read(file), FileBytes.hash(bytes) == work.contentHash {
      return
    }
    stale.append(work.id)
  }
}
