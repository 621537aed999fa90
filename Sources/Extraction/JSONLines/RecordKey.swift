// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials

/// Finds out what a line of JSON is without reading all of it.
enum RecordKey {
  private struct Passage: Decodable {
    struct Source: Decodable { var work: String }
    var id: String
    var kind: String
    var source: Source
  }

  private struct Text: Decodable {
    var id: LooseString?
    var _id: LooseString?
  }

  private static let kinds: Set<String> = ["body", "quotation", "note", "verse"]

  /// The work of a line that is a passage; `nil` if it is none.
  static func work(ofPassage line: [UInt8]) -> String? {
    if let (names, values) = beginning(of: line), names == ["id", "kind"] {
      guard kinds.contains(values[1]), let slash = values[0].lastIndex(of: "/") else { return nil }
      return String(values[0][..<slash])
    }
    // Another order of the members: it is read once more, as a whole.
    guard contains(line, "\"kind\""), contains(line, "\"source\""), contains(line, "\"work\""),
      let passage = try? JSONDecoder().decode(Passage.self, from: Data(line)),
      kinds.contains(passage.kind)
    else { return nil }
    return passage.source.work
  }

  /// The id of a line that is a text.
  static func text(_ line: [UInt8]) -> String? {
    if let (names, values) = beginning(of: line), names[0] == "_id" || names[0] == "id" {
      return values[0]
    }
    let text = try? JSONDecoder().decode(Text.self, from: Data(line))
    return (text?._id ?? text?.id)?.value
  }

  /// The names of the first two members, if they are strings without escapes, and their values.
  private static func beginning(of line: [UInt8]) -> (names: [String], values: [String])? {
    var index = 0
    func skip(_ sign: UInt8) -> Bool {
      while index < line.count, line[index] <= 0x20 { index += 1 }
      guard index < line.count, line[index] == sign else { return false }
      index += 1
      return true
    }
    func string() -> String? {
      guard skip(0x22) else { return nil }
      guard let end = line[index...].prefix(4_096).firstIndex(where: { $0 == 0x22 || $0 == 0x5C }),
        line[end] == 0x22
      else { return nil }
      defer { index = end + 1 }
      return String(decoding: line[index..<end], as: UTF8.self)
    }
    guard skip(0x7B), let first = string(), skip(0x3A), let one = string(), skip(0x2C),
      let second = string(), skip(0x3A)
    else { return nil }
    guard second == "kind" else { return ([first, second], [one, ""]) }
    guard let two = string() else { return nil }
    return ([first, second], [one, two])
  }

  private static func contains(_ line: [UInt8], _ text: String) -> Bool {
    line.firstRange(of: Array(text.utf8)) != nil
  }
}

/// A string, or a number that somebody wrote where a string is meant.
struct LooseString: Decodable {
  let value: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      value = text
    } else if let number = try? container.decode(Int.self) {
      value = String(number)
    } else {
      value = String(try container.decode(Double.self))
    }
  }
}

/// Strings, or one string that somebody wrote where a list is meant.
struct LooseList: Decodable {
  let values: [String]

  private struct Named: Decodable { var name: String }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let list = try? container.decode([String].self) {
      values = list
    } else if let list = try? container.decode([Named].self) {
      values = list.map(\.name)
    } else {
      values = [try container.decode(String.self)]
    }
  }
}
