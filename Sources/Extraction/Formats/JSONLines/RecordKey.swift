// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials

/// The kind of a JSON line, determined from its first members where possible.
enum RecordKey: Equatable {
  /// A passage of a work.
  case passage(work: String)
  /// A text, with its id if it has one.
  case text(id: String?)

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

  init(_ line: [UInt8]) {
    let beginning = Self.beginning(of: line)
    if let (names, values) = beginning, names == ["id", "kind"] {
      if Self.kinds.contains(values[1]), let slash = values[0].lastIndex(of: "/") {
        self = .passage(work: String(values[0][..<slash]))
      } else {
        self = .text(id: values[0])
      }
    } else if let work = Self.work(ofReordered: line) {
      self = .passage(work: work)
    } else if let (names, values) = beginning, names[0] == "_id" || names[0] == "id" {
      self = .text(id: values[0])
    } else {
      let text = try? JSONDecoder().decode(Text.self, from: Data(line))
      self = .text(id: (text?._id ?? text?.id)?.value)
    }
  }

  /// The work of a passage whose members are in an unusual order, which requires parsing it all.
  private static func work(ofReordered line: [UInt8]) -> String? {
    guard ByteSearch.contains(line, "\"kind\""), ByteSearch.contains(line, "\"source\""),
      ByteSearch.contains(line, "\"work\""),
      let passage = try? JSONDecoder().decode(Passage.self, from: Data(line)),
      kinds.contains(passage.kind)
    else { return nil }
    return passage.source.work
  }

  /// The first two members, provided that they are strings without escapes.
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
}

/// A string, or a number where a string is expected.
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

/// A list of strings, or a single string where a list is expected.
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
