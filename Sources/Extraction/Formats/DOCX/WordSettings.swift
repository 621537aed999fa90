// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// How a document numbers its notes where a section does not say (ISO/IEC 29500-1, 17.11.12 and
/// 17.11.5).
struct WordSettings {
  private var footnotes = OfficeSection.Notes()
  private var endnotes = OfficeSection.Notes()

  init(_ bytes: [UInt8]?) {
    guard let root = bytes.flatMap(XMLElement.init(parsing:)) else { return }
    for element in root.children {
      for property in element.children {
        let value = property.attributes["val"]
        if element.name == "footnotePr" { footnotes.read(property.name, value) }
        if element.name == "endnotePr" { endnotes.read(property.name, value) }
      }
    }
  }

  /// The same document with the numbering of all sections complete.
  func completing(_ items: [OfficeItem]) -> [OfficeItem] {
    var items = items
    var hasSections = false
    for (index, item) in items.enumerated() {
      guard case .section(var section) = item else { continue }
      hasSections = true
      section.footnotes.complete(footnotes)
      section.endnotes.complete(endnotes)
      items[index] = .section(section)
    }
    if !hasSections {
      items.append(.section(OfficeSection(footnotes: footnotes, endnotes: endnotes)))
    }
    return items
  }
}

extension OfficeSection.Notes {
  fileprivate mutating func complete(_ other: Self) {
    format = format ?? other.format
    start = start ?? other.start
    restart = restart ?? other.restart
  }
}
