// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Extraction
import FoundationEssentials
import IndexSchema
import PassageSearch
import Passages
import XapianStore

/// Performs the steps of a check that read with libxapian, which a damaged index may crash.
package final class Examiner {
  private let index: String
  private let witness: FileWitness?
  private var searcher: Searcher?

  /// Creates an examiner for the index in a folder.
  ///
  /// - Parameters:
  ///   - againstFiles: Whether works are compared with their files.
  ///   - keepsOmissions: Whether the texts left out are returned.
  package init(index: String, againstFiles: Bool = false, keepsOmissions: Bool = false) {
    self.index = index
    witness = againstFiles ? FileWitness(keepsOmissions: keepsOmissions) : nil
  }

  /// Performs a step; anything that cannot be read is reported as a fault.
  package func examine(_ step: CheckStep) -> CheckFinding {
    var finding = CheckFinding()
    do throws(IndexError) {
      switch step {
      case .tables: finding.report.faults = try IndexCheck.faults(inIndexAt: index)
      case .list(let after):
        let searcher = try opened()
        finding.ids = try searcher.works(after: after, limit: CheckStep.listed).map(\.id)
        if after == nil {
          let statistics = try searcher.statistics()
          finding.statedWorks = statistics.works
          finding.statedPassages = statistics.passages
        }
      case .works(let ids):
        for id in ids { finding.report.add(examine(id)) }
      }
    } catch {
      finding.report.faults.append(Self.text(error))
    }
    return finding
  }

  /// Performs a step encoded as JSON, and returns the result as JSON.
  package func answer(_ message: [UInt8]) -> [UInt8] {
    var finding = CheckFinding()
    if let step = try? JSONDecoder().decode(CheckStep.self, from: Data(message)) {
      finding = examine(step)
    } else {
      finding.report.faults = ["The requested step of the check is unknown."]
    }
    return (try? JSONEncoder().encode(finding)).map(Array.init) ?? []
  }

  private func opened() throws(IndexError) -> Searcher {
    if let searcher { return searcher }
    let opened = try Searcher(path: index)
    searcher = opened
    return opened
  }

  private static func text(_ error: IndexError) -> String {
    error.message + (error.underlying.map { " (\($0))" } ?? "")
  }

  private func examine(_ id: String) -> CheckReport {
    var report = CheckReport()
    do throws(IndexError) {
      let searcher = try opened()
      if let work = try searcher.work(id) {
        let passages = try searcher.passages(
          ofWork: id, ordinals: 0..<max(work.passageCount, 1))
        report = Self.report(work, passages)
        if let witness = witness?.examine(work, passages) {
          report.faults += witness.faults
          report.witnesses = [witness]
        }
      } else {
        report.faults = ["\(id): is listed but could not be found."]
      }
    } catch {
      report.works = 1
      report.faults = ["\(id): \(Self.text(error))"]
    }
    return report
  }

  /// Checks that a work is complete and in order, with every character in exactly one passage.
  ///
  /// The index alone proves this: the ledger must account for every character of the source, and
  /// the hash of the extracted text must equal the hash of the concatenated passages.
  private static func report(_ work: Work, _ passages: [Passage]) -> CheckReport {
    var report = CheckReport()
    report.works = 1
    report.passages = passages.count
    report.characters = work.ledger.text
    func fault(_ text: String) { report.faults.append("\(work.id): \(text)") }
    if passages.count != work.passageCount {
      fault("has \(passages.count) of its \(work.passageCount) passages.")
    }
    if !passages.enumerated().allSatisfy({ $0.offset == $0.element.ordinal }) {
      fault("its passages are not numbered consecutively.")
    }
    if Set(passages.map(\.label)).count != passages.count {
      fault("some passages share an id.")
    }
    if !work.ledger.isBalanced {
      fault(
        "\(work.ledger.source) characters were read, but "
          + "\(work.ledger.text + work.ledger.metadata + work.ledger.omitted) are accounted for.")
    }
    if IndexedText.textHash(of: passages) != work.textHash {
      fault("its passages, put together, differ from the text that was read.")
    }
    if isStale(work) { report.stale = [work.id] }
    return report
  }

  /// Whether the file of a work has changed or disappeared since it was read.
  private static func isStale(_ work: Work) -> Bool {
    let size = FileBytes.size(work.path)
    if work.member != nil || MemberReader.mayHoldMembers(work.path) {
      // Members of a container are compared only when it is indexed again.
      return size == nil
    }
    let file = FoundFile(path: work.path, name: work.file, size: size ?? 0)
    guard case .success(let bytes) = FileBytes.read(file) else { return true }
    return FileBytes.hash(bytes) != work.contentHash
  }
}
