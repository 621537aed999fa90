// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// An independent reading of a file, compared with what extraction made of it.
///
/// The ledger trusts the extractor's own reading of the file; the witness does not: it shares no
/// code with the extractor, and uses other libraries.
package enum Witness {
  /// Whether the plain reader of a format is a program of its own.
  package static func startsProgram(forFormat format: String) -> Bool {
    PlainReader.named(format)?.isExternal ?? false
  }

  /// Reads a file plainly and compares.
  ///
  /// - Parameters:
  ///   - format: Name of the format it was read as.
  ///   - accounted: What extraction made of it.
  package static func report(
    on bytes: [UInt8], format: String, accounted: AccountedText
  ) -> WitnessReport {
    let reading = PlainReader.named(format)?.read(bytes, accounted)
    guard let reading else {
      var report = WitnessReport()
      report.absence = "The format “\(format)” has no witness."
      return report
    }
    guard reading.failure == nil else {
      var report = WitnessReport()
      report.absence = reading.failure
      return report
    }
    return Comparison.report(reading, accounted)
  }
}
