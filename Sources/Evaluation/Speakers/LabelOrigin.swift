// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Attribution

/// Where labels come from, as a line of the list of origins says.
///
/// A line is `name weight calibration labels texts licence…`: how much the labels count in training (0:
/// they only measure and calibrate) and in calibration, the file of labels, the folder of their texts
/// (`-` if the labels hold them), and under which licence they are used. `#` begins a comment.
package struct LabelOrigin: Sendable {
  package var origin: SpeakerTraining.Origin
  /// Path of the file of labels.
  package var labels: String
  /// Folder of the texts; `nil` if the labels hold them.
  package var texts: String?
  package var licence: String

  /// Reads a list of origins.
  package static func origins(_ text: String) throws -> [LabelOrigin] {
    try text.split(whereSeparator: \.isNewline).enumerated().compactMap { number, line in
      guard line.first != "#" else { return nil }
      let parts = line.split(separator: " ", maxSplits: 5)
      guard parts.count == 6, let weight = Float(parts[1]), let calibration = Float(parts[2]) else {
        throw UnreadableOrigins(line: number + 1)
      }
      return LabelOrigin(
        origin: SpeakerTraining.Origin(
          name: String(parts[0]), weight: weight, calibrationWeight: calibration),
        labels: String(parts[3]), texts: parts[4] == "-" ? nil : String(parts[4]),
        licence: String(parts[5]))
    }
  }
}

/// A line of a list of origins that has not six parts.
package struct UnreadableOrigins: Error, CustomStringConvertible {
  var line: Int
  package var description: String {
    "Line \(line) of the list of labels is not `name weight calibration labels texts licence`."
  }
}
