// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import Processes

/// A word on a page; coordinates are in points from the upper left corner.
struct PDFWord: Equatable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double
  /// Type size in points.
  var size: Double
  var isBold = false
  /// Whether a space follows it.
  var hasSpace = true
  /// Quarter turns clockwise by which it is turned: 0 to 3.
  var turns = 0
  var text: String
}

/// A page with its label and its words in reading order.
struct PDFPage: Equatable {
  var label: String
  var width: Double
  var height: Double
  /// Whether it has no words, or hardly any, but an image.
  var isImage = false
  var words: [PDFWord] = []
}

/// Contents of a PDF as read by the child process `pamphlet-pdf` (poppler).
struct PDFContents: Equatable {
  /// Title and author from the document information dictionary.
  var title: String?
  var author: String?
  var pages: [PDFPage] = []
  /// Unreadable pages, counted from 1.
  var unreadable: [Int] = []
  /// Number of pages that the document claims to have.
  var pageCount = 0

  /// Parses the output of `pamphlet-pdf text`.
  init(lines output: [UInt8]) {
    var turns = 0
    for line in output.split(separator: 0x0A) {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      switch (fields[0], fields.count) {
      case ("F", 3...):
        let value = fields[2].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if value.isEmpty { continue }
        if fields[1] == "title" { title = value } else { author = value }
      case ("P", 4...):
        pages.append(
          PDFPage(
            label: fields[1], width: Double(fields[2]) ?? 0, height: Double(fields[3]) ?? 0))
      case ("X", 2...):
        unreadable.append(Int(fields[1]) ?? 0)
        pages.append(PDFPage(label: "", width: 0, height: 0))
      case ("I", _): if !pages.isEmpty { pages[pages.count - 1].isImage = true }
      case ("T", 2...): turns = (Int(fields[1]) ?? 0) & 3
      case ("W", 9...):
        defer { turns = 0 }
        let numbers = fields[1...5].map { Double($0) ?? 0 }
        guard !pages.isEmpty, numbers.allSatisfy({ $0.isFinite && abs($0) < 1e6 }) else { continue }
        pages[pages.count - 1].words.append(
          PDFWord(
            x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3],
            size: max(1, numbers[4]), isBold: fields[6] == "1", hasSpace: fields[7] == "1",
            turns: turns, text: fields[8...].joined(separator: " ")))
      case ("E", 2...): pageCount = Int(fields[1]) ?? 0
      default: continue
      }
    }
  }
}

/// Runs the program that reads PDF.
enum PDFReader {
  /// Limits for one document: time in seconds, and output in bytes.
  private static let seconds = 600
  private static let outputLimit = 1 << 30

  /// The contents of a document, or the reason it could not be read.
  static func read(_ bytes: [UInt8]) -> Result<PDFContents, PDFFailure> {
    switch ChildProcess.run(
      program, ["text"], input: bytes, seconds: seconds, outputLimit: outputLimit)
    {
    case .ended(0, let output): .success(PDFContents(lines: output))
    case .ended(3, _): .failure(PDFFailure(cause: "it is damaged"))
    case .ended(4, _): .failure(PDFFailure(cause: "it is encrypted and needs a password"))
    case .ended(let status, _):
      .failure(PDFFailure(cause: "its reader exited with status \(status)"))
    case .failed(let cause): .failure(PDFFailure(cause: cause))
    }
  }

  /// A page as a PGM image; `nil` if it cannot be rendered.
  static func image(ofPage number: Int, of bytes: [UInt8]) -> [UInt8]? {
    let outcome = ChildProcess.run(
      program, ["image", String(number)], input: bytes, seconds: 120, outputLimit: 64 << 20)
    guard case .ended(0, let output) = outcome, !output.isEmpty else { return nil }
    return output
  }

  /// Path of the program: next to this one, in its library folder, or on `PATH`.
  private static let program: String = {
    if let named = getenv("PAMPHLET_PDF") { return String(cString: named) }
    guard let own = OwnProgram.path else { return "pamphlet-pdf" }
    let folder = own[..<(own.lastIndex(of: "/") ?? own.endIndex)]
    for place in ["\(folder)/pamphlet-pdf", "\(folder)/../libexec/pamphlet/pamphlet-pdf"]
    where access(place, X_OK) == 0 {
      return place
    }
    return "pamphlet-pdf"
  }()
}

/// The reason for which a document could not be read.
struct PDFFailure: Error {
  var cause: String
}
