// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import Cataloguing
package import Corpus
package import IndexSchema
import Indexing
import XapianStore

/// Gives a work of an index the facts that catalogue and edits now state of it, and publishes that.
///
/// Its file is not read.
///
/// - Parameters:
///   - id: Id of the work, present or former.
///   - index: Folder of the index.
///   - catalogue: The catalogue, with the edits.
///   - lockTimeout: How long to wait for another writer, in seconds; `nil` to wait indefinitely.
/// - Returns: The work as it is now; `nil` if there is none with that id.
package func correct(
  work id: String, index: String, catalogue: Catalogue, lockTimeout: Double? = 0
) throws(IndexError) -> Work? {
  let writer = try IndexWriter(path: index, lockTimeout: lockTimeout)
  let works = writer.works.values
  guard let old = writer.works[id] ?? works.first(where: { $0.formerIDs.contains(id) }) else {
    return nil
  }
  let identification = Identification(
    catalogue,
    WorkRegister(
      works: works, reserved: catalogue.editedIDs(below: ["/"]),
      fileExists: Identification.fileExists))
  let editorial = identification.editorial(of: old)
  guard editorial.hash != old.editorialHash else { return old }
  let identity = identification.identity(
    of: old.factsOfFile, PlacedText(old), old: old, isImported: old.isImported)
  let text = try Relabelling(writer: writer).relabelled(old, as: identity)
  var batch = PassageBatch(vocabulary: writer.vocabulary)
  let corrected = try writer.write(text, into: &batch)
  try writer.write(batch)
  _ = try writer.publish(removing: [old.id], catalogued: catalogue.namesOfPeople)
  return corrected
}
