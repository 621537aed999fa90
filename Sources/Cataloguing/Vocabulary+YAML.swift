// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema
import Corpus
import Yams

extension Vocabulary {
  /// The names of the files that a vocabulary is kept in.
  package static let files = ["stopwords.yaml", "stems.yaml", "thesaurus.yaml"]

  /// Adds what a file says.
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
  /// - Throws: `CatalogueFault`, which names the line, for a name that is not known or a value of
  ///   another kind.
  package mutating func add(yaml: String) throws(CatalogueFault) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw CatalogueFault(description: "It is no YAML: \(error)")
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
      default: throw Self.fault(node, "“\(name)” is not known here")
      }
    }
  }

  private static func read(
    _ node: Node, into language: inout Language
  ) throws(CatalogueFault) {
    for (name, node) in try members(node) {
      switch name {
      case "stop_words": language.stopWords += try words(node)
      case "stop_phrases": language.stopPhrases += try words(node)
      case "same": language.same += try groups(node)
      case "kept": language.kept += try words(node)
      case "beginnings": language.beginnings += try spellings(node)
      case "endings": language.endings += try spellings(node)
      default: throw fault(node, "“\(name)” is not known here")
      }
    }
  }

  private static func members(_ node: Node) throws(CatalogueFault) -> [(String, Node)] {
    guard let mapping = node.mapping else { throw fault(node, "here “name: value” is expected") }
    var members: [(String, Node)] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string else { throw fault(key, "a name is expected") }
      members.append((name, value))
    }
    return members
  }

  private static func groups(_ node: Node) throws(CatalogueFault) -> [[String]] {
    guard let sequence = node.sequence else { throw fault(node, "a list is expected") }
    var groups: [[String]] = []
    for node in sequence { groups.append(try words(node)) }
    return groups
  }

  /// A list of words; a scalar is read as words divided by spaces.
  private static func words(_ node: Node) throws(CatalogueFault) -> [String] {
    if let scalar = node.scalar { return scalar.string.split(separator: " ").map(String.init) }
    guard let sequence = node.sequence else { throw fault(node, "a list of words is expected") }
    var words: [String] = []
    for node in sequence {
      guard let scalar = node.scalar else { throw fault(node, "a word is expected") }
      words.append(scalar.string)
    }
    return words
  }

  private static func spellings(_ node: Node) throws(CatalogueFault) -> [Spelling] {
    var spellings: [Spelling] = []
    for (from, node) in try members(node) {
      guard let to = node.scalar else { throw fault(node, "a word is expected") }
      spellings.append(Spelling(from: from, to: to.string))
    }
    return spellings
  }

  private static func fault(_ node: Node, _ message: String) -> CatalogueFault {
    CatalogueFault(description: "Line \(node.mark?.line ?? 0): \(message).")
  }
}
