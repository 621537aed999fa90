// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Witness

/// What the witness says about one work of an index.
package struct WorkWitness: Sendable, Codable, Equatable {
  /// Text that a rule left out.
  package struct Omitted: Sendable, Codable, Equatable {
    package var rule: String
    package var text: String
  }

  /// Id of the work.
  package var work: String
  /// Name of its file.
  package var file: String
  package var format: String
  package var report: WitnessReport
  /// The texts left out, by rule; empty unless asked for.
  package var omitted: [Omitted] = []

  init(work: String, file: String, format: String, report: WitnessReport) {
    self.work = work
    self.file = file
    self.format = format
    self.report = report
  }

  /// The findings as faults of the index, one sentence each.
  var faults: [String] {
    var faults = report.findings.prefix(TextWitness.most).map { finding in
      "\(work): \(finding.kind.rawValue) in \(file): \(finding.message)"
    }
    let rest = report.findings.dropFirst(TextWitness.most)
    if !rest.isEmpty {
      let words = rest.reduce(0) { $0 + $1.words }
      faults.append("\(work): \(rest.count) more such findings in \(file), of \(words) words.")
    }
    return faults
  }
}
