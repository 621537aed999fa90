// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// The notes of a book: sections of a body named `notes` or `comments`.
struct FB2Survey {
  /// The order of each note, by its identifier.
  private(set) var notes: [String: Int] = [:]
  /// The number of each note, as its mark prints it.
  private(set) var labels: [Int: String] = [:]

  private var isInNotes = false
  private var sections = 0
  private var link: (target: String, text: String)?
  private var marks: [(target: String, label: String)] = []

  init(_ text: String) {
    _ = XMLEvents.read(text) { event in
      switch event {
      case .start(let tag): start(tag)
      case .end(let name): end(name)
      case .text(let text, _):
        if let link, link.text.utf8.count < 64 { self.link?.text += text }
      case .instruction: break
      }
    }
    for (target, label) in marks {
      guard let note = notes[target], labels[note] == nil else { continue }
      labels[note] = label
    }
  }

  private mutating func start(_ tag: XMLTag) {
    switch tag.name {
    case "body": isInNotes = Self.isOfNotes(tag)
    case "section":
      sections += 1
      if isInNotes, let id = tag["id"], notes[id] == nil { notes[id] = notes.count }
    case "a": link = Self.target(tag).map { ($0, "") }
    default: break
    }
  }

  private mutating func end(_ name: String) {
    if name == "a", let link {
      if let label = PrintedMark.number(in: link.text) { marks.append((link.target, label)) }
      self.link = nil
    }
  }

  /// Whether a body has the notes of the others.
  static func isOfNotes(_ tag: XMLTag) -> Bool {
    ["notes", "comments", "footnotes", "endnotes"].contains(tag["name"]?.lowercased() ?? "")
  }

  /// The identifier that a link within the book leads to.
  static func target(_ tag: XMLTag) -> String? {
    guard let address = tag["href"], address.first == "#" else { return nil }
    return String(address.dropFirst())
  }
}
