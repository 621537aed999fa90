// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The start of an element, with its attributes.
struct XMLTag {
  /// An attribute, with its name as resolved by the namespace declarations.
  struct Attribute {
    var name: String
    /// URI of its namespace; empty if its name has no prefix, or one that nothing declares.
    var namespace: String
    var value: String
  }

  /// Name without the namespace prefix.
  var name: String
  /// URI of its namespace; empty if it has none.
  var namespace: String
  var attributes: [Attribute]
  /// Line of the decoded document, counted from 1.
  var line: Int

  /// The value of the first attribute with this local name, whatever its namespace.
  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The value of an attribute in one of the namespaces whose URI ends so; `nil` if there is none.
  ///
  /// Standards that give a namespace a second URI keep its last part.
  subscript(name: String, in ending: String) -> String? {
    attributes.first { $0.name == name && $0.namespace.hasSuffix(ending) }?.value
  }
}
