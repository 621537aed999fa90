// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Citation

extension TextQuoteSelector: APIObject {
  package static let schemaName = "Selector"
  package static let about = "The words and their context (W3C Web Annotation Data Model)."

  /// The only type of selector used.
  private enum SelectorType: String, CaseIterable, APIValue {
    case quote = "TextQuoteSelector"
  }

  package static func members<Visitor: MemberVisitor>(_ visitor: inout Visitor)
  where Visitor.Object == Self {
    visitor.derived("type", "The type of the selector, as the W3C names it.") { _ in
      SelectorType.quote
    }
    visitor.member("exact", \.exact, "The words themselves.")
    visitor.optional("prefix", \.prefix, "The text directly before.")
    visitor.optional("suffix", \.suffix, "The text directly after.")
  }
}
