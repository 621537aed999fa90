// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import IndexSchema
import QueryLanguage

/// Finds the words and phrases of a query in the thesaurus.
struct Thesaurus {
  /// An entry of the thesaurus found in the query.
  struct Finding {
    /// The index of the first query word it covers.
    var first: Int
    /// The number of query words it covers.
    var count: Int
    /// The other words and phrases of the group.
    var others: [[Token]]
    /// Whether the others are related terms and not synonyms.
    var isRelated: Bool
  }

  private struct Entry {
    var stems: [[String]]
    var member: Int
    var group: Int
  }

  private var groups: [(members: [[Token]], isRelated: Bool)] = []
  /// The members of the groups, by the stems of their first word.
  private var entries: [[String]: [Entry]] = [:]

  /// Reads the synonyms and related words of a vocabulary.
  init(
    _ vocabulary: Vocabulary, stems: (Token) throws(IndexError) -> [String]
  ) throws(IndexError) {
    var tokenizer = Tokenizer()
    let all = vocabulary.synonyms.map { ($0, false) } + vocabulary.related.map { ($0, true) }
    for (texts, isRelated) in all {
      let members = texts.map { tokenizer.tokens(in: $0) }.filter { !$0.isEmpty }
      for (index, member) in members.enumerated() {
        var found: [[String]] = []
        for token in member { found.append(try stems(token)) }
        entries[found[0], default: []].append(
          Entry(stems: found, member: index, group: groups.count)
        )
      }
      groups.append((members, isRelated))
    }
  }

  /// The entries for the words of a query, given by their stems.
  func findings(for words: [[String]]) -> [Finding] {
    var findings: [Finding] = []
    for first in words.indices {
      for entry in entries[words[first]] ?? [] where words[first...].starts(with: entry.stems) {
        let group = groups[entry.group]
        var others = group.members
        others.remove(at: entry.member)
        findings.append(
          Finding(
            first: first, count: entry.stems.count, others: others, isRelated: group.isRelated
          )
        )
      }
    }
    return findings
  }
}

extension QueryNotes {
  /// Adds a note saying what the thesaurus adds to words of the query.
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
}
