// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

/// A publisher as library catalogues write it: `London ; New York : Heron Press` (ISBD, area 4).
struct PublisherStatement {
  let name: String
  let place: String?

  init(_ printed: String) {
    let parts = printed.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    let places = parts.first.map { $0.split(separator: ";").map { String($0).trimmed } } ?? []
    guard parts.count == 2, printed.contains(" : "), !parts[1].isEmpty, let first = places.first,
      places.allSatisfy(Imprint.isPlace)
    else {
      name = printed
      place = nil
      return
    }
    name = parts[1]
    place = first
  }
}
