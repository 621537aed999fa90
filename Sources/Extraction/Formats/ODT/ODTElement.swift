// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// What is done with an element of OpenDocument (ODF 1.3-3, 5 to 14).
enum ODTElement {
  /// Its contents are read as if it were not there.
  case transparent
  /// Nothing in it is text.
  case silent
  /// Words in it are left out by a rule.
  case omitted(String)
  /// It is left out if it is hidden.
  case conditional
  case body
  case paragraph, heading, words, space, lineBreak, pageBreak
  case note, citation, noteBody
  /// Text beside the paragraph that it stands in: a frame, or a comment, which is left out.
  case box(omission: String?)
  case list
  case table(OfficeItem.TablePart)
  /// The pronunciation above words, or a number that the program has made.
  case removed(String)
  /// A place for a formula, a chart or a document in a file of its own.
  case object

  /// The end of the URI of the namespace of styles.
  static let style = ":style:1.0"

  init(_ name: String) {
    self = Self.known[name] ?? (name.hasSuffix("-source") ? .silent : .transparent)
  }

  /// The name of an element with the usual prefix of its namespace, whatever the document's is.
  static func name(_ tag: XMLTag) -> String {
    let parts = tag.namespace.split(separator: ":")
    guard parts.count >= 2, parts.first == "urn" else { return tag.name }
    let name = String(parts[parts.count - 2])
    return "\(prefixes[name] ?? name):\(tag.name)"
  }

  /// The usual prefixes of namespaces that are not named like them.
  private static let prefixes = ["drawing": "draw", "svg-compatible": "svg"]

  private static let known: [String: ODTElement] = [
    "office:text": .body, "office:master-styles": .omitted("running-head"),
    "text:p": .paragraph, "text:h": .heading, "text:span": .words,
    "text:s": .space, "text:tab": .space, "text:line-break": .lineBreak,
    "text:soft-page-break": .pageBreak,
    "text:note": .note, "text:note-citation": .citation, "text:note-body": .noteBody,
    "text:list": .list,
    "table:table": .table(.start), "table:table-row": .table(.row),
    "table:table-cell": .table(.cell),
    "table:covered-table-cell": .omitted("hidden"),
    "text:section": .conditional, "text:hidden-text": .conditional,
    "text:hidden-paragraph": .conditional,
    "draw:text-box": .box(omission: nil), "draw:custom-shape": .box(omission: nil),
    "draw:rect": .box(omission: nil), "draw:ellipse": .box(omission: nil),
    "draw:circle": .box(omission: nil), "draw:polygon": .box(omission: nil),
    "draw:path": .box(omission: nil), "draw:caption": .box(omission: nil),
    "draw:line": .box(omission: nil), "draw:connector": .box(omission: nil),
    "office:annotation": .box(omission: "comment"), "draw:object": .object,
    "draw:object-ole": .object,
    "text:ruby-text": .removed("ruby"), "text:number": .removed("list-number"),
    "text:placeholder": .omitted("placeholder"), "text:tracked-changes": .omitted("deleted"),
    "text:table-of-content": .omitted("contents"),
    "text:illustration-index": .omitted("contents"), "text:table-index": .omitted("contents"),
    "text:object-index": .omitted("contents"),
    // What is no text of the document.
    "annotation": .silent, "office:meta": .silent, "office:settings": .silent,
    "office:scripts": .silent,
    "office:font-face-decls": .silent, "office:forms": .silent, "office:change-info": .silent,
    "office:binary-data": .silent, "office:event-listeners": .silent, "svg:title": .silent,
    "svg:desc": .silent, "text:script": .silent, "text:note-continuation-notice-forward": .silent,
    "text:note-continuation-notice-backward": .silent,
    // In comments: who wrote them and when.
    "creator": .silent, "date": .silent, "meta:creator-initials": .silent,
    "loext:sender-initials": .silent, "meta:date-string": .silent,
  ]
}
