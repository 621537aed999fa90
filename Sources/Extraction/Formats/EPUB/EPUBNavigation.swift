// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The table of contents and page list of a book.
///
/// See EPUB 3.3, 7; for EPUB 2, the NCX of DAISY/NISO Z39.86.
struct EPUBNavigation {
  /// A labelled location in the book.
  struct Entry: Equatable {
    /// Name of the document in the archive.
    var file: String
    /// Identifier in the document; `nil` for its beginning.
    var fragment: String?
    /// Label of the location.
    var label: String
    /// Depth in the table of contents, counted from 1.
    var depth: Int
  }

  /// Table of contents, in order.
  private(set) var contents: [Entry] = []
  /// Pages of the printed book, in order.
  private(set) var pages: [Entry] = []

  /// Maximum number of entries, and maximum nesting depth.
  private static let maximumEntries = 50_000
  private static let deepest = 12

  /// Names of the files in the archive.
  private var names = ArchiveNames()

  init() {}

  /// Reads the EPUB 3 navigation document or the EPUB 2 NCX.
  ///
  /// - Parameter folder: Folder of the document in the archive.
  init(_ document: XMLElement, folder: String, names: ArchiveNames) {
    self.names = names
    for list in document.all("nav") {
      guard let kind = list.attributes["type"] else { continue }
      if kind.contains("page-list") { readList(list, folder, depth: 1, isPages: true) }
      if kind.contains("toc") { readList(list, folder, depth: 1, isPages: false) }
    }
    for map in document.all("navMap") { readPoints(map, folder, depth: 1) }
    for target in document.all("pageTarget") {
      if let entry = entry(ofPoint: target, folder, depth: 1) { add(entry, isPage: true) }
    }
  }

  private mutating func readList(
    _ element: XMLElement, _ folder: String, depth: Int, isPages: Bool
  ) {
    guard depth <= Self.deepest else { return }
    for child in element.children {
      if child.name == "a", let address = child.attributes["href"] {
        let entry = entry(address, child.text, folder, depth: max(1, depth / 2))
        if let entry { add(entry, isPage: isPages) }
      } else if child.name == "ol" || child.name == "li" {
        readList(child, folder, depth: depth + 1, isPages: isPages)
      }
    }
  }

  private mutating func readPoints(_ element: XMLElement, _ folder: String, depth: Int) {
    guard depth <= Self.deepest else { return }
    for point in element.children where point.name == "navPoint" {
      if let entry = entry(ofPoint: point, folder, depth: depth) { add(entry, isPage: false) }
      readPoints(point, folder, depth: depth + 1)
    }
  }

  private mutating func add(_ entry: Entry, isPage: Bool) {
    guard contents.count + pages.count < Self.maximumEntries else { return }
    if isPage {
      guard PageMark.isLabel(entry.label) || entry.label.utf8.count <= 8 else { return }
      pages.append(entry)
    } else {
      contents.append(entry)
    }
  }

  private func entry(
    ofPoint point: XMLElement, _ folder: String, depth: Int
  ) -> Entry? {
    guard let label = point.children.first(where: { $0.name == "navLabel" })?.text,
      let address = point.children.first(where: { $0.name == "content" })?.attributes["src"]
    else { return nil }
    return entry(address, label, folder, depth: depth)
  }

  private func entry(
    _ address: String, _ label: String, _ folder: String, depth: Int
  ) -> Entry? {
    let label = label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !label.isEmpty, label.utf8.count <= 400, !address.contains("://") else { return nil }
    let (file, fragment) = names.resolve(address, in: folder)
    return Entry(file: file, fragment: fragment, label: label, depth: depth)
  }
}
