// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Corpus

/// Maximum length of a work's id in bytes.
///
/// Together with the longest label and a term prefix, this stays well below Xapian's term limit.
private let longestWorkID = 96

/// Proposes an id from metadata: first author's family name or collection, year, title.
///
/// If the title is unknown, the file name takes its place.
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

/// Turns an id from another index into a valid id.
package func workID(stated: String) -> String {
  let id = Slug.slug(stated, limit: longestWorkID)
  return id.isEmpty ? "text" : id
}

/// The id itself if it is free; otherwise the id followed by the file name or a number.
package func uniqueID(_ wanted: String, taken: (String) -> Bool, file: String) -> String {
  guard taken(wanted) else { return wanted }
  let name = file.split(separator: "/").last ?? ""
  let stem = Slug.slug(name.firstIndex(of: ".").map { name[..<$0] } ?? name, limit: 48)
  if !stem.isEmpty, !wanted.hasSuffix(stem) {
    let named = "\(wanted)-\(stem)"
    if !taken(named) { return named }
  }
  var number = 2
  while taken("\(wanted)-\(number)") { number += 1 }
  return "\(wanted)-\(number)"
}
