// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// UTF-8 that a program read as Windows-1252 and wrote as UTF-8 again: `Ã©` for `é`.
enum DoubleEncoding {
  /// What a text shows.
  struct Finding: Equatable {
    /// The text as it was meant.
    var text: String
    /// Number of letters and signs restored.
    var count: Int
    /// Number of runs of characters outside ASCII that are not so encoded.
    var others: Int
    /// The first restored sequence, as it stands in the file.
    var sample: String
  }

  /// Minimum number of sequences for a result that is certain.
  private static let minimumCount = 2

  /// The sequences in a text; `nil` if there are none.
  ///
  /// A sequence is one only if its bytes in Windows-1252 are valid UTF-8, which text that is read
  /// properly hardly ever has: `é` is followed by a letter of ASCII.
  ///
  /// - Complexity: O(*n*).
  static func finding(in text: String) -> Finding? {
    // The lead bytes of UTF-8 for the letters and signs of texts, as Windows-1252 reads them.
    guard text.utf8.contains(where: { $0 == 0xC3 }) else { return nil }
    var result = String.UnicodeScalarView()
    var run: [Unicode.Scalar] = []
    var finding = Finding(text: "", count: 0, others: 0, sample: "")
    func flush() {
      guard !run.isEmpty else { return }
      let bytes = run.compactMap { codes[$0.value] }
      if bytes.count == run.count, let meant = String(validating: bytes, as: UTF8.self) {
        if finding.count == 0 { finding.sample = String(String.UnicodeScalarView(run.prefix(3))) }
        finding.count += meant.unicodeScalars.count
        result.append(contentsOf: meant.unicodeScalars)
      } else {
        finding.others += 1
        result.append(contentsOf: run)
      }
      run.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        flush()
        result.append(scalar)
      } else {
        run.append(scalar)
      }
    }
    flush()
    guard finding.count > 0 else { return nil }
    finding.text = String(result)
    return finding
  }

  /// Repairs a text if every sequence in it shows the same, and otherwise says what it shows.
  static func repair(_ decoded: inout DecodedText) {
    guard let finding = finding(in: decoded.text) else { return }
    let places = finding.count == 1 ? "1 place" : "\(finding.count) places"
    if finding.count >= minimumCount, finding.others == 0 {
      decoded.text = Normalization.composed(finding.text)
      decoded.diagnostics.append(
        Diagnostic(
          .warning, code: "double-encoding",
          "UTF-8 was encoded twice (“\(finding.sample)”); it was restored in \(places)."))
    } else {
      decoded.diagnostics.append(
        Diagnostic(
          .warning, code: "double-encoding",
          "UTF-8 seems to be encoded twice (“\(finding.sample)”) in \(places), but not everywhere; "
            + "it was left as it is."))
    }
  }

  /// The byte of each character in Windows-1252 (WHATWG Encoding, 9); undefined ones are controls.
  private static let codes: [UInt32: UInt8] = {
    var codes: [UInt32: UInt8] = [:]
    let table = ByteTable(named: "WINDOWS-1252")
    for byte in UInt8(0x80)...0xFF { codes[UInt32(byte)] = byte }
    if let table {
      for byte in 0x80...0xFF where table.scalars[byte] != ByteTable.invalid {
        codes[table.scalars[byte]] = UInt8(byte)
      }
    }
    return codes
  }()
}
