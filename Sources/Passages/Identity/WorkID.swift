// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// How many bytes a work's id has at most: with the longest label and Xapian's prefix it stays well
/// below the longest term.
private let longestWorkID = 96
/// How many bytes of a file's name are put behind an id that is taken.
private let longestName = 48

/// The id that a work's facts suggest: family name of the first author (else the collection), year,
/// title; the file's name where the title is unknown.
package func workID(for metadata: Metadata, file: String) -> String {
  var parts: [String] = []
  if let author = metadata.people.first(where: { $0.value.role == .author })?.value {
    parts.append(Slug.slug(author.family ?? author.name, limit: 32))
  } else if let collection = metadata.collection {
    parts.append(Slug.slug(collection.value, limit: 32))
  }
  if let year = metadata.year?.value { parts.append(String(year)) }
  let known = parts.reduce(0) { $0 + $1.utf8.count + 1 }
  if let title = metadata.title?.value {
    parts.append(Slug.slug(title, limit: longestWorkID - known))
  } else {
    let name = file.split(separator: "/").last ?? ""
    let stem = name.firstIndex(of: ".").map { name[..<$0] } ?? name
    parts.append(Slug.slug(stem, limit: longestWorkID - known))
  }
  let id = parts.filter { !$0.isEmpty }.joined(separator: "-")
  return id.isEmpty ? "text" : id
}

/// The id that another index gave a work, as far as it is one: `uniqueID` makes ids that are longer
/// than those that facts suggest.
package func workID(stated: String) -> String {
  let id = Slug.slug(stated, limit: longestWorkID + longestName + 8)
  return id.isEmpty ? "text" : id
}

/// The id, or if it is taken the id with the file's name or a number behind it.
package func uniqueID(_ wanted: String, taken: (String) -> Bool, file: String) -> String {
  guard taken(wanted) else { return wanted }
  let name = file.split(separator: "/").last ?? ""
  let stem = Slug.slug(name.firstIndex(of: ".").map { name[..<$0] } ?? name, limit: longestName)
  if !stem.isEmpty, !wanted.hasSuffix(stem) {
    let named = "\(wanted)-\(stem)"
    if !taken(named) { return named }
  }
  var number = 2
  while taken("\(wanted)-\(number)") { number += 1 }
  return "\(wanted)-\(number)"
}
