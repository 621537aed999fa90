// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import IndexSchema
package import People
import TextFolding
import XapianStore

extension Searcher {
  /// The people in the library, the most frequently named first.
  ///
  /// - Parameter name: Words that a form of the name must have; `nil` for all people.
  package func people(named name: String? = nil) throws(IndexError) -> [LibraryPerson] {
    try answer { (context) throws(IndexError) in
      let table = try context.snapshot.people()
      return name.map { table.people(matching: $0) } ?? table.people
    }
  }

  /// The form of a name that was probably meant by one that nobody has; `nil` if none is near.
  package func nearestPerson(to name: String) throws(IndexError) -> String? {
    NearestName.find(name, among: try people().lazy.flatMap(\.forms).map(\.text))
  }
}
