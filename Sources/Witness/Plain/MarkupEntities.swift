// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXML2

/// Replaces HTML's named entities, which XML parsers know only from a document type definition.
enum MarkupEntities {
  private static let xml: Set<String> = ["amp", "lt", "gt", "quot", "apos"]
  private static let longest = 10

  /// - Parameter keepsXML: Whether the five entities of XML stay, for a parser that knows them.
  static func resolved(_ bytes: [UInt8], keepsXML: Bool = true) -> [UInt8] {
    guard bytes.contains(0x26) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x26,
        let end = bytes[index...].prefix(longest).firstIndex(of: 0x3B),
        let character = character(bytes[(index + 1)..<end], keepsXML: keepsXML)
      {
        result.append(contentsOf: String(character).utf8)
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private static func character(_ name: ArraySlice<UInt8>, keepsXML: Bool) -> Unicode.Scalar? {
    let name = String(decoding: name, as: UTF8.self)
    guard !name.hasPrefix("#"), !keepsXML || !xml.contains(name),
      let entity = htmlEntityLookup(name)
    else {
      return nil
    }
    return Unicode.Scalar(entity.pointee.value)
  }
}
