// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A small XML document as a tree.
struct XMLElement {
  /// Name without the namespace prefix.
  var name: String
  var attributes: [String: String] = [:]
  /// All text in the element, including its descendants.
  var text = ""
  var children: [XMLElement] = []

  /// Maximum nesting depth, which no package document approaches.
  private static let deepest = 64

  private init(_ tag: XMLTag) {
    name = tag.name
    for attribute in tag.attributes { attributes[attribute.name] = attribute.value }
  }

  /// Parses a document; `nil` if it has no root element.
  init?(parsing bytes: [UInt8]) {
    var open: [XMLElement] = []
    var depth = 0
    var root: XMLElement?
    _ = XMLEvents.read(bytes) { event in
      switch event {
      case .start(let tag):
        depth += 1
        if depth <= Self.deepest { open.append(XMLElement(tag)) }
      case .text(let text, _):
        if depth == open.count, depth > 0 { open[depth - 1].text += text }
      case .end:
        depth -= 1
        guard depth < open.count, let element = open.popLast() else { return }
        guard !open.isEmpty else { return root = root ?? element }
        open[open.count - 1].text += element.text
        open[open.count - 1].children.append(element)
      case .instruction: break
      }
    }
    guard let root else { return nil }
    self = root
  }

  /// All descendants with this name, in document order.
  func all(_ wanted: String) -> [XMLElement] {
    children.flatMap { ($0.name == wanted ? [$0] : []) + $0.all(wanted) }
  }
}
