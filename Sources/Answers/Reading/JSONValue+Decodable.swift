// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials

extension JSONValue {
  /// Parses JSON (RFC 8259).
  ///
  /// - Throws: `JSONMismatch(.damaged)` if the bytes are not exactly one JSON value.
  package init(parsing bytes: some Sequence<UInt8>) throws(JSONMismatch) {
    do {
      self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    } catch {
      throw JSONMismatch(.damaged)
    }
  }
}

/// The members of objects are sorted by name, because decoders do not reveal their order.
extension JSONValue: Decodable {
  private struct Name: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  package init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if let text = try? single.decode(String.self) {
      self = .string(text)
    } else if single.decodeNil() {
      self = .null
    } else if let object = try? decoder.container(keyedBy: Name.self) {
      self = .object(
        try object.allKeys.sorted { $0.stringValue < $1.stringValue }.map {
          Member(name: $0.stringValue, value: try object.decode(JSONValue.self, forKey: $0))
        })
    } else if let number = try? single.decode(Int.self) {
      self = .integer(number)
    } else if let list = try? single.decode([JSONValue].self) {
      self = .array(list)
    } else if let value = try? single.decode(Bool.self) {
      self = .bool(value)
    } else {
      self = .number(try single.decode(Double.self))
    }
  }
}
