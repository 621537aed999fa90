// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Corpus

/// What has to be known of a document before its text is read: who its people are, and which marks
/// and notes refer to each other.
struct TEISurvey {
  /// Names of people and of roles in a play, by their identifiers.
  private(set) var people: [String: String] = [:]
  /// The order of each note among all notes, by its identifier.
  private(set) var notes: [String: Int] = [:]
  /// The number of each note, if it has one.
  private(set) var labels: [Int: String] = [:]
  /// Notes to which a reference in the text leads.
  private(set) var referred: Set<Int> = []
  /// Notes that name the place of their mark, by its identifier.
  private(set) var anchored: [String: Int] = [:]
  /// Whether spaces between words are elements, so that those between tags mean nothing.
  private(set) var hasSpaceElements = false
  /// The edition whose pages are counted, if breaks of several are marked.
  private(set) var edition: String?
  /// Whether page breaks have labels.
  private(set) var hasPageLabels = false
  /// Whether page breaks are elements of their own rather than milestones.
  private(set) var hasPageBreaks = false
  /// Year in which the work was printed first, as a list of events says.
  private(set) var firstPrint: Int?
  /// Language of the text.
  private(set) var language: String?

  private var noteCount = 0
  private var targets: Set<String> = []
  /// The reference being read, and the words of those before it.
  private var mark: (target: String, text: String, depth: Int)?
  private var marks: [(target: String, text: String)] = []
  private var texts = 0
  private var anchors: [String: Int] = [:]
  /// Open elements that name a person: identifier and depth.
  private var named: [(id: String?, depth: Int)] = []
  private var name: (text: String, depth: Int)?
  private var depth = 0
  private var headerDepth: Int?

  init(_ text: String) {
    _ = XMLEvents.read(text) { read($0) }
    for (target, text) in marks {
      guard let note = notes[target], labels[note] == nil else { continue }
      labels[note] = PrintedMark.number(in: text)
    }
    referred = Set(targets.compactMap { notes[$0] })
    let marked = Set(notes.filter { targets.contains($0.key) }.values)
    anchored = anchors.filter { !marked.contains($0.value) }
  }

  private mutating func read(_ event: XMLEvent) {
    switch event {
    case .start(let tag):
      depth += 1
      start(tag)
    case .text(let text, _):
      if mark != nil, mark?.text.utf8.count ?? 0 < 64 { mark?.text += text }
      if name != nil, name?.text.utf8.count ?? 0 < 200 { name?.text += text }
    case .end(let tag):
      end(tag)
      depth -= 1
    case .instruction: break
    }
  }

  private mutating func start(_ tag: XMLTag) {
    switch tag.name {
    case "teiHeader": headerDepth = headerDepth ?? depth
    case "person", "personGrp", "castItem", "org": named.append((tag["id"], depth))
    case "persName", "role", "name", "orgName", "roleName":
      if tag.name == "role", named.isEmpty || tag["id"] != nil { named.append((tag["id"], depth)) }
      if name == nil, !named.isEmpty { name = ("", depth) }
    case "note" where headerDepth == nil: addNote(tag)
    case "ref", "ptr":
      let ids = Self.identifiers(tag["target"])
      targets.formUnion(ids)
      if mark == nil, let first = ids.first { mark = (first, "", depth) }
    case "c": hasSpaceElements = true
    case "event", "date":
      if tag["type"] == "print", let year = tag["when"].flatMap({ Int($0.prefix(4)) }) {
        firstPrint = firstPrint ?? year
      }
    case "pb":
      hasPageBreaks = true
      edition = edition ?? tag["ed"]
      if tag["n"]?.isEmpty == false { hasPageLabels = true }
    case "text", "body":
      if tag.name == "text" { texts += 1 }
      // Of several texts the first tells, if one does.
      if texts <= 1 || language != nil, let lang = tag["lang"], !lang.isEmpty, headerDepth == nil {
        language = language ?? lang
      }
    case "div": if language == nil, tag["type"] == "edition" { language = tag["lang"] }
    default: break
    }
  }

  private mutating func addNote(_ tag: XMLTag) {
    if let id = tag["id"] { notes[id] = notes[id] ?? noteCount }
    if let label = tag["n"].map({ TEIReader.label($0) }), !label.isEmpty {
      labels[noteCount] = label
    }
    for id in Self.identifiers(tag["target"]).prefix(1) where anchors[id] == nil {
      anchors[id] = noteCount
    }
    noteCount += 1
  }

  private mutating func end(_ tag: String) {
    if headerDepth == depth { headerDepth = nil }
    if let found = mark, found.depth == depth {
      marks.append((found.target, found.text))
      mark = nil
    }
    if let found = name, found.depth == depth {
      var text = found.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      while let last = text.last, ".,;:".contains(last), text.count > 2 { text.removeLast() }
      if !text.isEmpty {
        for id in named.compactMap(\.id) where people[id] == nil { people[id] = text }
      }
      name = nil
    }
    if named.last?.depth == depth { named.removeLast() }
  }

  /// The identifiers that pointers to places in the document lead to; P4 writes them without `#`.
  static func identifiers(_ pointers: String?) -> [String] {
    (pointers ?? "").split(whereSeparator: \.isWhitespace).prefix(20).compactMap { pointer in
      if pointer.contains("/") || pointer.contains(":") { return nil }
      return String(pointer.first == "#" ? pointer.dropFirst() : pointer[...])
    }
  }
}
