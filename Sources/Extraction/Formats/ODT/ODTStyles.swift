// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What the styles of a document say of its paragraphs and words (ODF 1.3-3, 16).
struct ODTStyles {
  /// A style, with what it takes over from its parents.
  struct Style {
    var role: OfficeParagraph.Role?
    var isBold: Bool?
    var isHidden: Bool?
    var breaksBefore: Bool?
    var breaksAfter: Bool?
    fileprivate var parent: String?
  }

  private var styles: [String: Style] = [:]
  /// The style whose properties are being read.
  private var current: String?

  /// Reads the start of an element outside the text.
  mutating func read(_ element: String, _ tag: XMLTag) {
    switch element {
    case "style:style":
      guard let name = tag["name", in: ODTElement.style], let family = tag["family"] else {
        return current = nil
      }
      let key = Self.key(name, family)
      var style = Style()
      style.parent = tag["parent-style-name"].map { Self.key($0, family) }
      if family == "paragraph" {
        style.role = StyleNames.role(tag["display-name"] ?? Self.decoded(name))
        // The outline level goes before the name (19.476).
        if let level = tag["default-outline-level"].flatMap({ Int($0) }), (1...10).contains(level) {
          style.role = .heading(level: level)
        }
      }
      styles[key] = style
      current = key
    case "style:text-properties":
      guard let current else { return }
      if let weight = tag["font-weight"] {
        styles[current]?.isBold = weight == "bold" || (Int(weight) ?? 0) >= 600
      }
      if let display = tag["display"] { styles[current]?.isHidden = display == "none" }
    case "style:paragraph-properties":
      guard let current else { return }
      if let value = tag["break-before"] { styles[current]?.breaksBefore = value == "page" }
      if let value = tag["break-after"] { styles[current]?.breaksAfter = value == "page" }
    case "style:default-style", "style:page-layout", "text:list-style": current = nil
    default: break
    }
  }

  /// The style of a paragraph.
  func paragraph(_ name: String?) -> Style {
    style(name.map { Self.key($0, "paragraph") }, name: name)
  }

  /// The style of words.
  func words(_ name: String?) -> Style { style(name.map { Self.key($0, "text") }, name: nil) }

  private func style(_ key: String?, name: String?) -> Style {
    guard let key else { return Style() }
    // A style that nothing defines is known by its name.
    var result =
      styles[key] ?? Style(role: name.flatMap { StyleNames.role(Self.decoded($0)) })
    for key in StyleChain.bases(of: key, { styles[$0]?.parent }) {
      let base = styles[key] ?? Style(role: StyleNames.role(Self.decoded(Self.name(key))))
      result.role = result.role ?? base.role
      result.isBold = result.isBold ?? base.isBold
      result.isHidden = result.isHidden ?? base.isHidden
      result.breaksBefore = result.breaksBefore ?? base.breaksBefore
      result.breaksAfter = result.breaksAfter ?? base.breaksAfter
    }
    return result
  }

  private static func key(_ name: String, _ family: String) -> String { "\(family) \(name)" }

  private static func name(_ key: String) -> String {
    key.split(separator: " ", maxSplits: 1).last.map(String.init) ?? key
  }

  /// `Heading_20_1` as `Heading 1` (ODF 1.3-3, 19.502).
  private static func decoded(_ name: String) -> String { name.replacing("_20_", with: " ") }
}
