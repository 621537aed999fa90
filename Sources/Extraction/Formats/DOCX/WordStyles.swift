// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What the styles of a Word document say of its paragraphs and runs (ISO/IEC 29500-1, 17.7).
struct WordStyles {
  /// A style, with what it takes over from the styles that it is based on.
  struct Style {
    var role: OfficeParagraph.Role?
    /// Outline level from 0; 9 is that of the text.
    var outline: Int?
    var isList: Bool?
    var isBold: Bool?
    var isHidden: Bool?
    /// Whether words in it only invite people to write something.
    var isPlaceholder = false
    fileprivate var base: String?
  }

  private var styles: [String: Style] = [:]
  /// The style of paragraphs that name none.
  private(set) var standard: String?

  init(_ bytes: [UInt8]?) {
    guard let bytes, let root = XMLElement(parsing: bytes) else { return }
    for element in root.all("style") {
      guard let id = element.attributes["styleId"] else { continue }
      styles[id] = Self.style(element)
      if element.attributes["type"] == "paragraph", WordValue.isOn(element.attributes["default"]) {
        standard = id
      }
    }
  }

  /// The style with an identifier; that of another name says nothing.
  subscript(id: String?) -> Style {
    guard let id else { return Style() }
    var result = styles[id] ?? Style()
    // Without the part that defines it, an identifier such as `Heading1` is all there is.
    if styles.isEmpty { result.role = StyleNames.role(Self.spaced(id)) }
    for id in StyleChain.bases(of: id, { styles[$0]?.base }) {
      guard let base = styles[id] else { break }
      result.role = result.role ?? base.role
      result.outline = result.outline ?? base.outline
      result.isList = result.isList ?? base.isList
      result.isBold = result.isBold ?? base.isBold
      result.isHidden = result.isHidden ?? base.isHidden
    }
    return result
  }

  private static func style(_ element: XMLElement) -> Style {
    func child(_ element: XMLElement?, _ name: String) -> XMLElement? {
      element?.children.first { $0.name == name }
    }
    let (paragraph, run) = (child(element, "pPr"), child(element, "rPr"))
    var style = Style()
    style.base = child(element, "basedOn")?.attributes["val"]
    let name = child(element, "name")?.attributes["val"]
    style.role = name.flatMap(StyleNames.role)
    style.isPlaceholder = name?.lowercased() == "placeholder text"
    style.outline = child(paragraph, "outlineLvl")?.attributes["val"].flatMap { Int($0) }
    style.isList = child(paragraph, "numPr").map { child($0, "numId")?.attributes["val"] != "0" }
    style.isBold = child(run, "b").map { WordValue.isOn($0.attributes["val"] ?? "1") }
    style.isHidden = child(run, "vanish").map { WordValue.isOn($0.attributes["val"] ?? "1") }
    return style
  }

  /// `Heading1` as `Heading 1`.
  private static func spaced(_ id: String) -> String {
    guard let digit = id.firstIndex(where: \.isNumber) else { return id }
    return "\(id[..<digit]) \(id[digit...])"
  }
}

/// Values of attributes in WordprocessingML.
enum WordValue {
  /// Whether a switch is on (ISO/IEC 29500-1, 22.9.2.7).
  static func isOn(_ value: String?) -> Bool { ["1", "true", "on"].contains(value) }

  /// The format of a number (17.18.59); `nil` for those that no other format comes close to.
  static func format(_ value: String?) -> NumberFormat? {
    switch value {
    case "decimal", "decimalZero", "numberInDash": .decimal
    case "lowerRoman": .lowerRoman
    case "upperRoman": .upperRoman
    case "lowerLetter": .lowerLetter
    case "upperLetter": .upperLetter
    case "chicago": .signs
    default: nil
    }
  }
}
