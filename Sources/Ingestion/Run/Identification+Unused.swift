// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Cataloguing
import Corpus

extension Identification {
  /// Diagnostics for entries that name a text which is not there.
  ///
  /// An edit of a file that exists elsewhere belongs to another library of the same user.
  ///
  /// - Parameters:
  ///   - others: Works in the index that were not identified.
  ///   - roots: The files and folders that were searched.
  func diagnostics(for others: [Work], below roots: [String]) -> [Diagnostic] {
    unused(for: others).compactMap { entry in
      let isEdit = entry.origin == .edit
      let file = entry.text.file
      let isHere = file.map { !$0.hasPrefix("/") || Discovery.isBelow(roots, $0) } ?? true
      if isEdit, !isHere, let file, Self.fileExists(file) { return nil }
      let names = [
        file.map { "file “\($0)”" }, entry.text.work.map { "work “\($0)”" },
        entry.text.contentHash.flatMap {
          file == nil && entry.text.work == nil ? "hash \($0)" : nil
        },
      ].compactMap(\.self).joined(separator: ", ")
      return Diagnostic(
        isHere ? .warning : .note, code: "entry-without-text",
        "Line \(entry.line) of the \(isEdit ? "edits" : "catalogue") names a text that is not in "
          + "the index: \(names).")
    }
  }
}

extension Catalogue {
  /// Ids that edits of files below some folders name: works had them, and may get them back.
  func editedIDs(below roots: [String]) -> [String] {
    naming.compactMap { entry in
      guard entry.origin == .edit, let file = entry.text.file, Discovery.isBelow(roots, file) else {
        return nil
      }
      return entry.text.work
    }
  }
}
