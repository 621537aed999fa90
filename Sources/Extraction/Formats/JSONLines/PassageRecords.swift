// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
package import Corpus

/// The passages of a work as `pamphlet export` writes them, read back.
package struct PassageRecords: Sendable {
  /// The id of the work, as exported.
  package private(set) var work = ""
  /// What is known of it.
  package private(set) var metadata = Metadata()
  /// The name of the file that it was read from, then.
  package private(set) var file = ""
  /// All that was known of the work; `nil` if the export does not say.
  package private(set) var record: Work?
  /// The passages, in order.
  package private(set) var passages: [Passage] = []
  /// Lines that are not read, and why.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Reads lines of JSON, all of one work.
  ///
  /// - Parameters:
  ///   - line: The number of the first.
  ///   - fingerprint: The hash of a passage's words.
  package init(_ lines: [UInt8], line: Int, fingerprint: (String) -> UInt64) {
    var labels: Set<String> = []
    for (index, bytes) in lines.split(separator: 0x0A).enumerated() {
      do throws(JSONMismatch) {
        let answer = try PassageAnswer.read(try JSONValue(parsing: bytes))
        guard Self.isLabel(answer.passage.label), labels.insert(answer.passage.label).inserted
        else { throw JSONMismatch(.damaged) }
        add(answer, fingerprint)
      } catch {
        diagnostics.append(
          Diagnostic(
            .error, code: "unreadable-record",
            "The line cannot be read as a passage: \(error)", line: line + index))
      }
    }
    if let record { metadata = record.metadata }
    takeLanguage()
  }

  private mutating func add(_ answer: PassageAnswer, _ fingerprint: (String) -> UInt64) {
    var passage = answer.passage.bounded
    passage.ordinal = passages.count
    passage.fingerprint = fingerprint(passage.text)
    if passages.isEmpty {
      work = answer.work.id
      file = answer.work.file
      metadata = answer.work.metadata
    }
    if answer.carriesWork { record = answer.work }
    passages.append(passage)
  }

  /// Passages in the work's language need not say so: where nothing states it, the language of most
  /// passages is the work's.
  private mutating func takeLanguage() {
    if record == nil {
      var counts: [String: Int] = [:]
      for passage in passages { if let own = passage.language { counts[own, default: 0] += 1 } }
      let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      metadata.language = most.map { Attributed($0, .stated, rule: "json-passage") }
    }
    for index in passages.indices where passages[index].language == metadata.language?.value {
      passages[index].language = nil
    }
  }

  /// Whether a label is one that Pamphlet gives: `p31.2`, `n6-2`.
  private static func isLabel(_ label: String) -> Bool {
    (1...40).contains(label.utf8.count)
      && label.utf8.allSatisfy {
        ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2E || $0 == 0x2D
      }
  }
}

extension Passage {
  /// The passage, places outside of its text emptied.
  fileprivate var bounded: Passage {
    let length = text.unicodeScalars.count
    func bounded(_ range: Range<Int>, _ limit: Int) -> Range<Int> {
      range.upperBound <= limit ? range : 0..<0
    }
    func bounded(_ evidence: [Evidence]) -> [Evidence] {
      evidence.map { evidence in
        // Another passage is not measured by this one.
        let limit = evidence.passage == nil ? length : Int(Int32.max)
        return Evidence(
          rule: evidence.rule, range: bounded(evidence.range, limit), passage: evidence.passage)
      }
    }
    var passage = self
    for index in quotations.indices {
      passage.quotations[index].range = bounded(quotations[index].range, length)
      passage.quotations[index].evidence = bounded(quotations[index].evidence)
    }
    for index in references.indices {
      passage.references[index].range = bounded(references[index].range, length)
      passage.references[index].evidence = bounded(references[index].evidence)
    }
    for index in repairs.indices {
      passage.repairs[index].range = bounded(repairs[index].range, length)
    }
    return passage
  }
}
