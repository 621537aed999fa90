// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import CXML2
import Glibc

/// A small XML document as a tree (libxml2), parsed leniently and without network access.
struct XMLElement {
  /// Name without the namespace prefix.
  var name: String
  var attributes: [String: String] = [:]
  /// All text in the element, including its descendants.
  var text = ""
  var children: [XMLElement] = []

  private static let isReady: Void = xmlInitParser()
  /// Maximum nesting depth, which no package document approaches.
  private static let deepest = 64

  /// Parses a document; `nil` if it has no root element.
  init?(parsing bytes: [UInt8]) {
    _ = Self.isReady
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue
    let document = bytes.withUnsafeBytes { bytes in
      xmlReadMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), nil,
        nil, Int32(options))
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else { return nil }
    self.init(root, depth: 0)
  }

  private init(_ node: xmlNodePtr, depth: Int) {
    name = Self.string(node.pointee.name)
    var attribute = node.pointee.properties
    while let current = attribute {
      let name = Self.string(current.pointee.name)
      if let value = xmlNodeListGetString(node.pointee.doc, current.pointee.children, 1) {
        attributes[name] = Self.string(value)
        free(value)
      }
      attribute = current.pointee.next
    }
    var child = node.pointee.children
    while let current = child {
      if current.pointee.type == XML_ELEMENT_NODE, depth < Self.deepest {
        children.append(XMLElement(current, depth: depth + 1))
        text += children[children.count - 1].text
      } else if current.pointee.type == XML_TEXT_NODE {
        text += Self.string(current.pointee.content)
      }
      child = current.pointee.next
    }
  }

  /// All descendants with this name, in document order.
  func all(_ wanted: String) -> [XMLElement] {
    children.flatMap { ($0.name == wanted ? [$0] : []) + $0.all(wanted) }
  }

  private static func string(_ characters: UnsafePointer<xmlChar>?) -> String {
    characters.map { String(cString: $0) } ?? ""
  }
}
