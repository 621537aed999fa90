// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// Determines what the pages in a folder have in common.
///
/// - Parameter pages: Name and first bytes of each page, including the folder's index page
///   (`index.…`) if there is one.
package func folderFacts(of pages: [(name: String, head: [UInt8])]) -> FolderFacts {
  let titles = pages.compactMap { page in title(in: page.head).map { (page.name, $0) } }
  guard titles.count >= 3 else { return FolderFacts() }
  var facts = FolderFacts()
  var counts: [String: Int] = [:]
  for (_, title) in titles {
    if let suffix = siteSuffix(of: title) { counts[suffix, default: 0] += 1 }
  }
  if let (site, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
    count >= 3, count * 10 >= titles.count * 6
  {
    facts.siteName = site
  }
  let index = titles.first { $0.0.lowercased().hasPrefix("index.") }
  if let index {
    var name = index.1
    if let site = facts.siteName, name.hasSuffix(site) {
      name = String(name.dropLast(site.count))
      while let last = name.last, " |-–—:·".contains(last) { name.removeLast() }
    }
    if !name.isEmpty, name.lowercased() != "index" { facts.collection = name }
  }
  return facts
}

/// The part of a title after its last separator; `nil` if it has no separator.
private func siteSuffix(of title: String) -> String? {
  for divider in [" | ", " — ", " – ", " - ", " :: ", " » "] {
    let parts = title.components(divider)
    if parts.count >= 2, let last = parts.last, !last.isEmpty { return last }
  }
  return nil
}

/// The `<title>` in the first bytes of a page, with only the most common entities decoded.
private func title(in head: [UInt8]) -> String? {
  let text = String(decoding: head, as: UTF8.self)
  let lower = text.lowercased()
  guard let open = lower.range(after: "<title"), let start = lower[open...].firstIndex(of: ">"),
    let end = lower[start...].range(before: "</title")
  else { return nil }
  let from = lower.utf8.distance(from: lower.startIndex, to: start) + 1
  let to = lower.utf8.distance(from: lower.startIndex, to: end)
  // Lower-casing changes the length in a few scripts; the title is then treated as missing.
  guard lower.utf8.count == text.utf8.count, from <= to else { return nil }
  let bytes = Array(text.utf8)[from..<to]
  return String(decoding: bytes, as: UTF8.self)
    .replacing("&amp;", with: "&").replacing("&quot;", with: "\"").replacing("&#039;", with: "'")
    .split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

extension String {
  fileprivate func range(after text: String) -> Index? { firstRange(of: text)?.upperBound }

  fileprivate func components(_ divider: String) -> [String] {
    split(separator: divider, omittingEmptySubsequences: false).map(String.init)
  }
}

extension Substring {
  fileprivate func range(before text: String) -> Index? { firstRange(of: text)?.lowerBound }
}
