// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Answers
import TextFolding

/// An object whose members are JSON already: answers are written once and never parsed again.
struct JSONText {
  private var members: [String] = []

  /// The object on one line.
  var text: String { "{\(members.joined(separator: ","))}" }

  /// Adds a member whose value is JSON text.
  mutating func add(_ name: String, json: String) {
    members.append("\(JSONValue.string(name).compact):\(json)")
  }

  /// Adds a member.
  mutating func add(_ name: String, _ value: JSONValue) { add(name, json: value.compact) }
}

extension ControlCharacters {
  /// Makes control characters in the strings of JSON visible, those written as escapes too; line
  /// ends and tabs stay.
  ///
  /// - Parameter text: JSON as `JSONWriter` writes it.
  /// - Complexity: O(*n*).
  static func shown(inJSON text: String) -> String {
    let text = shown(text)
    guard text.utf8.contains(0x5C) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var rest = Substring(text).utf8
    while let byte = rest.popFirst() {
      bytes.append(byte)
      guard byte == 0x5C, let kind = rest.popFirst() else { continue }
      if kind == 0x72 {
        bytes.removeLast()
        bytes.append(contentsOf: "␍".utf8)
      } else if kind == 0x75, let code = UInt32(String(rest.prefix(4)) ?? "", radix: 16),
        code < 0x20, let picture = Unicode.Scalar(0x2400 + code)
      {
        bytes.removeLast()
        bytes.append(contentsOf: String(picture).utf8)
        rest = rest.dropFirst(4)
      } else {
        bytes.append(kind)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
