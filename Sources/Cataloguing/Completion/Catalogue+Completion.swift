// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// What is known of a text once the catalogue and the editor have been asked.
package struct Completion: Sendable {
  /// The facts of the file, replaced by what they state.
  package var metadata: Metadata
  /// The entries that apply, in the order in which they were applied.
  package var entries: [CatalogueEntry]
  /// What they contribute, always in the same words; empty if nothing.
  ///
  /// Another value means that the work has to be completed again.
  package var contribution: String
}

extension Catalogue {
  /// Replaces the facts that a file states by those of the catalogue, and these by the editor's.
  ///
  /// An entry that names the text always holds. Others hold for the works of their title and author,
  /// as the entries that name the text have them.
  ///
  /// - Parameters:
  ///   - named: The entries that name the text.
  ///   - isFinished: Whether the facts come from an export, which the catalogue completed already, so
  ///     that only entries that name the text apply.
  package func completion(
    of own: Metadata, by named: [CatalogueEntry], isFinished: Bool = false
  ) -> Completion {
    var corrected = own
    for entry in named { complete(&corrected, by: entry) }
    var completion = Completion(metadata: own, entries: [], contribution: "")
    if !isFinished, let entry = entry(for: corrected) { completion.entries.append(entry) }
    completion.entries += named
    for entry in completion.entries { complete(&completion.metadata, by: entry) }
    completion.contribution = completion.entries.flatMap { [$0.origin.rawValue] + $0.facts }
      .joined(separator: "\n")
    guard !isFinished else { return completion }
    for index in completion.metadata.people.indices {
      let name = completion.metadata.people[index].value.name
      if let real = realName(of: name), real != name {
        completion.metadata.people[index].value.realName = real
        completion.contribution += "\n\(name): \(real)"
      }
    }
    return completion
  }

  private func complete(_ metadata: inout Metadata, by entry: CatalogueEntry) {
    let isNamed = entry.text.isNamed
    let rule = entry.origin.rawValue
    // What the file says, though another entry was applied before.
    func evidence<Value>(_ old: Attributed<Value>?) -> String? {
      guard let old else { return nil }
      return CatalogueEntry.Origin(rawValue: old.rule) == nil ? "\(old.value)" : old.evidence
    }
    func fact<Value>(_ value: Value?, or old: Attributed<Value>?) -> Attributed<Value>? {
      guard let value else { return old }
      if value == old?.value, old?.basis == .stated, entry.origin == .catalogue { return old }
      return Attributed(value, .stated, rule: rule, evidence: evidence(old), line: nil)
    }
    // A title that differs only in case or apostrophes stays as printed, unless this text is meant.
    func differs(_ old: Attributed<String>?, _ new: String) -> Bool {
      isNamed || old.map { Self.fold($0.value) } != Self.fold(new)
    }
    if !entry.title.isEmpty, differs(metadata.title, entry.title) {
      metadata.title = fact(entry.title, or: metadata.title)
    }
    if let subtitle = entry.subtitle, differs(metadata.subtitle, subtitle) {
      metadata.subtitle = fact(subtitle, or: metadata.subtitle)
    }
    if entry.year != nil { metadata.printedYear = nil }
    metadata.year = fact(entry.year, or: metadata.year)
    metadata.editionYear = fact(entry.editionYear, or: metadata.editionYear)
    metadata.form = fact(entry.form, or: metadata.form)
    metadata.language = fact(entry.language, or: metadata.language)
    metadata.collection = fact(entry.container, or: metadata.collection)
    metadata.publisher = fact(entry.publisher, or: metadata.publisher)
    metadata.place = fact(entry.place, or: metadata.place)
    if isNamed || metadata.url == nil { metadata.url = fact(entry.url, or: metadata.url) }
    if isNamed || metadata.rights == nil {
      metadata.rights = fact(entry.rights, or: metadata.rights)
    }
    completePeople(of: &metadata, by: entry)
    for fact in entry.unknown { metadata.remove(fact) }
  }

  /// Replaces the people in the roles that an entry fills; the others stay, such as the translator
  /// of the edition in the file.
  private func completePeople(of metadata: inout Metadata, by entry: CatalogueEntry) {
    let names = entry.people.map { Self.fold($0.name) }
    guard !names.isEmpty else { return }
    let agrees = metadata.people.map { Self.fold($0.value.name) } == names
    guard !agrees || entry.origin == .edit else { return }
    let roles = Set(entry.people.map(\.role))
    let kept = metadata.people.filter { !roles.contains($0.value.role) }
    // What the file says of a role, though another entry was applied before.
    func evidence(_ role: Person.Role) -> String? {
      let replaced = metadata.people.filter { $0.value.role == role }
      let isOwn = replaced.allSatisfy { CatalogueEntry.Origin(rawValue: $0.rule) == nil }
      if !isOwn { return replaced.first?.evidence }
      return replaced.isEmpty ? nil : replaced.map(\.value.name).joined(separator: "; ")
    }
    let stated = entry.people.map {
      Attributed($0, .stated, rule: entry.origin.rawValue, evidence: evidence($0.role))
    }
    // Authors come first.
    metadata.people =
      kept.filter { $0.value.role == .author } + stated + kept.filter { $0.value.role != .author }
  }
}

extension Metadata {
  /// Forgets a fact.
  fileprivate mutating func remove(_ fact: CatalogueFact) {
    func remove(_ role: Person.Role) { people.removeAll { $0.value.role == role } }
    switch fact {
    case .title: title = nil
    case .subtitle: subtitle = nil
    case .authors: remove(.author)
    case .editors: remove(.editor)
    case .translators: remove(.translator)
    case .year:
      year = nil
      printedYear = nil
    case .editionYear: editionYear = nil
    case .form: form = nil
    case .language: language = nil
    case .container: collection = nil
    case .publisher: publisher = nil
    case .place: place = nil
    case .url: url = nil
    case .rights: rights = nil
    }
  }
}
