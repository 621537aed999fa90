// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import TextFolding

/// Pieces of WordprocessingML (ISO/IEC 29500-1, 17).
enum WordXML {
  /// The declaration at the beginning of each part.
  static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"

  /// Namespaces of the parts with text.
  static let namespaces =
    #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#
    + #"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#

  /// The text for use in content and attributes, without characters that XML does not allow.
  ///
  /// XML 1.0, 2.2 and 2.4.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n", "\r": result.append(" ")
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A paragraph with a style.
  static func paragraph(_ style: String, isRightToLeft: Bool = false, _ content: String) -> String {
    let direction = isRightToLeft ? "<w:bidi/>" : ""
    return "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(direction)</w:pPr>\(content)</w:p>"
  }

  /// A run of text with properties.
  static func run(_ text: String, _ properties: String = "") -> String {
    let set = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
    return "<w:r>\(set)<w:t xml:space=\"preserve\">\(escaped(text))</w:t></w:r>"
  }

  /// Properties of text in a language; none for a tag that is not valid.
  ///
  /// The attribute depends on the script (ISO/IEC 29500-1, 17.3.2.20).
  static func language(_ tag: String?) -> (properties: String, isRightToLeft: Bool) {
    guard let text = tag.flatMap({ try? LanguageTag($0).text }) else { return ("", false) }
    let primary = text.prefix { $0 != "-" }
    if ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(primary) {
      return ("<w:rtl/><w:lang w:bidi=\"\(text)\"/>", true)
    }
    let name = ["ja", "ko", "zh"].contains(primary) ? "eastAsia" : "val"
    return ("<w:lang w:\(name)=\"\(text)\"/>", false)
  }
}
