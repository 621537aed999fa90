// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Gathers what is to be said of a query that was not understood quite as typed.
struct QueryNotes {
  /// More than these nobody reads.
  private static let most = 20

  private(set) var warnings: [QueryWarning] = []
  private var corrections: [(range: Range<Int>, name: String)] = []
  private var saidOnce: Set<String> = []

  /// Says something of a place.
  mutating func add(_ code: String, _ message: String, _ position: Range<Int>?) {
    let warning = QueryWarning(code: code, message: message, position: position)
    if warnings.count < Self.most, !warnings.contains(warning) { warnings.append(warning) }
  }

  /// Says something of a query, at the first place only.
  mutating func addOnce(_ code: String, _ message: String, _ position: Range<Int>?) {
    if saidOnce.insert(code).inserted { add(code, message, position) }
  }

  mutating func ignoredOperator(_ range: Range<Int>) {
    add("ignored-operator", "The operator is passed over: it lacks a side.", range)
  }

  mutating func tooManyWords(_ count: Int, at range: Range<Int>) {
    addOnce("too-many-words", "Only the first \(count) words of the query are searched.", range)
  }

  /// What the thesaurus has beside words of the query.
  mutating func added(_ finding: Thesaurus.Finding, to words: [Token]) {
    let typed = words.joined
    var others: [String] = []
    for member in finding.others.map({ "“\($0.joined)”" }) where !others.contains(member) {
      others.append(member)
    }
    let alone = words.count == 1 ? "=\(typed)" : "\"\(typed)\""
    add(
      finding.isRelated ? "related-words" : "synonyms",
      "“\(typed)” also finds \(others.joined(separator: ", ")); \(alone) does not.",
      words.span)
  }

  /// A field that is none, and the one that was meant perhaps.
  mutating func unknownField(_ name: String, _ range: Range<Int>) {
    let near = Schema.nearestSearchable(to: name)
    if let near { corrections.append((range, near)) }
    let guess = near.map { " Did you mean `\($0):`?" } ?? ""
    add(
      "unknown-field", "There is no field “\(name)”; its words are searched as words.\(guess)",
      range)
  }

  /// The query with the names of fields corrected; `nil` if there is nothing to correct.
  func corrected(_ text: String) -> String? {
    Suggestion.corrected(text, corrections)
  }
}

extension Schema {
  /// The name of a field that is spelled nearly so.
  static func nearestSearchable(to name: String) -> String? {
    let names = fields.filter(\.isSearchable).map(\.name)
    let near = names.map { ($0, distance($0, name)) }.min { $0.1 < $1.1 }
    return near.flatMap { $0.1 <= 2 && $0.1 < name.count ? $0.0 : nil }
  }

  /// Levenshtein's distance of two field names.
  private static func distance(_ one: String, _ other: String) -> Int {
    let other = Array(other.unicodeScalars.prefix(32))
    var row = Array(0...other.count)
    for (index, first) in one.unicodeScalars.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, second) in other.enumerated() {
        let cost = diagonal + (first == second ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(cost, diagonal + 1, row[column] + 1)
      }
    }
    return row[other.count]
  }
}
