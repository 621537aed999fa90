// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// What extraction made of a file: the words it kept, and those it says it left out.
package struct AccountedText: Sendable {
  /// Why words of the file are accounted for.
  package enum Reason: Sendable, Hashable {
    /// They are in the passage with this index, or in a heading before it.
    case passage(Int)
    /// A rule left them out.
    case omission(String)
    /// They were read as title, author or another fact.
    case metadata
    /// They are marks of notes, numbers of notes or labels of pages.
    case mark

    /// Name under which their words are counted.
    package var name: String {
      switch self {
      case .passage: "passages"
      case .omission(let rule): rule
      case .metadata: "metadata"
      case .mark: "marks"
      }
    }
  }

  /// A text, and why it is accounted for.
  struct Segment: Sendable {
    var text: String
    var reason: Reason
    /// Whether its place in the order of reading is that of the file; notes may be elsewhere.
    var isInOrder = false
  }

  private(set) var segments: [Segment] = []
  /// The label of each passage.
  private(set) var labels: [String] = []
  /// Number of pages of the file.
  let pages: Int

  /// An account of nothing.
  init() { pages = 0 }

  /// - Parameters:
  ///   - passages: Passages as they are stored.
  ///   - omissions: What was left out, with the whole of its text.
  package init(
    passages: [Passage], metadata: Metadata, omissions: [Ledger.Omission], pages: Int
  ) {
    self.pages = pages
    for (index, passage) in passages.enumerated() {
      labels.append(passage.label)
      for heading in passage.section.suffix(passage.openedHeadings) {
        add(heading, .passage(index), isInOrder: true)
      }
      if let number = passage.note { add(number, .mark) }
      let isInOrder = passage.kind != .note && passage.note == nil
      for (text, reason) in passage.asPrinted {
        add(text, reason ?? .passage(index), isInOrder: isInOrder)
      }
    }
    for omission in omissions { add(omission.text, .omission(omission.rule)) }
    for fact in metadata.printed { add(fact, .metadata) }
    var label: String?
    for pages in passages.compactMap(\.pages) {
      for printed in [pages.first, pages.last] where printed != label {
        add(printed, .mark)
        label = printed
      }
    }
  }

  private mutating func add(_ text: String, _ reason: Reason, isInOrder: Bool = false) {
    guard !text.isEmpty else { return }
    segments.append(Segment(text: text, reason: reason, isInOrder: isInOrder))
  }
}

extension Passage {
  /// Its text as printed, with repairs undone and marks of notes where they were.
  ///
  /// The marks come with a reason; the words of the passage with `nil`.
  fileprivate var asPrinted: [(text: String, reason: AccountedText.Reason?)] {
    let marks = notes.compactMap { note in
      note.offset.flatMap { offset in note.printed.map { (offset..<offset, $0, true) } }
    }
    let changes =
      (repairs.map { ($0.range, $0.printed, false) } + marks)
      .sorted { ($0.0.lowerBound, $0.0.upperBound) < ($1.0.lowerBound, $1.0.upperBound) }
    guard !changes.isEmpty else { return [(text, nil)] }
    let scalars = Array(text.unicodeScalars)
    var parts: [(String, AccountedText.Reason?)] = []
    var printed = String.UnicodeScalarView()
    var done = 0
    for (range, reading, isMark) in changes {
      let start = min(max(range.lowerBound, done), scalars.count)
      printed.append(contentsOf: scalars[done..<start])
      done = max(start, min(range.upperBound, scalars.count))
      if isMark {
        parts.append((String(printed), nil))
        parts.append((reading, .mark))
        printed = String.UnicodeScalarView()
      } else {
        printed.append(contentsOf: reading.unicodeScalars)
      }
    }
    printed.append(contentsOf: scalars[done...])
    parts.append((String(printed), nil))
    return parts.filter { !$0.0.isEmpty }
  }
}

extension Metadata {
  /// The words of all facts, as printed.
  fileprivate var printed: [String] {
    var words: [String] = []
    func add<Value>(_ fact: Attributed<Value>?, _ value: (Value) -> String) {
      guard let fact else { return }
      // A title page, a half title and a header may print the same fact.
      words += [value(fact.value), value(fact.value), fact.evidence ?? ""]
    }
    add(title) { $0 }
    add(subtitle) { $0 }
    for person in people { add(person) { $0.name } }
    add(year) { String($0) }
    add(printedYear) { $0 }
    add(editionYear) { String($0) }
    add(collection) { $0 }
    add(publisher) { $0 }
    add(place) { $0 }
    add(url) { $0 }
    add(rights) { $0 }
    add(language) { $0 }
    for fact in others { words += [fact.name, fact.value] }
    return words
  }
}
