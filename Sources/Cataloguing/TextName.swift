// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// What an entry names one text by: one of these is enough, and each that is stated may be the one.
package struct TextName: Sendable, Hashable {
  /// The id of the work, present or former.
  package var work: String?
  /// The file: its absolute path, or the end of its path, from the name of a folder on.
  package var file: String?
  /// The name of the text in a file that contains several.
  package var member: String?
  /// Hash of the text's bytes (`Work.contentHash`), by which a file that was moved is known again.
  package var contentHash: String?

  package init(
    work: String? = nil, file: String? = nil, member: String? = nil, contentHash: String? = nil
  ) {
    self.work = work
    self.file = file
    self.member = member
    self.contentHash = contentHash
  }

  /// Whether any text is named.
  package var isNamed: Bool { work != nil || file != nil || contentHash != nil }
}

/// A text as it lies on the disk and in the index.
package struct PlacedText: Sendable {
  /// The absolute path of its file.
  package var path: String
  /// The name of the text in its file; `nil` if it is alone there.
  package var member: String?
  /// The name shown to users: `letters/1902.txt`, `scans.zip/strike.txt`.
  package var name: String
  /// Hash of the text's bytes.
  package var contentHash: String
  /// The ids that it has and had.
  package var ids: [String]

  package init(
    path: String, member: String?, name: String, contentHash: String, ids: [String]
  ) {
    self.path = path
    self.member = member
    self.name = name
    self.contentHash = contentHash
    self.ids = ids
  }
}

extension PlacedText {
  /// The text of a work in the index.
  package init(_ work: Work) {
    self.init(
      path: work.path, member: work.member, name: work.file, contentHash: work.contentHash,
      ids: [work.id] + work.formerIDs)
  }
}

extension TextName {
  /// Whether it names a text.
  ///
  /// A name by an absolute path is about the file there as long as there is one; a file that is gone
  /// may have been moved, and is known by its bytes or by the id of its work.
  func isName(of text: PlacedText, fileExists: (String) -> Bool) -> Bool {
    if let file {
      if names(file, text) { return true }
      if file.hasPrefix("/"), fileExists(file) { return false }
    }
    if let contentHash, contentHash == text.contentHash, member == text.member { return true }
    return work.map(text.ids.contains) ?? false
  }

  private func names(_ file: String, _ text: PlacedText) -> Bool {
    if text.member == nil || text.member == member {
      if file == text.path { return true }
      if !file.hasPrefix("/"), text.path.hasSuffix("/\(file)") { return true }
    }
    // Texts in archives are named as they are shown.
    return text.member != nil && member == nil
      && (text.name == file || text.name.hasSuffix("/\(file)"))
  }
}
