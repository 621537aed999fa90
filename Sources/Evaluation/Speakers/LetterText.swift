// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Attribution
import Foundation

/// The letters and digits of a text, folded, each with its place: neither line breaks nor signs nor
/// repaired readings come between a label and the passage it is about.
struct LetterText {
  private(set) var letters: [UInt32] = []
  /// Offset of each letter, in code points.
  private(set) var places: [Int] = []

  init(_ text: String) {
    for (place, scalar) in text.unicodeScalars.enumerated() {
      if scalar.isASCII {
        let value = scalar.value
        let lower = value | 0x20
        let isLetter = (0x61...0x7a).contains(lower)
        guard isLetter || (0x30...0x39).contains(value) else { continue }
        letters.append(isLetter ? lower : value)
        places.append(place)
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        for part in String(scalar).lowercased().decomposedStringWithCompatibilityMapping
          .unicodeScalars
        where part.properties.canonicalCombiningClass == .notReordered {
          letters.append(part.value)
          places.append(place)
        }
      }
    }
  }

  /// The letters of a range of code points.
  func range(_ range: Range<Int>) -> Range<Int> {
    lower(range.lowerBound)..<max(lower(range.lowerBound), lower(range.upperBound))
  }

  private func lower(_ place: Int) -> Int { places.partition { $0 >= place } }

  /// First of some places at which letters stand.
  func first(_ part: ArraySlice<UInt32>, in starts: Range<Int>) -> Int? {
    guard let first = part.first else { return nil }
    for index in starts.clamped(to: 0..<max(0, letters.count - part.count + 1)) {
      if letters[index] == first, letters[index..<index + part.count].elementsEqual(part) {
        return index
      }
    }
    return nil
  }
}
