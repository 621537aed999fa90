// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus
import Glibc
import IndexReports

/// What a run says about texts in the report beside the index.
struct RunReport {
  /// Texts that could not be read in this run.
  let unread: [IndexReport.UnreadText]
  /// Files and folders that the run has looked at entirely.
  let roots: [String]
  /// Single files that the run has looked at.
  let files: Set<String>

  /// Writes it; what was said before of other files stays, as long as there are these files.
  ///
  /// - Returns: A warning if it could not be written.
  func write(besideIndexAt index: String) -> Diagnostic? {
    do throws(IndexReport.WritingFailure) {
      try IndexReport.update(in: index) { report in
        report.replace(unread) { isSeen($0) || Self.isGone($0) }
      }
      return nil
    } catch {
      return Diagnostic(
        .warning, code: "no-report",
        "The report of texts that could not be read was not written. \(error.description)")
    }
  }

  /// Whether the run has looked at a file, or at the container of a text.
  private func isSeen(_ path: String) -> Bool {
    if Discovery.isBelow(roots, path) || files.contains(path) { return true }
    return Self.folders(above: path).contains { files.contains(String($0)) }
  }

  /// Whether there is no such file any more, nor a container that the text may be in.
  static func isGone(_ path: String) -> Bool {
    if SystemPath.exists(path) { return false }
    for folder in folders(above: path) {
      if let status = SystemPath.status(String(folder)) {
        return status.st_mode & S_IFMT == S_IFDIR
      }
    }
    return true
  }

  /// The paths above a path, the nearest first.
  private static func folders(above path: String) -> [Substring] {
    var folders: [Substring] = []
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/"), slash > rest.startIndex {
      rest = rest[..<slash]
      folders.append(rest)
    }
    return folders
  }
}

extension IndexReport.UnreadText {
  /// The entry for an error.
  ///
  /// - Parameter path: The absolute path of the file.
  init(_ diagnostic: Diagnostic, path: String) {
    self.init(
      file: path, code: diagnostic.code,
      message: (diagnostic.line.map { "Line \($0): " } ?? "") + diagnostic.message)
  }
}
