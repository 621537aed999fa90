// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema
import Yams

/// What is wrong with a file of a vocabulary.
package struct VocabularyFault: Error, Sendable, CustomStringConvertible {
  /// The problem, with its line.
  package var description: String
}

extension Vocabulary {
  /// The names of the files of a vocabulary.
  package static let files = ["stopwords.yaml", "stems.yaml", "thesaurus.yaml"]

  /// Adds the contents of a file.
  ///
  /// ```yaml
  /// languages:
  ///   en:
  ///     stop_words: [the, of]
  ///     stop_phrases: [i am interested in]
  ///     same: [[anarchist, anarchism, anarchy]]
  ///     endings: {isation: ization}
  ///     beginnings: {labour: labor}
  ///     kept: [promise]
  /// synonyms: [[CNT, Confederación Nacional del Trabajo]]
  /// related: [[unemployment, joblessness]]
  /// ```
  ///
  /// - Throws: `VocabularyFault`, which names the line, for an unknown name or a value of another
  ///   kind.
  package mutating func add(yaml: String) throws(VocabularyFault) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw VocabularyFault(description: "It is not YAML: \(error)")
    }
    guard let root else { return }
    for (name, node) in try Self.members(root) {
      switch name {
      case "synonyms": synonyms += try Self.groups(node)
      case "related": related += try Self.groups(node)
      case "languages":
        for (code, node) in try Self.members(node) {
          try Self.read(node, into: &languages[code, default: Language()])
        }
      default: throw Self.fault(node, "“\(name)” is unknown here")
      }
    }
  }

  private static func read(
    _ node: Node, into language: inout Language
  ) throws(VocabularyFault) {
    for (name, node) in try members(node) {
      switch name {
      case "stop_words": language.stopWords += try words(node)
      case "stop_phrases": language.stopPhrases += try words(node)
      case "same": language.same += try groups(node)
      case "kept": language.kept += try words(node)
      case "beginnings": language.beginnings += try spellings(node)
      case "endings": language.endings += try spellings(node)
      default: throw fault(node, "“\(name)” is unknown here")
      }
    }
  }

  private static func members(_ node: Node) throws(VocabularyFault) -> [(String, Node)] {
    guard let mapping = node.mapping else { throw fault(node, "expected “name: value”") }
    var members: [(String, Node)] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string else { throw fault(key, "expected a name") }
      members.append((name, value))
    }
    return members
  }

  private static func groups(_ node: Node) throws(VocabularyFault) -> [[String]] {
    guard let sequence = node.sequence else { throw fault(node, "expected a list") }
    var groups: [[String]] = []
    for node in sequence { groups.append(try words(node)) }
    return groups
  }

  /// A list of words, or a scalar with words separated by spaces.
  private static func words(_ node: Node) throws(VocabularyFault) -> [String] {
    if let scalar = node.scalar { return scalar.string.split(separator: " ").map(String.init) }
    guard let sequence = node.sequence else { throw fault(node, "expected a list of words") }
    var words: [String] = []
    for node in sequence {
      guard let scalar = node.scalar else { throw fault(node, "expected a word") }
      words.append(scalar.string)
    }
    return words
  }

  private static func spellings(_ node: Node) throws(VocabularyFault) -> [Spelling] {
    var spellings: [Spelling] = []
    for (from, node) in try members(node) {
      guard let to = node.scalar else { throw fault(node, "expected a word") }
      spellings.append(Spelling(from: from, to: to.string))
    }
    return spellings
  }

  private static func fault(_ node: Node, _ message: String) -> VocabularyFault {
    VocabularyFault(description: "Line \(node.mark?.line ?? 0): \(message).")
  }
}
