// Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later

package import BinaryCoding
package import CitedWorks
package import Corpus
import Glibc
import IndexSchema
package import People

/// What is known of a work besides its facts, from its passages: who is named in it, its contents,
/// and what it cites.
package struct WorkDetails: Sendable {
  /// The names of people in it.
  package var names: WorkNames
  /// Its headings.
  package var contents = WorkContents()
  /// The works that it cites.
  package var cited = CitedWorkGatherer()
  /// When it was first indexed, in seconds since 1970.
  package var added: Int

  private let work: String

  /// Creates the details of a work without passages.
  package init(of work: Work) {
    names = WorkNames(of: work)
    self.work = work.id
    added = Int(time(nil))
  }

  /// Reads details from their stored form.
  init(bytes: [UInt8]) throws(IndexError) {
    self = try bytes.withUnsafeBytes { bytes in
      Result { () throws(IndexError) in try WorkDetails(stored: bytes) }
    }.get()
  }

  /// Adds the next passage of the work.
  package mutating func add(_ passage: Passage) {
    names.add(passage)
    contents.add(passage)
    for reference in passage.references { cited.add(reference, citedBy: work) }
  }
}

extension WorkDetails: Storable {
  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    work = try reader.readString()
    added = try reader.readInt()
    names = try WorkNames(from: &reader)
    contents = try WorkContents(from: &reader)
    cited = try CitedWorkGatherer(from: &reader)
  }

  package func write(to writer: inout ByteWriter) {
    writer.write(work)
    writer.write(added)
    names.write(to: &writer)
    contents.write(to: &writer)
    cited.write(to: &writer)
  }
}
