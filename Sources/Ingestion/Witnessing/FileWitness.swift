// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Extraction
import Witness

/// Compares stored works with their files.
final class FileWitness {
  private let keepsOmissions: Bool
  /// The container read last, because its members are usually examined one after the other.
  private var container: (path: String, members: [String?: Member.Content])?

  /// Largest size of the members of a container that are kept, in bytes.
  private static let largest = 256 << 20

  init(keepsOmissions: Bool) { self.keepsOmissions = keepsOmissions }

  /// Reads the file of a work again, and compares it with the passages that are stored.
  func examine(_ work: Work, _ passages: [Passage]) -> WorkWitness {
    var witness = WorkWitness(
      work: work.id, file: work.file, format: work.format, report: WitnessReport())
    guard let content = content(of: work) else {
      witness.report.absence = "The file is missing or cannot be read."
      return witness
    }
    if case .passages = content {
      witness.report.absence = "The work was imported as passages."
      return witness
    }
    guard FileBytes.hash(Self.bytes(content)) == work.contentHash else {
      witness.report.absence = "The file has changed since it was indexed."
      return witness
    }
    let request = ReadingRequest(
      name: work.file, content: content, line: 1, folder: FolderFacts(), options: ReadingOptions())
    guard let reading = Reading(request, report: { _ in }),
      let report = TextWitness.report(
        on: content, reading, passages: passages, pages: work.pageCount, mayStartPrograms: true)
    else {
      witness.report.absence = "The file cannot be read as the format that it was indexed as."
      return witness
    }
    witness.report = report
    if keepsOmissions {
      witness.omitted = reading.text.ledger.omissions.map { .init(rule: $0.rule, text: $0.text) }
    }
    return witness
  }

  private static func bytes(_ content: Member.Content) -> [UInt8] {
    Member(name: "", key: nil, content: content).bytes
  }

  private func content(of work: Work) -> Member.Content? {
    if let container, container.path == work.path { return container.members[work.member] }
    let name = work.path.split(separator: "/").last.map(String.init) ?? work.path
    let file = FoundFile(path: work.path, name: name, size: FileBytes.size(work.path) ?? 0)
    guard case .success(let bytes) = FileBytes.read(file) else { return nil }
    guard let reader = MemberReader(name: name, bytes: bytes) else { return .file(bytes) }
    var members: [String?: Member.Content] = [:]
    var size = 0
    while size < Self.largest, let member = reader.next() {
      size += member.bytes.count
      members[member.key] = member.content
    }
    container = (work.path, members)
    return members[work.member]
  }
}
