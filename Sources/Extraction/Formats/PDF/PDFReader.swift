// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import Processes

/// A word of a page, where it stands: points from the upper left corner.
struct PDFWord: Equatable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double
  /// The size of its type in points.
  var size: Double
  var isBold = false
  /// Whether a space follows it.
  var hasSpace = true
  var text: String
}

/// A page: its label and its words in reading order.
struct PDFPage: Equatable {
  var label: String
  var width: Double
  var height: Double
  var words: [PDFWord] = []
}

/// What a PDF holds, as the child process `pamphlet-pdf` reads it (poppler).
struct PDFContents: Equatable {
  /// The title and the author that its information dictionary names.
  var title: String?
  var author: String?
  var pages: [PDFPage] = []
  /// The pages that cannot be read, counted from 1.
  var unreadable: [Int] = []
  /// How many pages it says that it has.
  var pageCount = 0

  /// Reads the lines that `pamphlet-pdf text` writes.
  init(lines output: [UInt8]) {
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
      case ("W", 9...):
        let numbers = fields[1...5].map { Double($0) ?? 0 }
        guard !pages.isEmpty, numbers.allSatisfy({ $0.isFinite && abs($0) < 1e6 }) else { continue }
        pages[pages.count - 1].words.append(
          PDFWord(
            x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3],
            size: max(1, numbers[4]), isBold: fields[6] == "1", hasSpace: fields[7] == "1",
            text: fields[8...].joined(separator: " ")))
      case ("E", 2...): pageCount = Int(fields[1]) ?? 0
      default: continue
      }
    }
  }
}

/// Calls the programs that read PDF.
enum PDFReader {
  /// How long one document may take, in seconds, and how much it may hold, in bytes.
  private static let seconds = 600
  private static let outputLimit = 1 << 30

  /// The words of a document, or why they cannot be had.
  static func read(_ bytes: [UInt8]) -> Result<PDFContents, PDFFailure> {
    switch ChildProcess.run(
      program, ["text"], input: bytes, seconds: seconds, outputLimit: outputLimit)
    {
    case .ended(0, let output): .success(PDFContents(lines: output))
    case .ended(3, _): .failure(PDFFailure(cause: "it is damaged"))
    case .ended(4, _): .failure(PDFFailure(cause: "it is encrypted and needs a password"))
    case .ended(let status, _):
      .failure(PDFFailure(cause: "its reader ended with status \(status)"))
    case .failed(let cause): .failure(PDFFailure(cause: cause))
    }
  }

  /// A page as an image (PGM); `nil` if it cannot be drawn.
  static func image(ofPage number: Int, of bytes: [UInt8]) -> [UInt8]? {
    let outcome = ChildProcess.run(
      program, ["image", String(number)], input: bytes, seconds: 120, outputLimit: 64 << 20)
    guard case .ended(0, let output) = outcome, !output.isEmpty else { return nil }
    return output
  }

  /// The program stands beside the one that runs, or in its library folder, or on the path.
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

/// Why a document cannot be read.
struct PDFFailure: Error {
  var cause: String
}
