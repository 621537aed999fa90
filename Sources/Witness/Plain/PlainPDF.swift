// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Processes

/// The words of a PDF, page by page, as Poppler's `pdftotext` prints them.
enum PlainPDF {
  private static let program = "pdftotext"
  private static let seconds = 120
  private static let largest = 256 << 20

  static func read(_ bytes: [UInt8]) -> PlainReading {
    let outcome = ChildProcess.run(
      program, ["-enc", "UTF-8", "-", "-"], input: bytes, seconds: seconds, outputLimit: largest)
    switch outcome {
    case .failed(let cause):
      return PlainReading(failure: "\(program) did not read the file: \(cause).")
    case .ended(let status, let output):
      guard status == 0 else {
        return PlainReading(failure: "\(program) did not read the file (exit status \(status)).")
      }
      var reading = PlainReading()
      // The columns and notes of a page have no order in the file.
      reading.isInOrder = false
      for (index, page) in output.split(separator: 0x0C, omittingEmptySubsequences: false)
        .enumerated()
      {
        for paragraph in PlainText.read(String(decoding: page, as: UTF8.self)).paragraphs {
          reading.paragraphs.append(
            .init(text: paragraph.text, place: "page \(index + 1)", line: nil))
        }
      }
      return reading
    }
  }
}
