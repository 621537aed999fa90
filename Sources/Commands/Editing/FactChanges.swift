// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

import Cataloguing
import Corpus

/// What became of the facts of a work by an edit.
struct FactChanges {
  /// The facts with other values: `year        1902 → 1903`.
  let lines: [String]

  init(from old: Work, to new: Work) {
    lines = CatalogueFact.allCases.compactMap { fact in
      let (before, after) = (old.metadata.text(of: fact), new.metadata.text(of: fact))
      guard before != after else { return nil }
      let name = fact.option
      return name + String(repeating: " ", count: max(1, 14 - name.count))
        + "\(before ?? "unknown") → \(after ?? "unknown")"
    }
  }
}

extension Metadata {
  /// The value of a fact, for people; `nil` if it is unknown.
  fileprivate func text(of fact: CatalogueFact) -> String? {
    func names(_ role: Person.Role) -> String? {
      let names = people.filter { $0.value.role == role }.map(\.value.sortName)
      return names.isEmpty ? nil : names.joined(separator: "; ")
    }
    return switch fact {
    case .title: title?.value
    case .subtitle: subtitle?.value
    case .authors: names(.author)
    case .editors: names(.editor)
    case .translators: names(.translator)
    case .year: printedYear?.value ?? year.map { String($0.value) }
    case .editionYear: editionYear.map { String($0.value) }
    case .form: form?.value.rawValue
    case .language: language?.value
    case .container: collection?.value
    case .publisher: publisher?.value
    case .place: place?.value
    case .url: url?.value
    case .rights: rights?.value
    }
  }
}
